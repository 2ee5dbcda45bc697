//! Fetching from a server on this machine: pages, a busy one, a slow one, one that breaks off, one that talks nonsense.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::json;

use super::program::{User, advert, results};

/// A server that gives these answers, one to a request, the last one again and again.
struct Server {
    address: String,
    asked: Arc<Mutex<Vec<(String, Instant)>>>,
}

/// An answer: its bytes as they go over the line, and how long it takes.
#[derive(Clone)]
struct Answer(Vec<u8>, Duration);

fn answer(status: &str, headers: &str, body: &str) -> Answer {
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    Answer(format!("{head}{body}").into_bytes(), Duration::ZERO)
}

fn page(body: &str) -> Answer {
    answer("200 OK", "Content-Type: application/xml\r\n", body)
}

impl Server {
    fn start(answers: Vec<Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let noted = Arc::clone(&asked);
        // Ends with the test's process.
        thread::spawn(move || {
            for (at, stream) in listener.incoming().enumerate() {
                let Ok(stream) = stream else { continue };
                let answer = answers[at.min(answers.len() - 1)].clone();
                let line = serve(stream, &answer);
                noted.lock().expect("one at a time").push((line, Instant::now()));
            }
        });
        Self { address, asked }
    }

    fn lines(&self) -> Vec<String> {
        self.asked.lock().expect("one at a time").iter().map(|(line, _)| line.clone()).collect()
    }
}

fn serve(mut stream: TcpStream, Answer(bytes, delay): &Answer) -> String {
    let mut request = Vec::new();
    let mut part = [0; 1024];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut part) {
            Ok(0) | Err(_) => break,
            Ok(read) => request.extend_from_slice(&part[..read]),
        }
    }
    thread::sleep(*delay);
    // A client that has given up reads no more.
    let _ = stream.write_all(bytes);
    String::from_utf8_lossy(&request).lines().next().unwrap_or_default().to_owned()
}

fn three_pages() -> Vec<Answer> {
    let one =
        |number: usize| advert(&format!("C9216-26-{number}"), "Matron", "Barts Health NHS Trust", "", "2026-12-14");
    (1..=3).map(|number| page(&results(&[one(number)], 3, 3))).collect()
}

fn fetch(user: &User, server: &Server, more: &str) -> (i32, String, String) {
    let words = format!("posts fetch --base {} --pause 0.05 --format json {more}", server.address);
    let output = user.run(&words.split_whitespace().collect::<Vec<_>>());
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().expect("it ends by itself"), text(&output.stdout), text(&output.stderr))
}

#[test]
fn every_page_is_read_until_the_last() {
    let (user, server) = (User::new(), Server::start(three_pages()));
    let (status, said, progress) = fetch(&user, &server, "--keyword head --band 8a,9");
    assert_eq!(status, 0, "{progress}");
    let said: serde_json::Value = serde_json::from_str(&said).expect("one document");
    assert_eq!(said, json!({"added": 3, "updated": 0, "unchanged": 0, "rejected": []}));
    assert!(progress.contains("page 3 of 3: 1 adverts; 3 in all"), "{progress}");
    let lines = server.lines();
    assert_eq!(lines.len(), 3);
    assert!(lines[2].starts_with("GET /api/v1/search_xml?keyword=head&payBand=BAND_8A,BAND_9&"), "{}", lines[2]);
    assert!(lines[2].contains("page=3"));
    assert!(user.imported()[0]["source"].as_str().is_some_and(|source| source.ends_with("/api/v1/search_xml")));
}

#[test]
fn no_more_pages_are_read_than_asked_for() {
    let (user, server) = (User::new(), Server::start(three_pages()));
    assert_eq!(fetch(&user, &server, "--pages 2").0, 0);
    assert_eq!((server.lines().len(), user.imported().len()), (2, 2));
}

#[test]
fn a_server_that_asks_for_a_pause_gets_it() {
    let busy = answer("429 Too Many Requests", "Retry-After: 1\r\n", "");
    let away = answer("503 Service Unavailable", "", "");
    let answers = [vec![busy, away.clone(), away], three_pages()[..1].to_vec()].concat();
    let (user, server) = (User::new(), Server::start(answers));
    let begun = Instant::now();
    let (status, _, progress) = fetch(&user, &server, "--pages 1");
    assert_eq!(status, 0, "{progress}");
    assert!(begun.elapsed() >= Duration::from_secs(1));
    assert!(progress.contains("asking again in 1 s") && progress.contains("busy"), "{progress}");
    assert_eq!((server.lines().len(), user.imported().len()), (4, 1));
}

#[test]
fn what_cannot_be_had_leaves_everything_as_it_was() {
    let good = three_pages();
    let body = results(&[advert("X-1", "Matron", "A", "", "")], 2, 2);
    let cut = Answer(page(&body).0[..200].to_vec(), Duration::ZERO);
    let cut_inside = page(&body[..body.len() - 30]);
    let slow = Answer(good[0].0.clone(), Duration::from_secs(3));
    let long_pause = answer("429 Too Many Requests", "Retry-After: 86400\r\n", "");
    let user = User::new();
    for (what, answer, word) in [
        ("nonsense", page("<html>Sorry</html>"), "page 2"),
        ("garbage", Answer(b"\x00\xff\xfe nonsense".to_vec(), Duration::ZERO), "page 2"),
        ("cut off", cut, "broke off"),
        ("cut inside", cut_inside, "saved whole"),
        ("slow", slow, "in time"),
        ("away", answer("503 Service Unavailable", "", ""), "503"),
        ("long pause", long_pause, "1440 minutes"),
        ("forbidden", answer("403 Forbidden", "", ""), "403"),
    ] {
        let server = Server::start(vec![good[0].clone(), answer]);
        let (status, said, told) = fetch(&user, &server, "--timeout 0.5");
        assert_eq!((status, said.as_str()), (1, ""), "{what}: {told}");
        assert!(told.contains(word) && told.contains("Nothing was kept"), "{what}: {told}");
        assert!(!user.data().exists(), "{what}");
    }
}

#[test]
fn only_https_leads_to_other_machines() {
    let user = User::new();
    let output = user.run(&["posts", "fetch", "--base", "http://www.jobs.nhs.uk/"]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.code() == Some(2) && told.contains("https"), "{told}");
}

#[cfg(unix)]
#[test]
fn a_fetch_that_is_interrupted_keeps_nothing() {
    let endless = vec![page(&results(&[advert("X-1", "Matron", "A", "", "")], 1_000, 1_000))];
    let (user, server) = (User::new(), Server::start(endless));
    let mut child = user
        .command(&["posts", "fetch", "--pages", "1000", "--pause", "0.05", "--base", &server.address])
        .stderr(std::process::Stdio::null())
        .spawn()
        .expect("fingerpost runs");
    while server.lines().len() < 2 {
        thread::sleep(Duration::from_millis(20));
    }
    child.kill().expect("it can be ended");
    child.wait().expect("it ends");
    assert!(!user.data().exists());
}
