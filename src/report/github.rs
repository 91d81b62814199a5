//! Annotations of GitHub Actions: commands that the runner reads from what a step prints.

use super::escape::{command_data, command_property, cut};
use super::issue::{Issue, Level, issues};
use super::run::{Run, Standing};

/// The runner keeps so many annotations of each level and step; the verdict is one of them.
const MOST: usize = 10;
/// The longest message, in characters.
const LONGEST: usize = 1_000;
/// The longest title, in characters: 255 are taken.
const LONGEST_TITLE: usize = 120;

/// Renders the verdict, then the gravest issues of each level.
pub fn render(run: &Run<'_>) -> String {
    let issues = issues(run);
    let (level, word) = match run.standing() {
        Standing::Allow => (Level::Note, "allowed"),
        Standing::Hold => (Level::Warning, "on hold"),
        Standing::Block => (Level::Error, "blocked"),
        Standing::Error => (Level::Error, "not judged"),
    };
    let mut left = [Level::Note, Level::Warning, Level::Error].map(|of| MOST - usize::from(of == level));
    let mut shown: Vec<&Issue<'_>> = Vec::new();
    for issue in &issues {
        // Notes are for those who look for them: on the lines of a pull request they are noise.
        if let Some(left) = left.get_mut(issue.gravity.level() as usize)
            && *left > 0
            && issue.gravity.level() > Level::Note
        {
            *left -= 1;
            shown.push(issue);
        }
    }
    let loud = issues.iter().filter(|issue| issue.gravity.level() > Level::Note).count();
    let cut = match loud - shown.len() {
        0 => String::new(),
        more => format!("; {more} of {loud} findings are not annotated for want of room"),
    };
    let title = format!("applygate: {word}");
    let mut text = command(level, None, &title, &format!("{}{cut}", run.headline()));
    for issue in shown {
        let title = format!("{}: {}", issue.gravity.name(), issue.rule);
        text.push_str(&command(issue.gravity.level(), issue.head(), &title, &message(issue, run)));
    }
    text
}

fn message(issue: &Issue<'_>, run: &Run<'_>) -> String {
    let instead = issue.instead.map(|instead| format!("\nInstead: {}", instead.trim())).unwrap_or_default();
    let plan = if run.plans.len() > 1 { format!("\nPlan: {}", issue.plan) } else { String::new() };
    format!("{}{instead}{plan}", issue.text())
}

/// Returns one command on a line of its own.
fn command(level: Level, at: Option<(&str, u32)>, title: &str, message: &str) -> String {
    let name = match level {
        Level::Note => "notice",
        Level::Warning => "warning",
        Level::Error => "error",
    };
    let place = match at {
        Some((file, line)) => format!("file={},line={line},", command_property(file)),
        None => String::new(),
    };
    // Our own line breaks come out as such; one that somebody put into a name is spelled out.
    let lines: Vec<String> = message.split('\n').map(|line| command_data(&cut(line, LONGEST))).collect();
    format!("::{name} {place}title={}::{}\n", command_property(&cut(title, LONGEST_TITLE)), lines.join("%0A"))
}
