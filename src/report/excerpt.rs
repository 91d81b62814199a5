//! A message with the line of a text that it is about, as compilers print it.

use annotate_snippets::renderer::DEFAULT_TERM_WIDTH;
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::escape::terminal;
use crate::problem::Place;

/// A message about a place in a text.
#[derive(Debug)]
pub(super) struct Excerpt<'e> {
    /// What happened.
    pub(super) title: String,
    /// Where.
    pub(super) place: Option<&'e Place>,
    /// The text of that file, where it is at hand.
    pub(super) text: Option<&'e str>,
    /// What stands below, each under its name.
    pub(super) notes: Vec<(&'static str, String)>,
    /// What helps.
    pub(super) help: Option<&'e str>,
}

impl Excerpt<'_> {
    /// Renders it.
    pub(super) fn render(&self, width: usize) -> String {
        let title = terminal(&self.title).into_owned();
        let mut group = Group::with_title(Level::ERROR.primary_title(title));
        let line = self.place.and_then(|place| line(place, self.text?));
        if let (Some(place), Some((line, at))) = (self.place, line) {
            let number = usize::try_from(place.line).unwrap_or(1);
            let end = at + line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            group = group.element(
                Snippet::source(line)
                    .line_start(number)
                    .path(terminal(&place.file).into_owned())
                    .annotation(AnnotationKind::Primary.span(at..end)),
            );
        } else if let Some(place) = self.place {
            group = group.element(annotate_snippets::Origin::path(terminal(&place.to_string()).into_owned()));
        }
        for (name, text) in &self.notes {
            group = group.element(Level::NOTE.with_name(*name).message(terminal(text).into_owned()));
        }
        if let Some(help) = self.help {
            group = group.element(Level::HELP.message(terminal(help).into_owned()));
        }
        let renderer = Renderer::styled().term_width(width.max(DEFAULT_TERM_WIDTH));
        format!("{}\n", renderer.render(&[group]))
    }
}

/// Returns the line of a place, made safe for a terminal, and the byte in it where the place is.
fn line(place: &Place, text: &str) -> Option<(String, usize)> {
    let index = usize::try_from(place.line).ok()?.checked_sub(1)?;
    let column = usize::try_from(place.column).ok()?.checked_sub(1)?;
    let line = text.lines().nth(index)?.replace('\t', " ");
    let at = line.char_indices().nth(column).map_or(line.len(), |(at, _)| at);
    let (before, after) = line.split_at_checked(at)?;
    let before = terminal(before);
    Some((format!("{before}{}", terminal(after)), before.len()))
}
