//! The rows of the table, in the order of help and palette.

mod about;

use super::places::{
    ASKING, CALM, ENGLAND, EVERYWHERE, FILTER, FORM, LAYER, LAYERS, LEVERS, LIST, MAP, MAP_AND_FILTER, NOT_FILTER,
    NOT_POSTS, NUMBERED, OPENING, PLANNING, PLANS, POSTS, PROFILE, RATING, ROUTES, SCREENS, SHOWING, TRAINING, TYPING,
    TYPING_OR_FORM, UNDOING, WARNINGS,
};
use super::{Place, Row, appraisal, export, people, plan, profile, row, workshop};
use crate::app::action::Category::{Question, Screen as OnScreen};
use crate::app::action::{self, Action};

/// The table. Its order is the order of help and palette.
pub const ROWS: &[Row] = &joined::<{ BEFORE_ABOUT.len() + about::ROWS.len() }>(BEFORE_ABOUT, about::ROWS);

const BEFORE_ABOUT: &[Row] = &joined::<{ ON_SCREENS.len() + workshop::ROWS.len() }>(ON_SCREENS, workshop::ROWS);

const ON_SCREENS: &[Row] = &joined::<{ FIRST.len() + appraisal::ROWS.len() }>(FIRST, appraisal::ROWS);

/// Two parts of the table, one after the other.
const fn joined<const COUNT: usize>(first: &[Row], then: &[Row]) -> [Row; COUNT] {
    let mut all = [first[0]; COUNT];
    let mut at = 0;
    while at < COUNT {
        all[at] = if at < first.len() { first[at] } else { then[at - first.len()] };
        at += 1;
    }
    all
}

/// The question, and what single screens have.
const FIRST: &[Row] = &[
    row(
        Action::SetTarget,
        (
            "target",
            "Make this role my target",
            "The role selected on the map, that of the selected post, or one you find by name, is the one you want.",
        ),
        Question,
        &[(SCREENS, &["t"])],
    )
    .hint(ASKING, "target")
    .when(action::with_role),
    row(
        Action::SetMe,
        (
            "me",
            "This is my role",
            "The role selected on the map, or one you find by name, is the one you hold; asks for how many years.",
        ),
        Question,
        &[(SCREENS, &["s"])],
    )
    .hint(MAP, "me")
    .when(action::with_role),
    row(
        Action::ChoosePerson,
        (
            "person",
            "Who: profiles and people",
            "Opens one of your own profiles, begins a new one, or tries on one of the ready-made people of the pack.",
        ),
        Question,
        &[(SCREENS, &["w"])],
    )
    .hint(ASKING, "who")
    .when(action::with_people),
    row(Action::ComeBack, ("come-back", "Back to me", "Back to your own profile."), Question, &[(SCREENS, &["gb"])])
        .hint(SCREENS, "back to me")
        .when(action::with_own),
    profile::ADD_LINE,
    profile::REMOVE_LINE,
    profile::MAKE_OWN,
    row(
        Action::NextRuleset,
        ("rules", "Next rules", "Goes round today's rules, as advised, under the review; says what that changes."),
        Question,
        &[(SCREENS, &["p"])],
    )
    .hint(ASKING, "rules"),
    row(
        Action::Exceptional,
        (
            "exceptional",
            "With exceptional moves",
            "Also moves that somebody made but nobody should count on; they are marked.",
        ),
        Question,
        &[(SCREENS, &["x"])],
    )
    .hint(ROUTES, "exceptional"),
    row(
        Action::Undo,
        ("undo", "Undo", "Takes back the last change of person, target, rules, hours, moves or filter."),
        Question,
        &[(SCREENS, &["u"]), (FILTER, &["u"]), (PROFILE, &["u"]), (WARNINGS, &["u"]), (RATING, &["u"])],
    )
    .hint(UNDOING, "undo")
    .when(action::with_past),
    row(Action::Redo, ("redo", "Redo", "Does again what was undone."), Question, &[(SCREENS, &["<ctrl+r>"]), (PROFILE, &["<ctrl+r>"])])
        .when(action::with_undone),
    row(
        Action::StudyMore,
        ("study-more", "More study a week", "One more hour of study a week."),
        OnScreen,
        &[(ROUTES, &["+", "="])],
    )
    .hint(ROUTES, "more")
    .when(action::with_me),
    row(
        Action::StudyLess,
        ("study-less", "Less study a week", "One hour of study a week less."),
        OnScreen,
        &[(ROUTES, &["-"])],
    )
    .hint(ROUTES, "less study")
    .when(action::with_me),
    people::NAME_PROFILE,
    people::COPY_PROFILE,
    people::REMOVE_PROFILE,
    plan::MAKE_PLAN,
    plan::TICK_OFF,
    plan::DONE_ON,
    plan::ASK_AGAIN,
    plan::NAME_PLAN,
    plan::REMOVE_PLAN,
    row(
        Action::Mark,
        ("mark", "Mark to compare", "Marks the selected way or plan to compare it, or unmarks it; three ways at the most."),
        OnScreen,
        &[(ROUTES, &["<space>"]), (PLANS, &["<space>"])],
    )
    .when(action::with_several),
    row(
        Action::Compare,
        (
            "compare",
            "Compare",
            "The marked ways or plans, or the selected one and another, side by side: where they part and meet again.",
        ),
        OnScreen,
        &[(ROUTES, &["c"]), (PLANNING, &["c"])],
    )
    .hint(ROUTES, "compare")
    .when(action::with_several),
    row(
        Action::CompareRules,
        (
            "compare-rules",
            "Compare rules",
            "The fastest way under today's rules beside the fastest under the review: where they part and meet again.",
        ),
        OnScreen,
        &[(ROUTES, &["C"])],
    )
    .when(action::with_two_rules),
    row(
        Action::CopyRoute,
        ("copy-route", "Copy the route", "Hands the chosen route, in words, to the terminal's clipboard."),
        OnScreen,
        &[(ROUTES, &["y"])],
    )
    .when(action::with_route),
    export::WRITE_OVER,
    export::COPY_PATH,
    row(
        Action::FilterStatus,
        (
            "filter-status",
            "Filter by status",
            "Only training that can be started now, that is running, proposed, and so on round.",
        ),
        OnScreen,
        &[(TRAINING, &["f"])],
    )
    .hint(TRAINING, "status"),
    row(
        Action::FilterKind,
        ("filter-kind", "Filter by kind", "Only programmes, only qualifications, and so on round."),
        OnScreen,
        &[(TRAINING, &["v"])],
    )
    .hint(TRAINING, "kind"),
    row(
        Action::Order,
        (
            "order",
            "Change the order",
            "Training useful to you first, most asked for first, or by title; posts challenged first, by closing date, \
             pay, level, title, employer or region.",
        ),
        OnScreen,
        &[(TRAINING, &["o"]), (POSTS, &["o"])],
    )
    .hint(&[Place::Training, Place::Posts], "order"),
    row(
        Action::ReverseOrder,
        ("order-reverse", "The other way round", "Turns the order of the posts round."),
        OnScreen,
        &[(POSTS, &["O"])],
    ),
    row(
        Action::FilterPosts,
        (
            "filter-posts",
            "Filter the posts",
            "By what fits you, challenged, segment, closing date, pay, region, family and level, each with its count.",
        ),
        OnScreen,
        &[(POSTS, &["f", "F"])],
    )
    .hint(LIST, "filter"),
    row(
        Action::PostWords,
        (
            "posts-words",
            "Posts with these words",
            "Type words of the title, employer, town, grade or reference; the list follows as you type.",
        ),
        OnScreen,
        &[(POSTS, &["/"])],
    )
    .hint(LIST, "words"),
    row(
        Action::FitsMe,
        ("posts-fit", "Only what is open to me", "Only posts whose role asks, under these rules, for nothing you lack; or all again."),
        OnScreen,
        &[(POSTS, &["e"])],
    )
    .hint(LIST, "for me")
    .when(action::with_me),
    row(
        Action::OnlyBoard,
        (
            "only-board",
            "Only this board",
            "Lists only the posts of the care board under the map's cursor, or that of the selected post; again: all.",
        ),
        OnScreen,
        &[(ENGLAND, &["<space>", "b"]), (LIST, &["b"])],
    )
    .hint(ENGLAND, "only this board")
    .when(action::with_board),
    row(
        Action::OnlyRegion,
        ("only-region", "Only this region", "Lists only the posts of the region of that care board; again: all."),
        OnScreen,
        &[(POSTS, &["R"])],
    )
    .hint(ENGLAND, "only its region")
    .when(action::with_board),
    row(
        Action::OtherBoards,
        (
            "other-boards",
            "Boards of 2022 or 2026",
            "The map of England with the 42 care boards of 2022, or with the 36 since the mergers of 2026.",
        ),
        OnScreen,
        &[(POSTS, &["y"])],
    )
    .hint(ENGLAND, "2022 or 2026")
    .when(action::with_england),
    row(
        Action::OtherShade,
        (
            "other-shade",
            "Worst or mean",
            "Shades care boards by the worst segment of their organisations, or by the mean of their segments.",
        ),
        OnScreen,
        &[(POSTS, &["v"])],
    )
    .hint(ENGLAND, "worst or mean")
    .when(action::with_england),
    row(
        Action::ThroughPost,
        (
            "post-route",
            "Route through this post",
            "Routes through the role of the selected post to your target, or to that role where you want no other.",
        ),
        OnScreen,
        &[(POSTS, &["r"])],
    )
    .hint(LIST, "route")
    .when(action::with_role_of_post),
    row(
        Action::PayBack,
        (
            "post-pay-back",
            "Does it pay back?",
            "The best way through this post to your target beside the best way without it: time, moves, study, pay.",
        ),
        OnScreen,
        &[(POSTS, &["B"])],
    )
    .hint(LIST, "pays back?")
    .when(action::with_prospect),
    row(
        Action::WhatIf,
        (
            "post-what-if",
            "What would it take?",
            "What the post would have to offer, lever by lever, for the way through it to be worth taking.",
        ),
        OnScreen,
        &[(POSTS, &["i"])],
    )
    .hint(LIST, "what if")
    .when(action::with_prospect),
    row(
        Action::Least,
        (
            "what-if-least",
            "The least that would do",
            "Looks for the least of each lever that alone would do; once more supposes the least of the selected one.",
        ),
        OnScreen,
        &[(LEVERS, &["s"])],
    )
    .hint(LEVERS, "least of each")
    .when(action::in_levers),
    row(
        Action::Feeders,
        (
            "post-feeders",
            "Who could fill it?",
            "The roles that lead to this post, and how soon people in them would be ready. Ranks nobody.",
        ),
        OnScreen,
        &[(POSTS, &["W"])],
    )
    .hint(LIST, "who could fill it")
    .when(action::with_role_of_post),
    row(
        Action::AnyCourse,
        ("all-ways", "All ways", "Routes need no longer go through the role of the post."),
        OnScreen,
        &[(ROUTES, &["a"])],
    )
    .hint(ROUTES, "all ways")
    .when(action::with_course),
    row(
        Action::RoleOfPost,
        ("post-role", "Its role on the map", "Shows the role of the selected post on the map."),
        OnScreen,
        &[(POSTS, &["m"])],
    )
    .hint(LIST, "role on map")
    .when(action::with_role_of_post),
    row(
        Action::PostsOfRole,
        ("role-posts", "Its posts", "Lists the known posts of the role selected on the map."),
        OnScreen,
        &[(MAP, &["P"])],
    )
    .hint(MAP, "posts")
    .when(action::with_posts_of_role),
    row(
        Action::NearOnly,
        (
            "near-only",
            "Only what is near",
            "Shows what is within 1, 2, 3 moves of the selected role, either way, and then all again. The rest is dimmed \
             where it stands.",
        ),
        OnScreen,
        &[(MAP, &["f"])],
    )
    .hint(MAP, "near only")
    .when(action::with_role),
    row(
        Action::Filter,
        (
            "filter",
            "Filter the map",
            "By family, level, sector, region, what the rules change, challenged posts, your reach; nothing moves.",
        ),
        OnScreen,
        &[(MAP, &["F"])],
    )
    .hint(MAP, "filter")
    .when(action::with_role),
    row(
        Action::ToggleValue,
        ("filter-choose", "Choose or not", "In the filter, chooses the line or chooses it no longer."),
        OnScreen,
        &[(FILTER, &["<space>"])],
    )
    .hint(FILTER, "choose")
    .when(action::in_filter),
    row(
        Action::ShowAll,
        ("filter-off", "No filter", "Shows every role of the map, or every post, again."),
        OnScreen,
        &[(FILTER, &["c", "<backspace>", "0"]), (MAP, &["0"]), (POSTS, &["0"])],
    )
    .hint(FILTER, "none")
    .when(action::with_filter),
    row(
        Action::DimOrHide,
        ("filter-hide", "Hide or dim", "Hides what the filter does not let through instead of dimming it, or dims it again."),
        OnScreen,
        &[(MAP_AND_FILTER, &["D"])],
    )
    .hint(FILTER, "hide or dim")
    .when(action::on_map),
    row(
        Action::Compact,
        (
            "filter-compact",
            "Compact",
            "What the filter does not let through takes no room around the selected role; the order stays. Again: back.",
        ),
        OnScreen,
        &[(MAP, &["C"])],
    )
    .when(action::with_filter_of_map),
    row(
        Action::ZoomIn,
        (
            "zoom-in",
            "Nearer",
            "Shows more about fewer roles: families, the whole map, boxes, boxes with pay and posts.",
        ),
        OnScreen,
        &[(MAP, &["+", "="])],
    )
    .hint(MAP, "nearer"),
    row(
        Action::ZoomOut,
        ("zoom-out", "Farther", "Shows less about more roles, up to families and levels with their numbers."),
        OnScreen,
        &[(MAP, &["-"])],
    )
    .hint(MAP, "farther"),
    row(
        Action::Between,
        (
            "between",
            "Training and posts",
            "Goes round what stands before the role's box: nothing, the training it asks for, its posts, both.",
        ),
        OnScreen,
        &[(MAP, &["b"])],
    ),
    row(
        Action::Legend,
        ("legend", "Legend", "Explains every sign of the map, as it is drawn in this terminal."),
        OnScreen,
        &[(MAP, &["L"])],
    ),
    row(
        Action::SmallMap,
        ("small-map", "Small map", "On the whole map, shows the small map in the corner, or leaves it out."),
        OnScreen,
        &[(MAP, &["M"])],
    ),
    row(
        Action::Fold,
        ("fold", "Fold this lane", "On the whole map, folds the lane of the selected role to one row, or opens it."),
        OnScreen,
        &[(MAP, &["z"])],
    ),
    row(
        Action::FoldOthers,
        ("fold-others", "Fold the other lanes", "On the whole map, folds all lanes but this one, or opens all."),
        OnScreen,
        &[(MAP, &["Z"])],
    ),
    row(
        Action::GoToMe,
        ("go-me", "Go to my role", "Selects the role you hold on the map."),
        OnScreen,
        &[(SCREENS, &["gm"])],
    )
    .when(action::with_me),
    row(
        Action::GoToTarget,
        ("go-target", "Go to my target", "Selects the role you want on the map."),
        OnScreen,
        &[(SCREENS, &["gt"])],
    )
    .when(action::with_target),
];
