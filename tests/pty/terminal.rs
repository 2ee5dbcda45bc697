//! A terminal to run the program in: it remembers every byte, and shows what a person would see.

use std::collections::BTreeSet;
use std::io::{Read as _, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);
/// A program that has written nothing for so long has nothing more to say.
const QUIET: Duration = Duration::from_millis(300);
const PAUSE: Duration = Duration::from_millis(5);

/// An environment variable, and its value or that it is not there.
pub type Variable<'a> = (&'a str, Option<&'a str>);

/// What came from the program.
struct Seen {
    bytes: Vec<u8>,
    /// When something was last written, or given to the program to answer.
    last: Instant,
    screen: vt100::Parser,
}

/// The program, running in a terminal of 120 by 36.
pub struct Sitting {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    /// Kept open, so that the terminal can be looked at when the program is gone.
    _slave: Box<dyn SlavePty + Send>,
    writer: Box<dyn Write + Send>,
    seen: Arc<Mutex<Seen>>,
    mode_before: String,
    data: Option<TempDir>,
}

impl Sitting {
    /// Starts the program on the embedded pack, as a ward manager, with an empty data folder.
    pub fn start(variables: &[Variable]) -> Self {
        Self::start_in(tempfile::tempdir().unwrap(), &["--persona", "ward-manager"], variables)
    }

    /// Starts the program with these arguments and this data folder.
    pub fn start_in(data: TempDir, arguments: &[&str], variables: &[Variable]) -> Self {
        let mut sitting = Self::start_at(data.path(), arguments, variables);
        sitting.data = Some(data);
        sitting
    }

    /// Starts the program with these arguments and a data folder that others use too.
    pub fn start_at(data: &Path, arguments: &[&str], variables: &[Variable]) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(arguments);
        Self::start_as(command, data, variables)
    }

    /// Starts the program from a shell that does something to itself first, such as setting a limit.
    pub fn start_limited(data: TempDir, first: &str) -> Self {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", &format!("{first}; exec \"$0\""), env!("CARGO_BIN_EXE_fingerpost")]);
        let mut sitting = Self::start_as(command, data.path(), &[]);
        sitting.data = Some(data);
        sitting
    }

    fn start_as(mut command: CommandBuilder, data: &Path, variables: &[Variable]) -> Self {
        let pair = native_pty_system().openpty(pty_size(120, 36)).unwrap();
        command.env_clear();
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("FINGERPOST_DATA", data);
        for (name, value) in variables {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            }
        }
        let mode_before = mode(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = vt100::Parser::new(cells(36), cells(120), 0);
        let seen = Arc::new(Mutex::new(Seen { bytes: Vec::new(), last: Instant::now(), screen }));
        let mut reader = pair.master.try_clone_reader().unwrap();
        let remembered = Arc::clone(&seen);
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let mut seen = remembered.lock().unwrap();
                seen.bytes.extend_from_slice(&buffer[..count]);
                seen.screen.process(&buffer[..count]);
                seen.last = Instant::now();
            }
        });
        let writer = pair.master.take_writer().unwrap();
        Self { child, master: pair.master, _slave: pair.slave, writer, seen, mode_before, data: None }
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.seen.lock().unwrap()
    }

    /// Types.
    pub fn press(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
        self.seen().last = Instant::now();
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.seen().screen.set_size(cells(rows), cells(columns));
        self.master.resize(pty_size(columns, rows)).unwrap();
        self.seen().last = Instant::now();
    }

    pub fn signal(&mut self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
        self.seen().last = Instant::now();
    }

    /// What a person sees, a line to a row.
    pub fn screen(&self) -> String {
        self.seen().screen.screen().contents()
    }

    /// Everything that was written, as text.
    pub fn output_text(&self) -> String {
        String::from_utf8_lossy(&self.seen().bytes).into_owned()
    }

    pub fn output_len(&self) -> usize {
        self.seen().bytes.len()
    }

    /// How many bytes are written within this time.
    pub fn written_within(&self, time: Duration) -> usize {
        let (before, end) = (self.output_len(), Instant::now() + time);
        while Instant::now() < end && self.output_len() == before {
            thread::sleep(PAUSE);
        }
        self.output_len() - before
    }

    pub fn wait_for(&self, what: &str, is_there: impl Fn(&str) -> bool) {
        wait(|| is_there(&self.screen()), || format!("{what} did not appear:\n{}", self.screen()));
    }

    pub fn wait_until_quiet(&self) {
        wait(|| self.seen().last.elapsed() > QUIET, || "it goes on writing".to_owned());
    }

    /// Waits until the system says that the process is in this state, `T` for stopped.
    #[cfg(target_os = "linux")]
    pub fn wait_for_state(&self, state: char, why: &str) {
        let is = || self.stat().and_then(|stat| stat.first().cloned()).is_some_and(|now| now == state.to_string());
        wait(is, || format!("{why}: the process is not in state {state}"));
        self.wait_until_quiet();
    }

    /// Waits for the end and gives the exit status.
    pub fn wait_for_exit(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        while Instant::now() < end {
            if let Some(status) = self.child.try_wait().unwrap() {
                self.wait_until_quiet();
                return status.exit_code();
            }
            thread::sleep(PAUSE);
        }
        panic!("it does not end:\n{}", self.screen());
    }

    pub fn is_running(&mut self) -> bool {
        self.child.try_wait().unwrap().is_none()
    }

    /// Whether keys go to the program one by one and unseen.
    pub fn is_raw(&self) -> bool {
        mode(&*self.master) != self.mode_before
    }

    /// The terminal's private modes that are on; 25 is the cursor, which is on to begin with.
    pub fn modes_on(&self) -> BTreeSet<u16> {
        let mut on = BTreeSet::from([25]);
        for sequence in self.output_text().split("\u{1b}[?").skip(1) {
            let Some(end) = sequence.find(|letter: char| !letter.is_ascii_digit() && letter != ';') else { continue };
            let modes = sequence[..end].split(';').filter_map(|mode| mode.parse::<u16>().ok());
            match &sequence[end..=end] {
                "h" => on.extend(modes),
                "l" => on = &on - &modes.collect(),
                _ => {}
            }
        }
        on
    }

    /// Holds the terminal to being as it was before the program started.
    pub fn assert_left_clean(&self) {
        assert_eq!(self.modes_on(), BTreeSet::from([25]), "modes were left on, or the cursor hidden");
        assert_eq!(mode(&*self.master), self.mode_before, "the line's mode is not what it was");
    }

    /// Every colour that was set, as the numbers of its sequence.
    pub fn colours(&self) -> Vec<String> {
        let output = self.output_text();
        let sequences = output.split("\u{1b}[").skip(1).filter_map(|sequence| {
            let end = sequence.find(|letter: char| !letter.is_ascii_digit() && letter != ';')?;
            sequence[end..].starts_with('m').then(|| &sequence[..end])
        });
        let is_colour = |number: &str| matches!(number.parse(), Ok(30..=38 | 40..=48 | 90..=97 | 100..=107u16));
        sequences.filter(|sequence| sequence.split(';').any(is_colour)).map(str::to_owned).collect()
    }

    /// The names of the files in the data folder.
    #[cfg(debug_assertions)]
    pub fn data_files(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.data.as_ref().expect("still there").path()).unwrap();
        files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect()
    }

    /// Kills the program as a power cut would, if it has not ended by itself, and gives its data folder.
    pub fn kill(mut self) -> TempDir {
        if self.child.try_wait().unwrap().is_none() {
            // The child's own `kill` says SIGHUP first, on which the program may tidy up.
            self.signal(Signal::KILL);
            self.child.wait().unwrap();
        }
        self.data.take().expect("it is given once")
    }

    /// What a file of the data folder says; nothing where there is none.
    pub fn data_file(&self, name: &str) -> String {
        let folder = self.data.as_ref().expect("still there").path();
        std::fs::read_to_string(folder.join(name)).unwrap_or_default()
    }

    /// How long the process has computed, in the system's ticks; always 0 where the system does not tell.
    pub fn cpu_ticks(&self) -> u64 {
        let number = |stat: &[String], at: usize| stat.get(at).and_then(|ticks| ticks.parse::<u64>().ok());
        self.stat().and_then(|stat| Some(number(&stat, 11)? + number(&stat, 12)?)).unwrap_or(0)
    }

    /// The fields of `/proc/PID/stat` from the state on.
    fn stat(&self) -> Option<Vec<String>> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.pid().as_raw_nonzero())).ok()?;
        let (_, fields) = stat.rsplit_once(") ")?;
        Some(fields.split(' ').map(str::to_owned).collect())
    }

    fn pid(&self) -> Pid {
        let pid = self.child.process_id().expect("the program was started");
        Pid::from_raw(i32::try_from(pid).unwrap()).unwrap()
    }
}

impl Drop for Sitting {
    fn drop(&mut self) {
        // A test that fails leaves nothing running; one that has ended needs no killing.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn wait(is_so: impl Fn() -> bool, why_not: impl Fn() -> String) {
    let end = Instant::now() + PATIENCE;
    while !is_so() {
        assert!(Instant::now() < end, "{}", why_not());
        thread::sleep(PAUSE);
    }
}

fn pty_size(columns: u16, rows: u16) -> PtySize {
    PtySize { cols: columns, rows, pixel_width: 0, pixel_height: 0 }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("no test has a terminal without cells")
}

/// How the terminal treats what is typed, as far as it can be compared.
fn mode(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal has a mode"))
}
