//! Where everything on a timeline stands.
//!
//! ```text
//!   Roles    ▓▓▓▓▓▓▓▓▓ Ward manager
//!                     ▓▓▓▓▓▓▓▓▓▓▓▓▓▓▓ Matron
//!   Study    ┄┄┄┄┄ Stage 1
//!   Checks            ◆ Fit and proper person test
//!   Pay               ┌──── £57,528 to £64,750
//!            ─────────┘
//!            2026     2027      2028      2029
//! ```

use jiff::civil::{Date, date};

use super::shape::{Anchor, Drawing, Edge, Shape};
use crate::domain::quantity::{Decimal, Pounds};
use crate::handout::font::{Weight, face};
use crate::handout::timeline::{Bar, BarKind, PayStep, Timeline};

/// Width of the drawing, and of the column with the names of its parts.
const WIDTH: f32 = 720.0;
const NAMES: f32 = 62.0;
const EDGE: f32 = 8.0;
const ROW: f32 = 22.0;
const BAR: f32 = 15.0;
const SIZE: f32 = 11.0;
const SMALL: f32 = 10.0;
const GAP: f32 = 6.0;
const PAY_HEIGHT: f32 = 76.0;
/// How much of the width is for what goes on after the last day.
const BEYOND: f32 = 0.07;

/// The drawing of a timeline.
pub(super) fn drawing(timeline: &Timeline) -> Drawing {
    let mut pen = Pen { timeline, scale: Scale::of(timeline), y: EDGE, shapes: Vec::new() };
    pen.bars(BarKind::Role, "Roles");
    pen.bars(BarKind::Study, "Study");
    pen.marks();
    pen.pay();
    pen.years();
    Drawing { width: WIDTH, height: pen.y, shapes: pen.shapes }
}

/// From days to points.
struct Scale {
    from: Date,
    days: f32,
}

impl Scale {
    fn of(timeline: &Timeline) -> Self {
        Self { from: timeline.from, days: days(timeline.from, timeline.to).max(28.0) * (1.0 + BEYOND) }
    }

    const fn left() -> f32 {
        EDGE + NAMES
    }

    const fn right() -> f32 {
        WIDTH - EDGE
    }

    fn x(&self, day: Option<Date>) -> f32 {
        let share = day.map_or(1.0, |day| (days(self.from, day) / self.days).clamp(0.0, 1.0));
        Self::left() + share * (Self::right() - Self::left())
    }
}

#[expect(clippy::cast_precision_loss, reason = "drawn, never computed with")]
fn days(from: Date, to: Date) -> f32 {
    from.until(to).map_or(0, |span| span.get_days()) as f32
}

struct Pen<'t> {
    timeline: &'t Timeline,
    scale: Scale,
    y: f32,
    shapes: Vec<Shape>,
}

impl Pen<'_> {
    fn text(&mut self, (x, y): (f32, f32), size: f32, anchor: Anchor, weight: Weight, text: impl Into<String>) {
        self.shapes.push(Shape::Text { x, y, size, anchor, weight, text: text.into() });
    }

    fn name(&mut self, name: &str) {
        let place = (EDGE, self.y + ROW / 2.0 + SIZE * 0.36);
        self.text(place, SIZE, Anchor::Start, Weight::Bold, name);
    }

    /// The bars of a kind, one under the other, each with its label in it or beside it.
    fn bars(&mut self, kind: BarKind, name: &str) {
        let bars: Vec<&Bar> = self.timeline.bars.iter().filter(|bar| bar.kind == kind).collect();
        if bars.is_empty() {
            return;
        }
        self.name(name);
        for bar in bars {
            self.bar(bar);
            self.y += ROW;
        }
        self.y += GAP;
    }

    fn bar(&mut self, bar: &Bar) {
        let (left, right) = (self.scale.x(Some(bar.from)), self.scale.x(bar.to));
        let (fill, edge) = match bar.kind {
            BarKind::Role => (0xD9, Edge::Thin),
            BarKind::Study => (0xFF, Edge::Dashed),
        };
        let width = (right - left).max(2.0);
        let y = self.y + (ROW - BAR) / 2.0;
        self.shapes.push(Shape::Rectangle { x: left, y, width, height: BAR, fill, edge });
        if bar.to.is_none() {
            let (middle, tip) = (y + BAR / 2.0, Scale::right() - 2.0);
            self.shapes.push(Shape::Line { from: (tip - 6.0, middle - 4.0), to: (tip, middle), edge: Edge::Thin });
            self.shapes.push(Shape::Line { from: (tip - 6.0, middle + 4.0), to: (tip, middle), edge: Edge::Thin });
        }
        self.label(&bar.label, left, left + width);
    }

    /// Writes a label inside what reaches from `left` to `right`, or after it, or before it, or cut to fit.
    fn label(&mut self, label: &str, left: f32, right: f32) {
        let plain = face(Weight::Plain);
        let needed = plain.width(label, SIZE) + 2.0 * GAP;
        let y = self.y + ROW / 2.0 + SIZE * 0.36;
        let (after, before) = (Scale::right() - right, left - Scale::left());
        let place = |x| (x, y);
        if needed <= right - left {
            self.text(place(left + GAP), SIZE, Anchor::Start, Weight::Plain, label);
        } else if needed <= after {
            self.text(place(right + GAP), SIZE, Anchor::Start, Weight::Plain, label);
        } else if needed <= before {
            self.text(place(left - GAP), SIZE, Anchor::End, Weight::Plain, label);
        } else if after >= before {
            self.text(place(right + GAP), SIZE, Anchor::Start, Weight::Plain, cut(label, after - 2.0 * GAP));
        } else {
            self.text(place(left - GAP), SIZE, Anchor::End, Weight::Plain, cut(label, before - 2.0 * GAP));
        }
    }

    fn marks(&mut self) {
        if self.timeline.marks.is_empty() {
            return;
        }
        self.name(self.timeline.marked);
        for mark in &self.timeline.marks {
            let x = self.scale.x(Some(mark.on));
            self.shapes.push(Shape::Diamond { x, y: self.y + ROW / 2.0, half: 5.0 });
            self.label(&mark.label, x - 5.0, x + 5.0);
            self.y += ROW;
        }
        self.y += GAP;
    }

    /// Pay as a line that steps: the least that is paid, with the range beside each step.
    fn pay(&mut self) {
        let Some(most) = self.timeline.pay.iter().map(|step| step.min).max() else { return };
        self.name("Pay a year");
        let least = self.timeline.pay.iter().map(|step| step.min).min().unwrap_or(0);
        let (top, bottom) = (self.y + 18.0, self.y + PAY_HEIGHT);
        let height = |pounds: u32| {
            let share = if most == least { 0.5 } else { f64::from(pounds - least) / f64::from(most - least) };
            bottom - (bottom - top) * narrowed(share)
        };
        let mut before: Option<(f32, f32)> = None;
        let mut labels: Vec<(f32, f32)> = Vec::new();
        for step in &self.timeline.pay {
            let (left, right, y) = (self.scale.x(Some(step.from)), self.scale.x(step.to), height(step.min));
            if let Some((end, from)) = before.filter(|(end, _)| (end - left).abs() < 0.5) {
                self.shapes.push(Shape::Line { from: (end, from), to: (left, y), edge: Edge::Thick });
            }
            self.shapes.push(Shape::Line { from: (left, y), to: (right, y), edge: Edge::Thick });
            let label = self.pay_label(step, left, y, &labels);
            labels.push(label);
            before = Some((right, y));
        }
        self.y = bottom + 2.0 * GAP;
    }

    /// The pay over the left end of its step, or above the labels `before` that it would lie on. Gives back where the label
    /// ends and on which line it stands, as `before` has them.
    fn pay_label(&mut self, step: &PayStep, left: f32, y: f32, before: &[(f32, f32)]) -> (f32, f32) {
        let label = Pounds(Decimal::whole(step.min)).to_string();
        let width = face(Weight::Plain).width(&label, SMALL);
        let x = left.min(Scale::right() - width);
        let mut line = y - 4.0;
        let near: Vec<f32> = before.iter().filter(|(end, _)| x < end + 3.0).map(|(_, line)| *line).collect();
        while let Some(taken) = near.iter().find(|taken| (**taken - line).abs() < SMALL + 0.5) {
            line = taken - SMALL - 1.0;
        }
        self.text((x, line), SMALL, Anchor::Start, Weight::Plain, label);
        (x + width, line)
    }

    /// Years along the bottom, as many as have room, with a faint line up through everything.
    fn years(&mut self) {
        let (left, right) = (Scale::left(), Scale::right());
        let bottom = self.y;
        self.shapes.push(Shape::Line { from: (left, bottom), to: (right, bottom), edge: Edge::Thin });
        let first = self.timeline.from.year();
        let last = first.saturating_add(200).min(9998);
        let mut free = left + 26.0;
        let mut grid = Vec::new();
        for year in first + 1..=last {
            let x = self.scale.x(Some(date(year, 1, 1)));
            if x >= right - 1.0 {
                break;
            }
            grid.push(Shape::Line { from: (x, EDGE), to: (x, bottom + 4.0), edge: Edge::Faint });
            if x >= free && x + 13.0 <= right {
                self.text((x, bottom + 16.0), SMALL, Anchor::Middle, Weight::Plain, year.to_string());
                free = x + 34.0;
            }
        }
        self.text((left, bottom + 16.0), SMALL, Anchor::Start, Weight::Plain, first.to_string());
        // Under everything else.
        self.shapes.splice(0..0, grid);
        self.y = bottom + 16.0 + EDGE;
    }
}

#[expect(clippy::cast_possible_truncation, reason = "a share from 0 to 1")]
const fn narrowed(share: f64) -> f32 {
    share as f32
}

/// The text with its end cut so that it fits.
fn cut(text: &str, room: f32) -> String {
    let plain = face(Weight::Plain);
    let mut kept = String::new();
    for c in text.chars() {
        let longer = format!("{kept}{c}…");
        if plain.width(&longer, SIZE) > room {
            return format!("{}…", kept.trim_end());
        }
        kept.push(c);
    }
    kept
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::{SMALL, drawing};
    use crate::handout::font::{Weight, face};
    use crate::handout::timeline::{PayStep, Timeline};
    use crate::handout::write::shape::Shape;

    #[test]
    fn no_pay_lies_on_another_when_a_role_is_held_for_a_short_time() {
        let step = |from, to, min| PayStep { from, to, min, max: min };
        let timeline = Timeline {
            title: "A plan".to_owned(),
            description: "A plan".to_owned(),
            from: date(2026, 11, 22),
            to: date(2037, 2, 15),
            bars: Vec::new(),
            marked: "Checks",
            marks: Vec::new(),
            pay: vec![
                step(date(2026, 11, 22), Some(date(2027, 2, 28)), 49_387),
                step(date(2027, 2, 28), Some(date(2027, 6, 1)), 57_528),
                step(date(2027, 6, 1), Some(date(2027, 9, 1)), 56_000),
                step(date(2027, 9, 1), None, 112_782),
            ],
        };
        let shapes = drawing(&timeline).shapes;
        let pay: Vec<(f32, f32, f32)> = shapes
            .iter()
            .filter_map(|shape| match shape {
                Shape::Text { x, y, text, .. } if text.starts_with('£') => {
                    Some((*x, x + face(Weight::Plain).width(text, SMALL), *y))
                }
                _ => None,
            })
            .collect();
        assert_eq!(pay.len(), 4, "{shapes:?}");
        for (at, (left, right, line)) in pay.iter().enumerate() {
            for (other_left, other_right, other_line) in &pay[..at] {
                let apart = left >= other_right || other_left >= right || (line - other_line).abs() >= SMALL;
                assert!(apart, "{pay:?}");
            }
        }
    }
}
