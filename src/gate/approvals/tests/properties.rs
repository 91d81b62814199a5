//! What holds for whatever people say and whatever is demanded.

use proptest::prelude::*;

use super::{ANA, Demand, Scene, commit, demand, digest, digest_of, person, publication, push};
use crate::facts::ReviewState::{Approved, ChangesRequested, Commented};
use crate::facts::{Edited, Facts};
use crate::gate::approvals::{Approvals, Counts};
use crate::policy::Veto;

/// What one person says.
#[derive(Debug, Clone)]
enum Word {
    Approves,
    Names,
    NamesAs(&'static str),
    NamesOther,
    AsksForChanges,
    Comments,
    Edits,
    Dismissed(u64),
}

fn word() -> impl Strategy<Value = Word> {
    prop_oneof![
        6 => Just(Word::Approves),
        4 => Just(Word::Names),
        2 => prop::sample::select(vec!["dba", "senior", "nothing"]).prop_map(Word::NamesAs),
        1 => Just(Word::NamesOther),
        1 => Just(Word::AsksForChanges),
        1 => Just(Word::Comments),
        1 => Just(Word::Edits),
        1 => (1..6u64).prop_map(Word::Dismissed),
    ]
}

fn time(minutes: u32) -> String {
    format!("{:02}:{:02}", 8 + minutes / 60, minutes % 60)
}

fn scene() -> impl Strategy<Value = Scene> {
    let said = prop::collection::vec((0..180u32, 1..6u64, word()), 0..10);
    let part = (prop::option::weighted(0.3, 2..6u64), prop::option::weighted(0.3, 30..120u32));
    let groups = prop::collection::vec(prop::collection::vec(1..6u64, 0..4), 3);
    (said, part, groups).prop_map(|(said, (contributor, pushed), groups)| {
        let mut scene = Scene::new();
        for (name, members) in ["dba", "senior", "lead"].into_iter().zip(groups) {
            scene = scene.group(name, &members);
        }
        if let Some(contributor) = contributor {
            scene.facts.commits.as_mut().unwrap().push(commit("h0", contributor));
        }
        let other = digest_of("ag1-nokey-other");
        for (minutes, who, word) in said {
            let time = time(minutes);
            let line = |digits: &str, rest: &str| format!("/applygate approve {digits}{rest}");
            scene = match word {
                Word::Approves => scene.approved(&time, who),
                Word::Names => scene.named(&time, who),
                Word::NamesAs(what) => scene.named_as(&time, who, &format!(" as {what}")),
                Word::NamesOther => scene.comment(&time, who, &line(other.short(), "")),
                Word::AsksForChanges => scene.review(&time, who, ChangesRequested),
                Word::Comments => scene.review(&time, who, Commented),
                Word::Edits => scene.named(&time, who).with_comment(|one| one.edited = Edited::Unknown),
                Word::Dismissed(by) => scene.review(&time, who, Approved).dismissed_by(Some(person(by))),
            };
        }
        if let Some(minutes) = pushed {
            let pushes = scene.facts.pushes.as_mut().unwrap();
            pushes.push(push(&time(minutes), ANA, "h0", "h1"));
            scene.facts.publications.as_mut().unwrap().push(publication(&time(minutes + 5), &digest(), "h1"));
        }
        scene
    })
}

fn demands() -> impl Strategy<Value = Vec<Demand>> {
    let one = (
        prop::sample::subsequence(
            vec!["group:dba", "group:senior", "group:lead", "user:bo", "permission:write"],
            1..3,
        ),
        0..3u64,
        1..3u64,
        any::<bool>(),
        prop::bool::weighted(0.1),
        prop::sample::select(vec![Veto::None, Veto::Eligible, Veto::Write]),
        prop::sample::select(vec!["dba", "senior", "other"]),
    );
    let one = one.prop_map(|(from, count, stage, exclusive, explicit, veto, block)| Demand {
        stage,
        exclusive,
        explicit,
        veto,
        ..demand(block, count, &from)
    });
    prop::collection::vec(one, 1..5)
}

/// Returns the scene without what one counted approval says.
fn without(scene: &Scene, account: u64, at: jiff::Timestamp) -> Scene {
    let mut fewer = scene.clone();
    let by = |one: &Option<crate::facts::Account>| one.as_ref().is_some_and(|one| one.id == account);
    fewer.facts.reviews.as_mut().unwrap().retain(|one| !(by(&one.account) && one.submitted_at == Some(at)));
    fewer.facts.comments.as_mut().unwrap().retain(|one| !(by(&one.account) && one.created_at == at));
    fewer
}

/// Returns the scene without anything that one person says.
fn without_person(scene: &Scene, account: u64) -> Scene {
    let mut fewer = scene.clone();
    let by = |one: &Option<crate::facts::Account>| one.as_ref().is_some_and(|one| one.id == account);
    fewer.facts.reviews.as_mut().unwrap().retain(|one| !by(&one.account));
    fewer.facts.comments.as_mut().unwrap().retain(|one| !by(&one.account));
    fewer
}

fn turned(facts: &Facts, by: usize) -> Facts {
    fn turn<T>(list: &mut Option<Vec<T>>, by: usize) {
        if let Some(list) = list.as_mut().filter(|list| !list.is_empty()) {
            let by = by % list.len();
            list.rotate_left(by);
            list.reverse();
        }
    }
    let mut facts = facts.clone();
    turn(&mut facts.reviews, by);
    turn(&mut facts.comments, by);
    turn(&mut facts.commits, by);
    turn(&mut facts.pushes, by);
    turn(&mut facts.permissions, by);
    turn(&mut facts.dismissals, by);
    turn(&mut facts.publications, by);
    turn(&mut facts.teams, by);
    facts
}

fn consistent(judged: &Approvals) -> Result<(), TestCaseError> {
    for answer in &judged.answers {
        prop_assert_eq!(answer.met, answer.missing == 0);
        let have = u64::try_from(answer.by.len()).unwrap();
        prop_assert_eq!(answer.missing, answer.asked.count.saturating_sub(have));
        for by in &answer.by {
            prop_assert!(judged.approvers.contains(&by.account));
        }
        prop_assert!(!answer.reason.is_empty());
        prop_assert_eq!(answer.met, answer.next.is_empty());
    }
    let counted = judged.said.iter().filter(|said| matches!(said.counts, Counts::Yes(_))).count();
    prop_assert_eq!(counted, judged.approvers.len());
    // One person fills one place of those that are exclusive.
    let mut places: Vec<u64> = judged
        .answers
        .iter()
        .filter(|answer| answer.asked.exclusive && !answer.asked.is_total())
        .flat_map(|answer| answer.by.iter().map(|by| by.account.id))
        .collect();
    let all = places.len();
    places.sort_unstable();
    places.dedup();
    prop_assert_eq!(places.len(), all);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn adding_a_demand_never_loosens(scene in scene(), demands in demands()) {
        let all = scene.judged(&demands);
        consistent(&all)?;
        for left_out in 0..demands.len() {
            let mut fewer = demands.clone();
            fewer.remove(left_out);
            if all.met() {
                prop_assert!(scene.judged(&fewer).met(), "met with {:?} and not without", demands[left_out]);
            }
        }
    }

    #[test]
    fn removing_an_approval_never_meets_a_demand(scene in scene(), demands in demands()) {
        let judged = scene.judged(&demands);
        let counted = judged.said.iter().filter(|said| matches!(said.counts, Counts::Yes(_)));
        for said in counted {
            let (account, at) = (said.account.as_ref().unwrap().id, said.at.unwrap());
            let silent = without_person(&scene, account);
            prop_assert!(judged.met() || !silent.met(&demands), "{account} says nothing at all");
            for (one, other) in silent.judged(&demands).answers.iter().zip(&judged.answers) {
                // Of the demands together no more are met; one may be met for another.
                prop_assert_eq!(&one.asked, &other.asked);
            }
            let met = |judged: &Approvals| judged.answers.iter().filter(|answer| answer.met).count();
            if met(&judged) < judged.answers.len() {
                prop_assert!(met(&silent.judged(&demands)) < judged.answers.len());
            }
            // What is left of a person of whom one approval is taken is again an approval, or nothing.
            // Unless it was for something else: what a person is there for is the newest word too.
            let comments = scene.facts.comments.iter().flatten();
            let mut own = comments.filter(|one| one.account.as_ref().is_some_and(|one| one.id == account));
            if own.any(|one| one.first_line.contains(" as ")) {
                continue;
            }
            let fewer = without(&scene, account, at);
            prop_assert!(judged.met() || !fewer.met(&demands), "{account} at {at}");
        }
    }

    #[test]
    fn the_order_of_lists_changes_nothing(scene in scene(), demands in demands(), by in 0..10usize) {
        let first = scene.judged(&demands);
        let facts = turned(&scene.facts, by);
        let mut around = demands.clone();
        around.reverse();
        let second = super::approvals(&facts, &digest(), &around, &scene.known);
        prop_assert_eq!(format!("{first:?}"), format!("{second:?}"));
    }

    #[test]
    fn facts_that_are_written_and_read_give_the_same(scene in scene(), demands in demands()) {
        let text = scene.facts.to_json().unwrap();
        let read = Facts::from_json("facts.json", &text).unwrap();
        let second = super::approvals(&read, &digest(), &demands, &scene.known);
        prop_assert_eq!(scene.judged(&demands), second);
    }

    #[test]
    fn taking_knowledge_away_never_meets_a_demand(scene in scene(), demands in demands(), what in 0..11usize) {
        let met = scene.met(&demands);
        let mut less = scene.clone();
        let facts = &mut less.facts;
        match what {
            0 => facts.clock = None,
            1 => facts.request = None,
            2 => facts.commits = None,
            3 => facts.pushes = None,
            4 => facts.reviews = None,
            5 => facts.comments = None,
            6 => facts.dismissals = None,
            7 => facts.permissions = None,
            8 => facts.teams = None,
            9 => facts.publisher = None,
            _ => facts.publications = None,
        }
        prop_assert!(met || !less.met(&demands));
    }
}

#[test]
fn the_scenes_of_the_properties_meet_demands_often_enough_to_tell() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut met, mut unmet) = (0, 0);
    for _ in 0..600 {
        let scene = scene().new_tree(&mut runner).unwrap().current();
        let demands = demands().new_tree(&mut runner).unwrap().current();
        let some = demands.iter().any(|demand| demand.count > 0);
        match scene.met(&demands) {
            true if some => met += 1,
            _ => unmet += 1,
        }
    }
    assert!(met > 30 && unmet > 100, "{met} met, {unmet} not");
}
