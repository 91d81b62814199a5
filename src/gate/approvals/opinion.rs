//! What people said, and the newest opinion of each.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::command::{self, Line};
use super::person::{Contributors, People, Person, is_bot};
use super::reason::Reason;
use crate::facts::{Account, Comment, Edited, Facts, Review, ReviewState};

/// What somebody said at one time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Opinion<'a> {
    pub(super) at: Option<Timestamp>,
    pub(super) account: &'a Account,
    pub(super) says: Says<'a>,
    /// Reviews before comments, each by its number: so that the order is always the same.
    id: (u8, u64),
}

/// What an opinion is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Says<'a> {
    /// A review that approves.
    Approves {
        /// The commit it is said to be about.
        commit: Option<&'a str>,
    },
    /// An approval that names the digest.
    Names {
        /// The first digits of it.
        digits: String,
        /// What it is meant for.
        meant_for: Option<String>,
    },
    /// Nothing any more, or nothing that counts.
    Withdrawn(Reason),
    /// Asks for changes, or did and nobody independent dismissed it.
    Against(Reason),
}

/// Something that was said and is no opinion, and why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unheard<'a> {
    pub(super) account: Option<&'a Account>,
    pub(super) at: Option<Timestamp>,
    pub(super) reason: Reason,
}

/// Everything that was said.
#[derive(Debug, Default)]
pub(super) struct Opinions<'a> {
    /// The opinions of each person, the newest last.
    pub(super) of: BTreeMap<Person, Vec<Opinion<'a>>>,
    /// What is no opinion.
    pub(super) unheard: Vec<Unheard<'a>>,
}

impl<'a> Opinions<'a> {
    /// Gathers what was said in reviews and comments.
    pub(super) fn gather(facts: &'a Facts, people: &People<'_>, contributors: &Contributors) -> Opinions<'a> {
        let mut found = Opinions::default();
        for review in facts.reviews.iter().flatten() {
            found.review(review, facts, people, contributors);
        }
        for comment in facts.comments.iter().flatten() {
            found.comment(comment, people);
        }
        for opinions in found.of.values_mut() {
            // What has no time counts as the newest: it must not hide behind another. Of two at one time the
            // stricter is the newer.
            opinions.sort_by(|a, b| {
                let key = |one: &Opinion<'a>| (one.at.is_none(), one.at, one.says.clone(), one.id);
                key(a).cmp(&key(b))
            });
        }
        found.unheard.sort_by(|a, b| {
            let key = |one: &Unheard<'a>| (one.account.map(|account| account.id), one.at, one.reason);
            key(a).cmp(&key(b))
        });
        found
    }

    fn review(
        &mut self,
        review: &'a Review,
        facts: &Facts,
        people: &People<'_>,
        contributors: &Contributors,
    ) {
        let command = command::read(&review.first_line);
        let edited = review.edited != Edited::Never;
        let says = match (review.state, command) {
            (ReviewState::Pending, _) => return,
            (ReviewState::ChangesRequested, _)
            | (ReviewState::Approved | ReviewState::Commented, Line::Reject) => Says::Against(Reason::Veto),
            (ReviewState::Dismissed, _) => dismissed(review, facts, people, contributors),
            (ReviewState::Approved | ReviewState::Commented, Line::Approve { digits, meant_for })
                if !edited =>
            {
                Says::Names { digits, meant_for }
            }
            (ReviewState::Approved, _) => Says::Approves { commit: review.commit.as_deref() },
            (ReviewState::Commented, Line::Nothing) => return,
            (ReviewState::Commented, line) => {
                let reason = if line == Line::Malformed { Reason::Malformed } else { Reason::Edited };
                return self.unheard(review.account.as_ref(), review.submitted_at, reason);
            }
        };
        self.say(review.account.as_ref(), review.submitted_at, says, (0, review.id), people);
    }

    fn comment(&mut self, comment: &'a Comment, people: &People<'_>) {
        let at = Some(comment.created_at);
        let edited = comment.edited != Edited::Never || comment.updated_at != comment.created_at;
        let says = match command::read(&comment.first_line) {
            Line::Nothing => return,
            // A request to stop only tightens, so it counts edited as well.
            Line::Reject => Says::Against(Reason::Veto),
            Line::Approve { .. } if edited => {
                return self.unheard(comment.account.as_ref(), at, Reason::Edited);
            }
            Line::Approve { digits, meant_for } => Says::Names { digits, meant_for },
            Line::Malformed => return self.unheard(comment.account.as_ref(), at, Reason::Malformed),
        };
        self.say(comment.account.as_ref(), at, says, (1, comment.id), people);
    }

    fn say(
        &mut self,
        account: Option<&'a Account>,
        at: Option<Timestamp>,
        says: Says<'a>,
        id: (u8, u64),
        people: &People<'_>,
    ) {
        let Some(account) = account else { return self.unheard(None, at, Reason::Ghost) };
        if is_bot(account) {
            return self.unheard(Some(account), at, Reason::Bot);
        }
        if people.is_machine(&account.login) {
            return self.unheard(Some(account), at, Reason::MachineUser);
        }
        self.of.entry(people.person(account)).or_default().push(Opinion { at, account, says, id });
    }

    fn unheard(&mut self, account: Option<&'a Account>, at: Option<Timestamp>, reason: Reason) {
        self.unheard.push(Unheard { account, at, reason });
    }
}

/// Returns what is left of a review that was dismissed.
///
/// Of an approval nothing is. A request for changes stays, unless a person dismissed it who takes no part in the
/// change: whoever wrote the change could otherwise clear the way, by a workflow too.
fn dismissed<'a>(
    review: &Review,
    facts: &Facts,
    people: &People<'_>,
    contributors: &Contributors,
) -> Says<'a> {
    let mut known = facts.dismissals.iter().flatten().filter(|one| one.review == review.id).peekable();
    if known.peek().is_none() {
        return Says::Against(Reason::DismissalUnknown);
    }
    let lifted =
        |actor: &Account| !people.is_robot(actor) && contributors.part(people.person(actor)).is_none();
    let stays = known.any(|one| match one.was {
        ReviewState::Approved | ReviewState::Commented => false,
        _ => !one.actor.as_ref().is_some_and(lifted),
    });
    if stays { Says::Against(Reason::VetoDismissed) } else { Says::Withdrawn(Reason::Dismissed) }
}
