//! The pack that is compiled into the program.

use fingerpost::{pack, store};

#[test]
fn it_loads_without_a_fault() {
    let reading = pack::read(&store::embedded());
    let faults: Vec<String> = reading.faults.iter().map(ToString::to_string).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(reading.pack.is_some());
}
