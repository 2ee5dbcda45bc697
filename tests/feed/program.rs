//! The built program with a data folder of its own.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A user with nothing imported yet.
pub struct User {
    folder: TempDir,
}

impl User {
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder") }
    }

    /// A file of this user's, with this in it.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).expect("a file");
        path
    }

    /// The data folder.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_fingerpost"));
        command.args(arguments).arg("--data").arg(self.data()).current_dir(self.folder.path());
        command.env_remove("FINGERPOST_LOG").env_remove("NO_COLOR").stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().expect("fingerpost runs")
    }

    /// The JSON answer to these words, with the exit status.
    pub fn ask(&self, words: &str) -> (Value, i32) {
        let arguments: Vec<&str> = words.split(' ').chain(["--format", "json"]).collect();
        let output = self.run(&arguments);
        let status = output.status.code().expect("it ends by itself");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        let answer = serde_json::from_slice(&output.stdout);
        assert!(answer.is_ok(), "{words}: {status}: {said}");
        (answer.expect("one document"), status)
    }

    /// The posts the user imported, in the order of the list.
    pub fn imported(&self) -> Vec<Value> {
        let (answer, _) = self.ask("posts");
        let posts = answer["posts"].as_array().expect("a list").clone();
        posts.into_iter().filter(|post| !post["id"].as_str().expect("an id").starts_with("P0")).collect()
    }
}

/// An advert of NHS Jobs as XML.
pub fn advert(reference: &str, title: &str, employer: &str, salary: &str, closes: &str) -> String {
    format!(
        "<vacancyDetails><id>1</id><reference>{reference}</reference><title>{title}</title>\
         <description>Cut short ...</description><employer>{employer}</employer><type>Permanent</type>\
         <salary>{salary}</salary><closeDate>{closes}</closeDate><postDate>2026-11-20T09:05:11.165</postDate>\
         <url>https://www.jobs.nhs.uk/candidate/jobadvert/{reference}</url>\
         <locations><location>Exampleton, ZZ1 1AA</location></locations></vacancyDetails>\n"
    )
}

/// A page of search results with these adverts in it.
pub fn results(adverts: &[String], pages: usize, all: usize) -> String {
    let adverts = adverts.concat();
    format!("<nhsJobs>\n{adverts}<totalPages>{pages}</totalPages><totalResults>{all}</totalResults></nhsJobs>")
}
