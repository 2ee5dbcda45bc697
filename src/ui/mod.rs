//! Drawing: from the app to a screen of cells.
