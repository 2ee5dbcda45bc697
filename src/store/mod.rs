//! Files: the embedded pack, pack folders, profiles, and where the user's own data lives.
