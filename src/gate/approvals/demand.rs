//! What the policy demands of people, and whom it knows.

use std::collections::BTreeMap;

use crate::policy::{Approval, Approver, Organisation, Veto};

/// For how many seconds an approval counts unless the policy says so: a week.
const APPROVAL_TTL: u64 = 7 * 86_400;
/// For how many seconds after its newest approval a change may be applied unless the policy says so: three days.
const EXECUTION_TTL: u64 = 72 * 3600;

/// How many approvals are demanded, and of whom: one `require` of one `approval` block that matched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Demand {
    /// The name of the block.
    pub block: String,
    /// The name of the `require` in it; none for the block's own.
    pub name: Option<String>,
    /// How many people.
    pub count: u64,
    /// Who may: whoever is one of these.
    pub from: Vec<Approver>,
    /// When it is their turn: what is given here counts only once every lower stage is complete.
    pub stage: u64,
    /// True if whoever fills a place of it fills no other.
    pub exclusive: bool,
    /// For how many seconds an approval counts after it was submitted.
    pub approval_ttl: u64,
    /// For how many seconds after its newest approval the change may be applied.
    pub execution_ttl: u64,
    /// True if only approvals count that name the digest.
    pub explicit: bool,
    /// Whose request for changes stops it.
    pub veto: Veto,
}

impl Demand {
    /// Returns what an `approval` block demands of people.
    pub fn of(approval: &Approval) -> Vec<Demand> {
        let demands = approval.requires.iter().map(|require| Demand {
            block: approval.name.clone(),
            name: require.name.clone(),
            count: require.count,
            from: require.from.clone(),
            stage: require.stage,
            exclusive: approval.exclusive,
            approval_ttl: approval.approval_ttl.unwrap_or(APPROVAL_TTL),
            execution_ttl: approval.execution_ttl.unwrap_or(EXECUTION_TTL),
            explicit: approval.explicit,
            veto: approval.veto,
        });
        demands.collect()
    }

    /// Returns what a freeze in force demands of people: approvals by members of a group.
    pub fn of_freeze(name: &str, group: &str, count: u64) -> Demand {
        Demand {
            block: format!("freeze {name}"),
            name: None,
            count,
            from: vec![Approver::Group(group.to_owned())],
            stage: 1,
            exclusive: true,
            approval_ttl: APPROVAL_TTL,
            execution_ttl: EXECUTION_TTL,
            explicit: false,
            veto: Veto::Write,
        }
    }
}

/// A group of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// Logins.
    pub users: Vec<String>,
    /// Teams of the forge, such as `acme/dba`.
    pub teams: Vec<String>,
}

/// Whom the policy knows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Known {
    /// The groups by their name.
    pub groups: BTreeMap<String, Group>,
    /// Logins of accounts that look like a person's and are a machine's.
    pub machine_users: Vec<String>,
    /// Logins that belong to one person, a list for each person who has several.
    pub same_person: Vec<Vec<String>>,
}

impl Known {
    /// Returns whom an organisation's policy knows.
    pub fn of(organisation: &Organisation) -> Known {
        let groups = organisation.groups.iter().map(|group| {
            let members = Group { users: group.users.clone(), teams: group.teams.clone() };
            (group.name.clone(), members)
        });
        Known {
            groups: groups.collect(),
            machine_users: organisation.machine_users.clone(),
            same_person: Vec::new(),
        }
    }
}

/// Demands that ask the same people at the same stage, as one: the stricter of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The blocks that ask, sorted.
    pub blocks: Vec<String>,
    /// What one may call it in `as`: the names of its `require`s and blocks, sorted.
    pub names: Vec<String>,
    /// How many people.
    pub count: u64,
    /// Who may, sorted.
    pub from: Vec<Approver>,
    /// When it is their turn.
    pub stage: u64,
    /// True if whoever fills a place of it fills no other.
    pub exclusive: bool,
}

impl Asked {
    /// Returns true if it asks for a number of people with a permission, whoever they are: it has no places, so
    /// that those who fill one elsewhere count here as well.
    pub fn is_total(&self) -> bool {
        self.from.iter().all(|approver| matches!(approver, Approver::Permission(_)))
    }
}

/// What all demands together say of an approval, whatever it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) approval_ttl: u64,
    pub(super) execution_ttl: u64,
    pub(super) explicit: bool,
    pub(super) veto: Veto,
}

impl Terms {
    /// Returns the strictest terms: what one block says holds for the change as a whole.
    pub(super) fn of(demands: &[Demand]) -> Terms {
        let least = |of: fn(&Demand) -> u64| demands.iter().map(of).min().unwrap_or(0);
        Terms {
            approval_ttl: least(|demand| demand.approval_ttl),
            execution_ttl: least(|demand| demand.execution_ttl),
            explicit: demands.iter().any(|demand| demand.explicit),
            // The words stand in the order of how many may stop it.
            veto: demands.iter().map(|demand| demand.veto).max().unwrap_or(Veto::Write),
        }
    }
}

/// Merges the demands that ask the same people at the same stage. Those of another stage stay apart: were they
/// merged into the later one, a third that waits for them would no longer wait.
pub(super) fn merge(demands: &[Demand]) -> Vec<Asked> {
    let mut merged: BTreeMap<(u64, Vec<String>), Asked> = BTreeMap::new();
    for demand in demands.iter().filter(|demand| demand.count > 0) {
        let mut from = demand.from.clone();
        from.sort_by_key(written);
        from.dedup();
        let key = (demand.stage, from.iter().map(written).collect());
        let asked = merged.entry(key).or_insert_with(|| Asked {
            blocks: Vec::new(),
            names: Vec::new(),
            count: 0,
            from,
            stage: demand.stage,
            exclusive: false,
        });
        asked.count = asked.count.max(demand.count);
        asked.exclusive |= demand.exclusive;
        asked.blocks.push(demand.block.clone());
        asked.names.push(demand.block.clone());
        asked.names.extend(demand.name.clone());
    }
    let mut all: Vec<Asked> = merged.into_values().collect();
    for asked in &mut all {
        asked.blocks.sort();
        asked.blocks.dedup();
        asked.names.sort();
        asked.names.dedup();
    }
    all
}

/// Returns an approver as the policy writes it.
pub(super) fn written(approver: &Approver) -> String {
    match approver {
        Approver::Permission(level) => format!("permission:{level}"),
        Approver::Group(name) => format!("group:{name}"),
        Approver::User(login) => format!("user:{login}"),
    }
}
