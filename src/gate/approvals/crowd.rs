//! Whom a demand asks: the members of its groups as read now, single users, or whoever has a permission.

use std::collections::{BTreeMap, BTreeSet};

use super::demand::Asked;
use super::person::{People, same_login};
use super::reason::{Code, Obstacle};
use crate::facts::{Account, Facts, Level, Members};
use crate::policy::Approver;

/// The people a demand asks.
#[derive(Debug, Default)]
pub(super) struct Crowd {
    ids: BTreeSet<u64>,
    logins: BTreeSet<String>,
    level: Option<Level>,
    /// Who is known by name, by login in lower case: with the account where it is known.
    pub(super) named: BTreeMap<String, (String, Option<Account>)>,
}

impl Crowd {
    /// Gathers the people a demand asks; what cannot be read is an obstacle, not an empty group.
    pub(super) fn gather(
        asked: &Asked,
        facts: &Facts,
        people: &People<'_>,
        obstacles: &mut BTreeSet<Obstacle>,
    ) -> Crowd {
        let mut crowd = Crowd::default();
        for approver in &asked.from {
            match approver {
                Approver::Permission(name) => {
                    let level = level(name);
                    crowd.level = Some(crowd.level.map_or(level, |known| known.min(level)));
                }
                Approver::User(login) => crowd.user(login),
                Approver::Group(name) => match people.group(name) {
                    Some(group) => {
                        group.users.iter().for_each(|login| crowd.user(login));
                        for team in &group.teams {
                            crowd.team(name, team, facts, obstacles);
                        }
                    }
                    None => {
                        let reason = format!("the policy has no group `{name}`");
                        let next = format!("add `group \"{name}\" {{ ... }}` to the policy");
                        obstacles.insert(Obstacle::error(Code::GroupUnknown, reason, next));
                    }
                },
            }
        }
        crowd
    }

    /// Returns true if the account is among those who are asked.
    pub(super) fn holds(&self, account: &Account, level: Level) -> bool {
        self.ids.contains(&account.id)
            || self.logins.iter().any(|login| same_login(login, &account.login))
            || self.level.is_some_and(|least| level >= least)
    }

    fn user(&mut self, login: &str) {
        self.logins.insert(login.to_owned());
        self.named.entry(login.to_ascii_lowercase()).or_insert_with(|| (login.to_owned(), None));
    }

    fn team(&mut self, group: &str, name: &str, facts: &Facts, obstacles: &mut BTreeSet<Obstacle>) {
        let mut found = facts
            .teams
            .iter()
            .flatten()
            .filter(|team| same_login(&team.name, name))
            .map(|team| &team.members)
            .peekable();
        let mut unreadable = |why: &str| {
            obstacles.insert(Obstacle::error(
                Code::TeamUnreadable,
                format!("the team @{name} of group `{group}` cannot be read: {why}"),
                "give the token Members: read of the organisation (an App's), or list the users in the group",
            ));
        };
        if found.peek().is_none() {
            unreadable("it was not asked for");
        }
        for members in found {
            match members {
                Members::Read(members) => {
                    for account in members {
                        self.ids.insert(account.id);
                        let known = (account.login.clone(), Some(account.clone()));
                        self.named.insert(account.login.to_ascii_lowercase(), known);
                    }
                }
                Members::Unreadable(why) => unreadable(why),
            }
        }
    }
}

/// Returns the level of a permission as the policy writes it. Below write nobody approves, whatever it says.
fn level(name: &str) -> Level {
    match name {
        "maintain" => Level::Maintain,
        "read" | "triage" | "write" => Level::Write,
        // The policy knows no other; were there one, the strictest is safe.
        _ => Level::Admin,
    }
}
