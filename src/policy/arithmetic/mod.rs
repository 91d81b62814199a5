//! Arithmetic over plan data that a condition cannot do by itself: policy documents, addresses and ports,
//! versions, durations, expiry.
//!
//! Every function is pure, reads both sides of a change as [`View`]s and answers in three values. *Unknown* is said
//! where the plan does not hold the answer: a value decided during apply, a document that cannot be read, a
//! comparison that would take too long. It is never said in place of a *yes* that is already certain.

mod budget;
pub mod document;
pub mod duration;
pub mod expiry;
mod fields;
pub mod network;
mod table;
#[cfg(test)]
mod testing;
pub mod version;

use crate::plan::value::Value;
use crate::plan::view::{State, View};

pub use table::{Entry, TABLE};

/// The answer to a question about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It is so.
    Yes,
    /// It is not so.
    No,
    /// The plan does not say.
    Unknown,
}

impl Answer {
    /// Returns the negation; of unknown it is unknown.
    #[must_use]
    pub fn negated(self) -> Answer {
        match self {
            Answer::Yes => Answer::No,
            Answer::No => Answer::Yes,
            Answer::Unknown => Answer::Unknown,
        }
    }

    /// Returns yes if either is, no if both are, else unknown.
    #[must_use]
    pub fn or(self, other: Answer) -> Answer {
        match (self, other) {
            (Answer::Yes, _) | (_, Answer::Yes) => Answer::Yes,
            (Answer::No, Answer::No) => Answer::No,
            _ => Answer::Unknown,
        }
    }

    /// Returns yes if both are, no if either is not, else unknown.
    #[must_use]
    pub fn and(self, other: Answer) -> Answer {
        self.negated().or(other.negated()).negated()
    }

    /// Returns yes if any is, no if none is, else unknown.
    pub fn any(answers: impl IntoIterator<Item = Answer>) -> Answer {
        answers.into_iter().fold(Answer::No, Answer::or)
    }
}

impl From<bool> for Answer {
    fn from(value: bool) -> Answer {
        if value { Answer::Yes } else { Answer::No }
    }
}

impl From<Option<bool>> for Answer {
    /// None is unknown.
    fn from(value: Option<bool>) -> Answer {
        value.map_or(Answer::Unknown, Answer::from)
    }
}

/// The two sides of a change, or of one attribute of it.
///
/// They travel together and by name, because two views of one type are easily swapped, and a swap turns "opened"
/// into "closed" without a sound.
#[derive(Debug, Clone, Copy)]
pub struct Sides<'v> {
    /// What is there now; absent on create.
    pub before: View<'v>,
    /// What will be there; absent on delete.
    pub after: View<'v>,
}

/// What it means that an attribute is unknown as a whole.
///
/// Where the configuration leaves an attribute out, a provider may compute it: the rules of a security group whose
/// rules are resources of their own, the policy of a queue that has none. On create the plan then says "unknown",
/// exactly as it does for an expression or a dynamic block over values that are not known. Only the configuration
/// tells the two apart; whoever asks must say which it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unwritten {
    /// The configuration leaves it out: there is nothing.
    Nothing,
    /// The configuration writes it, or nobody has looked: it may be anything.
    Anything,
}

impl<'v> Sides<'v> {
    /// Returns the sides with an attribute of a new object that is unknown as a whole taken for what it is.
    ///
    /// With [`Unwritten::Nothing`] it is absent. An attribute that had a value before, or is unknown in part, stays
    /// unknown in any case.
    ///
    /// Only for attributes that a provider computes where they are left out, such as `policy` of `aws_sqs_queue`,
    /// `aws_sns_topic`, `aws_kms_key` and `aws_s3_bucket`. One that must be written (`policy` of `aws_iam_policy`) is
    /// never left out, and unknown it is unknown.
    #[must_use]
    pub fn settled(self, unwritten: Unwritten) -> Sides<'v> {
        let new = matches!(self.before.state(), State::Null | State::Absent);
        if new && unwritten == Unwritten::Nothing && self.after.state() == State::Unknown {
            return Sides { after: View::absent(), ..self };
        }
        self
    }

    /// Returns the sides of the member `key`.
    #[must_use]
    pub fn get(&self, key: &str) -> Sides<'v> {
        Sides { before: self.before.get(key), after: self.after.get(key) }
    }

    /// Returns true if both sides are known and equal, to the letter.
    pub fn unchanged(&self) -> bool {
        match (self.before.state(), self.after.state()) {
            (State::Known(before), State::Known(after)) => before == after && !self.after.holds_unknown(),
            (State::Null | State::Absent, State::Null | State::Absent) => true,
            _ => false,
        }
    }
}

/// What was found, and whether that is all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What was certainly found, sorted, each once.
    ///
    /// It comes from the plan as it stands there: where the attribute is marked sensitive it must not be shown.
    pub items: Vec<String>,
    /// False if there may be more, because something could not be read.
    pub complete: bool,
}

impl Found {
    /// Creates what could not be read at all.
    pub fn unknown() -> Found {
        Found { items: Vec::new(), complete: false }
    }

    /// Creates a complete result, sorted and without repetition.
    pub fn all(items: impl IntoIterator<Item = String>) -> Found {
        let mut items: Vec<String> = items.into_iter().collect();
        items.sort_unstable();
        items.dedup();
        Found { items, complete: true }
    }

    /// Returns whether anything was found.
    pub fn any(&self) -> Answer {
        match (self.items.is_empty(), self.complete) {
            (false, _) => Answer::Yes,
            (true, true) => Answer::No,
            (true, false) => Answer::Unknown,
        }
    }
}

/// Returns the text of a string or a number, as both occur for ids, ports and days.
fn scalar<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    match value {
        Value::String(text) => Some(text),
        Value::Number(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{No, Unknown, Yes};
    use super::testing::{ask, ask_unknown};
    use super::{Answer, Found, Unwritten, document};

    #[test]
    fn answers_combine_in_three_values() {
        for (a, b, or, and) in [
            (Yes, Yes, Yes, Yes),
            (Yes, No, Yes, No),
            (Yes, Unknown, Yes, Unknown),
            (No, No, No, No),
            (No, Unknown, Unknown, No),
            (Unknown, Unknown, Unknown, Unknown),
        ] {
            assert_eq!((a.or(b), b.or(a), a.and(b), b.and(a)), (or, or, and, and), "{a:?} {b:?}");
        }
        assert_eq!(Answer::any([]), No);
        assert_eq!(Answer::from(None), Unknown);
    }

    #[test]
    fn something_found_is_yes_even_if_there_may_be_more() {
        assert_eq!(Found { items: vec!["x".into()], complete: false }.any(), Yes);
        assert_eq!(Found::unknown().any(), Unknown);
        assert_eq!(Found::all([]).any(), No);
        assert_eq!(Found::all(["b".into(), "a".into(), "b".into()]).items, ["a", "b"]);
    }

    #[test]
    fn what_a_provider_computes_is_nothing_only_on_create_and_as_a_whole() {
        let public = |before: &str, after: &str, unknown: &str, unwritten| {
            ask_unknown(before, after, unknown, |sides| {
                document::public(sides.get("policy").settled(unwritten))
            })
        };
        let known = r#"{"policy":"{}"}"#;
        for (before, after, unknown, expected) in [
            ("", "{}", r#"{"policy":true}"#, No),
            (known, "{}", r#"{"policy":true}"#, Unknown),
            ("", r#"{"policy":{"Statement":[]}}"#, r#"{"policy":{"Statement":true}}"#, Unknown),
        ] {
            assert_eq!(
                public(before, after, unknown, Unwritten::Nothing),
                expected,
                "{before} {after} {unknown}"
            );
            assert_eq!(public(before, after, unknown, Unwritten::Anything), Unknown);
        }
    }

    #[test]
    fn sides_are_unchanged_only_if_both_are_known_and_equal() {
        for (before, after, unknown, expected) in [
            ("1", "1", "", true),
            ("1", "1.0", "", false),
            ("", "null", "", true),
            ("", "", "true", false),
            ("[1]", "[1]", "[true]", false),
            ("[1]", "", "", false),
        ] {
            let unchanged = ask_unknown(before, after, unknown, |sides| sides.unchanged());
            assert_eq!(unchanged, expected, "{before} {after} {unknown}");
        }
        assert!(ask(r#"{"a":1,"b":2}"#, r#"{"b":2,"a":1}"#, |sides| sides.unchanged()));
    }
}
