//! The version of Atlantis: what it does with a step that fails.

use super::super::catalog::{ATLANTIS_PLAN_ENFORCED, ATLANTIS_VERSION};
use super::super::{Check, Seen, State};

/// From here on a failing step is an error in every stage.
const FAILS: (u32, u32, u32) = (0, 33, 0);
/// From here on a denied plan is not applied, and head and plan file are looked at again before apply.
const ENFORCES: (u32, u32, u32) = (0, 46, 0);

/// Judges the version.
pub(super) fn checks(version: &Seen<String>) -> Vec<Check> {
    [(&ATLANTIS_VERSION, FAILS), (&ATLANTIS_PLAN_ENFORCED, ENFORCES)]
        .into_iter()
        .map(|(entry, least)| match version.known() {
            Err(why) => Check::new(entry, State::Unknown, why),
            Ok(text) => match read(text) {
                None => Check::new(entry, State::Unknown, format!("`{text}` is no version that is known")),
                Some(read) if read.at_least(least) => Check::new(entry, State::Ok, format!("it is {read}")),
                Some(read) => Check::new(entry, State::Problem, format!("it is {read}")),
            },
        })
        .collect()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Version {
    numbers: (u32, u32, u32),
    /// A version that leads up to these numbers.
    before: bool,
}

impl Version {
    fn at_least(self, least: (u32, u32, u32)) -> bool {
        self.numbers > least || (self.numbers == least && !self.before)
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (major, minor, patch) = self.numbers;
        write!(f, "{major}.{minor}.{patch}{}", if self.before { " (a version before it)" } else { "" })
    }
}

/// Reads `v0.46.0`, `0.46.0-pre.1`, or what `atlantis version` prints: `atlantis v0.46.0 (commit: ...)`.
fn read(text: &str) -> Option<Version> {
    text.split_whitespace().find_map(|word| {
        let word = word.strip_prefix('v').unwrap_or(word).trim_end_matches([',', ';']);
        let word = word.split('+').next()?;
        let (numbers, before) = match word.split_once('-') {
            Some((numbers, _)) => (numbers, true),
            None => (word, false),
        };
        let parts: Vec<u32> = numbers.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        match parts.as_slice() {
            [major, minor, patch] => Some(Version { numbers: (*major, *minor, *patch), before }),
            [major, minor] => Some(Version { numbers: (*major, *minor, 0), before }),
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::{Seen, State};
    use super::checks;

    #[test]
    fn a_version_is_judged_by_its_numbers() {
        use State::{Ok, Problem, Unknown};
        for (text, fails, enforces) in [
            ("0.32.1", Problem, Problem),
            ("v0.33.0", Ok, Problem),
            ("0.33.0-pre.20250101", Problem, Problem),
            ("0.45.9", Ok, Problem),
            ("atlantis v0.46.0 (commit: 1a2b3c) (build date: 2026-03-01T00:00:00Z)", Ok, Ok),
            ("0.46.0-rc1", Ok, Problem),
            ("0.100.2", Ok, Ok),
            ("1.0", Ok, Ok),
            ("dev", Unknown, Unknown),
            ("", Unknown, Unknown),
            ("99999999999.1.1", Unknown, Unknown),
        ] {
            let states: Vec<State> =
                checks(&Seen::Known(text.to_owned())).iter().map(|check| check.state).collect();
            assert_eq!(states, [fails, enforces], "{text}");
        }
        assert!(checks(&Seen::Unknown("no".to_owned())).iter().all(|check| check.state == Unknown));
    }
}
