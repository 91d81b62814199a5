//! Versions of engines: which is newer, and which step is a major one.

use std::cmp::Ordering;

use super::fields::{self, Field};
use super::{Answer, Sides};
use crate::plan::view::State;

/// A version: numbers and words, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The product that the version itself names (`POSTGRES_14`), in lower case.
    product: Option<String>,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Number(u64),
    Word(String),
}

impl Version {
    /// Reads a version such as `14.9`, `v1.29`, `8.0.mysql_aurora.3.04.0`, `POSTGRES_14` or `OpenSearch_2.11`; none for
    /// a text without a leading number, such as `latest`.
    pub fn parse(text: &str) -> Option<Version> {
        let mut product = Vec::new();
        let mut parts = Vec::new();
        for token in text.trim().split(['.', '_', '-', '+', ' ']) {
            let token = token.to_ascii_lowercase();
            let digits = if parts.is_empty() { token.strip_prefix('v').unwrap_or(&token) } else { &token };
            let number =
                if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None };
            match number {
                Some(number) => parts.push(Part::Number(number)),
                None if token.is_empty() => return None,
                None if !parts.is_empty() => parts.push(Part::Word(token)),
                // The name of a product has no digits: `19c` is a version that is not understood.
                None if token.bytes().any(|byte| byte.is_ascii_digit()) => return None,
                None => product.push(token),
            }
        }
        if parts.is_empty() {
            return None;
        }
        Some(Version { product: (!product.is_empty()).then(|| product.join("_")), parts })
    }

    /// Returns the leading number.
    pub fn major(&self) -> Option<u64> {
        match self.parts.first() {
            Some(Part::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// Compares two versions of one product as far as both are written: `14` and `14.9` are equal, since the shorter
    /// one leaves the rest to the provider. None if the products differ, or words where they would decide.
    pub fn compare(&self, other: &Version) -> Option<Ordering> {
        if self.product != other.product {
            return None;
        }
        for (own, its) in self.parts.iter().zip(&other.parts) {
            match (own, its) {
                (Part::Number(own), Part::Number(its)) if own != its => return Some(own.cmp(its)),
                (own, its) if own == its => {}
                _ => return None,
            }
        }
        Some(Ordering::Equal)
    }

    /// Returns the numbers that make up the major version of an engine, as its makers count.
    ///
    /// PostgreSQL counts by the first number since 10, by the first two before (9.5 to 9.6 was a major step); MySQL,
    /// MariaDB, Neptune and MongoDB by the first two (5.7 to 8.0, 10.5 to 10.6, 1.2 to 1.3, 4.2 to 4.4); everything
    /// else by the first.
    fn major_of(&self, engine: Option<&str>) -> Option<Vec<u64>> {
        let engine = engine.map(str::to_ascii_lowercase).or_else(|| self.product.clone()).unwrap_or_default();
        let first = self.major()?;
        let is = |names: &[&str]| names.iter().any(|name| engine.contains(name));
        let two = if is(&["postgres"]) {
            first < 10
        } else {
            // Plain `aurora` is the MySQL of the first Aurora.
            is(&["mysql", "mariadb", "mongo", "neptune"]) || engine == "aurora"
        };
        match (two, self.parts.get(1)) {
            (true, Some(Part::Number(second))) => Some(vec![first, *second]),
            // The second number is left out: the first one is all there is to compare.
            (true, None) | (false, _) => Some(vec![first]),
            (true, Some(Part::Word(_))) => None,
        }
    }
}

/// Returns whether the version at an attribute goes up by a major step of the engine.
///
/// Without `engine` the product that the version names counts (`MYSQL_8_0`), else the first number.
pub fn is_major_upgrade(engine: Option<&str>, sides: Sides<'_>) -> Answer {
    judged(sides, |before, after| {
        if before.product != after.product {
            return None;
        }
        let (before, after) = (before.major_of(engine)?, after.major_of(engine)?);
        let step =
            before.iter().zip(&after).map(|(before, after)| after.cmp(before)).find(|step| step.is_ne());
        Some(step == Some(Ordering::Greater))
    })
}

/// Returns whether the version at an attribute goes down.
pub fn is_downgrade(sides: Sides<'_>) -> Answer {
    judged(sides, |before, after| Some(after.compare(before)? == Ordering::Less))
}

/// No where there is no version before (create) or no object after (delete), unknown where a version cannot be read or
/// is left to the provider.
fn judged(sides: Sides<'_>, question: impl Fn(&Version, &Version) -> Option<bool>) -> Answer {
    if sides.unchanged() || sides.after.state() == State::Absent {
        return Answer::No;
    }
    match (fields::text(sides.before), fields::text(sides.after)) {
        (Field::Missing, _) => Answer::No,
        (Field::Known(before), Field::Known(after)) => {
            match (Version::parse(before), Version::parse(after)) {
                (Some(before), Some(after)) => question(&before, &after).into(),
                _ => Answer::Unknown,
            }
        }
        _ => Answer::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use std::cmp::Ordering;

    use super::super::{Answer, Sides, version};
    use super::Version;
    use crate::plan::value::Value;
    use crate::plan::view::View;

    fn ask(before: &str, after: &str, question: impl Fn(Sides<'_>) -> Answer) -> Answer {
        let (before, after) = (Value::String(before.into()), Value::String(after.into()));
        let view = |value| View::new(Some(value), None, None);
        question(Sides { before: view(&before), after: view(&after) })
    }

    #[test]
    fn a_step_is_major_as_the_makers_of_the_engine_count() {
        use Answer::{No, Unknown, Yes};
        for (engine, before, after, expected) in [
            (Some("postgres"), "13.9", "14.1", Yes),
            (Some("postgres"), "14.1", "14.9", No),
            (Some("postgres"), "9.5.4", "9.6.1", Yes),
            (Some("postgres"), "9.6.1", "9.6.22", No),
            (Some("postgres"), "9.6", "10.1", Yes),
            (Some("aurora-postgresql"), "11.9", "12.4", Yes),
            (Some("postgres"), "14", "14.9", No),
            (Some("postgres"), "14.9", "15", Yes),
            (Some("mysql"), "5.7.44", "8.0.35", Yes),
            (Some("mysql"), "8.0.28", "8.0.35", No),
            (Some("mysql"), "8.0", "8.4", Yes),
            (Some("mariadb"), "10.5.20", "10.6.14", Yes),
            (Some("aurora-mysql"), "5.7.mysql_aurora.2.11.2", "8.0.mysql_aurora.3.04.0", Yes),
            (Some("aurora-mysql"), "8.0.mysql_aurora.3.03.1", "8.0.mysql_aurora.3.04.0", No),
            (Some("redis"), "6.2", "7.0", Yes),
            (Some("redis"), "7.0", "7.1", No),
            (Some("neptune"), "1.2.0.0", "1.3.0.0", Yes),
            (None, "POSTGRES_14", "POSTGRES_15", Yes),
            (None, "MYSQL_5_7", "MYSQL_8_0", Yes),
            (None, "MYSQL_8_0_31", "MYSQL_8_0_36", No),
            (None, "OpenSearch_1.3", "OpenSearch_2.11", Yes),
            (None, "Elasticsearch_7.10", "OpenSearch_1.0", Unknown),
            (None, "v1.28", "v1.29", No),
            (None, "1.2.3", "2.0.0", Yes),
            (None, "15.1", "14.9", No),
            (Some("postgres"), "latest", "14.1", Unknown),
            (Some("oracle-ee"), "19c", "21c", Unknown),
            (
                Some("oracle-ee"),
                "19.0.0.0.ru-2023-01.rur-2023-01.r1",
                "19.0.0.0.ru-2024-01.rur-2024-01.r1",
                No,
            ),
            (Some("mysql"), "8.x", "8.4", Unknown),
            (None, "7.x", "8.1", Yes),
            (None, "", "14", No),
            (None, "14", "", Unknown),
        ] {
            let answer = ask(before, after, |sides| version::is_major_upgrade(engine, sides));
            assert_eq!(answer, expected, "{engine:?} {before} -> {after}");
        }
    }

    #[test]
    fn a_version_goes_down_only_as_far_as_both_are_written() {
        use Answer::{No, Unknown, Yes};
        for (before, after, expected) in [
            ("14.9", "14.8", Yes),
            ("14.9", "14", No),
            ("14", "13.9", Yes),
            ("14.10", "14.9", Yes),
            ("14.9", "14.10", No),
            ("8.0.mysql_aurora.3.04.0", "8.0.mysql_aurora.3.03.1", Yes),
            ("8.0.mysql_aurora.3.04.0", "8.0.mysql_aurora.3.05.0", No),
            ("8.0.mysql_aurora.3.04.0", "8.0.35", Unknown),
            ("POSTGRES_15", "POSTGRES_14", Yes),
            ("POSTGRES_15", "MYSQL_8_0", Unknown),
            ("v1.29", "1.28", Yes),
            ("1.29.3-gke.1234000", "1.29.3-gke.1233000", Yes),
            ("2.0", "latest", Unknown),
            ("7.x", "7.1", Unknown),
        ] {
            assert_eq!(ask(before, after, version::is_downgrade), expected, "{before} -> {after}");
        }
    }

    #[test]
    fn an_unknown_or_missing_version_is_not_guessed() {
        let (known, yes, null) = (Value::String("14".into()), Value::Bool(true), Value::Null);
        let before = View::new(Some(&known), None, None);
        let unknown = View::new(None, Some(&yes), None);
        assert_eq!(version::is_major_upgrade(None, Sides { before, after: unknown }), Answer::Unknown);
        let left_out = View::new(Some(&null), None, None);
        assert_eq!(version::is_downgrade(Sides { before, after: left_out }), Answer::Unknown);
        assert_eq!(version::is_downgrade(Sides { before, after: View::absent() }), Answer::No);
        assert_eq!(version::is_downgrade(Sides { before: View::absent(), after: unknown }), Answer::No);
    }

    #[test]
    fn versions_are_read_or_refused_never_misread() {
        for text in ["", "latest", "default", "19c", "..", "1..2", "v", "-", "_14_"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        let compare = |a, b| Version::parse(a).unwrap().compare(&Version::parse(b).unwrap());
        assert_eq!(compare("3.04.0", "3.4"), Some(Ordering::Equal));
        assert_eq!(compare("99999999999", "2"), Some(Ordering::Greater));
    }
}
