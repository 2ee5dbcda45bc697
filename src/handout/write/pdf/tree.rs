//! What the pieces on the pages are: headings, paragraphs, lists, tables, a figure, in the order of reading.

use std::num::NonZeroU16;

use krilla::geom::Rect;
use krilla::tagging::{BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind};

/// A part of the tree.
#[derive(Debug)]
pub(super) struct Branch {
    pub(super) part: Part,
    pub(super) children: Vec<Child>,
}

/// What hangs on a branch.
#[derive(Debug)]
pub(super) enum Child {
    Branch(Branch),
    /// Pieces on the pages, by the number of their leaf.
    Leaf(usize),
}

/// What a branch is.
#[derive(Debug, Clone)]
pub(super) enum Part {
    Section,
    Heading(NonZeroU16, String),
    Paragraph,
    List,
    Item,
    Label,
    Body,
    Table,
    Caption,
    Row,
    ColumnHead,
    RowHead,
    Cell,
    Figure { says: String, page: usize, around: Rect },
}

impl Branch {
    pub(super) const fn new(part: Part, children: Vec<Child>) -> Self {
        Self { part, children }
    }

    /// A branch with nothing on it but the pieces of a leaf.
    pub(super) fn leaf(part: Part, leaf: usize) -> Self {
        Self::new(part, vec![Child::Leaf(leaf)])
    }

    /// The same for the PDF; `drawn` has the pieces of each leaf.
    pub(super) fn tagged(self, drawn: &mut [Vec<Identifier>]) -> TagGroup {
        let mut group = TagGroup::new(self.part.kind());
        for child in self.children {
            match child {
                Child::Branch(branch) => group.push(Node::Group(branch.tagged(drawn))),
                Child::Leaf(leaf) => {
                    let pieces = drawn.get_mut(leaf).map(std::mem::take).unwrap_or_default();
                    for piece in pieces {
                        group.push(Node::Leaf(piece));
                    }
                }
            }
        }
        group
    }
}

impl Part {
    fn kind(self) -> TagKind {
        match self {
            Self::Section => Tag::Section.into(),
            Self::Heading(level, title) => Tag::Hn(level, Some(title)).into(),
            Self::Paragraph => Tag::P.into(),
            Self::List => Tag::L(ListNumbering::Disc).into(),
            Self::Item => Tag::LI.into(),
            Self::Label => Tag::Lbl.into(),
            Self::Body => Tag::LBody.into(),
            Self::Table => Tag::Table.into(),
            Self::Caption => Tag::Caption.into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHead => Tag::TH(TableHeaderScope::Row).into(),
            Self::Cell => Tag::TD.into(),
            Self::Figure { says, page, around } => {
                Tag::Figure(Some(says)).with_bbox(Some(BBox::new(page, around))).into()
            }
        }
    }
}
