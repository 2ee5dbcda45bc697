//! Signals, heard on a thread of their own and told to the session as events.

use std::sync::mpsc::Sender;
use std::time::Duration;
use std::{io, process, thread};

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;

use super::event::Event;
use super::{Ended, guard};

/// How long a session that was told to end may take for it.
const PATIENCE: Duration = Duration::from_secs(2);

/// Listens from now on.
///
/// # Errors
/// When the system gives no thread or no signals.
pub(super) fn listen(session: Sender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])?;
    let hear = move || {
        for signal in &mut signals {
            match signal {
                SIGTSTP => drop(session.send(Event::Pause)),
                SIGCONT => drop(session.send(Event::Resumed)),
                ending => {
                    let ended = Ended::Signal(u8::try_from(ending).unwrap_or(u8::MAX));
                    drop(session.send(Event::End(ended)));
                    make_sure(ended);
                }
            }
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(hear)?;
    Ok(())
}

/// Ends the process when the session does not: it may be stuck, and a signal to end is no request.
fn make_sure(ended: Ended) {
    thread::spawn(move || {
        thread::sleep(PATIENCE);
        guard::leave_by_force();
        process::exit(i32::from(ended.status()));
    });
}

/// Stops this process, and those that were started together with it (`cargo run`, say), until the shell continues them.
///
/// # Errors
/// When the system refuses.
pub(super) fn stop_here() -> io::Result<()> {
    // SIGSTOP, as SIGTSTP is ours to hear, and is dropped by the system where no shell looks after the job.
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?)
}
