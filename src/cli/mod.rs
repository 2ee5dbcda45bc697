//! The command line: what can be asked on it, and the answers as text and JSON.
