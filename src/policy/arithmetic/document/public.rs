//! Who from outside gets in: everyone, or other accounts.

use std::collections::BTreeSet;

use super::super::{Answer, Found, Sides};
use super::limit::limits;
use super::newly;
use super::read::Document;
use super::statement::{Effect, Principal, Principals, Statement, is_account};

/// Returns whether everyone is newly allowed something: an `Allow` for `*` (spelled in any way, or as everyone but a
/// few) without a condition that limits who.
///
/// A `Deny` elsewhere in the document that takes some of it back is not weighed: a statement that needs another one
/// to be harmless is public the moment that one is edited.
pub fn public(sides: Sides<'_>) -> Answer {
    newly(sides, |statement| {
        let principals = match &statement.principals {
            Principals::Only(these) => {
                let public: Vec<Principal> =
                    these.iter().filter(|principal| principal.is_public()).cloned().collect();
                (!public.is_empty()).then_some(Principals::Only(public))?
            }
            // AWS itself warns of it: all but a few are everyone, anonymous requests included.
            Principals::AllBut(_) => statement.principals.clone(),
            Principals::Implied => return None,
        };
        (!limits(statement)).then(|| Statement { principals, ..statement.clone() })
    })
}

/// Returns the accounts that an `Allow` of after names and none of before does, without the organisation's `own`.
///
/// Accounts count where they are principals, and where a condition admits them to a statement for everyone.
pub fn external_accounts(sides: Sides<'_>, own: &[&str]) -> Found {
    if sides.unchanged() {
        return Found::all([]);
    }
    let Ok(after) = Document::read(sides.after) else { return Found::unknown() };
    let mut accounts = accounts(&after);
    for account in own {
        accounts.remove(*account);
    }
    if accounts.is_empty() {
        return Found::all([]);
    }
    let Ok(before) = Document::read(sides.before) else { return Found::unknown() };
    let known = self::accounts(&before);
    accounts.retain(|account| !known.contains(account));
    Found::all(accounts)
}

fn accounts(document: &Document) -> BTreeSet<String> {
    let allows = document.statements.iter().filter(|statement| statement.effect == Effect::Allow);
    allows.flat_map(of_statement).collect()
}

fn of_statement(statement: &Statement) -> Vec<String> {
    let Principals::Only(principals) = &statement.principals else { return Vec::new() };
    let mut accounts: Vec<String> =
        principals.iter().filter_map(Principal::account).map(str::to_owned).collect();
    if principals.iter().any(Principal::is_public) {
        for entry in &statement.conditions {
            let admits = matches!(entry.operator.as_str(), "stringequals" | "stringlike" | "arnlike");
            match entry.key.as_str() {
                "aws:principalaccount" | "kms:calleraccount" if admits => {
                    accounts.extend(entry.values.iter().filter(|value| is_account(value)).cloned());
                }
                "aws:principalarn" if admits => {
                    let of = |value: &String| Principal::aws(value).account().map(str::to_owned);
                    accounts.extend(entry.values.iter().filter_map(of));
                }
                _ => {}
            }
        }
    }
    accounts
}
