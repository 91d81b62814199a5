//! What is true outside the plan at one instant: plain data, gathered before the decision.
//!
//! Everything a verdict needs of people, evidence and time stands here, so a verdict can be made again from its
//! record, years later and without a network. Whoever gathers writes down what the forge said and judges
//! nothing. What could not be read is *not known* (an absent field), never an empty list, and what is not known
//! never counts as satisfied.

mod change;
mod clock;
mod file;
mod people;
mod proposal;
mod published;
mod request;
mod said;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use change::{ChangedPath, Commit, Contributor, Push};
pub use clock::{Clock, ClockSource};
pub use people::{Account, AccountKind, Level, Members, Permission, Team};
pub use proposal::{PolicyRemark, ProposedPolicy, RemarkGravity};
pub use published::{Check, Deployer, EarlierStatus, How, Publication};
pub use request::{Base, BaseMoved, Head, Repository, Request, State};
pub use said::{Comment, Dismissal, Edited, Review, ReviewState};

/// The version of the form in which facts are written.
pub const VERSION: u32 = 1;

/// What is known of people, evidence and time.
///
/// `check` runs on a laptop and asks nobody, so it knows nothing: each demand is then one to come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Facts {
    /// The version of this form.
    pub version: u32,
    /// What time it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock: Option<Clock>,
    /// The repository the change request is in, as the forge answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repository: Option<Repository>,
    /// The change request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub request: Option<Request>,
    /// Every path that the change request touches, from the list of its files or from git between the merge base
    /// and the head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paths: Option<Vec<ChangedPath>>,
    /// What is to be said of the policy at head, where the request changes it and is still open; not known where it
    /// does not, or nobody looked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposed_policy: Option<ProposedPolicy>,
    /// Every commit between base and head, from the forge's list of them or from git with the accounts looked up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commits: Option<Vec<Commit>>,
    /// Every push to the head branch that the forge still knows (GitHub: the activity of the repository for that
    /// branch). Not known if that list could not be read: who pushed is then not known either.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pushes: Option<Vec<Push>>,
    /// Every review of the request, the dismissed and the older ones too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviews: Option<Vec<Review>>,
    /// The comments on the request whose first line begins with `/applygate`. Others say nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comments: Option<Vec<Comment>>,
    /// Every dismissal of a review, from the time line of the request.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dismissals: Option<Vec<Dismissal>>,
    /// What each person who said something may do in the repository.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permissions: Option<Vec<Permission>>,
    /// The teams that the policy names, as far as they could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub teams: Option<Vec<Team>>,
    /// The labels of the request. They cannot waive anything: whoever may triage sets them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    /// The check runs and statuses of the head commit that others made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checks: Option<Vec<Check>>,
    /// The account under which applygate itself writes on the forge: the bot of the App, or of the workflow token.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publisher: Option<Account>,
    /// The commit statuses that carry an approval digest, on any commit of the request that is or was its head,
    /// with their creators: who forged one is told by that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publications: Option<Vec<Publication>>,
    /// Which projects were judged on earlier heads of the request, each with its newest status of ours. One that has
    /// none on the present head has no plan there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier_statuses: Option<Vec<EarlierStatus>>,
    /// Who is about to apply; not known in a review, where nobody is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deployer: Option<Deployer>,
}

impl Default for Facts {
    fn default() -> Facts {
        Facts {
            version: VERSION,
            clock: None,
            repository: None,
            request: None,
            paths: None,
            proposed_policy: None,
            commits: None,
            pushes: None,
            reviews: None,
            comments: None,
            dismissals: None,
            permissions: None,
            teams: None,
            labels: None,
            checks: None,
            publisher: None,
            publications: None,
            earlier_statuses: None,
            deployer: None,
        }
    }
}

impl Facts {
    /// Returns facts that know nothing yet.
    pub fn unknown() -> Facts {
        Facts::default()
    }

    /// Returns what an account may do in the repository; none if that is not known.
    ///
    /// Of two answers for one account the lower counts.
    pub fn level(&self, account: u64) -> Option<Level> {
        let permissions = self.permissions.as_ref()?;
        permissions.iter().filter(|permission| permission.account == account).map(|found| found.level).min()
    }

    /// Returns when the head became the head; none if the forge did not say.
    pub fn pushed_at(&self, sha: &str) -> Option<jiff::Timestamp> {
        let pushes = self.pushes.as_ref()?;
        pushes.iter().filter(|push| push.after == sha).map(|push| push.at).max()
    }

    /// Returns every account that occurs in reviews, comments, commits, pushes and teams, some more than once.
    pub fn accounts(&self) -> impl Iterator<Item = &Account> {
        let commits = self.commits.iter().flatten();
        let made = commits.flat_map(|one| [&one.author, &one.committer].into_iter().chain(&one.co_authors));
        let made = made.filter_map(|contributor| match contributor {
            Contributor::Account(account) => Some(account),
            Contributor::Unattributed(_) => None,
        });
        let members = self.teams.iter().flatten().flat_map(|team| match &team.members {
            Members::Read(members) => members.as_slice(),
            Members::Unreadable(_) => &[],
        });
        let request = self.request.iter().filter_map(|request| request.requester.as_ref());
        let reviews = self.reviews.iter().flatten().filter_map(|review| review.account.as_ref());
        let comments = self.comments.iter().flatten().filter_map(|comment| comment.account.as_ref());
        let pushes = self.pushes.iter().flatten().filter_map(|push| push.by.as_ref());
        request.chain(made).chain(pushes).chain(reviews).chain(comments).chain(members)
    }
}
