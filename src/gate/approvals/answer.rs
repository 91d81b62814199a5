//! What becomes of one demand: who meets it, whose approval does not count here, who is missing and who could.

use std::collections::BTreeSet;

use super::crowd::Crowd;
use super::demand::Asked;
use super::person::{Contributors, People, Person, same_login};
use super::reason::Reason;
use super::stages::{Approver, Filled, Stages, is_enough, missing};
use super::{Answer, Could, Counts, MetBy, NotBy, Said, words};
use crate::facts::{Account, Facts, Level};
use crate::policy::Approver as From;

/// What an answer is made with.
pub(super) struct Context<'a> {
    pub(super) people: &'a People<'a>,
    pub(super) contributors: &'a Contributors,
    pub(super) facts: &'a Facts,
    pub(super) said: &'a [Said],
    pub(super) how: String,
}

impl Context<'_> {
    pub(super) fn answer(
        &self,
        index: usize,
        demanded: &[(Asked, Crowd)],
        approvers: &[Approver<'_>],
        stages: &Stages<'_>,
        filled: &[Filled],
    ) -> Option<Answer> {
        let (asked, crowd) = demanded.get(index)?;
        let own = filled.get(index)?;
        let met = is_enough(asked, own);
        let by = own.by.iter().filter_map(|one| approvers.get(*one)).filter_map(|one| {
            Some(MetBy { account: one.account.clone(), at: one.newest()?, binding: one.binding })
        });
        let mut not_by = Vec::new();
        for (number, one) in approvers.iter().enumerate().filter(|(number, _)| !own.by.contains(number)) {
            let reason = stages.fits(number, index).err();
            // Whoever fits and was not needed is not in the way of anything.
            if let Some(reason) = reason.or((!met).then_some(Reason::FillsAnother)) {
                not_by.push(NotBy { account: one.account.clone(), reason });
            }
        }
        let busy: BTreeSet<Person> = own
            .by
            .iter()
            .filter_map(|one| approvers.get(*one))
            .map(|one| one.account)
            .chain(not_by.iter().filter(|one| one.reason == Reason::FillsAnother).map(|one| &one.account))
            .map(|account| self.people.person(account))
            .collect();
        let could = if asked.from.iter().any(|from| matches!(from, From::Permission(_))) {
            Could::Anybody
        } else {
            Could::People(self.could(crowd, &busy))
        };
        let missing = missing(asked, own);
        let have = u64::try_from(own.by.len()).unwrap_or(u64::MAX);
        let again: Vec<&Said> = self.said.iter().filter(|said| self.is_cured(said, crowd)).collect();
        let open = stages.is_open(index);
        let state = words::State {
            asked,
            have,
            missing,
            could: &could,
            open,
            not_by: &not_by,
            again: &again,
            how: &self.how,
        };
        let (reason, next) = (state.reason(), state.next());
        Some(Answer { asked: asked.clone(), met, by: by.collect(), not_by, missing, could, reason, next })
    }

    /// Returns true if somebody of a crowd said something that would count if it were said again.
    fn is_cured(&self, said: &Said, crowd: &Crowd) -> bool {
        let cured = matches!(said.counts, Counts::No(reason) if reason.is_cured_by_approving_again());
        // What was not well formed or edited may stand beside a word that counts, or one that stops the change.
        let only = self.said.iter().filter(|other| other.account == said.account).count() == 1;
        cured
            && only
            && said.account.as_ref().is_some_and(|account| {
                let level = self.facts.level(account.id).unwrap_or(Level::None);
                let part = self.contributors.part(self.people.person(account));
                level >= Level::Write && part.is_none() && crowd.holds(account, level)
            })
    }

    /// Returns those of a crowd who could still approve.
    fn could(&self, crowd: &Crowd, busy: &BTreeSet<Person>) -> Vec<String> {
        let free = crowd.named.values().filter(|(login, account)| {
            // Of a user whom only the policy names, the login may be all there is.
            let Some(account) = account.as_ref().or_else(|| self.account_of(login)) else {
                return !self.people.is_machine(login) && !login.ends_with("[bot]");
            };
            let person = self.people.person(account);
            !self.people.is_robot(account)
                && !busy.contains(&person)
                && self.contributors.part(person).is_none()
                && self.facts.level(account.id).is_none_or(|level| level >= Level::Write)
        });
        free.map(|(login, _)| login.clone()).collect()
    }

    /// Returns the account of a login, if it occurs anywhere in the facts.
    fn account_of(&self, login: &str) -> Option<&Account> {
        self.facts.accounts().find(|account| same_login(&account.login, login))
    }
}
