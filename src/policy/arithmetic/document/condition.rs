//! The `Condition` block of a statement: entries that must all hold, each with values of which one must match.

use std::collections::BTreeSet;

use super::super::budget::Budget;
use super::super::network::Addresses;
use super::pattern::{Pattern, any_covers};

/// One entry of a `Condition` block: operator, key, values.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    /// The context key, in lower case: keys are not case-sensitive.
    pub key: String,
    /// The operator, in lower case, without set prefix and `IfExists`. The two spellings of the ARN operators, which
    /// do the same, are one.
    pub operator: String,
    /// `ForAllValues` or `ForAnyValue`.
    pub quantifier: Option<Quantifier>,
    /// True with `IfExists`: the entry holds where the key is missing from the request.
    pub if_exists: bool,
    /// The values; one must match (of a negated operator: none may).
    pub values: BTreeSet<String>,
}

/// A prefix of an operator for keys with several values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Quantifier {
    /// `ForAllValues`: holds where the key is missing.
    All,
    /// `ForAnyValue`.
    Any,
}

impl Condition {
    /// Creates an entry from the operator and key as they are written.
    pub fn new(operator: &str, key: &str, values: impl IntoIterator<Item = String>) -> Condition {
        let operator = operator.to_ascii_lowercase();
        let (quantifier, operator) = match operator.split_once(':') {
            Some(("forallvalues", operator)) => (Some(Quantifier::All), operator.to_owned()),
            Some(("foranyvalue", operator)) => (Some(Quantifier::Any), operator.to_owned()),
            _ => (None, operator),
        };
        let (operator, if_exists) = match operator.strip_suffix("ifexists") {
            Some(plain) => (plain.to_owned(), true),
            None => (operator, false),
        };
        let operator = match operator.as_str() {
            "arnequals" => "arnlike".to_owned(),
            "arnnotequals" => "arnnotlike".to_owned(),
            _ => operator,
        };
        let truth = matches!(operator.as_str(), "bool" | "null");
        let values =
            values.into_iter().map(|value| if truth { value.to_ascii_lowercase() } else { value }).collect();
        Condition { key: key.to_ascii_lowercase(), operator, quantifier, if_exists, values }
    }

    /// Returns true if this entry holds wherever `other` holds; none if that takes too long to see.
    ///
    /// Where it cannot be seen the result is false, which at worst takes a statement for a new one.
    fn holds_where(&self, other: &Condition, budget: &mut Budget) -> Option<bool> {
        if self == other {
            return Some(true);
        }
        if self.key != other.key
            || self.quantifier != other.quantifier
            || (other.if_exists && !self.if_exists)
        {
            return Some(false);
        }
        budget.spend(self.values.len() + other.values.len())?;
        let (own, its) = (&self.values, &other.values);
        Some(match (self.operator.as_str(), other.operator.as_str()) {
            ("arnlike", "arnlike") => return arns_covered(its, own, budget),
            ("arnnotlike", "arnnotlike") => return arns_covered(own, its, budget),
            ("stringlike", "stringlike") => return covered(&patterns(its), &patterns(own), budget),
            // Of `StringEquals` a wildcard is a plain character, but a variable still is one.
            ("stringlike", "stringequals") if its.iter().all(|value| !value.contains("${")) => {
                let its: Vec<Pattern> = its.iter().map(|value| Pattern::literal(value)).collect();
                return covered(&its, &patterns(own), budget);
            }
            ("stringnotlike", "stringnotlike") => return covered(&patterns(own), &patterns(its), budget),
            ("ipaddress", "ipaddress") => within(its, own),
            ("notipaddress", "notipaddress") => within(own, its),
            (own, its) if own != its => false,
            (
                "stringequals"
                | "stringequalsignorecase"
                | "numericequals"
                | "dateequals"
                | "binaryequals"
                | "bool"
                | "null",
                _,
            ) => its.is_subset(own),
            ("stringnotequals" | "stringnotequalsignorecase" | "numericnotequals" | "datenotequals", _) => {
                own.is_subset(its)
            }
            // Bounds (`NumericLessThan`, `DateGreaterThan` ...) and operators nobody has heard of.
            _ => own == its,
        })
    }
}

/// Returns true if the entries of `weak` all hold wherever those of `strong` do; none if that takes too long to see.
pub(super) fn weaker_or_equal(weak: &[Condition], strong: &[Condition], budget: &mut Budget) -> Option<bool> {
    for entry in weak {
        let mut held = false;
        for other in strong {
            budget.spend(1)?;
            if entry.holds_where(other, budget)? {
                held = true;
                break;
            }
        }
        if !held {
            return Some(false);
        }
    }
    Some(true)
}

fn patterns(values: &BTreeSet<String>) -> Vec<Pattern> {
    values.iter().map(|value| Pattern::new(value, true)).collect()
}

/// Returns true if each of the narrow patterns is covered by one of the wide ones.
fn covered(narrow: &[Pattern], wide: &[Pattern], budget: &mut Budget) -> Option<bool> {
    for one in narrow {
        if !any_covers(wide, one, budget)? {
            return Some(false);
        }
    }
    Some(true)
}

/// Returns true if each of the narrow ARN patterns is covered by one of the wide ones.
///
/// The ARN operators compare field by field, so that `*` for a region does not reach into the account. What has not
/// all six fields covers nothing but itself.
fn arns_covered(narrow: &BTreeSet<String>, wide: &BTreeSet<String>, budget: &mut Budget) -> Option<bool> {
    let fields = |values: &BTreeSet<String>| -> Vec<Vec<Pattern>> {
        values
            .iter()
            .map(|value| value.splitn(6, ':').map(|field| Pattern::new(field, true)).collect())
            .collect()
    };
    let (narrow, wide) = (fields(narrow), fields(wide));
    for one in &narrow {
        let mut held = false;
        for other in &wide {
            held |= one == other || (one.len() == 6 && other.len() == 6 && fieldwise(other, one, budget)?);
        }
        if !held {
            return Some(false);
        }
    }
    Some(true)
}

fn fieldwise(wide: &[Pattern], narrow: &[Pattern], budget: &mut Budget) -> Option<bool> {
    for (wide, narrow) in wide.iter().zip(narrow) {
        if !wide.covers_within(narrow, budget)? {
            return Some(false);
        }
    }
    Some(true)
}

/// Returns true if the addresses of `narrow` all lie in those of `wide`.
fn within(narrow: &BTreeSet<String>, wide: &BTreeSet<String>) -> bool {
    match (Addresses::of_all(narrow), Addresses::of_all(wide)) {
        (Some(narrow), Some(wide)) => narrow.difference(&wide).is_empty(),
        _ => false,
    }
}
