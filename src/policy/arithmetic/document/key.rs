//! Key policies: a key obeys its policy alone, so that a policy nobody can change locks the key for good.

use std::collections::HashSet;

use super::super::budget::Budget;
use super::super::{Answer, Found, Sides};
use super::pattern::Pattern;
use super::read::Document;
use super::statement::{Effect, Principal, Principals, Selection, Statement};
use super::{is_new, news};

/// The action without which a key can no longer be administered: only it can give back the others.
const PUT_POLICY: &str = "kms:putkeypolicy";

/// Returns whether a key can no longer be administered as before: the account lost `kms:PutKeyPolicy` (the statement
/// that AWS writes into every default key policy for the root of the account), or nobody has it any more.
///
/// A single administrator leaving is no loss as long as the account stays.
pub fn kms_admin_lost(sides: Sides<'_>) -> Answer {
    if sides.unchanged() {
        return Answer::No;
    }
    let Ok(before) = Document::read(sides.before) else { return Answer::Unknown };
    let holders: Vec<Statement> = before.statements.iter().filter_map(holding).collect();
    if holders.is_empty() {
        return Answer::No;
    }
    let Ok(after) = Document::read(sides.after) else { return Answer::Unknown };
    if !after.statements.iter().any(|statement| holding(statement).is_some()) {
        return Answer::Yes;
    }
    let accounts = |principals: &Principals| match principals {
        Principals::Only(these) => {
            these.iter().filter(|one| matches!(one, Principal::Account(_))).cloned().collect()
        }
        _ => Vec::new(),
    };
    let remaining: Vec<Statement> = after.statements.iter().map(without_resource).collect();
    // A new unconditional `Deny` outdoes every `Allow`.
    let old: HashSet<&Statement> = before.statements.iter().collect();
    let denials: Vec<&Statement> = (after.statements.iter().filter(|statement| !old.contains(statement)))
        .filter(|statement| statement.effect == Effect::Deny && statement.conditions.is_empty())
        .filter(|statement| covers_action(&statement.actions))
        .collect();
    let mut budget = Budget::new();
    for holder in &holders {
        let accounts = accounts(&holder.principals);
        for denial in &denials {
            if budget.spend(accounts.len() * (1 + denial.principals.len())).is_none() {
                return Answer::Unknown;
            }
            if accounts.iter().any(|account| denies(&denial.principals, account)) {
                return Answer::Yes;
            }
        }
        let part = Statement { principals: Principals::Only(accounts), ..holder.clone() };
        match is_new(&part, &remaining, &mut budget) {
            Some(true) => return Answer::Yes,
            Some(false) => {}
            None => return Answer::Unknown,
        }
    }
    Answer::No
}

/// Returns the principals that newly get `kms:*`, without the organisation's `own` accounts as a whole.
///
/// A new key gives it to its own account by default; so where there was no policy before, no account counts (others'
/// are found by `external_accounts`).
pub fn kms_admin_gained(sides: Sides<'_>, own: &[&str]) -> Found {
    let creation = Document::read(sides.before).is_ok_and(|before| before.statements.is_empty());
    let all = Pattern::new("kms:*", false);
    let (news, complete) = news(sides, |statement| {
        let gives = match &statement.actions {
            Selection::Only(patterns) => patterns.iter().any(|pattern| pattern.covers(&all)),
            Selection::AllBut(excluded) => !excluded.iter().any(|pattern| pattern.overlaps(&all)),
            Selection::Implied => false,
        };
        let Principals::Only(principals) = &statement.principals else { return Vec::new() };
        let counts = |principal: &&Principal| match principal {
            Principal::Account(id) => !creation && !own.contains(&id.as_str()),
            _ => true,
        };
        let part = |principal: &Principal| Statement {
            principals: Principals::Only(vec![principal.clone()]),
            actions: Selection::Only(vec![all.clone()]),
            ..statement.clone()
        };
        if gives { principals.iter().filter(counts).map(part).collect() } else { Vec::new() }
    });
    let principals = news.iter().flat_map(|part| match &part.principals {
        Principals::Only(principals) => principals.as_slice(),
        _ => &[],
    });
    Found { complete, ..Found::all(principals.map(Principal::to_string)) }
}

/// Returns the part of a statement that allows someone to change the policy.
fn holding(statement: &Statement) -> Option<Statement> {
    let someone = match &statement.principals {
        Principals::Only(principals) => !principals.is_empty(),
        Principals::AllBut(_) => true,
        Principals::Implied => false,
    };
    (statement.effect == Effect::Allow && someone && covers_action(&statement.actions)).then(|| Statement {
        actions: Selection::Only(vec![Pattern::literal(PUT_POLICY)]),
        ..without_resource(statement)
    })
}

/// In a key policy the resource is the key, whether `*` or its ARN stands there.
fn without_resource(statement: &Statement) -> Statement {
    Statement { resources: Selection::Implied, ..statement.clone() }
}

fn covers_action(actions: &Selection) -> bool {
    let action = Pattern::literal(PUT_POLICY);
    match actions {
        Selection::Only(patterns) => patterns.iter().any(|pattern| pattern.covers(&action)),
        Selection::AllBut(excluded) => !excluded.iter().any(|pattern| pattern.covers(&action)),
        Selection::Implied => false,
    }
}

fn denies(principals: &Principals, account: &Principal) -> bool {
    match principals {
        Principals::Only(these) => these.iter().any(|own| own.covers(account)),
        Principals::AllBut(those) => !those.iter().any(|own| own.covers(account) || account.covers(own)),
        Principals::Implied => false,
    }
}
