//! Whether guards hold, and what an update does to the attributes that the catalog and the facets name.

use super::equality::compare_numbers;
use super::paths::{self, Direction};
use super::reach::{reach, reach_elements};
use super::truth::Truth;
use super::value::{Content, Value};
use crate::plan::view::{State, View};
use crate::policy::source::facet::Facet;
use crate::policy::source::guard::{Guard, Weakness};
use crate::policy::source::path::Path;
use crate::policy::source::test::{Difference, Literal, Posture, Test};
use crate::policy::source::words::Unset;

impl Guard {
    /// Returns whether the guard protects an object that looks like this.
    pub fn holds(&self, side: View<'_>) -> Truth {
        Truth::all(self.safe.iter().map(|(path, test)| test.holds(side, path, self.unset)))
    }

    /// Returns true if the object has all attributes of the guard: its type knows them, set or not.
    pub fn is_present(&self, side: View<'_>) -> bool {
        let present = |path: &Path| reach(side, path).iter().any(|end| end.state() != State::Absent);
        self.safe.iter().all(|(path, _)| present(path))
    }

    /// Returns whether an update switches the guard off.
    pub fn disarmed(&self, before: View<'_>, after: View<'_>) -> Truth {
        self.holds(before).and(!self.holds(after))
    }
}

impl Test {
    /// Returns whether the value on a path is safe. Of several, all must be.
    fn holds(&self, side: View<'_>, path: &Path, unset: Unset) -> Truth {
        let ends = reach_elements(side, path);
        let when_unset = match self {
            Test::Set => Truth::False,
            Test::Unset => Truth::True,
            _ => Truth::from(unset == Unset::On),
        };
        if ends.is_empty() {
            return when_unset;
        }
        Truth::all(ends.into_iter().map(|end| {
            let value = Value::view(end);
            match value.content {
                Content::Null => when_unset,
                Content::Unknown => Truth::Unknown,
                _ => self.holds_of(&value),
            }
        }))
    }

    /// Returns whether a value that is neither null nor unknown is safe.
    fn holds_of(&self, value: &Value<'_>) -> Truth {
        match self {
            Test::Is(literal) => paths::matches(value, &Value::literal(literal)),
            Test::Set => Truth::from(!is_empty(value)),
            Test::Unset => Truth::from(is_empty(value)),
            Test::Above(bound) => compares(value, |number| compare_numbers(number, bound).is_gt()),
            Test::AtLeast(bound) => compares(value, |number| compare_numbers(number, bound).is_ge()),
            Test::OneOf(literals) => is_one_of(value, literals),
            Test::Not(literals) => !is_one_of(value, literals),
        }
    }

    /// What null means for a test that nobody gave a meaning to: the safe thing only where the test asks for
    /// something not to be.
    fn unset(&self) -> Unset {
        match self {
            Test::Is(Literal::Bool(false)) | Test::Not(_) | Test::Unset => Unset::On,
            _ => Unset::Off,
        }
    }
}

impl Weakness {
    /// Returns whether an update weakens the type by this attribute. Of a policy document that changes it cannot
    /// be told here: its statements must be compared.
    pub fn weakened(&self, before: View<'_>, after: View<'_>) -> Truth {
        match &self.posture {
            Posture::Keeps(test) => {
                let holds = |side| test.holds(side, &self.path, test.unset());
                let changed = paths::changed(before, after, &self.path);
                changed.and(holds(before)).and(!holds(after))
            }
            Posture::Stable => paths::changed(before, after, &self.path),
            Posture::NotLowered => paths::moved(before, after, &self.path, Direction::Down, false),
            Posture::PolicyDiff => paths::changed(before, after, &self.path).and(Truth::Unknown),
        }
    }
}

impl Difference {
    /// Returns whether an update does that to the values on a path.
    pub fn seen(&self, before: View<'_>, after: View<'_>, path: &Path) -> Truth {
        let either = |literals: &[Literal], test: &dyn Fn(&Value<'_>) -> Truth| {
            Truth::any(literals.iter().map(|literal| test(&Value::literal(literal))))
        };
        match self {
            Difference::Changed => paths::changed(before, after, path),
            Difference::Lowered => paths::moved(before, after, path, Direction::Down, false),
            Difference::Raised => paths::moved(before, after, path, Direction::Up, false),
            Difference::LoweredForever => paths::moved(before, after, path, Direction::Down, true),
            Difference::RaisedForever => paths::moved(before, after, path, Direction::Up, true),
            Difference::Became(literals) => {
                either(literals, &|literal| paths::became(before, after, path, literal))
            }
            Difference::Left(literals) => {
                either(literals, &|literal| paths::left(before, after, path, literal))
            }
        }
    }
}

impl Facet {
    /// Returns the attributes by which an update shows the facet, each with whether it surely does.
    ///
    /// [`Facet::concerns`] says whether the facet is about the type at all.
    pub fn shown(&self, before: View<'_>, after: View<'_>) -> Vec<(&Path, Truth)> {
        let absent = |side: View<'_>, path: &Path| side.get(path.first()).state() == State::Absent;
        // Most attributes of a facet belong to other types.
        let present =
            self.attributes.iter().filter(|(path, _)| !(absent(before, path) && absent(after, path)));
        let seen = present.map(|(path, difference)| (path, difference.seen(before, after, path)));
        seen.filter(|(_, seen)| seen.is_possible()).collect()
    }
}

fn is_one_of(value: &Value<'_>, literals: &[Literal]) -> Truth {
    Truth::any(literals.iter().map(|literal| paths::matches(value, &Value::literal(literal))))
}

fn compares(value: &Value<'_>, test: impl Fn(&str) -> bool) -> Truth {
    Truth::from(paths::amount(value).is_some_and(|number| test(&number)))
}

fn is_empty(value: &Value<'_>) -> bool {
    match &value.content {
        Content::Text(text) => text.is_empty(),
        Content::Tree(view) => {
            view.elements() == Some(0) || view.keys().is_empty() && view.elements().is_none()
        }
        _ => false,
    }
}
