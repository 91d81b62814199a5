//! Differences on a terminal: one line each, `path: before -> after`, in colours.

use anstyle::{AnsiColor, Style};

use super::{Line, Said};
use crate::report::escape::terminal;

/// Returns a line as it stands on a terminal.
pub(in crate::report) fn paint(line: &Line) -> String {
    let red = |text: &str| coloured(AnsiColor::Red, text);
    let green = |text: &str| coloured(AnsiColor::Green, text);
    let mut painted = match &line.said {
        Said::Changed(path, before, after, remark) => {
            // What is known later is no value that somebody put there.
            let after = if after.starts_with("(known") {
                terminal(after).into_owned()
            } else {
                green(&terminal(after))
            };
            format!("~ {}: {} -> {after}{remark}", terminal(path), red(&terminal(before)))
        }
        Said::Gone(path, value) => red(&format!("- {}: {}", terminal(path), terminal(value))),
        Said::Come(path, value, remark) => {
            green(&format!("+ {}: {}{remark}", terminal(path), terminal(value)))
        }
        Said::Else(path, what) => format!("~ {}: {what}", terminal(path)),
        Said::Differs(path) => format!("~ {}", terminal(path)),
        Said::Named(title, paths) => dimmed(&format!("{title}: {}", terminal(paths))),
        Said::More(count) => dimmed(&format!("and {count} more (--verbose shows them)")),
    };
    if let Some(within) = &line.within {
        painted.push_str(&dimmed(&format!(" ({})", terminal(within))));
    }
    painted
}

fn coloured(colour: AnsiColor, text: &str) -> String {
    let style = Style::new().fg_color(Some(colour.into()));
    format!("{style}{text}{style:#}")
}

fn dimmed(text: &str) -> String {
    let style = Style::new().dimmed();
    format!("{style}{text}{style:#}")
}
