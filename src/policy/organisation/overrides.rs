//! `rule`: a rule counts more here than elsewhere.

use crate::policy::source::decode::{Block, Field, Kind, Section, Source};
use crate::policy::source::rule::Rule;
use crate::policy::source::words::{Effect, Risk};
use crate::problem::{Code, Problem, nearest};

/// What a policy makes of a rule.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleOverride {
    /// The id of the rule.
    pub rule: String,
    /// A higher risk.
    pub risk: Option<Risk>,
    /// A stronger effect.
    pub effect: Option<Effect>,
    /// The safer way, where the rule names none.
    pub instead: Option<String>,
    /// A problem at the place of the block, its message and help to be filled in.
    blank: Problem,
}

pub(super) const RULE: Kind = Kind {
    name: "rule",
    label: Some("ID"),
    what: "a rule override",
    about: "Makes a rule count more than it does by itself. A rule cannot be made to count less here: that needs a waiver, \
            which no version reads yet.",
    fields: &[
        Field::optional(
            "risk",
            "a risk",
            "The risk of what the rule finds: at least what the rule itself says.",
        ),
        Field::optional(
            "effect",
            "`\"risk\"` or `\"prohibit\"`",
            "What the rule does when it fires: at least what the rule itself does.",
        ),
        Field::optional("instead", "a sentence", "The safer way. A rule that prohibits has to name one."),
    ],
    blocks: &[],
    repeated: true,
};

pub(super) fn read(source: &Source<'_>, block: &Block<'_>) -> Option<RuleOverride> {
    let rule = block.label(source)?.to_owned();
    let section = Section::of(source, block, &RULE);
    let risk = section.word("risk", Risk::ALL, Risk::name);
    let effect = section.word("effect", Effect::ALL, Effect::name);
    if section.value("risk").is_none() && section.value("effect").is_none() {
        let help = "write a higher `risk`, a stronger `effect`, or leave the block out";
        source.report(block.at, format!("the override of `{rule}` changes nothing"), help);
    }
    let instead = section.text("instead");
    Some(RuleOverride { rule, risk, effect, instead, blank: source.problem(block.at) })
}

impl RuleOverride {
    /// Applies it to the rules, sorted by id.
    ///
    /// # Errors
    ///
    /// There is no such rule, or it would count less.
    pub(in crate::policy) fn apply(&self, rules: &mut [Rule]) -> Result<(), Problem> {
        let found = rules.binary_search_by(|rule| rule.id.cmp(&self.rule)).ok();
        let Some(rule) = found.and_then(|position| rules.get_mut(position)) else {
            let help = match nearest(&self.rule, rules.iter().map(|rule| rule.id.as_str())) {
                Some(id) => format!("did you mean `{id}`?"),
                None => "`applygate rules` lists the rules".to_owned(),
            };
            return Err(self.problem(format!("there is no rule `{}`", self.rule), help));
        };
        const LOWER: &str = "an override can only raise; to let a single change pass takes a waiver, which this version does not read";
        if let Some(risk) = self.risk {
            if risk < rule.risk {
                let message = format!("rule `{}` has the risk {}, not less", rule.id, rule.risk);
                return Err(self.problem(message, LOWER));
            }
            rule.risk = risk;
        }
        if let Some(effect) = self.effect {
            if effect < rule.effect {
                let message = format!("rule `{}` has the effect {}, not less", rule.id, rule.effect);
                return Err(self.problem(message, LOWER));
            }
            rule.effect = effect;
        }
        if let Some(instead) = &self.instead {
            rule.instead = Some(instead.clone());
        }
        if rule.effect != Effect::Note && rule.risk == Risk::None {
            let message = format!("rule `{}` is a note: what it finds has no risk", rule.id);
            return Err(self.problem(message, "write a `risk` beside the effect"));
        }
        if rule.effect == Effect::Note && rule.risk != Risk::None {
            let message = format!("rule `{}` is a note: its risk does not count", rule.id);
            return Err(self.problem(message, "write `effect = \"risk\"` beside the risk"));
        }
        if rule.effect == Effect::Prohibit && rule.instead.is_none() {
            let message = format!("rule `{}` would prohibit without naming a safer way", rule.id);
            return Err(self.problem(message, "write `instead`"));
        }
        Ok(())
    }

    /// Returns true if the rules are what the override makes of them already.
    pub fn is_idle(&self, rules: &[Rule]) -> bool {
        rules.iter().find(|rule| rule.id == self.rule).is_some_and(|rule| {
            self.risk.is_none_or(|risk| risk == rule.risk)
                && self.effect.is_none_or(|effect| effect == rule.effect)
                && self.instead.is_none()
        })
    }

    /// Returns a problem at the place of the override.
    pub fn problem(&self, message: impl Into<String>, help: impl Into<String>) -> Problem {
        let mut problem = self.blank.clone();
        problem.code = Code::PolicyInvalid;
        problem.message = message.into();
        problem.help(help)
    }
}
