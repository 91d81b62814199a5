//! Who is one person, and who takes part in a change and so cannot approve it.

use std::collections::{BTreeMap, BTreeSet};

use super::demand::Known;
use super::reason::{Code, Obstacle, Part};
use crate::facts::{Account, AccountKind, Commit, Contributor, Facts, Push};

/// A person: one account, or the several that the policy says are one person's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Person {
    /// Of the accounts of one person, the first in the policy.
    Listed(usize),
    /// One account.
    Account(u64),
}

/// Whom the policy knows, made ready to be asked.
#[derive(Debug)]
pub(super) struct People<'a> {
    known: &'a Known,
    persons: BTreeMap<String, usize>,
}

impl<'a> People<'a> {
    pub(super) fn new(known: &'a Known) -> People<'a> {
        let mut persons: BTreeMap<String, usize> = BTreeMap::new();
        for (index, logins) in known.same_person.iter().enumerate() {
            let logins: Vec<String> = logins.iter().map(|login| login.to_ascii_lowercase()).collect();
            // Lists that share a login are about the same person.
            let others: BTreeSet<usize> =
                logins.iter().filter_map(|login| persons.get(login).copied()).collect();
            for person in persons.values_mut().filter(|person| others.contains(person)) {
                *person = index;
            }
            persons.extend(logins.into_iter().map(|login| (login, index)));
        }
        People { known, persons }
    }

    /// Returns whose account it is.
    pub(super) fn person(&self, account: &Account) -> Person {
        match self.persons.get(&account.login.to_ascii_lowercase()) {
            Some(index) => Person::Listed(*index),
            None => Person::Account(account.id),
        }
    }

    /// Returns true if a machine uses this account.
    pub(super) fn is_machine(&self, login: &str) -> bool {
        self.known.machine_users.iter().any(|machine| same_login(machine, login))
    }

    /// Returns true if this is no person's account.
    pub(super) fn is_robot(&self, account: &Account) -> bool {
        is_bot(account) || self.is_machine(&account.login)
    }

    pub(super) fn group(&self, name: &str) -> Option<&'a super::demand::Group> {
        self.known.groups.get(name)
    }
}

/// Returns true if the forge says that this is no person, or its name does.
pub(super) fn is_bot(account: &Account) -> bool {
    account.kind != AccountKind::User || account.login.to_ascii_lowercase().ends_with("[bot]")
}

/// Compares logins as the forge does: whatever their case. They are ASCII there, so whatever only looks alike differs.
pub(super) fn same_login(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

/// Who takes part in a change.
#[derive(Debug, Default)]
pub(super) struct Contributors {
    parts: BTreeMap<Person, Part>,
    /// What is not known of them, and so holds the change.
    pub(super) obstacles: Vec<Obstacle>,
    /// True if a robot made the request.
    pub(super) robot: bool,
}

impl Contributors {
    /// Gathers everybody who takes part: the requester, who made or committed a commit, who is named as its
    /// co-author, and who pushed.
    pub(super) fn gather(facts: &Facts, people: &People<'_>) -> Contributors {
        let mut found = Contributors::default();
        found.commits(facts, people);
        found.pushes(facts, people);
        match facts.request.as_ref().map(|request| &request.requester) {
            Some(Some(requester)) => {
                found.robot = people.is_robot(requester);
                found.parts.insert(people.person(requester), Part::Requester);
            }
            Some(None) => found.obstacles.push(Obstacle::hold(
                Code::RequesterUnknown,
                "the account that opened the request is gone, so nobody can tell who must not approve",
                "open a new request from the same branch",
            )),
            None => found.obstacles.push(Obstacle::hold(
                Code::RequesterUnknown,
                "it is not known who requests the change",
                "run `applygate review` on the pull request",
            )),
        }
        found
    }

    /// Returns which part a person takes; none if the person takes none.
    pub(super) fn part(&self, person: Person) -> Option<Part> {
        self.parts.get(&person).copied()
    }

    fn add(&mut self, person: Person, part: Part) {
        let known = self.parts.entry(person).or_insert(part);
        *known = part.min(*known);
    }

    fn commits(&mut self, facts: &Facts, people: &People<'_>) {
        let Some(commits) = &facts.commits else {
            self.obstacles.push(Obstacle::hold(
                Code::CommitsUnknown,
                "it is not known who made the commits of this request",
                "split a request of more than 250 commits; else run again",
            ));
            return;
        };
        let head = facts.request.as_ref().map(|request| request.head.sha.as_str());
        if head.is_some_and(|head| !commits.iter().any(|commit| commit.sha == head)) {
            self.obstacles.push(Obstacle::hold(
                Code::PartialData,
                "the head is not among the commits that were read, so not all of them were",
                "run again; split a request of more than 250 commits",
            ));
        }
        let mut unattributed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        // What only brings the base branch in adds nothing of its own, whoever pressed the button.
        for commit in commits.iter().filter(|commit| !is_clean_update(commit)) {
            let made = [(&commit.author, Part::Author), (&commit.committer, Part::Committer)];
            let together = commit.co_authors.iter().map(|author| (author, Part::CoAuthor));
            for (contributor, part) in made.into_iter().chain(together) {
                match contributor {
                    Contributor::Account(account) => self.add(people.person(account), part),
                    Contributor::Unattributed(email) => {
                        unattributed.entry(email).or_default().insert(&commit.sha);
                    }
                }
            }
        }
        for (email, commits) in unattributed {
            let first = commits.first().map_or("", |sha| short(sha));
            let others = match commits.len() {
                0 | 1 => String::new(),
                2 => " and of 1 other".to_owned(),
                more => format!(" and of {} others", more - 1),
            };
            self.obstacles.push(Obstacle::hold(
                Code::UnattributedCommit,
                format!("the forge knows no account for <{email}> of commit {first}{others}"),
                "add that e-mail address to its account on the forge, or commit again under an address it knows",
            ));
        }
    }

    fn pushes(&mut self, facts: &Facts, people: &People<'_>) {
        let Some(pushes) = &facts.pushes else {
            self.obstacles.push(Obstacle::hold(
                Code::PushesUnknown,
                "it is not known who pushed to the branch, and an author of a commit can be made up",
                "push the branch to the repository itself, where its activity can be read",
            ));
            return;
        };
        if let Some(sha) = unrecorded(facts, pushes) {
            self.obstacles.push(Obstacle::hold(
                Code::PushesUnknown,
                format!("the push of commit {} is not on record, so nobody can tell who made it", short(sha)),
                "run again in a minute; if it stays, push the change as one new branch",
            ));
        }
        for push in pushes {
            let clean = facts.commits.iter().flatten().any(|commit| is_push_of_update(push, commit));
            if let (Some(account), false) = (&push.by, clean) {
                self.add(people.person(account), Part::Pusher);
            }
        }
    }
}

/// Returns a commit of the request that somebody pushed, the head or one that a later push began at, and whose push is
/// not on record: it comes late, or is that of a branch that was renamed since.
fn unrecorded<'a>(facts: &'a Facts, pushes: &'a [Push]) -> Option<&'a str> {
    let of_request = |sha: &str| facts.commits.iter().flatten().any(|commit| commit.sha == sha);
    let mut at = facts.request.as_ref()?.head.sha.as_str();
    for _ in 0..=pushes.len() {
        let newest = pushes.iter().filter(|push| push.after == at).max_by_key(|push| push.at);
        let Some(push) = newest else { return Some(at) };
        if !of_request(&push.before) {
            return None;
        }
        at = &push.before;
    }
    // Pushes that go round in a circle begin nowhere.
    None
}

/// Returns true if a commit was proven to do nothing but bring the base branch in.
fn is_clean_update(commit: &Commit) -> bool {
    commit.clean_update && commit.parents.len() == 2
}

/// Returns true if all that a push brought is one commit that brings the base branch in.
fn is_push_of_update(push: &Push, commit: &Commit) -> bool {
    is_clean_update(commit) && push.after == commit.sha && commit.parents.first() == Some(&push.before)
}

/// Returns the heads that are as good as the present one: itself, and what it was before each push that only
/// brought the base branch in. The newest stands first.
pub(super) fn equivalent_heads(facts: &Facts) -> Vec<&str> {
    let mut heads: Vec<&str> = facts.request.iter().map(|request| request.head.sha.as_str()).collect();
    let (Some(commits), Some(pushes)) = (&facts.commits, &facts.pushes) else { return heads };
    while let Some(head) = heads.last() {
        let newest = pushes.iter().filter(|push| push.after == *head).max_by_key(|push| push.at);
        let before = newest.and_then(|push| {
            let updates = |commit: &&Commit| is_push_of_update(push, commit);
            commits.iter().find(updates).map(|_| push.before.as_str())
        });
        match before {
            Some(before) if !heads.contains(&before) => heads.push(before),
            _ => break,
        }
    }
    heads
}

/// Returns a commit as people write it.
pub(super) fn short(sha: &str) -> &str {
    sha.get(..10).unwrap_or(sha)
}
