//! What stands between an object and its loss, as the API holds it before the change.
//!
//! The provider deletes with what is stored in the state, so a guard that the same change switches on does not
//! help, and one that the same change switches off was already off in the configuration but still protects.

use std::fmt;

use super::finding::Spot;
use super::shown::Discretion;
use crate::plan::value::Value;
use crate::plan::view::{State, View};
use crate::policy::{Guard as Spec, GuardKind, Risk, Truth};

/// Whether a guard is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Switch {
    /// It protects.
    On,
    /// It does not.
    Off,
    /// It cannot be told.
    Unknown,
}

impl Switch {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Switch::On => "on",
            Switch::Off => "off",
            Switch::Unknown => "unknown",
        }
    }
}

/// Where a guard stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An attribute of the object, as the API holds it.
    Attribute(GuardKind),
    /// An argument of `lifecycle` in the configuration at base.
    Lifecycle,
}

impl Kind {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Attribute(kind) => kind.name(),
            Kind::Lifecycle => "lifecycle",
        }
    }
}

/// A guard of one object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// What it does when the object is destroyed.
    pub kind: Kind,
    /// The attributes that make it up.
    pub attributes: Vec<String>,
    /// What those attributes hold: switches and numbers only.
    pub shown: Vec<String>,
    /// Whether it is on.
    pub switch: Switch,
    /// The same change takes it out of the configuration.
    pub removed_in_configuration: bool,
    /// Where it stands in the configuration.
    pub place: Option<Spot>,
}

impl Guard {
    /// Returns true for guards that bear on a destruction; the others matter to updates only.
    pub fn bears_on_loss(&self) -> bool {
        matches!(
            self.kind,
            Kind::Lifecycle | Kind::Attribute(GuardKind::Hard | GuardKind::Soft | GuardKind::Keep)
        )
    }
}

impl fmt::Display for Guard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs: Vec<String> = self
            .attributes
            .iter()
            .zip(&self.shown)
            .map(|(name, value)| format!("{name} = {value}"))
            .collect();
        let removed = if self.removed_in_configuration { ", removed by this change" } else { "" };
        write!(f, "{} ({} guard, {}{removed})", pairs.join(" and "), self.kind.name(), self.switch.name())
    }
}

/// What all guards of an object come to when it is destroyed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuardState {
    /// The object stays; only the state forgets it.
    Kept,
    /// The API or the provider refuses: apply fails half-way.
    WillFail,
    /// The deletion succeeds, and what is lost can be brought back.
    Recoverable,
    /// The type has guards, and none is on.
    Unguarded,
    /// The type has no guard.
    Unguardable,
    /// It cannot be told: the object before the change, or a guard of it, is not known.
    Unassessable,
}

impl GuardState {
    /// Returns the name as it stands in rules and in machine output.
    pub fn name(self) -> &'static str {
        match self {
            GuardState::Kept => "kept",
            GuardState::WillFail => "will-fail",
            GuardState::Recoverable => "recoverable",
            GuardState::Unguarded => "unguarded",
            GuardState::Unguardable => "unguardable",
            GuardState::Unassessable => "unassessable",
        }
    }

    /// Returns what it does to the level of a destruction, and says so.
    pub(super) fn adjust(self, risk: Risk, forgotten: Risk) -> (Risk, &'static str) {
        match self {
            GuardState::Kept => (forgotten.min(risk), "the object itself is kept, only the state forgets it"),
            GuardState::WillFail => (
                risk.min(Risk::High),
                "the deletion is refused as long as the guard is on, so apply fails half-way",
            ),
            GuardState::Recoverable => (risk.lowered(1), "what is lost can be brought back: one level lower"),
            GuardState::Unguarded => (risk, "the type has guards and none of them is on"),
            GuardState::Unguardable => (risk, "the type has no attribute that could guard it"),
            GuardState::Unassessable => (risk, "whether a guard is on cannot be told, so it counts as off"),
        }
    }
}

/// Returns the guards of an object and what they come to.
pub(super) fn assess(
    specs: &[Spec],
    common: &[Spec],
    before: View<'_>,
    discretion: &Discretion<'_>,
) -> (Vec<Guard>, GuardState) {
    let known_object = matches!(before.state(), State::Known(Value::Object(_)));
    // A guard whose attribute is missing altogether does not exist in this version of the provider.
    let mut present: Vec<&Spec> = specs.iter().filter(|spec| spec.is_present(before)).collect();
    if specs.is_empty() {
        present = common.iter().filter(|spec| spec.is_present(before)).collect();
    }
    let guards: Vec<Guard> = present.iter().map(|spec| describe(spec, before, discretion)).collect();
    if !known_object {
        return (guards, GuardState::Unassessable);
    }
    let any = |kind: GuardKind, switch: Switch| {
        guards.iter().any(|guard| guard.kind == Kind::Attribute(kind) && guard.switch == switch)
    };
    let state = if any(GuardKind::Keep, Switch::On) {
        GuardState::Kept
    } else if any(GuardKind::Hard, Switch::On) {
        GuardState::WillFail
    } else if any(GuardKind::Keep, Switch::Unknown) || any(GuardKind::Hard, Switch::Unknown) {
        GuardState::Unassessable
    } else if any(GuardKind::Soft, Switch::On) {
        GuardState::Recoverable
    } else if any(GuardKind::Soft, Switch::Unknown) {
        GuardState::Unassessable
    } else if guards.iter().any(Guard::bears_on_loss) {
        GuardState::Unguarded
    } else {
        GuardState::Unguardable
    };
    (guards, state)
}

/// What an update does to the guards of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Disarming {
    /// A hard guard goes off.
    pub(super) hard: Truth,
    /// A soft or keep guard goes off: the next destruction is worse.
    pub(super) other: Truth,
}

impl Disarming {
    /// Nothing is disarmed.
    pub(super) const NONE: Disarming = Disarming { hard: Truth::False, other: Truth::False };

    /// Returns what an update does to the guards of an object.
    pub(super) fn of(specs: &[Spec], common: &[Spec], before: View<'_>, after: View<'_>) -> Disarming {
        let specs = if specs.is_empty() { common } else { specs };
        let over = |wanted: fn(GuardKind) -> bool| {
            let guards = specs.iter().filter(|spec| wanted(spec.kind) && spec.is_present(before));
            Truth::any(guards.map(|spec| spec.disarmed(before, after)))
        };
        Disarming {
            hard: over(|kind| kind == GuardKind::Hard),
            other: over(|kind| matches!(kind, GuardKind::Soft | GuardKind::Keep)),
        }
    }
}

fn describe(spec: &Spec, before: View<'_>, discretion: &Discretion<'_>) -> Guard {
    let (attributes, shown) = spec
        .safe
        .iter()
        .map(|(path, _)| {
            let steps: Vec<&str> = path.steps().collect();
            let values: Vec<String> =
                before.reach(&steps).into_iter().map(|view| show(view, discretion)).collect();
            (path.to_string(), if values.is_empty() { "(none)".to_owned() } else { values.join(", ") })
        })
        .unzip();
    let switch = match spec.holds(before) {
        Truth::True => Switch::On,
        Truth::False => Switch::Off,
        Truth::Unknown => Switch::Unknown,
    };
    Guard {
        kind: Kind::Attribute(spec.kind),
        attributes,
        shown,
        switch,
        removed_in_configuration: false,
        place: None,
    }
}

/// Shows what a guard holds: switches, numbers and null; of all else only that it is set.
fn show(view: View<'_>, discretion: &Discretion<'_>) -> String {
    match view.state() {
        State::Unknown => "(known after apply)".to_owned(),
        State::Absent | State::Null => "null".to_owned(),
        State::Known(_) if view.is_sensitive() => "(sensitive)".to_owned(),
        State::Known(_) if discretion.withholds(view) => "(set)".to_owned(),
        State::Known(Value::Bool(value)) => value.to_string(),
        State::Known(Value::Number(digits)) => (*digits).to_owned(),
        State::Known(Value::String(text)) if is_word(text) => text.to_string(),
        State::Known(_) => "(set)".to_owned(),
    }
}

/// Returns true for the words of an enumeration, such as `PREVENT` or `ACTIVE`, and the spelled-out switches.
fn is_word(text: &str) -> bool {
    let upper = text.len() <= 40 && text.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_');
    (upper && !text.is_empty())
        || matches!(text, "true" | "false" | "Enabled" | "Disabled" | "Retain" | "Delete")
}
