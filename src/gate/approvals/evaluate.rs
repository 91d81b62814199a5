//! From what people said to an answer for each demand.

use std::collections::BTreeSet;

use super::answer::Context;
use super::binding::Shown;
use super::crowd::Crowd;
use super::demand::{Asked, Demand, Known, Terms, merge};
use super::judge::Judge;
use super::opinion::Opinions;
use super::person::{Contributors, People};
use super::reason::{Code, Obstacle};
use super::stages::Stages;
use super::{Answer, Approvals, Could, words};
use crate::facts::Facts;
use crate::gate::digest::ApprovalDigest;
use crate::policy::Approver as From;

/// How many people approve at least what a robot requests: it has no judgement of its own to add.
const FOR_A_ROBOT: u64 = 2;

/// Judges who approved exactly the change of this digest, and whether that is what the demands ask.
///
/// Pure: the same facts give the same answers, whatever the order of their lists.
pub fn approvals(facts: &Facts, digest: &ApprovalDigest, demands: &[Demand], known: &Known) -> Approvals {
    let demands: Vec<Demand> = demands.iter().filter(|demand| demand.count > 0).cloned().collect();
    if demands.is_empty() {
        return Approvals::default();
    }
    let people = People::new(known);
    let contributors = Contributors::gather(facts, &people);
    let mut asked = merge(&demands);
    if facts.request.is_none() && facts.reviews.is_none() && facts.comments.is_none() {
        return nobody_asked(asked);
    }
    if contributors.robot {
        add_robot(&mut asked);
    }
    let mut obstacles: BTreeSet<Obstacle> = contributors.obstacles.iter().cloned().collect();
    unread(facts, &mut obstacles);
    let demanded: Vec<(Asked, Crowd)> = asked
        .into_iter()
        .map(|asked| {
            let crowd = Crowd::gather(&asked, facts, &people, &mut obstacles);
            (asked, crowd)
        })
        .collect();

    let opinions = Opinions::gather(facts, &people, &contributors);
    let judge = Judge {
        facts,
        contributors: &contributors,
        shown: Shown::new(facts, digest),
        terms: Terms::of(&demands),
        demanded: &demanded,
    };
    let heard = judge.hear(&opinions);
    obstacles.extend(heard.obstacles);
    let stages = Stages::new(&demanded, &heard.approvers);
    let filled = stages.filled(demanded.len(), None);
    let context = Context {
        people: &people,
        contributors: &contributors,
        facts,
        said: &heard.said,
        how: judge.how(digest),
    };
    let answers: Vec<Answer> = (0..demanded.len())
        .filter_map(|index| context.answer(index, &demanded, &heard.approvers, &stages, &filled))
        .collect();
    if answers.iter().all(|answer| answer.met) {
        obstacles.extend(judge.unused(&heard.approvers));
    }
    Approvals {
        answers,
        said: heard.said,
        obstacles: obstacles.into_iter().collect(),
        approvers: heard.approvers.iter().map(|one| one.account.clone()).collect(),
    }
}

/// Answers where there is no request yet: each demand is one to come.
fn nobody_asked(asked: Vec<Asked>) -> Approvals {
    let answers = asked.into_iter().map(|asked| Answer {
        met: false,
        by: Vec::new(),
        not_by: Vec::new(),
        missing: asked.count,
        could: Could::Anybody,
        reason: words::to_come(&asked),
        next: "open a pull request and ask for review of this plan".to_owned(),
        asked,
    });
    Approvals { answers: answers.collect(), ..Approvals::default() }
}

/// Adds what a robot's request needs beyond the demands.
fn add_robot(asked: &mut Vec<Asked>) {
    let stage = asked.iter().map(|asked| asked.stage).min().unwrap_or_default();
    asked.push(Asked {
        blocks: vec!["robot as requester".to_owned()],
        names: Vec::new(),
        count: FOR_A_ROBOT,
        from: vec![From::Permission("write".to_owned())],
        stage,
        exclusive: false,
    });
    asked.sort_by_key(|asked| asked.stage);
}

/// Adds what could not be read of what people said.
fn unread(facts: &Facts, obstacles: &mut BTreeSet<Obstacle>) {
    if facts.reviews.is_none() {
        let reason = "the reviews are not known, so neither is who asks for changes";
        obstacles.insert(Obstacle::hold(Code::ReviewsUnknown, reason, "run again"));
    }
    if facts.comments.is_none() {
        let reason = "the comments are not known, so neither is who rejects the change";
        obstacles.insert(Obstacle::hold(Code::CommentsUnknown, reason, "run again"));
    }
}
