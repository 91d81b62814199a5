//! A problem on a terminal.

use anstyle::{AnsiColor, Style};

use super::escape::terminal;
use crate::problem::{Excerpt, Place, Problem, Problems};

/// Renders a problem.
pub fn render(problem: &Problem) -> String {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into())).bold();
    titled(&format!("{red}error{red:#}"), problem)
}

/// Renders what may be a slip and keeps nothing from being done.
pub fn render_hint(hint: &Problem) -> String {
    let yellow = Style::new().fg_color(Some(AnsiColor::Yellow.into())).bold();
    titled(&format!("{yellow}hint{yellow:#}"), hint)
}

/// Renders a problem under a title of its own.
pub(super) fn titled(title: &str, problem: &Problem) -> String {
    let cyan = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    let mut text = format!("{title}: {}\n", terminal(&problem.message));
    match (&problem.place, &problem.excerpt) {
        (Some(place), Some(excerpt)) => text.push_str(&pointed(place, excerpt)),
        (Some(place), None) => {
            text.push_str(&format_line(&format!("{cyan}  at{cyan:#}"), &place.to_string()));
        }
        (None, _) => {}
    }
    if let Some(help) = &problem.help {
        text.push_str(&format_line(&format!("{cyan}help{cyan:#}"), help));
    }
    text
}

/// Renders problems that were found together, with their number where there are several.
pub fn render_all(problems: &Problems) -> String {
    let mut text: String = problems.iter().map(render).collect();
    if !problems.rest().is_empty() {
        put!(text, "{} problems\n", problems.iter().count());
    }
    text
}

/// Renders problems that kept a plan from being judged: whoever reads only the last line learns that too.
pub fn render_undecided(problems: &Problems) -> String {
    format!("{}no decision was made, so nothing is allowed\n", render_all(problems))
}

/// The line where it happened, as compilers show it.
pub(super) fn pointed(place: &Place, excerpt: &Excerpt) -> String {
    let (red, cyan) = (
        Style::new().fg_color(Some(AnsiColor::Red.into())).bold(),
        Style::new().fg_color(Some(AnsiColor::Cyan.into())),
    );
    let number = place.line.to_string();
    let margin = " ".repeat(number.len());
    // A tab is as wide as the terminal likes: the sign below has to stand under the right column all the same.
    let line: String = excerpt.text.chars().map(|c| if c == '\t' { ' ' } else { c }).collect();
    let shown = |from: usize, length: usize| -> String { line.chars().skip(from).take(length).collect() };
    let (before, named) = (
        terminal(&shown(0, excerpt.start)).into_owned(),
        terminal(&shown(excerpt.start, excerpt.length)).into_owned(),
    );
    let after = terminal(&shown(excerpt.start + excerpt.length, usize::MAX)).into_owned();
    let indent = " ".repeat(textwrap::core::display_width(&before));
    let carets = "^".repeat(textwrap::core::display_width(&named).max(1));
    format!(
        "{margin}{cyan}-->{cyan:#} {}\n{margin} {cyan}|{cyan:#}\n{number} {cyan}|{cyan:#} {before}{named}{after}\n{margin} {cyan}|{cyan:#} {indent}{red}{carets}{red:#}\n",
        terminal(&place.to_string())
    )
}

fn format_line(label: &str, content: &str) -> String {
    format!("{label}: {}\n", terminal(content))
}
