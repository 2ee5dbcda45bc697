//! Numbers of vertices and places are `u32`: half the memory of `usize`, and twice as many fit a cache line.

/// A count or place as a `u32`.
#[inline]
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).expect("fewer than 2^32 vertices, arcs and rows")
}

/// A place kept in the low bits of a sort key.
#[inline]
pub(super) fn place(bits: u64) -> usize {
    usize::try_from(bits).expect("a place in a list that exists")
}

/// The number of arcs of one vertex, for differences of crossings.
#[inline]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "in the innermost loop, and a vertex has fewer than 2^31 arcs"
)]
pub(super) const fn signed(count: usize) -> i32 {
    count as i32
}

/// The nearest whole row; what lies above the first row is the first row.
#[inline]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates, which is what is wanted")]
pub(super) fn row(height: f64) -> u32 {
    height.round() as u32
}
