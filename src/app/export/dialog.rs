//! The dialog: what is exported, in which format, into which folder, under which name.

use super::Over;
use super::choice::Choice;
use crate::app::action::Action;
use crate::app::field::Field;
use crate::app::key::Key;
use crate::app::map::Handled;
use crate::handout::{Format, Outline};

/// Which part of the dialog has the keys; up and down choose the format in any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What is exported.
    What,
    /// The folder.
    Folder,
    /// The file's name.
    Name,
}

/// The parts in order, as the lines below the formats.
pub const FIELDS: [Part; 3] = [Part::What, Part::Folder, Part::Name];

impl Part {
    /// The one below.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::What => Self::Folder,
            Self::Folder => Self::Name,
            Self::Name => Self::What,
        }
    }

    /// The one above.
    #[must_use]
    pub const fn previous(self) -> Self {
        self.next().next()
    }
}

/// How it stands with writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Nothing has been written yet.
    Asking,
    /// It is being written.
    Writing,
    /// There is a file of that name.
    Taken {
        /// The name.
        name: String,
        /// A name that is free.
        free: String,
    },
    /// It cannot be written so: why, as a sentence without its full stop.
    Refused(String),
}

/// The dialog.
#[derive(Debug, Clone, PartialEq)]
pub struct Dialog {
    /// What there is to export, with its title.
    pub choices: Vec<(Choice, String)>,
    chosen: usize,
    outline: Outline,
    /// The format.
    pub format: Format,
    /// What has the keys.
    pub part: Part,
    /// The folder, as typed.
    pub folder: Field,
    /// The file's name, as typed.
    pub name: Field,
    /// How it stands.
    pub standing: Standing,
}

impl Dialog {
    /// A dialog for the first of these choices, which has this outline.
    #[must_use]
    pub fn new(choices: Vec<(Choice, String)>, outline: Outline, format: Format, folder: String) -> Self {
        let format = if outline.lacks(format).is_none() { format } else { Format::Pdf };
        let name = Field::with(outline.file_name(format));
        let folder = Field::with(folder);
        Self { choices, chosen: 0, outline, format, part: Part::What, folder, name, standing: Standing::Asking }
    }

    /// What is exported.
    #[must_use]
    pub fn choice(&self) -> Choice {
        self.choices[self.chosen].0
    }

    /// Which of the choices that is, from 0.
    #[must_use]
    pub const fn chosen(&self) -> usize {
        self.chosen
    }

    /// Why what is chosen cannot be had in a format, if it cannot.
    #[must_use]
    pub fn lacks(&self, format: Format) -> Option<&'static str> {
        self.outline.lacks(format)
    }

    /// The choice so many places on, round and round.
    #[must_use]
    pub fn beside(&self, by: isize) -> usize {
        let count = self.choices.len();
        (self.chosen + count).checked_add_signed(by).unwrap_or(0) % count
    }

    pub(in crate::app) fn choose(&mut self, chosen: usize, outline: Outline) {
        let suggested = self.is_suggested();
        (self.chosen, self.outline, self.standing) = (chosen, outline, Standing::Asking);
        if suggested {
            self.name = Field::with(self.outline.file_name(self.format));
        }
    }

    /// Whether the name is the one that was suggested.
    fn is_suggested(&self) -> bool {
        self.name.text() == self.outline.file_name(self.format)
    }

    /// Another format; a name that was typed keeps all but its ending.
    pub(in crate::app) fn set_format(&mut self, format: Format) {
        let ending = format!(".{}", self.format.ending());
        if let Some(stem) = self.name.text().strip_suffix(&ending) {
            self.name = Field::with(format!("{stem}.{}", format.ending()));
        }
        (self.format, self.standing) = (format, Standing::Asking);
    }

    pub(in crate::app) fn step_format(&mut self, action: Action) {
        let last = Format::ALL.len() - 1;
        let at = Format::ALL.iter().position(|format| *format == self.format).unwrap_or(0);
        let to = match action {
            Action::Up => at.saturating_sub(1),
            Action::Down => (at + 1).min(last),
            Action::First | Action::PageUp => 0,
            Action::Last | Action::PageDown => last,
            _ => at,
        };
        self.set_format(Format::ALL[to]);
    }

    pub(in crate::app) fn press(&mut self, key: Key) -> Handled {
        let mut handled = Handled::No;
        self.edit(|field| handled = field.press(key));
        handled
    }

    /// Edits the field that has the keys, if one has.
    pub(in crate::app) fn edit(&mut self, edit: impl FnOnce(&mut Field)) {
        let field = match self.part {
            Part::What => return,
            Part::Folder => &mut self.folder,
            Part::Name => &mut self.name,
        };
        let before = field.text().to_owned();
        edit(field);
        if field.text() != before {
            self.standing = Standing::Asking;
        }
    }

    /// Folder and name of the file that is to be written; where the name is taken and nothing is to be written over, the
    /// free one beside it.
    ///
    /// # Errors
    /// What is wrong with them, in words.
    pub(in crate::app) fn file(&mut self, over: Over) -> Result<(String, String), String> {
        if let Some(why) = self.lacks(self.format) {
            return Err(format!("There is no {} of this: {why}", self.format.name()));
        }
        if let (Over::Never, Standing::Taken { free, .. }) = (over, &self.standing) {
            self.name = Field::with(free.clone());
        }
        let name = self.name.text().trim();
        if name.is_empty() || name == "." || name == ".." {
            return Err("The file needs a name".to_owned());
        }
        if name.contains(['/', '\\']) {
            return Err("A file's name has no / and no \\ in it; the folder stands above it".to_owned());
        }
        let folder = self.folder.text().trim();
        let folder = if folder.is_empty() { "." } else { folder };
        Ok((folder.to_owned(), name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::{Dialog, Over, Part, Standing};
    use crate::app::action::Action;
    use crate::app::export::Choice;
    use crate::app::field::Field;
    use crate::handout::{Format, Missing, Outline};

    fn outline(stem: &str) -> Outline {
        Outline { stem: stem.to_owned(), timeline: Err(Missing("no dates")), calendar: Ok(()), diagram: Ok(()) }
    }

    fn dialog() -> Dialog {
        let choices = vec![(Choice::Plan, "Plan".to_owned()), (Choice::Posts, "Posts".to_owned())];
        Dialog::new(choices, outline("plan"), Format::Pdf, "/there".to_owned())
    }

    #[test]
    fn the_name_follows_format_and_choice_until_it_is_typed() {
        let mut dialog = dialog();
        assert_eq!(dialog.name.text(), "plan.pdf");
        dialog.step_format(Action::Down);
        dialog.choose(dialog.beside(1), outline("posts"));
        assert_eq!(dialog.name.text(), "posts.html");
        dialog.name = Field::with("mine.html".to_owned());
        dialog.step_format(Action::Down);
        dialog.choose(dialog.beside(1), outline("plan"));
        assert_eq!(dialog.name.text(), "mine.md");
        assert_eq!((dialog.beside(1), dialog.beside(-1)), (1, 1));
    }

    #[test]
    fn a_name_that_is_taken_gives_way_to_the_free_one_unless_it_is_written_over() {
        let mut dialog = dialog();
        let taken = Standing::Taken { name: "plan.pdf".to_owned(), free: "plan-2.pdf".to_owned() };
        dialog.standing = taken.clone();
        assert_eq!(dialog.file(Over::Writes).map(|(_, name)| name).as_deref(), Ok("plan.pdf"));
        assert_eq!(dialog.file(Over::Never).map(|(_, name)| name).as_deref(), Ok("plan-2.pdf"));
        dialog.standing = taken;
        dialog.part = Part::Name;
        dialog.edit(|field| field.paste("x"));
        assert_eq!(dialog.standing, Standing::Asking);
    }

    #[test]
    fn what_cannot_be_is_refused_before_anything_is_written() {
        let mut dialog = dialog();
        dialog.set_format(Format::Svg);
        assert_eq!(dialog.file(Over::Never), Err("There is no SVG of this: no dates".to_owned()));
        dialog.set_format(Format::Csv);
        for bad in ["", "  ", "..", "a/b.csv", "a\\b.csv"] {
            dialog.name = Field::with(bad.to_owned());
            assert!(dialog.file(Over::Writes).is_err(), "{bad:?}");
        }
    }
}
