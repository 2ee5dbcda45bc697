//! Does the post pay back? The best way through it beside the best way without it, in words and figures.

use ratatui::layout::Rect;

use crate::app::App;
use crate::app::desk::Knowledge;
use crate::app::hit::Pane;
use crate::app::posts::offers::Weighing;
use crate::domain::offer::earnings::Pays;
use crate::domain::offer::pay_back::{Comparison, Difference, possible_pay};
use crate::domain::offer::{Package, PayBack, Sign, telling};
use crate::domain::planner::Route;
use crate::domain::post::Post;
use crate::ui::canvas::Canvas;
use crate::ui::look::Token;
use crate::ui::overlay::window;
use crate::ui::sheet::{Row, Sheet, piece};
use crate::ui::text::{column, column_right};

const WIDTH: u16 = 84;
/// From this width on what is compared stands in columns.
const TABLE: usize = 78;

/// Draws the sheet.
pub fn draw(app: &App, canvas: &mut Canvas<'_>, body: Rect) {
    let post = app.selected_post().map(|id| app.pack().post(id));
    let title = post.map_or_else(String::new, |post| format!("Does it pay back? · {}", post.title));
    let inner = window(canvas, body, (WIDTH, body.height), &title);
    let mut sheet = Sheet::new(inner.width);
    match (app.weighing(), app.pay_back(), post) {
        (None, ..) => {
            sheet.text(Token::Text, "Say who you are (s, or w) and which role you want (t): it is weighed for you.");
        }
        (Some(weighing), Knowledge::Known(found), Some(post)) => answer(app, &mut sheet, post, (&weighing, found)),
        _ => sheet.text(Token::Dim, "Working it out"),
    }
    canvas.sheet(inner, &sheet, Pane::Overlay, app.scrolled(Pane::Overlay));
}

fn answer(app: &App, sheet: &mut Sheet, post: &Post, (weighing, found): (&Weighing, &PayBack)) {
    let pack = app.pack();
    sheet.text(Token::Strong, &telling::pay_back(pack, &weighing.question(), found));
    let role = &pack.role(weighing.role).title;
    let closed =
        if post.has_closed(app.today()) { " It has closed: this is as if another such post came up." } else { "" };
    sheet.text(Token::Dim, &format!("The post stands for its role, {role}.{closed}"));
    let PayBack::Both(comparison) = found else { return };
    sheet.gap();
    if sheet.width() >= TABLE {
        sheet.row(Row::text(Token::Dim, format!("  {}", cells(["", "through it", "without it", "difference"]))));
    }
    comparison.differences.iter().for_each(|difference| row(sheet, difference));
    sheet.heading("What it earns");
    let pays = Pays::new(pack, weighing.advertised.map(|pounds| (weighing.role, pounds)));
    for line in telling::earnings(pack, weighing.role, &comparison.earnings, &pays) {
        sheet.hanging(&[piece(Token::Dim, "· ")], Token::Text, &line);
    }
    possible(app, sheet, post, comparison);
    ways(app, sheet, comparison);
}

fn cells([name, through, without, difference]: [&str; 4]) -> String {
    format!(
        "{} {} {}  {}",
        column(name, 22),
        column_right(through, 14),
        column_right(without, 14),
        column(difference, 22)
    )
}

fn row(sheet: &mut Sheet, difference: &Difference) {
    let (through, without) = (difference.through, difference.without);
    let amount = |figure| telling::amount(difference.criterion, figure);
    let (through, without, by) = (amount(through), amount(without), telling::difference(difference));
    let name = telling::compared(difference.criterion);
    let (token, sign) = match difference.sign() {
        Sign::For => (Token::Good, "+ "),
        Sign::Against => (Token::Bad, "− "),
        Sign::Open => (Token::Dim, "  "),
    };
    if sheet.width() >= TABLE {
        let text = cells([name, &through, &without, &by]);
        sheet.row(Row::of(vec![piece(token, sign), piece(Token::Text, text)]));
    } else {
        let text = format!("{name}: {through} through it, {without} without it; {by}");
        sheet.hanging(&[piece(token, sign)], Token::Text, &text);
    }
}

/// What sources say could move pay: never part of the sums.
fn possible(app: &App, sheet: &mut Sheet, post: &Post, comparison: &Comparison) {
    let package = Package::of(app.pack(), post);
    let found = possible_pay(&package, comparison.earnings.post_pay, comparison.earnings.whole.at_post);
    if found.is_empty() {
        return;
    }
    sheet.heading("Possible, and not in these sums");
    for one in &found {
        let sign = one.provision.sign.mark();
        sheet.hanging(&[piece(Token::Assumed, format!("{sign} "))], Token::Text, &telling::possible(one));
        sheet.hanging(&[piece(Token::Text, "  ")], Token::Dim, &format!("sourced, {}", one.said.date()));
    }
}

fn ways(app: &App, sheet: &mut Sheet, comparison: &Comparison) {
    let names = |route: &Route| {
        let titles: Vec<&str> = route.steps.iter().map(|step| app.pack().role(step.role).title.as_str()).collect();
        titles.join(" → ")
    };
    sheet.heading("Which ways these are");
    sheet.hanging(&[piece(Token::Dim, "Through  ")], Token::Text, &names(&comparison.through));
    sheet.hanging(&[piece(Token::Dim, "Without  ")], Token::Text, &names(&comparison.without));
}
