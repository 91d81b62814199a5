//! The tables of the page on the command.

use super::Level;
use super::catalog::{ALL, Entry, Side};

/// Returns the table of levels: what each needs, and who gets round it all the same.
pub fn levels() -> String {
    let rows = Level::ALL.into_iter().map(|level| {
        let of = |atlantis: bool| {
            ALL.iter()
                .filter(move |entry| entry.level == Some(level) && (entry.side == Side::Atlantis) == atlantis)
        };
        let mut needs: Vec<String> = of(false).map(|entry| format!("`{}`", entry.id)).collect();
        if of(true).next().is_some() {
            needs.push("with Atlantis those of its own that say so".to_owned());
        }
        if level != Level::Advisory {
            needs.insert(0, "all of the level before".to_owned());
        }
        format!("| {} {} | {} | {} |\n", level.name(), level.word(), needs.join(", "), level.residual())
    });
    let head = "| level | needs | who can still get round it |\n|---|---|---|\n".to_owned();
    std::iter::once(head).chain(rows).collect()
}

/// Returns the tables of all checks, one for each side.
pub fn checks() -> String {
    let tables = [Side::Github, Side::Workflows, Side::Atlantis].map(|side| {
        let rows: String = ALL.iter().filter(|entry| entry.side == side).map(|entry| row(entry)).collect();
        let head = "| check | for | must be so | else | what mends it |\n|---|---|---|---|---|";
        format!("### {}\n\n{head}\n{rows}", side.name())
    });
    tables.join("\n")
}

fn row(entry: &Entry) -> String {
    let Entry { id, must, else_, fix, .. } = entry;
    let level = entry.level.map_or("advice", Level::name);
    format!("| `{id}` | {level} | {must} | {else_} | {fix} |\n")
}
