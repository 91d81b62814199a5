//! What the organisation says: rules, catalog, facets and demands, and the language of conditions.
//!
//! [`source`] reads and checks what is written, [`evaluate`] applies it to a change. What ships with the binary is
//! read and checked by the build, with the same code.

pub mod arithmetic;
pub mod calendar;
pub mod evaluate;
pub mod lint;
pub mod organisation;
mod shipped;
pub mod source;
pub mod team;

pub use self::evaluate::{Evidence, Scope, Truth, Value};
pub use self::organisation::Organisation;
pub use self::shipped::Catalog;
pub use self::source::address_glob::AddressGlob;
pub use self::source::approval::{Approval, ApprovalMatch, Approver, Asked, Require, WindowDemand};
pub use self::source::catalog::TypeFacts;
pub use self::source::defaults::Defaults;
pub use self::source::facet::Facet;
pub use self::source::guard::{Guard, Weakness};
pub use self::source::limits::Limits;
pub use self::source::names::Name;
pub use self::source::path::Path;
pub use self::source::path_glob::PathGlob;
pub use self::source::rule::Rule;
pub use self::source::test::{Difference, Posture};
pub use self::source::words::{
    ChangeType, Class, Differs, Effect, GuardKind, Risk, Segregation, Sight, Tier, Trait, Veto,
};

use crate::plan::operation::Operation;
use crate::plan::view::View;
use crate::problem::Problem;

/// What the organisation says.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The rules, sorted by name.
    pub rules: Vec<Rule>,
    /// What updates do, told by the attributes that they change.
    pub facets: Vec<Facet>,
    /// The attributes of all facets, sorted by first attribute name: positions of facet and attribute.
    facet_order: Vec<(usize, usize)>,
    /// Limits, paths and demands: those that always hold, and what the organisation adds.
    pub defaults: Defaults,
    /// What the organisation writes.
    pub organisation: Organisation,
    /// What is known of resource types.
    pub catalog: Catalog,
}

impl Policy {
    /// Returns the policy that ships with the binary.
    pub fn shipped() -> Policy {
        let (shipped, catalog) = shipped::unpack();
        Policy {
            rules: shipped.rules,
            facets: shipped.facets,
            facet_order: shipped.facet_order,
            defaults: shipped.defaults,
            organisation: Organisation::default(),
            catalog,
        }
    }

    /// Adds what an organisation writes, and its own rules.
    ///
    /// # Errors
    ///
    /// Overrides of rules that are not there or would count less.
    pub fn with(mut self, organisation: Organisation, own: Vec<Rule>) -> Result<Policy, Vec<Problem>> {
        self.rules.extend(own.into_iter().map(|rule| Rule { unraised: Risk::None, ..rule }));
        self.rules.sort_by(|a, b| a.id.cmp(&b.id));
        let applied = organisation.overrides.iter().map(|each| each.apply(&mut self.rules));
        let problems: Vec<Problem> = applied.filter_map(Result::err).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let limits = &organisation.limits;
        let own = &mut self.defaults;
        if let Some((count, _)) = limits.max_destroy {
            own.limits.max_destroy = count;
        }
        if let Some((share, _)) = &limits.max_destroy_share {
            own.limits.max_destroy_share.clone_from(share);
        }
        if let Some((age, _)) = limits.max_plan_age {
            own.limits.max_plan_age = age;
        }
        own.watched_paths.extend(organisation.settings.watched_paths.iter().cloned());
        own.guardrail_paths.extend(organisation.settings.guardrail_paths.iter().cloned());
        own.approvals.extend(organisation.approvals.iter().cloned());
        self.organisation = organisation;
        Ok(self)
    }

    /// Returns the patterns of what decides about changes, for paths in lower case: on many systems upper and lower case
    /// name the same file.
    pub fn guardrail_globs(&self) -> Vec<PathGlob> {
        let own = self.read_besides();
        self.defaults.guardrail_paths.iter().chain(&own).map(PathGlob::folded).collect()
    }

    /// Returns true if a path is one that a policy is read from: a place of the policy itself, or what this one names
    /// as the folder of its rules or as a calendar. Upper and lower case do not matter.
    pub fn is_read_from(&self, path: &str) -> bool {
        let path = path.to_lowercase();
        let folder = path.split('/').next() == Some(organisation::places::FOLDER);
        folder
            || organisation::places::FILES.contains(&path.as_str())
            || self.read_besides().iter().any(|glob| glob.folded().matches(&path))
    }

    /// Returns the patterns of what is read because the policy names it.
    fn read_besides(&self) -> Vec<PathGlob> {
        let rules = self.organisation.rules_dir.as_ref();
        let rules = rules.map(|(folder, _)| PathGlob::below(folder));
        let calendars = self.organisation.time.calendars.iter();
        let calendars = calendars.map(|calendar| PathGlob::exactly(&calendar.file));
        rules.into_iter().chain(calendars).collect()
    }

    /// Returns the rules that look at a change of such a type.
    ///
    /// The answer is the same for all changes of the type with the same operation: keep it while more follow.
    pub fn rules_for(&self, kind: &str, class: Class, category: &str, operation: Operation) -> Vec<&Rule> {
        self.rules.iter().filter(|rule| rule.selects(kind, class, category, operation)).collect()
    }

    /// Returns what an update of an object of such a type does: facet, attribute, and whether it surely does.
    pub fn facets_shown(
        &self,
        kind: &str,
        class: Class,
        before: View<'_>,
        after: View<'_>,
    ) -> Vec<(&Facet, &Path, Truth)> {
        let mut keys = before.keys();
        keys.extend(after.keys());
        keys.sort_unstable();
        keys.dedup();
        let mut shown = Vec::new();
        // Most attributes of facets belong to other types, so it is the object that leads to them.
        for key in keys {
            let start = self
                .facet_order
                .partition_point(|at| self.facet_attribute(*at).is_some_and(|a| a.1.first() < key));
            for at in self.facet_order.get(start..).unwrap_or_default() {
                let Some((facet, path, difference)) = self.facet_attribute(*at) else {
                    break;
                };
                if path.first() != key {
                    break;
                }
                if !facet.concerns(kind, class) {
                    continue;
                }
                let seen = difference.seen(before, after, path);
                if seen.is_possible() {
                    shown.push((facet, path, seen));
                }
            }
        }
        shown
    }

    fn facet_attribute(&self, (facet, position): (usize, usize)) -> Option<(&Facet, &Path, &Difference)> {
        let facet = self.facets.get(facet)?;
        facet.attributes.get(position).map(|(path, difference)| (facet, path, difference))
    }

    /// Returns the rules that look at such a difference of the configuration.
    pub fn configuration_rules(&self, differs: Differs) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(move |rule| rule.differs.contains(&differs))
    }

    /// Returns the rules that look at the plan as a whole.
    pub fn plan_rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().filter(|rule| rule.sight == Sight::Plan)
    }
}
