//! Layered layout: an order with few crossings and whole rows for a graph whose layers are known.
//!
//! The method is that of Sugiyama, Tagawa & Toda (1981), from their third step on: nobody has to rank the nodes, since
//! their layers are given. What comes out depends on nothing but layers, lanes, keys and edges: not on the order in which
//! they were added, nor on the machine.
//!
//! | question | place | cost |
//! |---|---|---|
//! | what of the graph matters | `skeleton`, made by `cutting` | O(V log V + E) |
//! | who stands after whom | `order` | |
//! | how many crossings that makes | [`crossings`] | O(E log V) |
//! | in which order the lanes stand | `lane_order`, by `arrangement` | O((V + E) log V) |
//! | where the search begins | `seed`, with `families` | O((V + E) log V) |
//! | a good order, quickly | `sweep`, `balance` | O(E + V log V) a sweep |
//! | a local optimum | `local`; `sift` for wide layers | O(Σ w²) a round |
//! | better than that | `polish` | a fixed number of kicks |
//! | rows | `rows` | O(V + E) |
//! | how much of all this | `effort` | |
//!
//! ```
//! use fingerpost::layout::layered::{Effort, Place, Rows, Skeleton, arrange};
//! use petgraph::Graph;
//!
//! let mut graph: Graph<&str, ()> = Graph::new();
//! let ward = graph.add_node("ward manager");
//! let matron = graph.add_node("matron");
//! graph.add_edge(ward, matron, ());
//! let skeleton = Skeleton::new(&graph, |node| {
//!     Place { layer: u32::from(node == matron), lane: None, key: node.index() as u64 }
//! });
//! let arranged = arrange(&skeleton, Effort::Local);
//! assert_eq!(arranged.crossings, 0);
//! let rows = Rows::new(&skeleton, &arranged.order);
//! assert_eq!(rows.of(&skeleton, ward), rows.of(&skeleton, matron));
//! ```

mod adjacency;
mod arrangement;
mod balance;
mod chance;
mod crossings;
mod cutting;
mod effort;
mod ends;
mod families;
mod index;
mod lane_order;
mod local;
mod order;
mod polish;
mod rows;
mod search;
mod seed;
mod sift;
mod skeleton;
mod sweep;
mod weighted;

pub use crossings::crossings;
pub use effort::Effort;
pub use order::{Arranged, Order};
pub use rows::Rows;
pub use search::arrange;
pub use skeleton::{Place, Skeleton, Vertex};
