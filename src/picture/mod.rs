//! Pictures of a screen: SVG and PNG from the same cells that a terminal gets.
