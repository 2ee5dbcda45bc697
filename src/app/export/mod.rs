//! Exporting what stands on the screen: the dialog, and what came of writing the file.
//!
//! ```text
//!  screen ──▶ choices ──▶ Dialog: what, format, folder, name ──▶ Effect::Export ──▶ … ──▶ Msg::Exported
//!                            ▲                                                              │
//!                            └── there already, cannot be written: try again ◀──────────────┤
//!                                                     written: where, and copy the path ◀──┘
//! ```
//!
//! | what | file |
//! |---|---|
//! | what there is to export here | [`choice`] |
//! | the dialog, its fields and what is typed | [`dialog`] |
//! | opening it, writing, and what came of that | here |

pub mod choice;
pub mod dialog;

pub use choice::Choice;
pub use dialog::{Dialog, Part, Standing};

use super::App;
use super::action::Action;
use super::effect::Effect;
use super::field::Field;
use super::key::{Key, KeyCode};
use super::map::Handled;
use super::msg::Exported;
use super::overlay::Overlay;
pub use crate::handout::Format;
use crate::handout::Subject;

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// What the handout is of.
    pub subject: Subject,
    /// In which format.
    pub format: Format,
    /// The folder, as typed.
    pub folder: String,
    /// The file's name, as typed.
    pub name: String,
    /// What becomes of a file of that name.
    pub over: Over,
}

/// What becomes of a file that has the name already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It stays.
    Never,
    /// It gives way.
    Writes,
}

/// What the next export begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastTime {
    folder: String,
    format: Format,
}

impl LastTime {
    /// As at the start; no folder is the one in which the program was started.
    pub(super) fn beginning_in(folder: &str) -> Self {
        Self { folder: if folder.is_empty() { ".".to_owned() } else { folder.to_owned() }, format: Format::Pdf }
    }
}

impl App {
    pub(super) fn open_export(&mut self) {
        let choices = self.export_choices();
        let LastTime { folder, format } = self.last_export.clone();
        let titles = choices.iter().map(|choice| (*choice, self.export_title(*choice))).collect();
        let Some(first) = choices.first().and_then(|choice| self.outline_of(*choice)) else { return };
        self.overlays.push(Overlay::Export(Box::new(Dialog::new(titles, first, format, folder))));
    }

    /// Does what an arrow does in the dialog on top.
    pub(super) fn walk_export(&mut self, action: Action) {
        let Some(Overlay::Export(dialog)) = self.overlays.last_mut() else { return };
        match action {
            Action::NextPane => dialog.part = dialog.part.next(),
            Action::PreviousPane => dialog.part = dialog.part.previous(),
            _ => dialog.step_format(action),
        }
    }

    /// Types into the dialog on top, or goes on to something else that can be exported.
    pub(super) fn type_into_export(&mut self, key: Key) -> Handled {
        let Some(Overlay::Export(dialog)) = self.overlays.last_mut() else { return Handled::No };
        if dialog.part == Part::What {
            let by = match key.code {
                KeyCode::Left => -1,
                KeyCode::Right | KeyCode::Char(' ') => 1,
                _ => return Handled::No,
            };
            self.export_other(by);
            return Handled::Yes;
        }
        dialog.press(key)
    }

    /// Exports the next of what there is, or the one before.
    pub(super) fn export_other(&mut self, by: isize) {
        let Some(Overlay::Export(dialog)) = self.overlays.last() else { return };
        let choice = dialog.beside(by);
        let Some(outline) = self.outline_of(dialog.choices[choice].0) else { return };
        if let Some(Overlay::Export(dialog)) = self.overlays.last_mut() {
            dialog.choose(choice, outline);
        }
    }

    /// Wants the file of the dialog on top written.
    pub(super) fn write_export(&mut self, over: Over) -> Vec<Effect> {
        let Some(Overlay::Export(dialog)) = self.overlays.last() else { return Vec::new() };
        let subject = self.subject(dialog.choice());
        let Some(Overlay::Export(dialog)) = self.overlays.last_mut() else { return Vec::new() };
        if dialog.standing == Standing::Writing {
            return Vec::new();
        }
        let wanted = dialog.file(over).and_then(|(folder, name)| {
            let subject = subject.ok_or_else(|| "That is not there any more; choose something else".to_owned())?;
            Ok(Export { subject, format: dialog.format, folder, name, over })
        });
        match wanted {
            Ok(export) => {
                dialog.standing = Standing::Writing;
                vec![Effect::Export(Box::new(export))]
            }
            Err(why) => {
                dialog.standing = Standing::Refused(why);
                Vec::new()
            }
        }
    }

    pub(super) fn take_exported(&mut self, exported: Exported) {
        let open = self.overlays.iter().rposition(|layer| matches!(layer, Overlay::Export(_)));
        match exported {
            Exported::Written { path } => {
                if let Some(Overlay::Export(dialog)) = open.map(|at| self.overlays.remove(at)) {
                    self.last_export = LastTime { folder: dialog.folder.text().to_owned(), format: dialog.format };
                }
                self.overlays.push(Overlay::Exported(path));
            }
            Exported::Taken { name, free } => self.not_exported(open, Standing::Taken { name, free }),
            Exported::Failed(why) => self.not_exported(open, Standing::Refused(why)),
        }
    }

    fn not_exported(&mut self, open: Option<usize>, standing: Standing) {
        match open.and_then(|at| self.overlays.get_mut(at)) {
            Some(Overlay::Export(dialog)) => dialog.standing = standing,
            // It was closed meanwhile.
            _ => self.overlays.push(Overlay::Notice(match standing {
                Standing::Taken { name, .. } => format!("Nothing was written: {name} is there already."),
                Standing::Refused(why) => format!("Nothing was written: {why}."),
                Standing::Asking | Standing::Writing => return,
            })),
        }
    }

    /// Hands the path of the file that was written to the terminal's clipboard.
    pub(super) fn copy_path(&mut self) -> Vec<Effect> {
        let Some(Overlay::Exported(path)) = self.overlays.last() else { return Vec::new() };
        let copy = Effect::CopyToClipboard(path.clone());
        self.notice = Some("The path was sent to the terminal's clipboard".to_owned());
        vec![copy]
    }

    /// The field of the dialog that is typed into.
    pub(super) fn paste_into_export(&mut self, text: &str) {
        let Some(Overlay::Export(dialog)) = self.overlays.last_mut() else { return };
        dialog.edit(|field: &mut Field| field.paste(text));
    }
}
