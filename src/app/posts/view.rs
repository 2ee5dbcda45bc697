//! The posts screen: what is listed in which order, which post is selected, and how the person stands to it.

use std::sync::Arc;

use super::census::Census;
use super::choice::{self, Chosen, Value};
use super::filter::Filter;
use super::order::{Direction, SortKey};
use super::table::PostTable;
use super::words;
use crate::app::action::Action;
use crate::app::asks::Asks;
use crate::app::desk::Knowledge;
use crate::app::finder::Purpose;
use crate::app::overlay::{Overlay, Search};
use crate::app::screen::Screen;
use crate::app::stance::Stance;
use crate::app::{App, Side};
use crate::domain::eligibility::Eligible;
use crate::domain::id::{OrganisationId, PostId, RoleId};
use crate::domain::post::Post;

/// The orders that a key goes round.
const ROUND: [SortKey; 7] = [
    SortKey::Challenged,
    SortKey::Closes,
    SortKey::Pay,
    SortKey::Level,
    SortKey::Title,
    SortKey::Employer,
    SortKey::Region,
];

/// The posts that are listed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    of: (Filter, SortKey, Direction),
    posts: Vec<PostId>,
}

/// How the person stands to the selected post.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Asked {
    role: RoleId,
    stance: Stance,
    asks: Asks,
}

/// The state of the posts screen.
#[derive(Debug, Clone, PartialEq)]
pub struct PostsView {
    chosen: Chosen,
    key: SortKey,
    direction: Direction,
    selected: Option<PostId>,
    table: Option<Arc<PostTable>>,
    listed: Option<Arc<Listed>>,
    asked: Option<Asked>,
    census: Option<Arc<Census>>,
}

impl Default for PostsView {
    fn default() -> Self {
        Self {
            chosen: Chosen::default(),
            key: SortKey::Challenged,
            direction: Direction::Forward,
            selected: None,
            table: None,
            listed: None,
            asked: None,
            census: None,
        }
    }
}

impl PostsView {
    /// The table of all posts, once it was needed.
    #[must_use]
    pub fn table(&self) -> Option<&PostTable> {
        self.table.as_deref()
    }

    /// What is chosen.
    #[must_use]
    pub const fn chosen(&self) -> &Chosen {
        &self.chosen
    }

    /// What the list is sorted by, and in which direction.
    #[must_use]
    pub const fn order(&self) -> (SortKey, Direction) {
        (self.key, self.direction)
    }

    /// How many posts each value has, while the filter is open.
    #[must_use]
    pub fn census(&self) -> Option<&Census> {
        self.census.as_deref()
    }

    /// The listed posts, in their order.
    #[must_use]
    pub fn listed(&self) -> &[PostId] {
        self.listed.as_ref().map_or(&[], |listed| listed.posts.as_slice())
    }

    /// The selected post and its line; the first line when the selected post is not listed.
    #[must_use]
    pub fn line(&self) -> Option<(usize, PostId)> {
        let listed = self.listed();
        let found = self.selected.and_then(|selected| listed.iter().position(|post| *post == selected));
        let line = found.unwrap_or(0);
        listed.get(line).map(|post| (line, *post))
    }

    /// What the selected post asks for, once that has been looked at.
    #[must_use]
    pub fn asks(&self) -> Option<&Asks> {
        self.asked.as_ref().map(|asked| &asked.asks)
    }

    /// Which post was selected last, listed or not.
    pub(in crate::app) const fn selected(&self) -> Option<PostId> {
        self.selected
    }

    /// As nobody had used it, with this chosen; the table of posts is kept.
    pub(in crate::app) fn begin_anew(&mut self, chosen: Chosen) {
        *self = Self { chosen, table: self.table.take(), ..Self::default() };
    }

    pub(in crate::app) fn set_chosen(&mut self, chosen: Chosen) {
        self.chosen = chosen;
    }

    pub(in crate::app) fn chosen_words_back(&mut self, before: &str) {
        self.chosen.set_words(before);
    }

    pub(in crate::app) const fn select(&mut self, post: PostId) {
        self.selected = Some(post);
    }

    /// Sorts by a column; by the same one once more: the other way round.
    pub(in crate::app) fn sort_by(&mut self, key: SortKey) {
        self.direction = match (self.key == key, self.direction) {
            (true, Direction::Forward) => Direction::Backward,
            _ => Direction::Forward,
        };
        self.key = key;
    }

    pub(in crate::app) fn next_order(&mut self) {
        let at = ROUND.iter().position(|key| *key == self.key).map_or(0, |at| at + 1);
        (self.key, self.direction) = (ROUND[at % ROUND.len()], Direction::Forward);
    }
}

impl App {
    /// The posts screen's state.
    #[must_use]
    pub const fn posts_view(&self) -> &PostsView {
        &self.posts
    }

    /// The selected post, while posts are listed.
    #[must_use]
    pub fn selected_post(&self) -> Option<PostId> {
        self.posts.line().map(|(_, post)| post)
    }

    /// The role of the selected post, where one is known.
    #[must_use]
    pub fn role_of_post(&self) -> Option<RoleId> {
        self.selected_post().and_then(|post| self.pack.post(post).role).map(|matched| matched.role)
    }

    /// For which roles the person at the keyboard is eligible.
    #[must_use]
    pub fn eligible(&self) -> Knowledge<&Eligible> {
        self.desk.eligible(&self.stance)
    }

    /// How many of the listed posts the person at the keyboard is eligible for.
    #[must_use]
    pub fn fitting_posts(&self) -> Knowledge<usize> {
        match (self.eligible(), &self.posts.table) {
            (Knowledge::Known(eligible), Some(table)) => {
                let fits = |post: &&PostId| table.role_of(**post).is_some_and(|role| eligible.for_role(role));
                Knowledge::Known(self.posts.listed().iter().filter(fits).count())
            }
            (Knowledge::NothingAsked, _) => Knowledge::NothingAsked,
            _ => Knowledge::Waiting,
        }
    }

    /// All that can be chosen of posts, in the order of the filter's sheet.
    #[must_use]
    pub fn post_values(&self) -> Vec<Value> {
        let table = self.posts.table.as_ref();
        table.map_or_else(Vec::new, |table| choice::values(&self.pack, table, &self.posts.chosen))
    }

    /// The first line of the filter's section before or after the one of a line.
    pub(in crate::app) fn post_section_beside(&self, line: usize, action: Action) -> usize {
        let values = self.post_values();
        let firsts: Vec<usize> =
            (0..values.len()).filter(|&at| at == 0 || values[at - 1].facet() != values[at].facet()).collect();
        match action {
            Action::Left => firsts.iter().rev().find(|&&first| first < line).copied().unwrap_or(0),
            _ => firsts.iter().find(|&&first| first > line).copied().unwrap_or(line),
        }
    }

    /// The table of all posts, made when it is first needed.
    fn post_table(&mut self) -> Arc<PostTable> {
        let pack = &self.pack;
        Arc::clone(self.posts.table.get_or_insert_with(|| Arc::new(PostTable::of(pack))))
    }

    fn needs_posts(&self) -> bool {
        self.screen == Screen::Posts
    }

    /// Lists the posts anew where something changed that the list hangs on. A key that changes nothing costs nothing.
    pub(in crate::app) fn list_posts(&mut self) {
        if matches!(self.overlays.last(), Some(Overlay::Find(_, Purpose::Look))) {
            self.post_table();
        }
        if !self.needs_posts() {
            return;
        }
        let pack = Arc::clone(&self.pack);
        let table = self.post_table();
        let eligible = match self.desk.eligible(&self.stance) {
            Knowledge::Known(eligible) => Some(eligible),
            _ => None,
        };
        let of = (self.posts.chosen.filter(self.today, eligible), self.posts.key, self.posts.direction);
        let is_open = matches!(self.overlays.last(), Some(Overlay::PostFilter(_)));
        let is_new = self.posts.listed.as_ref().is_none_or(|listed| listed.of != of);
        if is_open && (is_new || self.posts.census.is_none()) {
            self.posts.census = Some(Arc::new(Census::of(&pack, &table, &self.posts.chosen, self.today, eligible)));
        } else if !is_open {
            self.posts.census = None;
        }
        self.england.count(&pack, &table, &of.0);
        if is_new {
            let posts = table.view(&of.0, of.1, of.2);
            self.posts.listed = Some(Arc::new(Listed { of, posts }));
        }
        self.ask_of_post();
    }

    /// How the person stands to what the selected post's role asks for.
    fn ask_of_post(&mut self) {
        let Some(role) = self.role_of_post() else {
            self.posts.asked = None;
            return;
        };
        let is_known = self.posts.asked.as_ref().is_some_and(|asked| asked.role == role && asked.stance == self.stance);
        if !is_known {
            let asks = Asks::of(&self.pack, &self.stance, role);
            self.posts.asked = Some(Asked { role, stance: self.stance.clone(), asks });
        }
    }

    /// Takes a pack with other posts and the table of them; the selected post stays selected if it is still there.
    pub(in crate::app) fn take_posts(&mut self, pack: Arc<crate::domain::Pack>, table: Arc<PostTable>) {
        let id = |post: &PostId| self.pack.post(*post).id.clone();
        let selected = self.posts.selected.as_ref().map(id);
        self.posts.selected = selected.and_then(|id| pack.post_ids().find(|post| pack.post(*post).id == id));
        self.pack = pack;
        self.posts.table = Some(table);
        self.posts.listed = None;
        self.posts.census = None;
        self.england.forget_posts();
        self.desk.forget_eligible();
    }

    /// Changes what is chosen of posts, remembering what was before.
    pub(in crate::app) fn choose_posts(&mut self, change: impl FnOnce(&mut Chosen)) {
        let before = self.turn();
        change(&mut self.posts.chosen);
        if self.posts.chosen != before.posts {
            self.history.remember(before);
        }
    }

    /// Does what an action means for the list of posts.
    pub(in crate::app) fn sift_posts(&mut self, action: Action) {
        match action {
            Action::FilterPosts => self.overlays.push(Overlay::PostFilter(0)),
            Action::PostWords => {
                let before = self.posts.chosen.words().to_owned();
                let field = super::super::field::Field::with(before.clone());
                self.overlays.push(Overlay::PostWords { search: Search { field, selected: 0 }, before });
            }
            Action::ToggleValue => self.toggle_post_value(),
            Action::ShowAll => self.choose_posts(|chosen| *chosen = Chosen::default()),
            Action::FitsMe => self.choose_posts(|chosen| chosen.toggle(Value::Eligible)),
            Action::Order => self.posts.next_order(),
            Action::ReverseOrder => self.posts.sort_by(self.posts.key),
            _ => {}
        }
        let told = matches!(action, Action::ShowAll | Action::FitsMe | Action::Order | Action::ReverseOrder);
        if told {
            self.tell_posts();
        }
    }

    /// Says what is listed, and in which order.
    fn tell_posts(&mut self) {
        self.list_posts();
        let (count, all) = (self.posts.listed().len(), self.pack.tables().posts.len());
        let chosen = words::chosen(&self.pack, &self.posts.chosen);
        let listed = match chosen {
            Some(chosen) => format!("{count} of {all} posts: {chosen}"),
            None => format!("All {all} posts"),
        };
        self.notice = Some(format!("{listed}; {}", words::order(self.posts.key, self.posts.direction)));
    }

    fn toggle_post_value(&mut self) {
        let Some(Overlay::PostFilter(line)) = self.overlays.last() else { return };
        let Some(value) = self.post_values().get(*line).cloned() else { return };
        if value == Value::Eligible && self.stance.me.is_none() {
            self.notice = Some("Say who you are first: s on a role, or w for a ready-made person".to_owned());
            return;
        }
        self.choose_posts(|chosen| chosen.toggle(value));
    }

    /// Looks for other words at once, as they are typed.
    pub(in crate::app) fn type_post_words(&mut self) {
        if let Some(Overlay::PostWords { search, .. }) = self.overlays.last() {
            let typed = search.field.text().to_owned();
            self.posts.chosen.set_words(&typed);
        }
    }

    /// Keeps the words that were typed, remembering for undo what was before.
    pub(in crate::app) fn keep_post_words(&mut self, before: &str) {
        let words = self.posts.chosen.words().to_owned();
        self.posts.chosen.set_words(before);
        self.choose_posts(|chosen| chosen.set_words(&words));
    }

    /// Shows a post on its screen, without a filter that would hide it.
    pub(in crate::app) fn show_post(&mut self, post: PostId) {
        self.go_to_posts();
        self.posts.select(post);
        self.list_posts();
        if self.selected_post() != Some(post) {
            self.choose_posts(|chosen| *chosen = Chosen::default());
        }
    }

    /// Shows the posts of a role on their screen.
    pub(in crate::app) fn show_posts_of(&mut self, role: RoleId) {
        self.go_to_posts();
        self.choose_posts(|chosen| *chosen = Chosen::of_role(role));
        self.notice = Some(format!("Only posts of {}; 0 lists all", self.pack.role(role).title));
    }

    /// Shows the posts in an organisation on their screen.
    pub(in crate::app) fn show_posts_in(&mut self, organisation: OrganisationId) {
        self.go_to_posts();
        self.choose_posts(|chosen| *chosen = Chosen::of_organisation(organisation));
        self.notice = Some(format!("Only posts in {}; 0 lists all", self.pack.organisation(organisation).name));
    }

    fn go_to_posts(&mut self) {
        self.overlays.clear();
        self.jump = None;
        self.screen = Screen::Posts;
        self.sides.insert(Screen::Posts, Side::Main);
    }

    /// Whether the person at the keyboard is eligible for a post, where that is known.
    #[must_use]
    pub fn fits_me(&self, post: &Post) -> Option<bool> {
        match self.eligible() {
            Knowledge::Known(eligible) => Some(eligible.for_post(post)),
            _ => None,
        }
    }
}
