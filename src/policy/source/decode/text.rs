//! A text and its places.

use std::cell::RefCell;
use std::ops::Range;

use hcl::edit::Span;
use hcl::edit::expr::Expression;
use hcl::edit::parser;
use hcl::edit::structure::Body;
use hcl::edit::template::{Element, Template};

use crate::policy::source::expression::At;
use crate::problem::{Code, Excerpt, Place, Problem, nearest};

/// How many problems of one file are collected.
const MAX_PROBLEMS: usize = 100;

/// A text with the name of its file: it finds lines and columns fast and collects what is wrong with it.
#[derive(Debug)]
pub struct Source<'t> {
    file: &'t str,
    text: &'t str,
    line_starts: Vec<usize>,
    problems: RefCell<Vec<Problem>>,
    hints: RefCell<Vec<Problem>>,
}

impl<'t> Source<'t> {
    /// Creates the source of `text`, the content of `file`.
    pub fn new(file: &'t str, text: &'t str) -> Source<'t> {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let line_starts = std::iter::once(0).chain(newlines.map(|(index, _)| index + 1)).collect();
        Source { file, text, line_starts, problems: RefCell::default(), hints: RefCell::default() }
    }

    /// Returns the name of the file.
    pub fn file(&self) -> &'t str {
        self.file
    }

    /// Returns line and column of a byte.
    pub fn at(&self, offset: usize) -> At {
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(0, |before| before.chars().count()) + 1;
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        At { line: count(line), column: count(column) }
    }

    /// Returns line and column of the start of something that was parsed from this text.
    pub fn start_of(&self, spanned: &impl Span) -> At {
        spanned.span().map_or(At { line: 1, column: 1 }, |span| self.at(span.start))
    }

    /// Returns the byte at a line and column.
    fn offset(&self, at: At) -> usize {
        let line = usize::try_from(at.line).unwrap_or(1).max(1) - 1;
        let start = self.line_starts.get(line).copied().unwrap_or(self.text.len());
        let column = usize::try_from(at.column).unwrap_or(1).max(1) - 1;
        let rest = self.text.get(start..).unwrap_or_default();
        rest.char_indices().nth(column).map_or(self.text.len(), |(offset, _)| start + offset)
    }

    /// Returns the text of a span.
    pub fn slice(&self, span: Range<usize>) -> &'t str {
        self.text.get(span).unwrap_or_default()
    }

    /// Returns the place of a line and column of this text.
    pub fn place(&self, at: At) -> Place {
        Place { file: self.file.to_owned(), line: at.line, column: at.column }
    }

    /// Collects a problem at a place of this text.
    pub fn report(&self, at: At, message: impl Into<String>, help: impl Into<String>) {
        let mut problems = self.problems.borrow_mut();
        // A file that is wrong everywhere is not worth the memory of every line.
        if problems.len() < MAX_PROBLEMS {
            let problem = Problem::new(Code::PolicyInvalid, message).at(self.place(at)).help(help);
            problems.push(problem.excerpt(Excerpt::at(self.text, self.offset(at))));
        }
    }

    /// Returns a problem at a place of this text whose words are still to come.
    pub fn problem(&self, at: At) -> Problem {
        let problem = Problem::new(Code::PolicyInvalid, "").at(self.place(at));
        problem.excerpt(Excerpt::at(self.text, self.offset(at)))
    }

    /// Collects what may be a slip, and is none that must be mended.
    pub fn hint(&self, at: At, message: impl Into<String>, help: impl Into<String>) {
        let hint = Problem::new(Code::PolicyInvalid, message).at(self.place(at)).help(help);
        self.hints.borrow_mut().push(hint.excerpt(Excerpt::at(self.text, self.offset(at))));
    }

    /// Collects a problem with the nearest of the names that would have been right, or all of them, as its help.
    pub fn report_unknown<'n>(
        &self,
        at: At,
        message: impl Into<String>,
        typed: &str,
        known: impl IntoIterator<Item = &'n str> + Clone,
    ) {
        let help = match nearest(typed, known.clone()) {
            Some(name) => format!("did you mean `{name}`?"),
            None => {
                let names: Vec<String> = known.into_iter().map(|name| format!("`{name}`")).collect();
                match names.as_slice() {
                    [] => "leave it out".to_owned(),
                    names => format!("known here: {}", names.join(", ")),
                }
            }
        };
        self.report(at, message, help);
    }

    /// Returns how many problems were collected.
    pub fn problem_count(&self) -> usize {
        self.problems.borrow().len()
    }

    /// Returns the hints that were collected so far, in the order of their places, and forgets them.
    pub fn take_hints(&self) -> Vec<Problem> {
        let mut hints = self.hints.take();
        hints.sort_by(|a, b| a.place.cmp(&b.place));
        hints
    }

    /// Returns the problems that were collected, in the order of their places.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        problems.sort_by(|a, b| a.place.cmp(&b.place));
        problems
    }

    /// Parses the text; what is wrong with it is collected.
    pub fn parse(&self) -> Option<Body> {
        match parse_body(self.file, self.text) {
            Ok(body) => Some(body),
            Err(problem) => {
                self.problems.borrow_mut().push(problem);
                None
            }
        }
    }
}

/// Parses the text of a file; what is wrong with it becomes a problem with its place.
fn parse_body(file: &str, text: &str) -> Result<Body, Problem> {
    parser::parse_body(text).map_err(|error| {
        let offset = error.location().offset();
        let place = Place::at(file, text, offset);
        let expected = error.message().replace('\n', " ").replace("; expected ", ", expected ");
        let problem = Problem::new(Code::PolicyInvalid, format!("this is no valid HCL: {expected}"));
        let problem = problem.at(place).excerpt(Excerpt::at(text, offset));
        let limit = expected.contains("nesting depth") || expected.contains("chained");
        problem.help(if limit {
            "write it in smaller parts"
        } else if offset == 0 && text.starts_with('\u{feff}') {
            "save it in UTF-8 without a byte order mark"
        } else if expected.contains("redefined") {
            "write it once: one of the two is in vain"
        } else {
            syntax_help(text, offset)
        })
    })
}

/// Returns what helps against the mistakes that the parser cannot name.
fn syntax_help(text: &str, offset: usize) -> &'static str {
    let mut start = offset.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let (before, after) = text.split_at(start);
    let line = before.rsplit('\n').next().unwrap_or_default();
    let whole = [line, after.split('\n').next().unwrap_or_default()].concat();
    if whole.replace("\\\"", "").matches('"').count() % 2 == 1 {
        return "a string ends where its line ends: is a quote missing?";
    }
    let block = whole.find('{').and_then(|brace| whole.get(brace..));
    if whole.matches('=').count() > 1 && block.is_some_and(|inner| inner.contains('=')) {
        return "a block on one line holds one attribute at most: write each on a line of its own";
    }
    match text.matches('{').count().cmp(&text.matches('}').count()) {
        std::cmp::Ordering::Greater => "there are more `{` than `}`: is one missing?",
        std::cmp::Ordering::Less => "there are more `}` than `{`: is one too many?",
        std::cmp::Ordering::Equal => "look for a missing quote, sign or line break here",
    }
}

/// Returns the text of a string or heredoc without interpolation.
pub fn literal_text(expression: &Expression) -> Option<String> {
    match expression {
        Expression::String(text) => Some(text.value().clone()),
        Expression::HeredocTemplate(heredoc) => literal_template(&heredoc.template),
        _ => None,
    }
}

fn literal_template(template: &Template) -> Option<String> {
    let mut text = String::new();
    for element in template.iter() {
        let Element::Literal(literal) = element else {
            return None;
        };
        text.push_str(literal.value());
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::Source;
    use crate::problem::Place;

    #[test]
    fn a_place_is_the_same_as_the_slow_way_finds() {
        let text = "a = 1\nzwölf = 2\n\nlast = 3";
        let source = Source::new("a.hcl", text);
        for offset in 0..=text.len() {
            if text.is_char_boundary(offset) {
                assert_eq!(source.place(source.at(offset)), Place::at("a.hcl", text, offset), "{offset}");
            }
        }
    }
}
