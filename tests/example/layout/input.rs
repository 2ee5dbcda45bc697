//! The graph as it is written in the file, and what can be wrong with it.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;

use fingerpost::layout::layered::Effort;
use petgraph::graph::{Graph, NodeIndex};
use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::{Serialize, Serializer};

/// A name that is text or a whole number. 7 and "7" are the same name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Id<'a> {
    Number(i64),
    Text(Cow<'a, str>),
}

impl Id<'_> {
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::Text(text) => Cow::Borrowed(text),
        }
    }
}

impl<'de: 'a, 'a> Deserialize<'de> for Id<'a> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Id<'de>;
            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a name: text or a whole number")
            }
            fn visit_i64<E: de::Error>(self, number: i64) -> Result<Id<'de>, E> {
                Ok(Id::Number(number))
            }
            fn visit_u64<E: de::Error>(self, number: u64) -> Result<Id<'de>, E> {
                i64::try_from(number).map(Id::Number).map_err(|_| E::custom("this number is too large for a name"))
            }
            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Borrowed(text)))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Id<'de>, E> {
                Ok(Id::Text(Cow::Owned(text.to_owned())))
            }
        }
        from.deserialize_any(Reader)
    }
}

impl Serialize for Id<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => to.serialize_i64(*number),
            Self::Text(text) => to.serialize_str(text),
        }
    }
}

#[derive(serde::Deserialize)]
pub struct Document<'a> {
    #[serde(borrow)]
    layers: Vec<Vec<Id<'a>>>,
    #[serde(borrow)]
    edges: Vec<(Id<'a>, Id<'a>)>,
    #[serde(borrow, default)]
    lanes: Option<HashMap<Cow<'a, str>, Id<'a>>>,
    #[serde(default)]
    pub effort: Option<String>,
}

/// A graph that can be laid out: for each node its layer, lane and key.
pub struct Input<'a> {
    pub graph: Graph<(), ()>,
    pub layers: Vec<u32>,
    pub lanes: Vec<Option<u32>>,
    pub keys: Vec<u64>,
    pub ids: Ids<'a>,
}

/// The names of the nodes.
pub struct Ids<'a> {
    pub of: Vec<Id<'a>>,
    /// How many layers the file has, empty ones included.
    pub layers: usize,
}

pub fn parse(text: &str) -> Result<Document<'_>, serde_json::Error> {
    serde_json::from_str(text)
}

pub fn effort(wanted: Option<&str>) -> Result<Effort, String> {
    match wanted {
        Some("first") => Ok(Effort::First),
        None | Some("local") => Ok(Effort::Local),
        Some("polish") => Ok(Effort::Polish),
        Some(other) => Err(format!("the effort {} is none of first, local, polish", other.escape_debug())),
    }
}

impl<'a> Document<'a> {
    /// Joins edges and lanes to the nodes they name.
    pub fn check(self) -> Result<Input<'a>, String> {
        let mut ids = Ids { of: Vec::new(), layers: self.layers.len() };
        let mut layers = Vec::new();
        for (layer, members) in (0..).zip(self.layers) {
            layers.extend(members.iter().map(|_| layer));
            ids.of.extend(members);
        }
        let (graph, lanes, keys) = join(&ids.of, &layers, &self.edges, &self.lanes.unwrap_or_default())?;
        Ok(Input { graph, layers, lanes, keys, ids })
    }
}

type Joined = (Graph<(), ()>, Vec<Option<u32>>, Vec<u64>);

/// The edges between the nodes, and for each node its lane and its key: where its name stands among the sorted names.
fn join(
    ids: &[Id<'_>],
    layers: &[u32],
    edges: &[(Id<'_>, Id<'_>)],
    lanes: &HashMap<Cow<'_, str>, Id<'_>>,
) -> Result<Joined, String> {
    let names: Vec<Cow<'_, str>> = ids.iter().map(Id::text).collect();
    let mut nodes: HashMap<&str, usize> = HashMap::with_capacity(names.len());
    for (node, name) in names.iter().enumerate() {
        if let Some(before) = nodes.insert(name, node) {
            let (first, second) = (layers[before], layers[node]);
            return Err(format!(
                "layers: the id {} stands twice, in layer {first} and in layer {second}",
                quoted(name)
            ));
        }
    }
    let mut graph = Graph::with_capacity(names.len(), edges.len());
    for _ in &names {
        graph.add_node(());
    }
    let find = |at: usize, end: &Id<'_>| {
        let node = nodes.get(&*end.text()).copied().map(NodeIndex::new);
        node.ok_or_else(|| format!("edges: edge {at} names the id {}, which is in no layer", quoted(&end.text())))
    };
    for (at, (from, to)) in edges.iter().enumerate() {
        graph.add_edge(find(at, from)?, find(at, to)?, ());
    }
    let lanes = numbered(lanes, &nodes, names.len())?;
    let mut sorted: Vec<usize> = (0..names.len()).collect();
    sorted.sort_unstable_by(|&a, &b| names[a].cmp(&names[b]));
    let mut keys = vec![0; names.len()];
    for (key, node) in (0..).zip(sorted) {
        keys[node] = key;
    }
    Ok((graph, lanes, keys))
}

/// For each node its lane; lanes are numbered in the order of their names.
fn numbered(
    given: &HashMap<Cow<'_, str>, Id<'_>>,
    nodes: &HashMap<&str, usize>,
    count: usize,
) -> Result<Vec<Option<u32>>, String> {
    let mut named: Vec<String> = given.values().map(|lane| lane.text().into_owned()).collect();
    named.sort_unstable();
    named.dedup();
    let numbers: HashMap<&str, u32> = named.iter().map(String::as_str).zip(0..).collect();
    let mut lanes = vec![None; count];
    let mut strangers: Vec<&str> = given.keys().map(|id| &**id).filter(|id| !nodes.contains_key(id)).collect();
    strangers.sort_unstable();
    if let Some(stranger) = strangers.first() {
        return Err(format!("lanes: the id {} is in no layer", quoted(stranger)));
    }
    for (id, lane) in given {
        lanes[nodes[&**id]] = numbers.get(&*lane.text()).copied();
    }
    Ok(lanes)
}

/// A name from outside, safe to print.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.escape_debug())
}
