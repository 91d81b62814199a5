//! Functions that know the domain: policy documents, networks and ports, expiry. They lead to the arithmetic.

use super::reach::reach;
use super::{Scope, Truth};
use crate::plan::view::View;
use crate::policy::arithmetic::document::{
    escalation_actions, external_accounts, google_public, grants_admin, kms_admin_gained, kms_admin_lost,
    narrowed, oidc_subject_wide, pass_role_star, public, widened,
};
use crate::policy::arithmetic::expiry::expiration_added;
use crate::policy::arithmetic::network::{Ports, newly_world, rules_removed, world_opened};
use crate::policy::arithmetic::{Answer, Sides, Unwritten};
use crate::policy::source::functions::Function;
use crate::policy::source::path::Path;

/// Attributes that hold the rules of a firewall, where a provider computes them if they are left out.
const RULE_ATTRIBUTES: [&str; 6] = ["ingress", "egress", "security_rule", "inbound_rule", "rule", "inbound"];

/// Answers a function of an attribute path. Several blocks on the way are compared one by one.
pub(super) fn of_path(function: Function, scope: &dyn Scope, path: &Path) -> Truth {
    let (before, after) = (reach(scope.before(), path), reach(scope.after(), path));
    let unwritten = unwritten(scope, path.first());
    let answers = (0..before.len().max(after.len())).map(|index| {
        let sides = Sides { before: at(&before, index), after: at(&after, index) }.settled(unwritten);
        answer(function, sides)
    });
    truth(Answer::any(answers))
}

/// Returns the view at a position, or that of something that is not there.
fn at<'v>(side: &[View<'v>], index: usize) -> View<'v> {
    side.get(index).copied().unwrap_or_else(View::absent)
}

fn answer(function: Function, sides: Sides<'_>) -> Answer {
    match function {
        Function::GrantsAdmin => grants_admin(sides),
        Function::GrantsEscalation => Answer::any([escalation_actions(sides).any(), pass_role_star(sides)]),
        Function::GrantsPublic => public(sides),
        Function::NamesAccount => external_accounts(sides, &[]).any(),
        Function::TrustsAnySubject => oidc_subject_wide(sides),
        Function::LosesKeyAdmin => kms_admin_lost(sides),
        Function::GrantsKeyAdmin => kms_admin_gained(sides, &[]).any(),
        Function::Widens => widened(sides),
        Function::Narrows => narrowed(sides),
        Function::NewlyWorld => newly_world(sides),
        // The compiler lets no other function take paths here.
        _ => Answer::Unknown,
    }
}

/// Answers a function of the change as a whole.
pub(super) fn of_change(function: Function, scope: &dyn Scope) -> Truth {
    let sides = Sides { before: scope.before(), after: scope.after() };
    let kind = scope.kind();
    let left_out = RULE_ATTRIBUTES.iter().all(|attribute| !scope.configured(attribute));
    let rules = if left_out { Unwritten::Nothing } else { Unwritten::Anything };
    truth(match function {
        Function::GrantsGooglePublic => google_public(sides),
        Function::OpensAdminPorts => world_opened(kind, sides, Ports::AdminOrData, rules),
        Function::OpensOtherPorts => world_opened(kind, sides, Ports::Other, rules),
        Function::OpensAnyPorts => world_opened(kind, sides, Ports::Any, rules),
        Function::RemovesRules => rules_removed(kind, sides, rules),
        Function::AddsExpiration => expiration_added(kind, sides),
        _ => Answer::Unknown,
    })
}

fn unwritten(scope: &dyn Scope, attribute: &str) -> Unwritten {
    if scope.configured(attribute) { Unwritten::Anything } else { Unwritten::Nothing }
}

fn truth(answer: Answer) -> Truth {
    match answer {
        Answer::Yes => Truth::True,
        Answer::No => Truth::False,
        Answer::Unknown => Truth::Unknown,
    }
}
