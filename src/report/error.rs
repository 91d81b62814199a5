//! A problem on a terminal.

use anstyle::{AnsiColor, Style};

use super::escape::terminal;
use crate::problem::Problem;

/// Renders a problem.
pub fn render(problem: &Problem) -> String {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into())).bold();
    let cyan = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
    let mut text = format!("{red}error{red:#}: {}\n", terminal(&problem.message));
    if let Some(place) = &problem.place {
        text.push_str(&format_line(&format!("{cyan}  at{cyan:#}"), &place.to_string()));
    }
    if let Some(help) = &problem.help {
        text.push_str(&format_line(&format!("{cyan}help{cyan:#}"), help));
    }
    text
}

/// Renders a problem that kept a plan from being judged: whoever reads only the last line learns that too.
pub fn render_undecided(problem: &Problem) -> String {
    format!("{}no decision was made, so nothing is allowed\n", render(problem))
}

fn format_line(label: &str, content: &str) -> String {
    format!("{label}: {}\n", terminal(content))
}
