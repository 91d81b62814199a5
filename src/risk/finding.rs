//! A rule that fired, with the evidence.

use super::confidence::Confidence;
use super::environment::scaled;
use crate::policy::{Class, Effect, Risk, Rule, Scope, Tier, Truth};
use crate::problem::Problem;

/// A side of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// What the plan was made from.
    Head,
    /// What it is compared with.
    Base,
}

impl Side {
    /// Returns the name as it stands in machine output.
    pub fn name(self) -> &'static str {
        match self {
            Side::Head => "head",
            Side::Base => "base",
        }
    }
}

/// A place in the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The file, as a person would look for it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// On which side.
    pub side: Side,
}

/// A rule that fired on a change or on the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The id of the rule.
    pub rule: String,
    /// The title of the rule.
    pub title: String,
    /// What the rule is for.
    pub effect: Effect,
    /// The level, after the environment.
    pub risk: Risk,
    /// The level it had if the organisation raised nothing.
    pub unraised: Risk,
    /// True if it prohibits the change here: the effect says so, it is sure, and the environment is not exempt.
    pub prohibits: bool,
    /// What happens, on one line.
    pub message: String,
    /// The safer way.
    pub instead: Option<String>,
    /// How sure it is: a condition that cannot be told fires as unknown and never prohibits.
    pub confidence: Confidence,
    /// The attribute paths it looked at.
    pub paths: Vec<String>,
    /// Where in the configuration it stands.
    pub place: Option<Spot>,
}

/// Returns the finding of a rule, if it fires.
///
/// # Errors
///
/// The condition cannot be evaluated: nobody may conclude anything from that but that nothing is decided.
pub(super) fn fired(
    rule: &Rule,
    scope: &dyn Scope,
    class: Option<Class>,
    tier: Tier,
) -> Result<Option<Finding>, Problem> {
    let truth = rule.fires(scope)?;
    if truth == Truth::False {
        return Ok(None);
    }
    let sure = truth == Truth::True;
    let exempt = tier == Tier::Development && !rule.everywhere;
    let level = |risk| match rule.effect {
        Effect::Note => Risk::None,
        // What counts everywhere counts in full everywhere.
        Effect::Risk | Effect::Prohibit if rule.everywhere => risk,
        Effect::Risk | Effect::Prohibit => scaled(risk, class, tier),
    };
    Ok(Some(Finding {
        rule: rule.id.clone(),
        title: rule.title.clone(),
        effect: rule.effect,
        risk: level(rule.risk),
        unraised: level(rule.unraised),
        prohibits: rule.effect == Effect::Prohibit && sure && !exempt,
        message: rule.render(scope),
        instead: rule.instead.clone(),
        confidence: if sure { Confidence::Exact } else { Confidence::Unknown },
        paths: rule.evidence(scope).paths.into_iter().collect(),
        place: None,
    }))
}
