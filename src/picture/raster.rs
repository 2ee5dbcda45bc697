//! PNG from SVG, with the embedded font.

use std::sync::{Arc, LazyLock};

use resvg::{tiny_skia, usvg};

use super::PictureError;

/// Pixels to a point: sharp on screens and slides of double density.
const SCALE: u16 = 2;

/// The fonts of every picture; the system's are never looked at, so that a picture is the same everywhere.
static FONTS: LazyLock<Arc<usvg::fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_data(include_bytes!("../../assets/fonts/DejaVuSansMono.ttf").to_vec());
    fonts.load_font_data(include_bytes!("../../assets/fonts/DejaVuSansMono-Bold.ttf").to_vec());
    Arc::new(fonts)
});

/// Paints an SVG made by [`svg`](super::svg) as PNG, two pixels to a point.
///
/// # Errors
/// When the text is no SVG, or the picture too large for memory.
pub fn png(svg: &str) -> Result<Vec<u8>, PictureError> {
    painted(svg)?.encode_png().map_err(|error| PictureError::Png(error.to_string()))
}

/// The pixels of an SVG made by [`svg`](super::svg), two to a point: columns, rows, and red, green, blue and opacity of
/// each. The screen has no holes, so that every pixel is opaque.
///
/// # Errors
/// When the text is no SVG, or the picture too large for memory.
pub fn pixels(svg: &str) -> Result<(u32, u32, Vec<u8>), PictureError> {
    let pixmap = painted(svg)?;
    Ok((pixmap.width(), pixmap.height(), pixmap.take()))
}

fn painted(svg: &str) -> Result<tiny_skia::Pixmap, PictureError> {
    let options = usvg::Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "DejaVu Sans Mono".to_owned(),
        ..usvg::Options::default()
    };
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| PictureError::Svg(error.to_string()))?;
    let size = tree.size().to_int_size();
    let too_large = PictureError::TooLarge { width: size.width(), height: size.height() };
    let Some(pixels) = size.scale_by(f32::from(SCALE)) else { return Err(too_large) };
    let Some(mut pixmap) = tiny_skia::Pixmap::new(pixels.width(), pixels.height()) else { return Err(too_large) };
    let zoom = tiny_skia::Transform::from_scale(f32::from(SCALE), f32::from(SCALE));
    resvg::render(&tree, zoom, &mut pixmap.as_mut());
    Ok(pixmap)
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::picture::{Palette, svg};

    fn picture(text: &str) -> Vec<u8> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 2));
        buffer.set_string(0, 0, text, Style::new().bold());
        png(&svg(&buffer, &Palette::DARK, "t", "d")).unwrap()
    }

    #[test]
    fn a_picture_is_painted_at_twice_its_size_and_the_same_every_time() {
        let first = picture("Matron 8a");
        assert_eq!(&first[..8], b"\x89PNG\r\n\x1a\n");
        let side = |from: usize| u32::from_be_bytes(first[from..from + 4].try_into().unwrap());
        assert_eq!((side(16), side(20)), ((12 * 10 + 20) * 2, (2 * 20 + 20) * 2));
        assert_eq!(first, picture("Matron 8a"));
    }

    #[test]
    fn the_embedded_font_draws_the_text_and_the_signs() {
        let blank = picture("");
        for text in ["Matron", "▶", "▸", "◆", "●", "✓", "✗", "→", "£"] {
            assert_ne!(picture(text), blank, "nothing was drawn for {text}");
        }
    }

    #[test]
    fn what_is_no_drawing_is_refused_in_words() {
        let error = png("not a drawing").unwrap_err();
        assert!(error.to_string().starts_with("the picture could not be read as SVG"));
    }
}
