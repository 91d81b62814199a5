//! A level on its way: the cell of the matrix, then one step for each thing that is looked at.

use super::Judge;
use crate::plan::operation::{Operation, Order};
use crate::policy::{Class, Risk, Trait, TypeFacts};
use crate::risk::assessment::Step;
use crate::risk::environment::scaled;
use crate::risk::extent::Judged;
use crate::risk::guard::{Disarming, GuardState};
use crate::risk::matrix::{self, Extent, Question};
use crate::risk::scope::Relations;
use crate::risk::{mild, reach};

/// A level on its way, with the steps it took.
pub(super) struct Level {
    pub(super) risk: Risk,
    pub(super) steps: Vec<Step>,
}

impl Level {
    /// Takes the level to another one, and says why.
    pub(super) fn step(&mut self, risk: Risk, text: String) {
        self.risk = risk;
        self.steps.push(Step { text, risk });
    }
}

impl Judge<'_> {
    /// The cell of the matrix.
    pub(super) fn start(
        &self,
        facts: &TypeFacts,
        judged: Option<&Judged>,
        adjusted: Option<String>,
    ) -> Level {
        let head = self.head;
        let question = Question {
            class: facts.class,
            delete_risk: Some(facts.delete_risk),
            operation: head.operation,
            order: head.order,
            importing: head.importing,
            extent: judged.map_or(Extent::Plain, |judged| judged.extent),
        };
        let risk = matrix::start(&question);
        let mut parts = vec![format!("{} of a {} resource", self.doing(), facts.class.name())];
        if facts.inferred {
            parts.push(" (the type is not in the catalog: concluded from its name)".to_owned());
        } else if head.destroys() {
            parts.push(format!(" (losing a `{}` is {})", head.kind, facts.delete_risk.name()));
        }
        parts.extend(self.consequence(facts).map(|text| format!(": {text}")));
        parts.extend(adjusted.map(|why| format!("; {why}")));
        parts.extend(judged.map(|judged| format!(": {}", judged.why)));
        let text = parts.concat();
        let mut level = Level { risk, steps: Vec::new() };
        level.step(risk, text);
        level
    }

    /// What follows from the operation alone, where its name does not say it.
    fn consequence(&self, facts: &TypeFacts) -> Option<&'static str> {
        match self.head.operation {
            Operation::Forget => Some("it stays where it is, but from here on nothing manages or guards it"),
            Operation::Create if facts.class == Class::Opaque => Some("the plan does not show what it does"),
            Operation::NoOp if self.head.importing => {
                Some("from here on this configuration decides about it")
            }
            _ => None,
        }
    }

    fn doing(&self) -> &'static str {
        match (self.head.operation, self.head.order) {
            (Operation::NoOp, _) if self.head.importing => "import",
            (Operation::NoOp, _) if self.head.moved() => "move",
            (Operation::NoOp, _) => "nothing",
            (Operation::Read, _) => "read",
            (Operation::Create, _) => "create",
            (Operation::Update, _) => "update",
            (Operation::Delete, _) => "delete",
            (Operation::Forget, _) => "forget",
            (Operation::Replace, Some(Order::CreateFirst)) => "replacement (create first)",
            (Operation::Replace, Some(Order::CreateForget)) => "replacement (the old object stays)",
            (Operation::Replace, _) => "replacement (delete first)",
        }
    }

    /// A provisioner runs whatever its author wrote, on resources of every type.
    pub(super) fn adjust_for_commands(&self, level: &mut Level) {
        let runs = matches!(self.head.operation, Operation::Create | Operation::Replace | Operation::Delete);
        if runs && self.neighbours.provisions(self.head) && level.risk < Risk::High {
            level.step(Risk::High, "it runs commands that the plan does not show".to_owned());
        }
        // A program that is called during apply returns what nobody has reviewed.
        if self.head.operation == Operation::Read && self.head.kind == "external" {
            level.step(level.risk.max(Risk::Medium), "it runs a program during apply".to_owned());
        }
    }

    pub(super) fn supersede(&self, level: &mut Level, facts: &TypeFacts) {
        let superseded =
            mild::superseded(self.head.operation, facts.has(Trait::Versioned), facts.has(Trait::Rotation));
        if let Some((risk, why)) = superseded
            // What runs hidden commands is more than a revision.
            && facts.class != Class::Opaque
        {
            level.step(level.risk.min(risk), why.to_owned());
        }
    }

    pub(super) fn adjust_for_guard(&self, level: &mut Level, facts: &TypeFacts, guard: Option<GuardState>) {
        let Some(state) = guard else { return };
        let forgotten = matrix::row(facts.class).forget;
        let (risk, why) = state.adjust(level.risk, forgotten);
        level.step(risk, format!("guard: {why}"));
    }

    /// Left-overs and replicas are worth less than what they stand for.
    pub(super) fn adjust_for_role(
        &self,
        level: &mut Level,
        facts: &TypeFacts,
        guard: Option<GuardState>,
        relations: &Relations,
    ) {
        if self.head.deposed.is_some() {
            // After a replacement that created first and failed to delete, the left-over is what holds the data.
            let holds_data =
                facts.stateful && !matches!(guard, Some(GuardState::WillFail | GuardState::Kept));
            let most = if holds_data { Risk::High } else { Risk::Medium };
            let what = if holds_data { ", and may be the one that holds the data" } else { "" };
            if level.risk > most {
                level.step(most, format!("it is left over from a replacement that failed half-way{what}"));
            }
        }
        if !self.head.destroys() {
            return;
        }
        if relations.replica {
            level.step(level.risk.lowered(1), "it is a replica: no data is lost with it".to_owned());
        }
        match relations.cluster_remaining {
            Some(remaining) if remaining > 0 => {
                let text = format!("{remaining} more of its cluster stay: capacity is lost, no data");
                level.step(level.risk.lowered(1), text);
            }
            _ => {}
        }
    }

    pub(super) fn adjust_for_reach(
        &self,
        level: &mut Level,
        facts: &TypeFacts,
        relations: &Relations,
        judged: Option<&Judged>,
        disarming: Disarming,
    ) {
        let widens =
            judged.is_some_and(|judged| matches!(judged.extent, Extent::Facet(risk) if risk >= Risk::High));
        let reaches = self.head.destroys() || disarming.hard.is_possible() || widens;
        if !reaches {
            return;
        }
        let container = facts.has(Trait::Container) && self.head.destroys();
        if let Some(why) = reach::reason(self.head, container, relations) {
            level.step(reach::raised(level.risk), format!("reach: {why}"));
        }
    }

    /// What disappears with the thing it is part of, or stands elsewhere afterwards, is no loss of its own. What holds
    /// data is one all the same.
    pub(super) fn adjust_for_relations(&self, level: &mut Level, facts: &TypeFacts, relations: &Relations) {
        if facts.stateful {
            return;
        }
        let related = &relations.related;
        if let Some(whole) = related.goes_with.as_ref().filter(|whole| level.risk > whole.at_most) {
            let stays = if whole.may_stay { ", unless a guard stops that" } else { "" };
            let text = format!("it goes with {}, which is destroyed too{stays}", whole.address);
            level.step(whole.at_most, text);
        }
        if related.rule_moved && self.head.operation == Operation::Delete && level.risk > Risk::Low {
            level.step(Risk::Low, "the plan writes the same rule elsewhere".to_owned());
        }
    }

    pub(super) fn adjust_for_environment(&self, level: &mut Level, class: Class) {
        let tier = self.whole.tier;
        let risk = scaled(level.risk, Some(class), tier);
        if risk != level.risk {
            level.step(risk, format!("the environment is {}", tier.name()));
        }
    }
}
