//! What is printed and kept when the program breaks.

use std::any::Any;
use std::backtrace::Backtrace;
use std::io::Write as _;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};
use std::{env, fmt, fs, io, thread};

use super::{guard, worker};

/// Sets up what happens on a panic: the terminal is left first, then the panic is printed as ever, then where the
/// report is, in words for the user. A panic of the worker is only reported: the app goes on without that answer.
pub(super) fn report_to(folder: Option<PathBuf>) {
    let folder = folder.unwrap_or_else(env::temp_dir);
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        let report = write_report(&folder, panic);
        if thread::current().name() == Some(worker::NAME) {
            tracing::error!(%panic, "the planner broke");
            return;
        }
        guard::leave();
        before(panic);
        let mut out = io::stderr().lock();
        let _ = writeln!(out, "\nfingerpost broke and had to stop. Your files are as they were last saved.");
        if let Ok(path) = report {
            let _ = writeln!(out, "A report that helps to mend it is in {}", path.display());
        }
    }));
}

/// What a panic said.
pub(super) fn words(payload: &(dyn Any + Send)) -> String {
    let plain = payload.downcast_ref::<&str>().map(|words| (*words).to_owned());
    plain.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "it did not say why".to_owned())
}

fn write_report(folder: &Path, panic: &PanicHookInfo<'_>) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("crash-{}.txt", jiff::Zoned::now().strftime("%Y-%m-%d-%H%M%S")));
    fs::write(&path, report(panic, &Backtrace::force_capture()))?;
    Ok(path)
}

/// Nothing of the person is in it: the version, the machine's kind, what broke and where.
fn report(what: &impl fmt::Display, backtrace: &Backtrace) -> String {
    format!(
        "fingerpost {version} on {system} {machine}\nthread {thread}\n{what}\n\n{backtrace}\n",
        version = env!("CARGO_PKG_VERSION"),
        system = env::consts::OS,
        machine = env::consts::ARCH,
        thread = thread::current().name().unwrap_or("without a name"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_panic_said_is_found_in_both_of_its_forms() {
        assert_eq!(words(&"plain"), "plain");
        assert_eq!(words(&String::from("put together")), "put together");
        assert_eq!(words(&7), "it did not say why");
    }
}
