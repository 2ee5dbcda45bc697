//! A post's package: which lines hold, and who says so.

use fingerpost::domain::Pack;
use fingerpost::domain::offer::{Applies, Frames, Line, Package, PayFrame, Unsaid};
use fingerpost::domain::provenance::Basis;

use crate::{england, post};

fn applies(pack: &Pack, id: &str, line: &str) -> Applies {
    let package = Package::of(pack, post(pack, id));
    package.lines.iter().find(|one| one.id() == line).map(Line::applies).expect("the line")
}

fn why(applies: &Applies) -> String {
    applies.words()
}

#[test]
fn the_premium_is_for_very_senior_posts_in_challenged_organisations() {
    let pack = england();
    let premium = "vsm-temporary-premium";
    // Very senior by its advert, segment 4: what counts as badly performing is our reading.
    let as_read = applies(&pack, "P017", premium);
    assert!(matches!(as_read, Applies::AsRead { .. }), "{as_read:?}");
    assert!(why(&as_read).contains("segments 4 and 5") && why(&as_read).contains("Q3 2025/26"), "{}", why(&as_read));
    // Band 9 by its advert.
    let no = applies(&pack, "P001", premium);
    assert!(matches!(no, Applies::No { .. }) && why(&no).contains("Agenda for Change"), "{no:?}");
    // Very senior, but segment 3.
    let no = applies(&pack, "P041", premium);
    assert!(matches!(no, Applies::No { .. }) && why(&no).contains("segment 3"), "{no:?}");
    // No grade in the advert, but chief nurses are very senior managers.
    let as_read = applies(&pack, "P029", premium);
    assert!(matches!(as_read, Applies::AsRead { .. }) && why(&as_read).contains("names no grade"), "{as_read:?}");
    // A chair is no manager, whatever the job board's heading says.
    assert!(matches!(applies(&pack, "P009", premium), Applies::No { .. }));
    // No role and no grade.
    let unknown = applies(&pack, "P031", premium);
    assert!(matches!(unknown, Applies::Unknown { .. }) && why(&unknown).contains("is not known"), "{unknown:?}");
}

#[test]
fn segment_five_is_not_published_so_nobody_knows() {
    let pack = england();
    let withheld = "vsm-no-uplift-in-segment-5";
    let unknown = applies(&pack, "P017", withheld);
    assert!(matches!(unknown, Applies::Unknown { .. }) && why(&unknown).contains("stops at 4"), "{unknown:?}");
    // Of King's Lynn a page says that it is in segment 5; the newest published quarter does not show it.
    let seen = applies(&pack, "P035", "improvement-director");
    assert!(why(&seen).contains("seen in segment 5: after 2025-09"), "{seen:?}");
    // Segment 3 is not 5.
    assert!(matches!(applies(&pack, "P041", withheld), Applies::No { .. }));
}

#[test]
fn what_is_only_reported_asked_for_or_past_never_plainly_holds() {
    let pack = england();
    for post in &pack.tables().posts {
        for line in Package::of(&pack, post).lines {
            let in_force = line.validity().is_none_or(|validity| validity.slug() == "in-force");
            assert!(in_force || !line.applies().holds(), "{}: {}", post.id, line.text());
        }
    }
}

#[test]
fn adverts_come_first_in_their_own_words_and_silence_last() {
    let pack = england();
    let package = Package::of(&pack, post(&pack, "P038"));
    let (first, last) = (&package.lines[0], package.lines.last().expect("lines"));
    assert_eq!((first.basis(), first.text()), ("advert", "£5,500 a year on top of Band 9"));
    assert_eq!(first.date(), "advert closing 14 Dec 2025");
    assert_eq!((last.basis(), last), ("nobody says", &Line::Unsaid(Unsaid::Tenure)));
    let texts = |id: &str| -> Vec<String> {
        Package::of(&pack, post(&pack, id)).lines.iter().map(|line| line.text().to_owned()).collect()
    };
    assert_eq!(texts("P014").len(), texts("P013").len() - 1, "one advert names two things, the other one");
    // Mentorship and development are in this advert; time to turn things round is not.
    let said = Package::of(&pack, post(&pack, "P029"));
    let unsaid: Vec<&Line> = said.lines.iter().filter(|line| line.basis() == "nobody says").collect();
    assert_eq!(unsaid, [&Line::Unsaid(Unsaid::Tenure)]);
}

#[test]
fn only_what_a_source_says_has_a_source() {
    let pack = england();
    let (mut sourced, mut ours) = (0, 0);
    for post in &pack.tables().posts {
        for line in Package::of(&pack, post).lines {
            match &line {
                Line::Sourced(said) => {
                    sourced += 1;
                    assert!(said.source().starts_with("http"), "{}", said.source());
                    assert_eq!(line.source(), Some(said.source()));
                }
                Line::Ours(ours_line) => {
                    ours += 1;
                    assert_ne!(ours_line.basis(), Basis::Sourced);
                    assert_eq!((line.source(), line.date(), line.id()), (None, "", "no-advert-names-the-premium"));
                }
                Line::Unsaid(_) => assert_eq!((line.source(), line.date()), (None, "")),
            }
        }
    }
    assert!(sourced > 45 * 17 && ours == 45, "{sourced}, {ours}");
}

#[test]
fn how_posts_are_paid_is_the_adverts_word_before_the_roles() {
    let pack = england();
    let frames = |id: &str| Frames::of(&pack, post(&pack, id));
    assert_eq!(frames("P001"), Frames::Advertised(PayFrame::AgendaForChange));
    assert_eq!(frames("P017"), Frames::Advertised(PayFrame::VerySenior)); // the role's own band is one of Agenda for Change
    assert_eq!(frames("P018"), Frames::Advertised(PayFrame::Medical));
    assert_eq!(frames("P008"), Frames::OfRole(vec![PayFrame::VerySenior]));
    assert_eq!(frames("P009"), Frames::OfRole(vec![PayFrame::NonExecutive]));
    assert_eq!(frames("P031"), Frames::Unknown);
}
