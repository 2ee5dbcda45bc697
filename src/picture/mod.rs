//! Pictures of a screen: SVG and PNG from the same cells that a terminal gets.
//!
//! Text stays text in the SVG, so that it can be read out and searched; lines, boxes and blocks are drawn as shapes, as
//! terminals do, so that they meet exactly whatever font the reader has. The same cells give the same bytes on every
//! machine: the font of a PNG is the one in `assets/fonts`, never one of the system's.
//!
//! | what | file |
//! |---|---|
//! | colours: what red, dim and the paper are | [`palette`] |
//! | a cell's style as one ink | `ink.rs` |
//! | box-drawing characters as strokes | `stroke.rs` |
//! | block characters as rectangles | `block.rs` |
//! | text in runs, and the whole drawing | `drawing.rs` |
//! | PNG from SVG | `raster.rs` |

mod block;
mod drawing;
mod ink;
pub mod palette;
mod raster;
mod stroke;

pub use drawing::svg;
pub use palette::{Palette, Rgb};
pub use raster::{pixels, png};

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// The text is not an SVG that can be read.
    #[error("the picture could not be read as SVG: {0}")]
    Svg(String),
    /// The picture is too large to paint.
    #[error("a picture of {width} by {height} points is too large to paint")]
    TooLarge {
        /// Width in points.
        width: u32,
        /// Height in points.
        height: u32,
    },
    /// The PNG could not be written.
    #[error("the picture could not be written as PNG: {0}")]
    Png(String),
}

/// Width of a cell in points.
const CELL_WIDTH: u16 = 10;
/// Height of a cell in points.
const CELL_HEIGHT: u16 = 20;
/// Room around the screen, in points.
const MARGIN: u16 = 10;
