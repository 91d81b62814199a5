//! Segregation of duties at apply: who may start what others approved.

use super::Approvals;
use super::demand::Known;
use super::person::{Contributors, People, Person};
use super::reason::{Code, Obstacle};
use crate::facts::{Account, Facts, How};
use crate::policy::Segregation;

/// What is being decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Whether it may be merged: nobody applies yet.
    Review,
    /// Whether it may be applied now.
    Apply,
}

/// Judges whether whoever is about to apply may, given who approved.
///
/// Under both, whoever alone approved does not apply, and does not release an automatic apply either; so no robot applies
/// by hand what one person approved. Under `strict` nobody applies by hand who requested the change, took part in it or
/// approved it.
///
/// With two or more accounts of one person it is the person that counts. Where nothing is demanded of people, nobody
/// is kept from applying.
pub fn segregation(
    approvals: &Approvals,
    facts: &Facts,
    known: &Known,
    strictness: Segregation,
    moment: Moment,
) -> Option<Obstacle> {
    if approvals.answers.is_empty() {
        return None;
    }
    let deployer = match (&facts.deployer, moment) {
        (None, Moment::Review) => return None,
        (None, Moment::Apply) => None,
        (Some(deployer), _) => deployer.account.as_ref().map(|account| (account, deployer.how)),
    };
    let Some((account, how)) = deployer else {
        let reason = "it is not known who applies, so nobody can tell whether that person may";
        return Some(Obstacle::hold(
            Code::DeployerUnknown,
            reason,
            "run the gate where the runner says who began",
        ));
    };
    let people = People::new(known);
    let contributors = Contributors::gather(facts, &people);
    let person = people.person(account);
    let approved: Vec<Person> = approvals.approvers.iter().map(|approver| people.person(approver)).collect();
    if approved.as_slice() == [person] {
        return Some(Obstacle::hold(
            Code::SoleApproverDeploys,
            format!("{} is the only one who approved, and so cannot start the apply", account.login),
            "have somebody else approve as well, or start it",
        ));
    }
    // Whoever may let a robot comment or start a workflow applies by it, and that may be the one who approved.
    if approved.len() == 1 && how != How::Automatic && people.is_robot(account) {
        return Some(Obstacle::hold(
            Code::DeployerUnknown,
            format!("{} is a robot, behind which the only one who approved could stand", account.login),
            "have a person start the apply who did not approve, or have somebody else approve as well",
        ));
    }
    // Where a trusted workflow applies what was approved, and nobody could enter anything, a machine deploys.
    if strictness == Segregation::Standard || how == How::Automatic {
        return None;
    }
    by_hand(account, person, &approved, &people, &contributors)
}

fn by_hand(
    account: &Account,
    person: Person,
    approved: &[Person],
    people: &People<'_>,
    contributors: &Contributors,
) -> Option<Obstacle> {
    let (code, why) = if let Some(part) = contributors.part(person) {
        (Code::ContributorDeploys, part.text())
    } else if approved.contains(&person) {
        (Code::ApproverDeploys, "approved it")
    } else if people.is_robot(account) {
        (Code::DeployerUnknown, "is a robot, behind which anybody could stand")
    } else {
        return None;
    };
    Some(Obstacle::hold(
        code,
        format!("{} {why}, and so does not apply this change by hand", account.login),
        "have somebody start the apply who took no part in the change and did not approve it",
    ))
}
