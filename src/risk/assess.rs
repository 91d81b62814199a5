//! From a plan to an assessment.

use std::collections::HashMap;

use super::assessment::{Assessment, ChangeAssessment, Counts, PlanSummary, Step};
use super::confidence::Confidence;
use super::configured::Joined;
use super::difference::{self, Difference};
use super::digest::Builder;
use super::environment::{Environment, Place, scaled};
use super::extent::{self, Judged};
use super::finding::{Finding, fired};
use super::guard::{self, Disarming, Guard, GuardState};
use super::matrix::{self, Extent, Question};
use super::mild;
use super::reach;
use super::relations::Neighbours;
use super::scope::{ChangeScope, PlanScope, Relations};
use super::shown::Discretion;
use super::totals::Totals;
use crate::configuration::Configuration;
use crate::plan::Plan;
use crate::plan::change::{Change, ResourceChange};
use crate::plan::operation::{Operation, Order};
use crate::policy::{Class, Effect, Policy, Risk, Trait, TypeFacts};
use crate::problem::Problem;

/// Assesses a plan. Pure: no people, no clock, no network.
///
/// # Errors
///
/// A change that cannot be read, or a rule that cannot be evaluated on it.
pub fn assess(
    plan: &Plan,
    configuration: &Configuration,
    policy: &Policy,
    place: &Place,
) -> Result<Assessment, Problem> {
    let mut known: HashMap<&str, TypeFacts> = HashMap::new();
    for change in &plan.changes {
        known.entry(&change.kind).or_insert_with(|| policy.catalog.facts(&change.kind));
    }
    let class_of =
        |change: &ResourceChange| known.get(change.kind.as_str()).map_or(Class::Config, |facts| facts.class);
    let totals = Totals::of(plan, class_of);
    let environment = Environment::of(place);
    let whole = PlanScope { plan, totals: &totals, limits: &policy.defaults.limits, tier: environment.tier };
    let neighbours = Neighbours::of(plan, &policy.catalog)?;
    let joined = Joined::new(configuration, policy);
    let attached = joined.findings(plan, whole, policy)?;

    let mut digest = Builder::new(place.digest_key.as_ref());
    let mut changes = Vec::with_capacity(plan.changes.len());
    for (position, head) in plan.changes.iter().enumerate() {
        let of_configuration = attached.iter().filter(|each| each.changes.contains(&position));
        let of_configuration = of_configuration.map(|each| each.finding.clone()).collect();
        let facts =
            known.get(head.kind.as_str()).cloned().unwrap_or_else(|| policy.catalog.facts(&head.kind));
        changes.push(Judge { whole, policy, neighbours: &neighbours, joined: &joined, head }.assess(
            facts,
            of_configuration,
            &mut digest,
        )?);
    }
    digest.rest(plan)?;
    let mut findings = Vec::new();
    for rule in policy.plan_rules() {
        findings.extend(fired(rule, &whole, None, environment.tier)?);
    }
    findings.extend(attached.into_iter().filter(|each| each.changes.is_empty()).map(|each| each.finding));
    findings.sort_by(|a, b| (b.risk, &a.rule).cmp(&(a.risk, &b.rule)));

    let mut counts = Counts { unchanged: plan.unchanged.managed, ..Counts::default() };
    for change in &changes {
        if let Some(count) = counts.by_risk.get_mut(change.risk as usize) {
            *count += 1;
        }
    }
    let worst =
        changes.iter().map(|change| change.risk).chain(findings.iter().map(|finding| finding.risk)).max();
    Ok(Assessment {
        plan: summary(plan),
        environment,
        risk: worst.unwrap_or(Risk::None),
        digest: digest.digest(),
        changes,
        findings,
        counts,
        totals,
        deferred: plan.deferred.clone(),
        invocations: plan.invocations.clone(),
        outputs: plan.outputs.clone(),
        notes: joined.notes(),
    })
}

fn summary(plan: &Plan) -> PlanSummary {
    PlanSummary {
        format_version: plan.format_version.clone(),
        tool: plan.tool,
        version: plan.terraform_version.clone(),
        timestamp: plan.timestamp.clone(),
        errored: plan.errored,
        complete: plan.complete,
        applyable: plan.applyable,
    }
}

/// What it takes to judge one change.
struct Judge<'j> {
    whole: PlanScope<'j>,
    policy: &'j Policy,
    neighbours: &'j Neighbours,
    joined: &'j Joined<'j>,
    head: &'j ResourceChange,
}

/// A level on its way, with the steps it took.
struct Level {
    risk: Risk,
    steps: Vec<Step>,
}

impl Level {
    fn step(&mut self, risk: Risk, text: String) {
        self.risk = risk;
        self.steps.push(Step { text, risk });
    }
}

impl Judge<'_> {
    fn assess(
        &self,
        mut facts: TypeFacts,
        of_configuration: Vec<Finding>,
        digest: &mut Builder<'_>,
    ) -> Result<ChangeAssessment, Problem> {
        let head = self.head;
        let body = head.change()?;
        digest.change(head, &body);
        let adjusted = mild::adjust(&head.kind, &body, self.neighbours.provisions(head), &mut facts);
        let relations = self.neighbours.relations(head, &body);
        let discretion = Discretion::of(&head.kind, &body);
        let mut differences = self.differences(&body, &discretion);
        let judged = (head.operation == Operation::Update).then(|| {
            let configured = |attribute: &str| self.neighbours.configures(head, attribute);
            extent::judge(&head.kind, &facts, &body, &differences, self.policy, configured)
        });
        let (guards, guard) = self.guards(&facts, &body, &discretion);
        let disarming = self.disarming(&facts, &body);
        let scope = ChangeScope {
            whole: self.whole,
            head,
            body: &body,
            facts: &facts,
            guard,
            disarming,
            relations: &relations,
            neighbours: self.neighbours,
        };

        let mut level = self.start(&facts, judged.as_ref(), adjusted);
        self.supersede(&mut level, &facts);
        self.adjust_for_commands(&mut level);
        self.adjust_for_guard(&mut level, &facts, guard);
        self.adjust_for_role(&mut level, &facts, guard, &relations);
        self.adjust_for_reach(&mut level, &facts, &relations, judged.as_ref(), disarming);
        self.adjust_for_relations(&mut level, &facts, &relations);
        self.adjust_for_environment(&mut level, facts.class);

        let place = self.joined.place(head);
        let mut findings: Vec<Finding> = Vec::new();
        for rule in self.policy.rules_for(&head.kind, facts.class, &facts.category, head.operation) {
            findings.extend(fired(rule, &scope, Some(facts.class), self.whole.tier)?);
        }
        for finding in &mut findings {
            finding.place = self.joined.attribute_place(head, &finding.paths).or_else(|| place.clone());
        }
        findings.extend(of_configuration);
        findings.sort_by(|a, b| (b.prohibits, b.risk, &a.rule).cmp(&(a.prohibits, a.risk, &b.rule)));
        evidence(&mut findings, &body, &discretion);
        if head.operation == Operation::Create {
            differences = named(&findings, &body, &discretion);
        }
        for finding in findings.iter().filter(|finding| finding.effect != Effect::Note) {
            let prohibited = if finding.prohibits { ", prohibited" } else { "" };
            level.step(
                level.risk.max(finding.risk),
                format!("rule {} is {}{prohibited}", finding.rule, finding.risk.name()),
            );
        }
        let confidence = confidence(&facts, judged.as_ref(), guard, &findings);
        Ok(ChangeAssessment {
            address: head.address.clone(),
            deposed: head.deposed.clone(),
            kind: head.kind.clone(),
            provider: head.provider.clone(),
            class: facts.class,
            category: facts.category.to_string(),
            stateful: facts.stateful,
            operation: head.operation,
            order: head.order,
            importing: head.importing,
            moved_from: if head.moved() { head.previous_address.clone() } else { None },
            reason: head.reason.clone(),
            forced_by: body
                .replace_paths
                .iter()
                .map(|path| discretion.dotted(&shown_path(path, &body)))
                .collect(),
            place,
            risk: level.risk,
            confidence,
            steps: level.steps,
            guard,
            guards,
            relations: relations.related.list(),
            findings,
            differences,
        })
    }

    /// Differences of a create, a delete or a read are the object itself.
    fn differences(&self, body: &Change<'_>, discretion: &Discretion<'_>) -> Vec<Difference> {
        match self.head.operation {
            Operation::Update | Operation::Replace | Operation::NoOp => {
                difference::differences(body, discretion)
            }
            _ => Vec::new(),
        }
    }

    fn guards(
        &self,
        facts: &TypeFacts,
        body: &Change<'_>,
        discretion: &Discretion<'_>,
    ) -> (Vec<Guard>, Option<GuardState>) {
        if !self.head.destroys() {
            return (Vec::new(), None);
        }
        let (mut guards, state) =
            guard::assess(&facts.guards, self.policy.catalog.common_guards(), body.before(), discretion);
        for guard in &mut guards {
            guard.removed_in_configuration = self.joined.takes_back(self.head, &guard.attributes);
        }
        guards.extend(self.joined.lifecycle_guards(self.head));
        (guards, Some(state))
    }

    fn disarming(&self, facts: &TypeFacts, body: &Change<'_>) -> Disarming {
        if self.head.operation != Operation::Update {
            return Disarming::NONE;
        }
        Disarming::of(&facts.guards, self.policy.catalog.common_guards(), body.before(), body.after())
    }

    /// The cell of the matrix.
    fn start(&self, facts: &TypeFacts, judged: Option<&Judged>, adjusted: Option<String>) -> Level {
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
    fn adjust_for_commands(&self, level: &mut Level) {
        let runs = matches!(self.head.operation, Operation::Create | Operation::Replace | Operation::Delete);
        if runs && self.neighbours.provisions(self.head) && level.risk < Risk::High {
            level.step(Risk::High, "it runs commands that the plan does not show".to_owned());
        }
        // A program that is called during apply returns what nobody has reviewed.
        if self.head.operation == Operation::Read && self.head.kind == "external" {
            level.step(level.risk.max(Risk::Medium), "it runs a program during apply".to_owned());
        }
    }

    fn supersede(&self, level: &mut Level, facts: &TypeFacts) {
        let superseded =
            mild::superseded(self.head.operation, facts.has(Trait::Versioned), facts.has(Trait::Rotation));
        if let Some((risk, why)) = superseded
            // What runs hidden commands is more than a revision.
            && facts.class != Class::Opaque
        {
            level.step(level.risk.min(risk), why.to_owned());
        }
    }

    fn adjust_for_guard(&self, level: &mut Level, facts: &TypeFacts, guard: Option<GuardState>) {
        let Some(state) = guard else { return };
        let forgotten = matrix::row(facts.class).forget;
        let (risk, why) = state.adjust(level.risk, forgotten);
        level.step(risk, format!("guard: {why}"));
    }

    /// Left-overs and replicas are worth less than what they stand for.
    fn adjust_for_role(
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

    fn adjust_for_reach(
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
    fn adjust_for_relations(&self, level: &mut Level, facts: &TypeFacts, relations: &Relations) {
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

    fn adjust_for_environment(&self, level: &mut Level, class: Class) {
        let tier = self.whole.tier;
        let risk = scaled(level.risk, Some(class), tier);
        if risk != level.risk {
            level.step(risk, format!("the environment is {}", tier.name()));
        }
    }
}

/// Returns a path down to where it turns sensitive: the keys of a sensitive map are as secret as its values.
fn shown_path(path: &str, body: &Change<'_>) -> String {
    let (mut before, mut after) = (body.before(), body.after());
    let mut shown: Vec<&str> = Vec::new();
    for step in path.split('.') {
        if !shown.is_empty() && (!body.marked || before.is_sensitive() || after.is_sensitive()) {
            break;
        }
        shown.push(step);
        (before, after) = match step.parse() {
            Ok(position) => (before.at(position), after.at(position)),
            Err(_) => (before.get(step), after.get(step)),
        };
    }
    shown.join(".")
}

/// Leaves as evidence what is there on either side, and takes out of the messages what must not be told.
fn evidence(findings: &mut [Finding], body: &Change<'_>, discretion: &Discretion<'_>) {
    let sides = [body.before(), body.after()];
    for finding in findings {
        finding.paths.retain(|path| sides.iter().any(|side| difference::exists(*side, path)));
        finding.message = discretion.message(std::mem::take(&mut finding.message));
    }
}

/// Returns what a new object has where rules that fired on it looked: the port that it opens.
fn named(findings: &[Finding], body: &Change<'_>, discretion: &Discretion<'_>) -> Vec<Difference> {
    let risky = findings.iter().filter(|finding| finding.risk >= Risk::Medium || finding.prohibits);
    let paths: Vec<String> = risky.flat_map(|finding| finding.paths.iter().cloned()).collect();
    difference::named(body, &paths, discretion)
}

fn confidence(
    facts: &TypeFacts,
    judged: Option<&Judged>,
    guard: Option<GuardState>,
    findings: &[Finding],
) -> Confidence {
    let unknown = judged.is_some_and(|judged| judged.unknown) || guard == Some(GuardState::Unassessable);
    let own = match (unknown, facts.inferred) {
        (true, _) => Confidence::Unknown,
        (false, true) => Confidence::Inferred,
        (false, false) => Confidence::Exact,
    };
    findings.iter().map(|finding| finding.confidence).fold(own, Confidence::max)
}
