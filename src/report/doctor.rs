//! What `doctor` found: the level that is proven, what the next one needs, and what only a person can see.

use anstyle::{AnsiColor, Style};
use serde::Serialize;

use super::escape::{self, terminal};
use super::words::counted;
use crate::doctor::{Check, Diagnosis, Level, State};

/// Where it was looked.
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// `OWNER/NAME`; none if no repository was named.
    pub repository: Option<String>,
    /// The base branch; none if it is not known.
    pub branch: Option<String>,
}

/// Renders it for a terminal of some columns.
pub fn render(diagnosis: &Diagnosis, subject: &Subject, width: usize) -> String {
    let mut page = Page { text: String::new(), width: width.clamp(40, 120) };
    page.head(diagnosis, subject);
    for level in Level::ALL {
        let missing: Vec<&Check> = diagnosis.missing(level).collect();
        if !missing.is_empty() {
            page.title(&format!("{} {} needs", level.name(), level.word()));
            page.checks(&missing);
        }
    }
    let advice: Vec<&Check> = diagnosis
        .checks
        .iter()
        .filter(|check| check.entry.level.is_none() && check.state != State::Ok)
        .collect();
    if !advice.is_empty() {
        page.title("Advice");
        page.checks(&advice);
    }
    let ok: Vec<&Check> = diagnosis.checks.iter().filter(|check| check.state == State::Ok).collect();
    if !ok.is_empty() {
        page.title("In order");
        for check in ok {
            let line = format!("{}: {}", named(check), terminal(&check.found));
            page.line("ok", State::Ok, &line);
        }
    }
    page.title("Yours to check");
    for words in &diagnosis.yours {
        page.wrapped(&format!("- {words}"), 2, 4);
    }
    page.text
}

fn named(check: &Check) -> String {
    let bold = Style::new().bold();
    let id = check.entry.id;
    if check.subject.is_empty() {
        format!("{bold}{id}{bold:#}")
    } else {
        format!("{bold}{id}{bold:#} ({})", terminal(&check.subject))
    }
}

/// Returns how many problems there are, and how many things are only advised.
fn problems(diagnosis: &Diagnosis) -> (usize, usize) {
    let wrong = diagnosis.checks.iter().filter(|check| check.state == State::Problem);
    let (problems, advice): (Vec<&Check>, Vec<&Check>) = wrong.partition(|check| check.entry.level.is_some());
    (problems.len(), advice.len())
}

struct Page {
    text: String,
    width: usize,
}

impl Page {
    fn head(&mut self, diagnosis: &Diagnosis, subject: &Subject) {
        let (word, colour) = match diagnosis.level {
            None => ("NONE".to_owned(), AnsiColor::Red),
            Some(level) => (
                format!("{} {}", level.name(), level.word()),
                match level {
                    Level::Advisory => AnsiColor::Yellow,
                    Level::Enforced | Level::Strong => AnsiColor::Green,
                },
            ),
        };
        let style = Style::new().fg_color(Some(colour.into())).bold();
        let place = match (&subject.repository, &subject.branch) {
            (Some(repository), Some(branch)) => format!("{repository}, base branch {branch}"),
            (Some(repository), None) => format!("{repository}, base branch not known"),
            (None, _) => "no repository was named".to_owned(),
        };
        put!(self.text, "{style}{word}{style:#}  {}\n", terminal(&place));
        let words = match diagnosis.level {
            None => "it is not proven that applygate runs on pull requests at all",
            Some(level) => level.residual(),
        };
        self.wrapped(words, 2, 2);
        let count = |state| diagnosis.checks.iter().filter(|check| check.state == state).count();
        let (problems, advice) = problems(diagnosis);
        let unknown = count(State::Unknown);
        let line = format!(
            "{}, {}, {unknown} not known, {} in order; what is not known counts as missing",
            counted(problems, "problem", "problems"),
            counted(advice, "piece of advice", "pieces of advice"),
            count(State::Ok)
        );
        self.wrapped(&line, 2, 2);
    }

    fn title(&mut self, words: &str) {
        let bold = Style::new().bold();
        put!(self.text, "\n{bold}{words}{bold:#}\n");
    }

    /// Shows what is wrong with its fix, and what is not known by its reason: that is often the same for many.
    fn checks(&mut self, checks: &[&Check]) {
        let problems: Vec<&&Check> = checks.iter().filter(|check| check.state == State::Problem).collect();
        for (index, check) in problems.iter().enumerate() {
            let word = if check.entry.level.is_some() { "problem" } else { "advice" };
            self.line(word, State::Problem, &format!("{}: {}", named(check), terminal(&check.found)));
            // What is said of several subjects is said once.
            let last = problems.get(index + 1).is_none_or(|next| next.entry.id != check.entry.id);
            if last {
                self.wrapped(&format!("so: {}", check.entry.else_), 10, 14);
                self.wrapped(&format!("fix: {}", check.entry.fix), 10, 15);
            }
        }
        let mut reasons: Vec<(&str, Vec<&Check>)> = Vec::new();
        for check in checks.iter().filter(|check| check.state == State::Unknown) {
            match reasons.iter_mut().find(|(reason, _)| *reason == check.found) {
                Some((_, same)) => same.push(check),
                None => reasons.push((&check.found, vec![check])),
            }
        }
        for (reason, same) in reasons {
            let names: Vec<String> = same.iter().map(|check| named(check)).collect();
            self.line("unknown", State::Unknown, &names.join(", "));
            self.wrapped(&format!("why: {}", terminal(reason)), 10, 15);
            if let [check] = same.as_slice() {
                self.wrapped(&format!("must be: {}", check.entry.must), 10, 19);
                self.wrapped(&format!("fix: {}", check.entry.fix), 10, 15);
            }
        }
    }

    fn line(&mut self, word: &str, state: State, rest: &str) {
        let colour = match state {
            State::Problem if word == "advice" => AnsiColor::Cyan,
            State::Problem => AnsiColor::Red,
            State::Unknown => AnsiColor::Yellow,
            State::Ok => AnsiColor::Green,
        };
        let style = Style::new().fg_color(Some(colour.into()));
        self.wrapped(
            &format!("{style}{word}{style:#}{}{rest}", " ".repeat(8_usize.saturating_sub(word.len()))),
            2,
            10,
        );
    }

    fn wrapped(&mut self, words: &str, first: usize, rest: usize) {
        let (first, rest) = (" ".repeat(first), " ".repeat(rest));
        let options = textwrap::Options::new(self.width)
            .initial_indent(&first)
            .subsequent_indent(&rest)
            .break_words(false)
            .word_splitter(textwrap::WordSplitter::NoHyphenation)
            .word_separator(textwrap::WordSeparator::AsciiSpace);
        for line in textwrap::wrap(words, options) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }
}

/// A document on a diagnosis.
#[derive(Debug, Serialize)]
struct Document<'d> {
    schema: &'static str,
    repository: Option<&'d str>,
    branch: Option<&'d str>,
    level: Option<&'static str>,
    residual: Option<&'static str>,
    problems: usize,
    advice: usize,
    missing: Vec<Missing>,
    checks: Vec<Row<'d>>,
    yours_to_check: &'d [&'static str],
}

/// What keeps a level from being proven.
#[derive(Debug, Serialize)]
struct Missing {
    level: &'static str,
    checks: Vec<&'static str>,
}

#[derive(Debug, Serialize)]
struct Row<'d> {
    check: &'static str,
    subject: Option<&'d str>,
    /// The level it is needed for; null is advice.
    level: Option<&'static str>,
    state: &'static str,
    found: &'d str,
    must_be: &'static str,
    otherwise: &'static str,
    fix: &'static str,
}

/// Renders it as a JSON document that ends with a line break.
pub fn render_json(diagnosis: &Diagnosis, subject: &Subject) -> String {
    let missing = |level: Level| {
        let mut checks: Vec<&str> = diagnosis.missing(level).map(|check| check.entry.id).collect();
        checks.dedup();
        Missing { level: level.name(), checks }
    };
    let rows = diagnosis.checks.iter().map(|check| Row {
        check: check.entry.id,
        subject: (!check.subject.is_empty()).then_some(check.subject.as_str()),
        level: check.entry.level.map(Level::name),
        state: check.state.name(),
        found: &check.found,
        must_be: check.entry.must,
        otherwise: check.entry.else_,
        fix: check.entry.fix,
    });
    let (problems, advice) = problems(diagnosis);
    let document = Document {
        schema: "applygate/doctor/v1",
        repository: subject.repository.as_deref(),
        branch: subject.branch.as_deref(),
        level: diagnosis.level.map(Level::name),
        residual: diagnosis.level.map(Level::residual),
        problems,
        advice,
        missing: Level::ALL.into_iter().map(missing).filter(|missing| !missing.checks.is_empty()).collect(),
        checks: rows.collect(),
        yours_to_check: &diagnosis.yours,
    };
    // These structures hold strings and numbers only, which always serialise.
    let mut text = escape::json(&serde_json::to_string_pretty(&document).unwrap_or_default());
    text.push('\n');
    text
}
