//! The terminal: entering and leaving it, its events, the loop.
