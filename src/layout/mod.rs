//! The map as geometry: lanes, columns, boxes and edges in whole cells.
