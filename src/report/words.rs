//! Small phrases that several formats share.

use super::escape::cut;
use crate::gate::Outcome;
use crate::plan::operation::{Operation, Order};
use crate::report::Report;
use crate::risk::{ChangeAssessment, Relation, RelationKind};

/// Returns `1 change` or `3 changes`.
pub(super) fn counted(count: usize, singular: &str, plural: &str) -> String {
    format!("{count} {}", if count == 1 { singular } else { plural })
}

/// Returns the verdict as a sentence without its end.
pub(super) fn headline(report: &Report<'_>) -> String {
    let verdict = report.verdict;
    let environment = &report.assessment.environment;
    let what = match verdict.outcome {
        Outcome::Allow if report.assessment.plans_nothing() => "nothing to change".to_owned(),
        Outcome::Allow if !verdict.requirements.is_empty() => "everything that is demanded is met".to_owned(),
        Outcome::Allow => "nothing here needs anyone's approval".to_owned(),
        Outcome::Hold => {
            let missing = verdict.requirements.iter().filter(|demand| !demand.met && !demand.implied).count();
            format!("{} to meet before this may be applied", counted(missing, "requirement", "requirements"))
        }
        Outcome::Block => {
            let mut subjects: Vec<_> =
                verdict.prohibitions.iter().map(|prohibition| &prohibition.address).collect();
            subjects.dedup();
            let whole = subjects.iter().any(|address| address.is_none());
            let changes = subjects.iter().filter(|address| address.is_some()).count();
            match (whole, changes) {
                (true, 0) => "this plan is prohibited".to_owned(),
                (true, _) => {
                    format!("this plan is prohibited, and {} of it", counted(changes, "change", "changes"))
                }
                (false, _) => {
                    format!(
                        "{} prohibited; no approval lifts it",
                        counted(changes, "change is", "changes are")
                    )
                }
            }
        }
    };
    format!("{what} ({} risk, {})", verdict.risk.name(), environment.shown())
}

/// Returns what a change does, in words a Terraform user knows.
pub(super) fn operation(change: &ChangeAssessment) -> String {
    let mut words = match (change.operation, change.order) {
        (Operation::Replace, Some(Order::CreateFirst)) => "replace, create first".to_owned(),
        (Operation::Replace, Some(Order::DeleteFirst)) => "replace, delete first".to_owned(),
        (Operation::Replace, Some(Order::CreateForget)) => "replace, old one stays".to_owned(),
        (Operation::NoOp, _) if change.importing => return "import".to_owned(),
        (Operation::NoOp, _) if change.moved_from.is_some() => return "move".to_owned(),
        (operation, _) => operation.name().to_owned(),
    };
    if change.deposed.is_some() {
        words.push_str(" deposed");
    }
    if change.importing {
        words.push_str(" after import");
    }
    if change.moved_from.is_some() {
        words.push_str(" after move");
    }
    words
}

/// Returns the address with the deposed key behind it.
pub(super) fn address(change: &ChangeAssessment) -> String {
    match &change.deposed {
        Some(key) => format!("{} (deposed {key})", change.address),
        None => change.address.clone(),
    }
}

/// Returns an address in at most `longest` characters: keys are cut first, then the modules, as type and name tell
/// most.
pub(super) fn short_address(change: &ChangeAssessment, longest: usize) -> String {
    let whole = address(change);
    let length = |text: &str| text.chars().count();
    if length(&whole) <= longest {
        return whole;
    }
    let shorter = [24, 12, 4, 1].into_iter().map(|key| with_short_keys(&whole, key));
    let mut last = whole.clone();
    for short in shorter {
        if length(&short) <= longest {
            return short;
        }
        last = short;
    }
    let skip = length(&last).saturating_sub(longest.saturating_sub(1));
    format!("…{}", last.chars().skip(skip).collect::<String>())
}

/// Returns an address with the keys in it cut to `longest` characters.
fn with_short_keys(address: &str, longest: usize) -> String {
    let (mut short, mut key, mut escaped) = (String::new(), None::<String>, false);
    for character in address.chars() {
        let quote = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        match &mut key {
            None => {
                short.push(character);
                key = quote.then(String::new);
            }
            Some(content) if quote => {
                short.push_str(&cut(content, longest));
                short.push(character);
                key = None;
            }
            Some(content) => content.push(character),
        }
    }
    short.push_str(&cut(&key.unwrap_or_default(), longest));
    short
}

/// Returns how a change stands to another one, in a few words before its address.
pub(super) fn relation(relation: &Relation) -> String {
    let what = match relation.kind {
        RelationKind::RenamedTo => "created again as",
        RelationKind::ShiftedFrom => "becomes what is now",
        RelationKind::GoesWith => "goes with",
        RelationKind::Guards => "guards, in the same plan destroyed,",
        RelationKind::DisarmedBy => "its guard is switched off by the update of",
    };
    format!("{what} {}", relation.address)
}

#[cfg(test)]
mod tests {
    use super::with_short_keys;

    #[test]
    fn keys_are_cut_and_names_stay() {
        for (address, expected) in [
            ("aws_x.y", "aws_x.y"),
            ("aws_x.y[0]", "aws_x.y[0]"),
            ("module.m[\"0123456789\"].aws_x.y[\"abcdefghij\"]", "module.m[\"01…9\"].aws_x.y[\"ab…j\"]"),
            ("aws_x.y[\"a\\\"b.c[d]\"]", "aws_x.y[\"a\\…]\"]"),
            ("aws_x.y[\"not closed", "aws_x.y[\"no…d"),
        ] {
            assert_eq!(with_short_keys(address, 4), expected);
        }
    }
}
