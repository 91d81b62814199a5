//! From a plan to an assessment.

mod evidence;
mod level;

use std::collections::HashMap;

use self::evidence::{confidence, evidence, named, shown_path};
use super::assessment::{Assessment, ChangeAssessment, Counts, PlanSummary};
use super::configured::Joined;
use super::difference::{self, Difference};
use super::digest::Builder;
use super::environment::{Environment, Place};
use super::extent;
use super::finding::{Finding, fired};
use super::guard::{self, Disarming, Guard, GuardState};
use super::labelled;
use super::mild;
use super::reach;
use super::relations::Neighbours;
use super::scope::{ChangeScope, PlanScope};
use super::shown::Discretion;
use super::totals::Totals;
use crate::configuration::Configuration;
use crate::plan::Plan;
use crate::plan::change::{Change, ResourceChange};
use crate::plan::operation::Operation;
use crate::policy::{Class, Effect, Policy, Risk, Tier, TypeFacts};
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
    let mut environment = Environment::of(place, policy);
    if environment.tier != Tier::Production
        && let Some(address) = labelled::as_production(plan)?
    {
        environment.raise(&address);
    }
    let whole = PlanScope {
        plan,
        totals: &totals,
        limits: &policy.defaults.limits,
        protected: &policy.organisation.protected,
        tier: environment.tier,
    };
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
    let reach = reach::graph::of(&changes, &neighbours, &|kind| policy.catalog.facts(kind).class);
    let worst =
        changes.iter().map(|change| change.risk).chain(findings.iter().map(|finding| finding.risk)).max();
    let unraised = changes
        .iter()
        .map(|change| change.unraised)
        .chain(findings.iter().map(|finding| finding.unraised))
        .max();
    Ok(Assessment {
        plan: summary(plan),
        environment,
        risk: worst.unwrap_or(Risk::None),
        unraised: unraised.unwrap_or(Risk::None),
        digest: digest.digest(),
        changes,
        findings,
        counts,
        reach,
        totals,
        deferred: plan.deferred.clone(),
        invocations: plan.invocations.clone(),
        outputs: plan.outputs.clone(),
        guardrails: joined.guardrails(),
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
        let unraised = findings.iter().map(|finding| finding.unraised).fold(level.risk, Risk::max);
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
            unraised,
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
}
