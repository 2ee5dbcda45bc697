//! The signs of the map, as box drawing or as plain ASCII, and what each of them means. The legend is drawn from the same
//! tables as the map.

mod frames;
mod legend;
mod lines;
mod marks;

pub use frames::{Frame, every_frame, frame, kind_word, route_frame, selected_frame};
pub use legend::{Entry, between_legend, box_legend, line_legend};
pub use lines::{LineSigns, arrow, chosen, every_line, line, signs_of};
pub use marks::{Mark, dimmed, mark, walk};
