//! The one place where the terminal is entered and left.
//!
//! There is one terminal to a process, and it must be left from wherever the process ends: the loop, a panic on any
//! thread, the thread that hears signals. So the state is one lock for the whole process, leaving twice does nothing
//! the second time, and nothing is written to a terminal that has been left.

use std::io::{self, Write as _};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, DisableFocusChange, DisableMouseCapture, EnableBracketedPaste};
use crossterm::style::ResetColor;
use crossterm::terminal::{
    self, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode,
    enable_raw_mode,
};
use crossterm::{Command, execute, queue};

/// Whether the terminal is ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    No,
    Yes,
}

static HELD: Mutex<Held> = Mutex::new(Held::No);

fn held() -> MutexGuard<'static, Held> {
    // A panic while the lock was held leaves a plain word behind, which is still true.
    HELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal, entered; leaves it when dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal: raw mode, a screen of its own, no cursor, mouse, bracketed paste, title.
    ///
    /// # Errors
    /// When the terminal refuses; whatever had been set is set back.
    pub fn enter() -> io::Result<Self> {
        enter()?;
        Ok(Self(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        leave();
    }
}

/// Takes the terminal again after a pause. What a shell did to it in between is undone.
///
/// # Errors
/// As [`Guard::enter`].
pub fn enter_again() -> io::Result<()> {
    leave();
    enter()
}

fn enter() -> io::Result<()> {
    let mut held = held();
    if *held == Held::Yes {
        return Ok(());
    }
    enable_raw_mode()?;
    let mut out = io::stdout().lock();
    let entered = execute!(
        out,
        PushTitle,
        SetTitle("fingerpost"),
        EnterAlternateScreen,
        DisableFocusChange,
        EnableMouse,
        EnableBracketedPaste,
        Hide
    );
    if let Err(error) = entered {
        write_leaving();
        return Err(error);
    }
    *held = Held::Yes;
    Ok(())
}

/// Gives the terminal back as it was found. Does nothing when it is not ours.
pub fn leave() {
    let mut held = held();
    if *held == Held::Yes {
        write_leaving();
        *held = Held::No;
    }
}

/// As [`leave`], for a process that must end at once: when another thread is stuck writing, only the mode of the line
/// is set back, which no stuck terminal can prevent.
pub fn leave_by_force() {
    match HELD.try_lock() {
        Ok(held) if *held == Held::Yes => write_leaving(),
        Err(TryLockError::Poisoned(_)) => write_leaving(),
        Err(TryLockError::WouldBlock) => {
            let _ = disable_raw_mode();
        }
        Ok(_) => {}
    }
}

/// In the reverse order of [`enter`]. Errors are passed over: there is nobody left to tell, and the rest may still work.
fn write_leaving() {
    let mut out = io::stdout().lock();
    let _ = queue!(out, EndSynchronizedUpdate, ResetColor, Show, DisableBracketedPaste, DisableMouseCapture);
    let _ = queue!(out, LeaveAlternateScreen, PopTitle);
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// Writes to the terminal in one go, while it is ours; what comes after it was left is dropped.
///
/// # Errors
/// When the terminal is gone.
pub fn write(bytes: &[u8]) -> io::Result<()> {
    let held = held();
    if *held == Held::No {
        return Ok(());
    }
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()
}

/// Columns and rows of the window, at least one of each: a terminal that is being resized may say none.
///
/// # Errors
/// When the terminal is gone.
pub fn size() -> io::Result<(u16, u16)> {
    terminal::size().map(|(columns, rows)| (columns.max(1), rows.max(1)))
}

/// Mouse buttons, the wheel, and every move of the mouse, by which titles that are cut are told in full. The moves come
/// by the hundred, a dozen bytes each, and only on the way in: one that leaves the mouse over the same thing is dropped
/// before anything is drawn, so nothing goes back over a slow line for it.
struct EnableMouse;

impl Command for EnableMouse {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str("\x1b[?1000h\x1b[?1002h\x1b[?1003h\x1b[?1006h")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        crossterm::event::EnableMouseCapture.execute_winapi()
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}

/// Remembers the window's title, where the terminal can.
struct PushTitle;

impl Command for PushTitle {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str("\x1b[22;2t")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

/// Sets the window's title back to the one remembered.
struct PopTitle;

impl Command for PopTitle {
    fn write_ansi(&self, f: &mut impl std::fmt::Write) -> std::fmt::Result {
        f.write_str("\x1b[23;2t")
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_that_was_never_entered_is_left_alone() {
        leave();
        leave_by_force();
        write(b"never seen").unwrap();
        assert_eq!(*held(), Held::No);
    }
}
