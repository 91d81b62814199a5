//! Judges the plans and compares.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;

use super::{Case, Difference, Expected, ExpectedFinding, Hit, Kind, Outcome, Tried};
use crate::configuration::{Configuration, Dialect, Settings, Source, Tree};
use crate::plan::{self, Options, Tool};
use crate::policy::source::load::File as TextFile;
use crate::policy::source::selector::Known;
use crate::policy::{Effect, Policy, Rule, Sight, organisation};
use crate::problem::{Code, Problem};
use crate::risk::{Assessment, Finding, Place, assess};

/// Judges every plan with the whole policy, as production, and compares what the tested rules find with what is
/// expected of them.
pub fn run(policy: &Policy, rules: &[&Rule], cases: Vec<Case>) -> Outcome {
    let known: BTreeMap<&str, &Rule> = rules.iter().map(|rule| (rule.id.as_str(), *rule)).collect();
    let mut outcome =
        Outcome { rules: known.keys().map(|id| (*id).to_owned()).collect(), ..Outcome::default() };
    // Rules with a plan that could not be judged: what their plans lack cannot be told.
    let mut unjudged: BTreeSet<String> = BTreeSet::new();
    let mut policies = Policies { policy, read: BTreeMap::new() };
    for case in cases {
        let policy = match policies.of(&case) {
            Ok(Some(policy)) => policy,
            // Its problems were told with the first plan.
            Ok(None) => continue,
            Err(problems) => {
                outcome.problems.extend(problems);
                unjudged.insert(case.rule);
                continue;
            }
        };
        let assessment = match judge(policy, &case) {
            Ok(assessment) => assessment,
            Err(problem) if problem.code == Code::RuleFailed => {
                outcome.differences.push(unevaluated(&case, problem));
                unjudged.insert(case.rule);
                continue;
            }
            Err(problem) => {
                outcome.problems.push(problem_of(&case, problem));
                unjudged.insert(case.rule);
                continue;
            }
        };
        let hits = hits(&assessment, |rule| known.contains_key(rule));
        if let Some(rule) = known.get(case.rule.as_str()) {
            outcome.differences.extend(side(&case, rule, &hits, &assessment));
        }
        if let Some(expected) = &case.expected {
            outcome.differences.extend(findings(&case, expected, &hits, &known));
        }
        let asked_for = |hit: &Hit| case.expected.is_some() || hit.rule == case.rule;
        let strays = hits.iter().filter(|hit| !asked_for(hit)).cloned().collect();
        outcome.tried.push(Tried { case, hits, strays });
    }
    for rule in known.values().filter(|rule| !unjudged.contains(&rule.id)) {
        outcome.differences.extend(missing(rule, &outcome.tried));
    }
    outcome.differences.sort_by(|a, b| (&a.rule, a.kind, &a.fixture).cmp(&(&b.rule, b.kind, &b.fixture)));
    outcome
}

/// The policy, and the policies with what lies beside plans.
struct Policies<'p> {
    policy: &'p Policy,
    /// By path; none for one that cannot be read.
    read: BTreeMap<String, Option<Policy>>,
}

impl Policies<'_> {
    /// Returns the policy for a plan; none if its policy cannot be read, and somebody was told already.
    fn of(&mut self, case: &Case) -> Result<Option<&Policy>, Vec<Problem>> {
        let Some((path, text)) = &case.policy else { return Ok(Some(self.policy)) };
        if !self.read.contains_key(path) {
            let categories = self.policy.catalog.categories();
            let known = Known { categories: &categories, ..Known::default() };
            let read = organisation::read(&[TextFile { path, text }], &known);
            match read.and_then(|organisation| self.policy.clone().with(organisation, Vec::new())) {
                Ok(policy) => drop(self.read.insert(path.clone(), Some(policy))),
                Err(problems) => {
                    self.read.insert(path.clone(), None);
                    return Err(problems);
                }
            }
        }
        Ok(self.read.get(path).and_then(Option::as_ref))
    }
}

/// Returns what some rules found on a plan, sorted.
pub fn hits(assessment: &Assessment, of: impl Fn(&str) -> bool) -> Vec<Hit> {
    let hit = |finding: &Finding, address: Option<&str>| Hit {
        rule: finding.rule.clone(),
        address: address.map(str::to_owned),
        risk: finding.risk,
        effect: match finding.effect {
            Effect::Prohibit if !finding.prohibits => Effect::Risk,
            effect => effect,
        },
        confidence: finding.confidence,
    };
    let of_changes = assessment
        .changes
        .iter()
        .flat_map(|change| change.findings.iter().map(|finding| hit(finding, Some(change.address.as_str()))));
    let of_plan = assessment.findings.iter().map(|finding| hit(finding, None));
    let mut hits: Vec<Hit> = of_plan.chain(of_changes).filter(|hit| of(&hit.rule)).collect();
    hits.sort();
    hits
}

fn judge(policy: &Policy, case: &Case) -> Result<Assessment, Problem> {
    let file = File::open(&case.plan)
        .map_err(|error| Problem::new(Code::InputUnreadable, format!("it cannot be read: {error}")))?;
    let plan = plan::read(file, &Options::default())?;
    let configuration = match &case.trees {
        Some((head, base)) => {
            let dialect = match plan.tool {
                Tool::Terraform => Dialect::Terraform,
                Tool::OpenTofu => Dialect::OpenTofu,
                Tool::Unknown => Dialect::Unknown,
            };
            let settings = Settings { dialect, ..Settings::default() };
            let tree = |directory| Tree::read(&Source::Directory(directory), &settings);
            Configuration::new(Some(tree(head.clone())), Some(tree(base.clone())))
        }
        None => Configuration::unread(),
    };
    // A policy beside the plan can make an environment of it: `dirs = ["**"]`.
    let place =
        Place { directory: Some(String::new()), workspace: Some("default".to_owned()), ..Place::default() };
    assess(&plan, &configuration, policy, &place)
}

fn problem_of(case: &Case, problem: Problem) -> Problem {
    Problem { message: format!("cannot judge `{}`: {}", case.shown(), problem.message), ..problem }
}

fn unevaluated(case: &Case, problem: Problem) -> Difference {
    Difference {
        kind: Kind::Unevaluated,
        rule: case.rule.clone(),
        place: problem.place,
        fixture: Some(case.shown()),
        expected: "every rule can be evaluated".to_owned(),
        found: problem.message,
        help: problem.help,
    }
}

/// Compares whether the rule fires with what the name of the plan says.
fn side(case: &Case, rule: &Rule, hits: &[Hit], assessment: &Assessment) -> Option<Difference> {
    let own: Vec<&Hit> = hits.iter().filter(|hit| hit.rule == rule.id).collect();
    if case.fires != own.is_empty() {
        return None;
    }
    let help = if case.fires { unasked(case, rule, assessment) } else { None };
    Some(Difference {
        kind: Kind::Fires,
        rule: rule.id.clone(),
        // A condition that was never asked is not where to look.
        place: Some(if help.is_some() { rule.place.clone() } else { rule.condition_place.clone() }),
        fixture: Some(case.shown()),
        expected: if case.fires { "it fires" } else { "it stays silent" }.to_owned(),
        found: match own.as_slice() {
            [] => "it stays silent".to_owned(),
            own => format!("it fires: {}", list(own.iter().map(ToString::to_string))),
        },
        help,
    })
}

/// Returns why the condition of a rule was not even asked on a plan, if it was not.
fn unasked(case: &Case, rule: &Rule, assessment: &Assessment) -> Option<String> {
    match rule.sight {
        Sight::Plan => None,
        Sight::Configuration => case.trees.is_none().then(|| {
            let name = &case.name;
            format!("a rule about the configuration needs a folder `{name}` with plan.json, head/ and base/")
        }),
        Sight::Change => {
            let mut changes = assessment.changes.iter();
            let selected = changes
                .any(|change| rule.selects(&change.kind, change.class, &change.category, change.operation));
            (!selected)
                .then(|| "no change in this plan is of the `types` and `actions` of the rule".to_owned())
        }
    }
}

/// Compares all findings with those that are written down, each with one.
fn findings(
    case: &Case,
    expected: &Expected,
    hits: &[Hit],
    known: &BTreeMap<&str, &Rule>,
) -> Vec<Difference> {
    let mut open: Vec<&Hit> = hits.iter().collect();
    let mut unmet = Vec::new();
    // What says more chooses first, so that a looser expectation does not take its finding away.
    let mut wanted: Vec<&ExpectedFinding> = expected.findings.iter().collect();
    wanted.sort_by_key(|finding| std::cmp::Reverse(finding.says()));
    for finding in wanted {
        match open.iter().position(|hit| finding.fits(hit)) {
            Some(position) => drop(open.remove(position)),
            None => unmet.push(finding),
        }
    }
    let difference = |rule: &str, expected: String, found: String| Difference {
        kind: Kind::Finding,
        rule: rule.to_owned(),
        place: known.get(rule).map(|rule| rule.place.clone()),
        fixture: Some(case.shown()),
        expected,
        found,
        help: (!known.contains_key(rule)).then(|| format!("no rule under test is called `{rule}`")),
    };
    let mut differences = Vec::new();
    for finding in unmet {
        let found = match open.iter().position(|hit| finding.means(hit)) {
            Some(position) => open.remove(position).to_string(),
            None => "no such finding".to_owned(),
        };
        differences.push(difference(&finding.rule, finding.to_string(), found));
    }
    for hit in open {
        differences.push(difference(&hit.rule, "no such finding".to_owned(), hit.to_string()));
    }
    differences
}

/// Returns what a rule's plans never show.
fn missing(rule: &Rule, tried: &[Tried]) -> Vec<Difference> {
    let own: Vec<&Tried> = tried.iter().filter(|tried| tried.case.rule == rule.id).collect();
    let difference = |kind: Kind, expected: String, found: &str, help: String| Difference {
        kind,
        rule: rule.id.clone(),
        place: Some(rule.place.clone()),
        fixture: None,
        expected,
        found: found.to_owned(),
        help: Some(help),
    };
    let mut missing = Vec::new();
    for (fires, name, what) in [(true, "fires", "it fires"), (false, "silent", "it stays silent")] {
        if !own.iter().any(|tried| tried.case.fires == fires) {
            let help =
                format!("add `fixtures/{}/{name}.json`: a plan as `terraform show -json` writes it", rule.id);
            missing.push(difference(Kind::FixtureMissing, format!("a plan on which {what}"), "none", help));
        }
    }
    let prohibits =
        |tried: &&Tried| tried.hits.iter().any(|hit| hit.rule == rule.id && hit.effect == Effect::Prohibit);
    let fires = own.iter().any(|tried| tried.hits.iter().any(|hit| hit.rule == rule.id));
    if rule.effect == Effect::Prohibit && fires && !own.iter().any(prohibits) {
        missing.push(difference(
            Kind::NeverProhibits,
            "it prohibits on one of its plans".to_owned(),
            "it fires, but cannot tell on any of them",
            "add a plan on which all that the condition reads is known".to_owned(),
        ));
    }
    missing
}

fn list(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join(", ")
}
