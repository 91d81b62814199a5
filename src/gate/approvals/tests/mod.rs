//! A scene in which a request waits for approval, and what becomes of it.

mod attacks;
mod demands;
mod explicit;
mod opinions;
mod people;
mod properties;
mod segregation;
mod stages;
mod staleness;
mod texts;

use jiff::Timestamp;

use super::{Answer, Approvals, Counts, Demand, Group, Known, approvals};
use crate::facts::{
    Account, AccountKind, Base, BaseMoved, Clock, ClockSource, Comment, Commit, Contributor, Dismissal,
    Edited, Facts, Head, Level, Members, Permission, Publication, Push, Repository, Request, Review,
    ReviewState, State, Team,
};
use crate::gate::digest::{ApprovalDigest, Context};
use crate::policy::{Approver, Veto};

/// Who requests the change.
const ANA: u64 = 1;
const BO: u64 = 2;
const CARLA: u64 = 3;
const DORA: u64 = 4;
const EMIL: u64 = 5;
const NAMES: [&str; 6] = ["nobody", "ana", "bo", "carla", "dora", "emil"];
/// A week and three days, as the policy has them by default.
const WEEK: u64 = 7 * 86_400;
const THREE_DAYS: u64 = 3 * 86_400;

/// A time on the day of the scene.
fn at(time: &str) -> Timestamp {
    format!("2026-11-21T{time}:00Z").parse().unwrap()
}

fn person(id: u64) -> Account {
    let login = NAMES
        .get(usize::try_from(id).unwrap())
        .map_or_else(|| format!("user-{id}"), |name| (*name).to_owned());
    Account { id, login, kind: AccountKind::User }
}

fn bot() -> Account {
    Account { id: 900, login: "applygate[bot]".to_owned(), kind: AccountKind::Bot }
}

fn digest_of(change: &str) -> ApprovalDigest {
    let context = Context {
        repository: 77,
        base: "main",
        directory: Some("live/prod"),
        workspace: Some("default"),
        environment: None,
        project: None,
    };
    ApprovalDigest::new(change, &context)
}

/// The digest of the change of the scene.
fn digest() -> ApprovalDigest {
    digest_of("ag1-nokey-change")
}

fn commit(sha: &str, account: u64) -> Commit {
    Commit {
        sha: sha.to_owned(),
        author: Contributor::Account(person(account)),
        committer: Contributor::Account(person(account)),
        co_authors: Vec::new(),
        parents: vec!["base".to_owned()],
        clean_update: false,
    }
}

fn push(time: &str, account: u64, before: &str, after: &str) -> Push {
    Push { at: at(time), by: Some(person(account)), before: before.to_owned(), after: after.to_owned() }
}

fn publication(time: &str, digest: &ApprovalDigest, sha: &str) -> Publication {
    Publication {
        context: "applygate live/prod default".to_owned(),
        digest: digest.text().to_owned(),
        sha: sha.to_owned(),
        created_at: at(time),
        creator: Some(bot()),
    }
}

/// One demand for people with write access.
fn two() -> Vec<Demand> {
    vec![demand("high", 2, &["permission:write"])]
}

fn one() -> Vec<Demand> {
    vec![demand("medium", 1, &["permission:write"])]
}

fn demand(block: &str, count: u64, from: &[&str]) -> Demand {
    let approver = |text: &&str| match text.split_once(':').unwrap() {
        ("permission", name) => Approver::Permission(name.to_owned()),
        ("group", name) => Approver::Group(name.to_owned()),
        (_, name) => Approver::User(name.to_owned()),
    };
    Demand {
        block: block.to_owned(),
        name: None,
        count,
        from: from.iter().map(approver).collect(),
        stage: 1,
        exclusive: true,
        approval_ttl: WEEK,
        execution_ttl: THREE_DAYS,
        explicit: false,
        veto: Veto::Write,
    }
}

/// A request by ana, pushed at eight, shown at five past, and judged at noon.
#[derive(Debug, Clone)]
struct Scene {
    facts: Facts,
    known: Known,
    next: u64,
}

impl Scene {
    fn new() -> Scene {
        let mut facts = Facts::unknown();
        facts.clock = Some(Clock {
            now: at("12:00"),
            source: ClockSource::Api,
            skew: Some(0),
            tzdb: "2026b".to_owned(),
        });
        facts.repository = Some(Repository { id: 77, name: "acme/infra".to_owned(), default_branch: None });
        facts.request = Some(Request {
            number: 7,
            state: State::Open,
            draft: false,
            fork: false,
            requester: Some(person(ANA)),
            head: Head { sha: "h1".to_owned(), branch: "grow".to_owned() },
            base: Base {
                branch: "main".to_owned(),
                tip: "base".to_owned(),
                moved: Some(BaseMoved { from: "base".to_owned(), paths: Vec::new(), at: None }),
            },
            merged_by: None,
            mergeable: None,
            body_edited: Edited::Never,
        });
        facts.paths = Some(Vec::new());
        facts.commits = Some(vec![commit("h1", ANA)]);
        facts.pushes = Some(vec![push("08:00", ANA, "000", "h1")]);
        facts.reviews = Some(Vec::new());
        facts.comments = Some(Vec::new());
        facts.dismissals = Some(Vec::new());
        let levels = (1..=5).map(|account| Permission { account, level: Level::Write });
        facts.permissions = Some(levels.collect());
        facts.teams = Some(Vec::new());
        facts.publisher = Some(bot());
        facts.publications = Some(vec![publication("08:05", &digest(), "h1")]);
        Scene { facts, known: Known::default(), next: 0 }
    }

    fn id(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    fn review(mut self, time: &str, account: u64, state: ReviewState) -> Scene {
        let review = Review {
            id: self.id(),
            account: Some(person(account)),
            state,
            submitted_at: Some(at(time)),
            commit: self.facts.request.as_ref().map(|request| request.head.sha.clone()),
            first_line: String::new(),
            edited: Edited::Never,
        };
        self.facts.reviews.as_mut().unwrap().push(review);
        self
    }

    fn approved(self, time: &str, account: u64) -> Scene {
        self.review(time, account, ReviewState::Approved)
    }

    /// Changes the review that was added last.
    fn with_review(mut self, change: impl FnOnce(&mut Review)) -> Scene {
        change(self.facts.reviews.as_mut().unwrap().last_mut().unwrap());
        self
    }

    fn comment(mut self, time: &str, account: u64, line: &str) -> Scene {
        let comment = Comment {
            id: self.id(),
            account: Some(person(account)),
            first_line: line.to_owned(),
            created_at: at(time),
            updated_at: at(time),
            edited: Edited::Never,
        };
        self.facts.comments.as_mut().unwrap().push(comment);
        self
    }

    /// Changes the comment that was added last.
    fn with_comment(mut self, change: impl FnOnce(&mut Comment)) -> Scene {
        change(self.facts.comments.as_mut().unwrap().last_mut().unwrap());
        self
    }

    fn named(self, time: &str, account: u64) -> Scene {
        self.named_as(time, account, "")
    }

    fn named_as(self, time: &str, account: u64, rest: &str) -> Scene {
        let line = format!("/applygate approve {}{rest}", digest().short());
        self.comment(time, account, &line)
    }

    /// Dismisses the review that was added last.
    fn dismissed_by(mut self, actor: Option<Account>) -> Scene {
        let review = self.facts.reviews.as_mut().unwrap().last_mut().unwrap();
        let dismissal = Dismissal { review: review.id, actor, was: review.state, at: at("11:59") };
        review.state = ReviewState::Dismissed;
        self.facts.dismissals.as_mut().unwrap().push(dismissal);
        self
    }

    /// Pushes a new head.
    fn pushed(mut self, time: &str, account: u64, sha: &str) -> Scene {
        let head = &mut self.facts.request.as_mut().unwrap().head.sha;
        let before = std::mem::replace(head, sha.to_owned());
        self.facts.pushes.as_mut().unwrap().push(push(time, account, &before, sha));
        self.facts.commits.as_mut().unwrap().push(commit(sha, account));
        self
    }

    fn shown(mut self, time: &str, digest: &ApprovalDigest) -> Scene {
        let sha = self.facts.request.as_ref().unwrap().head.sha.clone();
        self.facts.publications.as_mut().unwrap().push(publication(time, digest, &sha));
        self
    }

    fn group(mut self, name: &str, members: &[u64]) -> Scene {
        let team = format!("acme/{name}");
        self.known.groups.insert(name.to_owned(), Group { users: Vec::new(), teams: vec![team.clone()] });
        let members = Members::Read(members.iter().map(|id| person(*id)).collect());
        self.facts.teams.as_mut().unwrap().push(Team { name: team, members });
        self
    }

    fn with(mut self, change: impl FnOnce(&mut Facts)) -> Scene {
        change(&mut self.facts);
        self
    }

    fn judged(&self, demands: &[Demand]) -> Approvals {
        approvals(&self.facts, &digest(), demands, &self.known)
    }

    fn met(&self, demands: &[Demand]) -> bool {
        self.judged(demands).met()
    }

    /// Returns what somebody's word comes to: how it counts, or the code of why not. The last entry counts.
    fn word_of(&self, account: u64) -> String {
        self.word_under(&two(), account)
    }

    fn word_under(&self, demands: &[Demand], account: u64) -> String {
        let judged = self.judged(demands);
        let mut said = judged.said.iter().rev();
        let found = said.find(|said| said.account.as_ref().is_some_and(|one| one.id == account));
        match found.map(|said| said.counts) {
            Some(Counts::Yes(binding)) => format!("{binding:?}"),
            Some(Counts::No(reason)) => reason.name().to_owned(),
            None => "nothing".to_owned(),
        }
    }

    fn codes(&self, demands: &[Demand]) -> Vec<&'static str> {
        self.judged(demands).obstacles.iter().map(|obstacle| obstacle.code.name()).collect()
    }
}
