//! Everything a person can do, and when. The rows that say how it is called and which keys do it are in
//! [`super::table`].

pub(super) mod appraisal;

use std::fmt;

use super::App;
use super::export::{Dialog, Standing};
use super::overlay::Overlay;
use super::profile::Ownership;
use super::screen::Screen;
use crate::domain::appraisal::Rating;
use crate::domain::planner::{Course, MovesAllowed};

/// Something a person can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// Up, or the sibling above.
    Up,
    /// Down, or the sibling below.
    Down,
    /// Left, or to where one comes from.
    Left,
    /// Right, or to where this leads.
    Right,
    /// On the map, back to the role that was selected before.
    Retrace,
    /// On the map, forward again to where one came back from.
    Advance,
    /// To the first.
    First,
    /// To the last.
    Last,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// Looks at the map from nearer.
    ZoomIn,
    /// Looks at the map from farther.
    ZoomOut,
    /// On the map, what the selected role asks for and its posts, beside its box.
    Between,
    /// Shows the small map in a corner of the whole map, or leaves it out.
    SmallMap,
    /// Folds the lane of the selected role on the whole map, or opens it.
    Fold,
    /// Folds all lanes but the selected role's on the whole map, or opens all.
    FoldOthers,
    /// Explains the signs of the map.
    Legend,
    /// Opens what is selected.
    Open,
    /// Back one level.
    Back,
    /// To the next pane.
    NextPane,
    /// To the pane before.
    PreviousPane,
    /// To a screen.
    Show(Screen),
    /// Finds a role or training item by name.
    Find,
    /// Lists everything that can be done here.
    Help,
    /// Finds an action by name.
    Palette,
    /// Labels the roles in view; typing a label selects its role.
    Jump,
    /// The selected role is the one I hold.
    SetMe,
    /// Opens one of the user's own profiles, or tries on one of the pack's people.
    ChoosePerson,
    /// Gives the selected profile another label.
    NameProfile,
    /// Copies the selected profile.
    CopyProfile,
    /// Removes the selected profile.
    RemoveProfile,
    /// Shows the profile, to be looked at and changed.
    Profile,
    /// Adds to the section of the profile's selected line.
    AddLine,
    /// Takes what the selected line says out of the profile.
    RemoveLine,
    /// Keeps somebody who is tried on as the user's own profile.
    MakeOwn,
    /// Notes that a requirement was waived, or something else taken in its place.
    RecordWaiver,
    /// Lists the warnings.
    Warnings,
    /// Puts the selected warning away, or brings it back.
    PutAway,
    /// The selected role is the one I want.
    SetTarget,
    /// To the next ruleset.
    NextRuleset,
    /// Another hour of study a week.
    StudyMore,
    /// An hour of study less.
    StudyLess,
    /// With or without the moves that nobody should count on.
    Exceptional,
    /// Undoes the last change of person, target, rules, hours, moves or filter.
    Undo,
    /// Does again what was undone.
    Redo,
    /// Back to the user's own profile from somebody who was tried on.
    ComeBack,
    /// Takes the chosen route as a plan from today on.
    MakePlan,
    /// The selected item of the plan is done today, or open again.
    TickOff,
    /// The selected item of the plan was done on another day.
    DoneOn,
    /// Gives the chosen plan another name.
    NamePlan,
    /// Removes the chosen plan.
    RemovePlan,
    /// Asks for routes anew from where the chosen plan has come to.
    AskAgain,
    /// Opens the sheet on which the selected competency is rated, and the next ones after it.
    Rate,
    /// Rates the selected competency so.
    RateAs(Rating),
    /// Takes the rating of the selected competency away.
    Unrate,
    /// Rates the selected competency one point higher.
    RateHigher,
    /// Rates the selected competency one point lower.
    RateLower,
    /// Opens the notes on the selected competency.
    Notes,
    /// While notes are written, from what was achieved to how, or back.
    OtherNote,
    /// Makes the selected competency a priority, or no longer one.
    Priority,
    /// Begins a new appraisal.
    NewAppraisal,
    /// Chooses another appraisal to look at.
    OtherAppraisal,
    /// Removes the appraisal that is shown.
    RemoveAppraisal,
    /// The appraisal is rated against another stage.
    OtherStage,
    /// Writes down a new objective.
    AddObjective,
    /// Changes the selected objective.
    EditObjective,
    /// Removes the selected objective.
    RemoveObjective,
    /// Marks a route or plan to be compared, or unmarks it.
    Mark,
    /// Sets routes or plans side by side.
    Compare,
    /// Sets the fastest routes under today's rules and under the review side by side.
    CompareRules,
    /// Copies the chosen route, in words.
    CopyRoute,
    /// Asks in which format and where what stands on the screen is to be exported.
    Export,
    /// Writes over the file of that name.
    WriteOver,
    /// Copies the path of the file that was exported.
    CopyPath,
    /// Selects the role held now on the map.
    GoToMe,
    /// Selects the role wanted on the map.
    GoToTarget,
    /// On the map, only what is within one, two, three moves of the selected role; then all again.
    NearOnly,
    /// Chooses what is to be seen of the map.
    Filter,
    /// Chooses the selected line of the filter, or chooses it no longer.
    ToggleValue,
    /// On the map, no filter.
    ShowAll,
    /// On the map, roles that do not pass are hidden instead of dimmed, or dimmed again.
    DimOrHide,
    /// On the map, roles that do not pass take no room, or have their places again.
    Compact,
    /// Only training of one status.
    FilterStatus,
    /// Only training of one kind.
    FilterKind,
    /// Another order of training or posts.
    Order,
    /// The other way round of the order of posts.
    ReverseOrder,
    /// Chooses which posts are listed.
    FilterPosts,
    /// Only posts with words in them, as they are typed.
    PostWords,
    /// Only posts for which one is eligible, or all again.
    FitsMe,
    /// On the map of England, only posts of the board, or all again.
    OnlyBoard,
    /// On the map of England, only posts of the board's region, or all again.
    OnlyRegion,
    /// The care boards of the other year.
    OtherBoards,
    /// Shades care boards by the worst segment, or by the mean.
    OtherShade,
    /// Routes through the role of the selected post.
    ThroughPost,
    /// Routes of any course again.
    AnyCourse,
    /// Whether the selected post pays back.
    PayBack,
    /// Who could fill the selected post.
    Feeders,
    /// What the selected post would have to offer.
    WhatIf,
    /// The least of each lever that would do.
    Least,
    /// The selected post's role on the map.
    RoleOfPost,
    /// The posts of the role selected on the map.
    PostsOfRole,
    /// Plays the selected deck, or goes back to the step from a stroll.
    Play,
    /// To the next step of the deck.
    NextStep,
    /// To the step before.
    PreviousStep,
    /// To the first step.
    FirstStep,
    /// To the last step.
    LastStep,
    /// Lets the deck step by itself, or no longer.
    StepByItself,
    /// Leaves the step for a stroll.
    Stroll,
    /// Blanks the screen, or shows it again.
    Curtain,
    /// Shows the presenter's notes, or hides them.
    DeckNotes,
    /// Counts the hands of the room.
    CountHands,
    /// Ends the deck.
    EndDeck,
    /// Begins to record a deck, or ends it and saves the deck.
    Record,
    /// What is on the screen becomes a step of the recording.
    KeepStep,
    /// Throws the recording away.
    DropRecording,
    /// Stops the program until the shell brings it back.
    Suspend,
    /// Leaves the program.
    Quit,
    /// Close what is open; before anybody has been chosen, leave the program.
    Leave,
}

/// What sort of thing an action is, for help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Getting about.
    Move,
    /// Screens and layers.
    Show,
    /// The question: who, where to, under which rules.
    Question,
    /// What only one screen has.
    Screen,
    /// The program.
    Program,
}

impl Category {
    /// All of them, in the order of help.
    pub const ALL: [Self; 5] = [Self::Question, Self::Screen, Self::Show, Self::Move, Self::Program];
}

impl fmt::Display for Category {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Move => "Getting about",
            Self::Show => "Finding and showing",
            Self::Question => "The question",
            Self::Screen => "On this screen",
            Self::Program => "The program",
        })
    }
}

/// Whether an action can be done now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// It can.
    Now,
    /// It cannot, and why.
    Not(&'static str),
}

fn when(condition: bool, otherwise: &'static str) -> Availability {
    if condition { Availability::Now } else { Availability::Not(otherwise) }
}

pub(super) fn always(_: &App) -> Availability {
    Availability::Now
}

pub(super) fn with_role(app: &App) -> Availability {
    when(app.selected_role().is_some(), "select a role first: on the map, or with /")
}

pub(super) fn with_me(app: &App) -> Availability {
    when(app.stance().me.is_some(), "say who you are first: s on a role, or w for a ready-made person")
}

pub(super) fn with_target(app: &App) -> Availability {
    when(app.stance().target.is_some(), "choose a target first: t on a role")
}

pub(super) fn with_people(app: &App) -> Availability {
    let anybody = !app.pack().tables().personas.is_empty() || app.has_place_for_profiles();
    when(anybody, "this pack brings no people; press s on a role")
}

pub(super) fn with_profile(app: &App) -> Availability {
    when(app.has_selected_profile(), "select one of your own profiles that can be read: w")
}

pub(super) fn with_profile_file(app: &App) -> Availability {
    when(app.has_selected_file(), "select one of your own profiles: w")
}

pub(super) fn with_route(app: &App) -> Availability {
    when(app.chosen_route().is_some(), "there is no route to copy: choose who you are (s) and a target (t)")
}

pub(super) fn in_profile(app: &App) -> Availability {
    when(matches!(app.overlays().last(), Some(Overlay::Profile(_))), "open your profile first: gp")
}

pub(super) fn with_tried(app: &App) -> Availability {
    let tried = app.stance().me.is_some() && app.ownership() == Ownership::TriedOn;
    when(tried, "nobody is tried on, or there is no place to keep a profile")
}

pub(super) fn with_warnings(app: &App) -> Availability {
    when(!app.warnings().is_empty(), "there are no warnings")
}

pub(super) fn in_warnings(app: &App) -> Availability {
    when(matches!(app.overlays().last(), Some(Overlay::Warnings(_))), "open the warnings first: !")
}

pub(super) fn with_own(app: &App) -> Availability {
    when(app.can_come_back(), "you are yourself, as far as this program knows")
}

pub(super) fn with_way(app: &App) -> Availability {
    when(app.chosen_route().is_some(), "there is no way to make a plan of: choose who you are (s) and a target (t)")
}

pub(super) fn with_plan(app: &App) -> Availability {
    when(app.chosen_plan().is_some(), "there is no plan: choose a way on the routes (2) and press m")
}

pub(super) fn with_item(app: &App) -> Availability {
    if app.screen() == Screen::Appraisal {
        return appraisal::with_appraisal_line(app);
    }
    when(app.chosen_plan_item().is_some(), "there is nothing in this plan to tick off")
}

pub(super) fn with_export(app: &App) -> Availability {
    when(!app.export_choices().is_empty(), "there is nothing here to export yet")
}

pub(super) fn with_taken(app: &App) -> Availability {
    let taken = |dialog: &Dialog| matches!(dialog.standing, Standing::Taken { .. });
    let is_taken = matches!(app.overlays().last(), Some(Overlay::Export(dialog)) if taken(dialog));
    when(is_taken, "there is no file of that name to write over")
}

pub(super) fn with_path(app: &App) -> Availability {
    when(matches!(app.overlays().last(), Some(Overlay::Exported(_))), "there is no path to copy here")
}

pub(super) fn with_two_rules(app: &App) -> Availability {
    when(app.compared_by_rules().len() == 2, "there is no way under today's rules and the review's to compare")
}

pub(super) fn with_several(app: &App) -> Availability {
    if app.screen() == Screen::Plan {
        return when(app.compared_plans().is_some(), "it takes two plans to compare: m on the routes makes another");
    }
    when(app.picks().len() > 1, "there is only one way or none: nothing to compare")
}

pub(super) fn with_filter(app: &App) -> Availability {
    let is_off = match app.screen() {
        Screen::Posts => app.posts_view().chosen().is_off(),
        _ => app.map().sieve().filter().is_off(),
    };
    when(!is_off, "there is no filter: choose one with f or F")
}

pub(super) fn in_filter(app: &App) -> Availability {
    let is_open = matches!(app.overlays().last(), Some(Overlay::Filter(_) | Overlay::PostFilter(_)));
    when(is_open, "open the filter first: F on the map, f on the posts")
}

pub(super) fn on_map(app: &App) -> Availability {
    when(app.screen() == Screen::Map, "that belongs to the map (1)")
}

pub(super) fn with_filter_of_map(app: &App) -> Availability {
    when(!app.map().sieve().filter().is_off(), "there is no filter of the map: choose one with f or F")
}

pub(super) fn with_england(app: &App) -> Availability {
    when(!app.pack().tables().tiles.is_empty(), "this pack brings no map of England")
}

pub(super) fn with_board(app: &App) -> Availability {
    when(app.tile_in_question().is_some(), "no care board is known for this post")
}

pub(super) fn with_course(app: &App) -> Availability {
    when(app.stance().course != Course::Any, "these are all ways already")
}

pub(super) fn with_prospect(app: &App) -> Availability {
    let prospect = app.prospect();
    let mine = app.stance().me.as_ref().map(|me| me.person.role);
    match prospect {
        None if app.role_of_post().is_none() => Availability::Not("no role is known for this post"),
        None if mine.is_none() => with_me(app),
        None => Availability::Not("choose first where you want to get in the end: t on a role of the map"),
        Some(found) if found.target == found.role => {
            Availability::Not("this post is of the role you want: nothing goes through it; choose another target (t)")
        }
        Some(found) if Some(found.role) == mine => Availability::Not("you hold the role of this post already"),
        Some(_) => Availability::Now,
    }
}

pub(super) fn in_levers(app: &App) -> Availability {
    when(matches!(app.overlays().last(), Some(Overlay::WhatIf(_))), "open the levers first: i on the posts")
}

pub(super) fn with_role_of_post(app: &App) -> Availability {
    when(app.role_of_post().is_some(), "no role is known for this post")
}

pub(super) fn with_posts_of_role(app: &App) -> Availability {
    let posts = app.selected_role().is_some_and(|role| !app.pack().posts_of(role).is_empty());
    when(posts, "no post of this role is known")
}

pub(super) fn with_past(app: &App) -> Availability {
    when(app.can_undo(), "there is nothing to undo")
}

pub(super) fn with_undone(app: &App) -> Availability {
    when(app.can_redo(), "there is nothing to do again")
}

impl App {
    /// Whether exceptional moves are reckoned with.
    #[must_use]
    pub fn exceptional_moves(&self) -> bool {
        self.stance().moves == MovesAllowed::Exceptional
    }
}
