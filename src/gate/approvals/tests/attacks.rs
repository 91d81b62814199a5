//! What somebody may try, and what becomes of it.

use super::{
    ANA, BO, CARLA, DORA, Scene, at, bot, commit, demand, digest, digest_of, one, person, publication, push,
    two,
};
use crate::facts::{Account, AccountKind, Contributor, Edited, Level, Members, Permission, ReviewState};
use crate::gate::digest::{ApprovalDigest, Context};
use crate::gate::standing;

fn approved() -> Scene {
    Scene::new().named("09:00", BO).named("09:10", CARLA)
}

#[test]
fn an_approval_cannot_be_used_in_another_request_directory_or_repository() {
    let scene = approved();
    assert!(scene.met(&two()));
    let context = Context {
        repository: 77,
        base: "main",
        directory: Some("live/prod"),
        workspace: Some("default"),
        environment: None,
        project: None,
    };
    for context in [
        Context { directory: Some("live/other"), ..context.clone() },
        Context { repository: 78, ..context.clone() },
        Context { workspace: Some("blue"), ..context.clone() },
        Context { base: "release", ..context.clone() },
        Context { project: Some("eu"), ..context.clone() },
        Context { environment: Some("production"), ..context },
    ] {
        let elsewhere = ApprovalDigest::new("ag1-nokey-change", &context);
        // There, it was shown as well; what is missing is that anybody approved it.
        let moved = scene.clone().shown("08:06", &elsewhere);
        assert!(!super::approvals(&moved.facts, &elsewhere, &two(), &moved.known).met(), "{context:?}");
    }
}

#[test]
fn a_review_that_the_forge_moved_on_to_a_later_push_does_not_count() {
    // The review says that it is about the head, which was pushed ninety minutes after it.
    let scene = Scene::new().with(|facts| {
        facts.pushes = Some(vec![push("05:30", ANA, "000", "h0"), push("07:40", ANA, "h0", "h1")]);
        facts.publications =
            Some(vec![publication("05:35", &digest(), "h0"), publication("07:45", &digest(), "h1")]);
    });
    let scene = scene.approved("06:09", BO);
    assert_eq!(scene.word_of(BO), "REVIEW_REANCHORED");
    assert!(!scene.met(&one()));
    assert!(scene.approved("08:00", BO).met(&one()));
}

#[test]
fn a_date_that_the_author_wrote_moves_nothing() {
    // Facts have no field for the date of a commit: there is nothing that could be written there.
    let written = serde_json::to_value(commit("h1", ANA)).unwrap();
    let fields: Vec<&String> = written.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["author", "clean_update", "co_authors", "committer", "parents", "sha"]);
    let mut dated = written;
    dated["date"] = serde_json::json!("2001-01-01T00:00:00Z");
    assert!(serde_json::from_value::<crate::facts::Commit>(dated).is_err());
}

#[test]
fn dismissing_never_brings_an_older_approval_back() {
    let twice = Scene::new().approved("08:30", BO).review("09:00", BO, ReviewState::ChangesRequested);
    for actor in [person(ANA), person(DORA), bot()] {
        assert!(!twice.clone().dismissed_by(Some(actor)).met(&one()));
    }
    let approved_twice =
        Scene::new().approved("08:30", BO).approved("09:00", BO).dismissed_by(Some(person(DORA)));
    assert_eq!(approved_twice.word_of(BO), "DISMISSED");
}

#[test]
fn neither_a_second_account_nor_a_robot_nor_a_reader_makes_up_the_number() {
    let scene = Scene::new().approved("09:00", BO);
    let copilot = Account { id: 60, login: "Copilot".to_owned(), kind: AccountKind::Bot };
    let robot = scene.clone().approved("09:10", CARLA).with_review(|review| review.account = Some(copilot));
    assert!(!robot.met(&two()));
    let reader = scene.clone().approved("09:10", CARLA).with(|facts| {
        facts.permissions.as_mut().unwrap().push(Permission { account: CARLA, level: Level::Read });
    });
    assert_eq!(reader.word_of(CARLA), "NO_WRITE_ACCESS");
    assert!(!reader.met(&two()));
    let mut puppet = scene.approved("09:10", CARLA);
    puppet.known.same_person = vec![vec!["bo".to_owned(), "carla".to_owned()]];
    assert!(!puppet.met(&two()));
}

#[test]
fn a_contributor_does_not_hide_behind_an_address_nobody_knows() {
    let nobody = Contributor::Unattributed("shadow@example.org".to_owned());
    let scene = approved().with(|facts| facts.commits.as_mut().unwrap()[0].author = nobody);
    assert!(!scene.met(&two()));
    assert_eq!(scene.codes(&two()), ["UNATTRIBUTED_COMMIT"]);
    // Commits that bear another's name are still those of whoever pushed them.
    let forged = approved().with(|facts| facts.pushes.as_mut().unwrap().push(push("07:00", BO, "000", "h0")));
    assert_eq!(forged.word_of(BO), "CONTRIBUTOR");
    assert!(!forged.met(&two()));
    let together = approved().with(|facts| {
        facts.commits.as_mut().unwrap()[0].co_authors.push(Contributor::Account(person(CARLA)));
    });
    assert_eq!(together.word_of(CARLA), "CONTRIBUTOR");
}

#[test]
fn a_merge_that_brings_more_than_the_base_branch_makes_its_author_a_contributor() {
    let merged = |clean: bool| {
        Scene::new().pushed("08:30", BO, "m1").shown("08:35", &digest()).approved("09:00", BO).with(|facts| {
            let merge = facts.commits.as_mut().unwrap().last_mut().unwrap();
            merge.parents = vec!["h1".to_owned(), "base".to_owned()];
            merge.clean_update = clean;
        })
    };
    assert!(merged(true).met(&one()));
    assert_eq!(merged(false).word_of(BO), "CONTRIBUTOR");
    assert!(!merged(false).met(&one()));
}

#[test]
fn what_only_looks_like_ours_is_no_proof_of_what_was_shown() {
    for creator in [None, Some(person(ANA)), Some(Account { id: 901, ..bot() })] {
        let forged = Scene::new().approved("09:00", BO).with(|facts| {
            facts.publications.as_mut().unwrap()[0].creator = creator;
        });
        assert_eq!(forged.word_of(BO), "APPROVED_BEFORE_PLAN");
        assert!(!forged.met(&one()));
    }
    // A forged status with another digest takes nothing away either.
    let disturbed = Scene::new().approved("09:00", BO).with(|facts| {
        let mut forged = publication("08:30", &digest_of("ag1-nokey-other"), "h1");
        forged.creator = Some(person(ANA));
        facts.publications.as_mut().unwrap().push(forged);
    });
    assert!(disturbed.met(&one()));
    // A comment that looks like ours is a comment by its author.
    let look_alike = Scene::new().named("09:00", ANA);
    assert_eq!(look_alike.word_of(ANA), "REQUESTER");
}

#[test]
fn a_comment_that_somebody_edited_into_an_approval_does_not_count() {
    let edited = |change: fn(&mut super::Comment)| Scene::new().named("09:00", BO).with_comment(change);
    for scene in [
        edited(|one| one.edited = Edited::At(at("09:30"))),
        edited(|one| one.updated_at = at("09:30")),
        edited(|one| one.edited = Edited::Unknown),
    ] {
        assert_eq!(scene.word_of(BO), "EDITED");
        assert!(!scene.met(&one()));
    }
}

#[test]
fn a_command_that_is_hidden_or_only_looks_like_one_does_not_count() {
    let digits = digest().short().to_owned();
    for line in [
        format!("> /applygate approve {digits}"),
        format!("`/applygate approve {digits}`"),
        format!("    /applygate approve {digits}"),
        format!("<!-- /applygate approve {digits} -->"),
        format!("* /applygate approve {digits}"),
        format!("On Friday ana wrote: /applygate approve {digits}"),
        format!("/applygate approve {digits}\u{200b}"),
        format!("/applygate\u{200b} approve {digits}"),
        format!("/applygate approve \u{202e}{digits}"),
        format!("/\u{430}pplygate approve {digits}"),
        format!("/APPLYGATE APPROVE {digits}"),
        format!("/applygate approve {digits} or so"),
        "```".to_owned(),
        String::new(),
    ] {
        let scene = Scene::new().comment("09:00", BO, &line);
        assert!(!scene.met(&one()), "{line:?}");
        let review = Scene::new()
            .review("09:00", BO, ReviewState::Commented)
            .with_review(|review| review.first_line.clone_from(&line));
        assert!(!review.met(&one()), "{line:?}");
    }
}

#[test]
fn a_request_from_a_fork_holds_unless_the_policy_allows_forks() {
    let fork = approved().with(|facts| facts.request.as_mut().unwrap().fork = true);
    let codes = |forks| -> Vec<_> {
        standing(&fork.facts, forks, &|_| true).iter().map(|one| one.code.name()).collect()
    };
    assert_eq!(codes(false), ["FORK"]);
    assert_eq!(codes(true), Vec::<&str>::new());
}

#[test]
fn whoever_left_the_team_no_longer_counts() {
    let demands = [demand("database", 1, &["group:dba"])];
    let scene = Scene::new().group("dba", &[BO]).approved("09:00", BO);
    assert!(scene.met(&demands));
    let left =
        scene.with(|facts| facts.teams.as_mut().unwrap()[0].members = Members::Read(vec![person(CARLA)]));
    assert!(!left.met(&demands));
}
