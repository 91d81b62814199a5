//! What somebody's newest opinion comes to: an approval that counts, or a reason why not.

use jiff::{SignedDuration, Timestamp};

use super::binding::{Binding, Shown};
use super::crowd::Crowd;
use super::demand::{Asked, Terms};
use super::opinion::{Opinion, Opinions, Says};
use super::person::Contributors;
use super::reason::{Code, Obstacle, Part, Reason};
use super::stages::Approver;
use super::{Counts, Said, words};
use crate::facts::{Facts, Level};
use crate::gate::digest::ApprovalDigest;
use crate::policy::Veto;

/// What an opinion is judged by.
pub(super) struct Judge<'a> {
    pub(super) facts: &'a Facts,
    pub(super) contributors: &'a Contributors,
    pub(super) shown: Shown<'a>,
    pub(super) terms: Terms,
    pub(super) demanded: &'a [(Asked, Crowd)],
}

/// What came of all opinions.
pub(super) struct Heard<'a> {
    pub(super) approvers: Vec<Approver<'a>>,
    pub(super) said: Vec<Said>,
    pub(super) obstacles: Vec<Obstacle>,
}

impl<'a> Judge<'a> {
    pub(super) fn hear(&self, opinions: &Opinions<'a>) -> Heard<'a> {
        let mut heard = Heard { approvers: Vec::new(), said: Vec::new(), obstacles: Vec::new() };
        for (person, opinions) in &opinions.of {
            let opinions = self.of_this(opinions);
            let Some((newest, older)) = opinions.split_last() else { continue };
            let part = self.contributors.part(*person);
            let counts = match self.newest(newest, part) {
                Ok(mut approver) => {
                    let binding = approver.binding;
                    self.add_times(&mut approver, newest, older);
                    heard.approvers.push(approver);
                    Counts::Yes(binding)
                }
                Err(reason) => {
                    heard.obstacles.extend(veto(newest, reason));
                    Counts::No(reason)
                }
            };
            heard.said.push(Said { account: Some(newest.account.clone()), at: newest.at, counts, part });
        }
        heard.said.extend(opinions.unheard.iter().map(|one| Said {
            account: one.account.cloned(),
            at: one.at,
            counts: Counts::No(one.reason),
            part: None,
        }));
        heard.said.sort_by_key(|said| (said.account.as_ref().map(|account| account.id), said.at));
        heard.approvers.sort_by_key(|approver| approver.account.id);
        heard
    }

    /// Leaves out what somebody approved by name of another directory or workspace: it takes nothing back here. Who
    /// said nothing else is heard with that.
    fn of_this(&self, opinions: &[Opinion<'a>]) -> Vec<Opinion<'a>> {
        let of_another = |opinion: &Opinion<'a>| match &opinion.says {
            Says::Names { digits, .. } => self.shown.is_of_another(digits),
            _ => false,
        };
        if opinions.iter().all(of_another) {
            return opinions.to_vec();
        }
        opinions.iter().filter(|opinion| !of_another(opinion)).cloned().collect()
    }

    /// Says how one approves.
    pub(super) fn how(&self, digest: &ApprovalDigest) -> String {
        let head = self.facts.request.as_ref().map(|request| request.head.sha.as_str());
        let known = head.is_some_and(|head| self.facts.pushed_at(head).is_some());
        if self.terms.explicit || !known {
            format!("comment `/applygate approve {}`", digest.short())
        } else {
            "approve this plan".to_owned()
        }
    }

    /// Judges the newest opinion of a person.
    fn newest(&self, opinion: &Opinion<'a>, part: Option<Part>) -> Result<Approver<'a>, Reason> {
        let level = self.facts.level(opinion.account.id);
        let meant_for = match &opinion.says {
            Says::Against(reason) => return Err(self.against(opinion, level, *reason)),
            Says::Withdrawn(reason) => return Err(*reason),
            Says::Approves { .. } => None,
            Says::Names { meant_for, .. } => meant_for.clone(),
        };
        match part {
            Some(Part::Requester) => return Err(Reason::Requester),
            Some(_) => return Err(Reason::Contributor),
            None => {}
        }
        let level = level.ok_or(Reason::PermissionUnknown)?;
        if level < Level::Write {
            return Err(Reason::NoWriteAccess);
        }
        let (at, binding) = self.bound(opinion)?;
        if self.age(at)? > seconds(self.terms.approval_ttl) {
            return Err(Reason::Expired);
        }
        Ok(Approver { account: opinion.account, level, binding, meant_for, times: vec![at] })
    }

    /// Says what a request for changes comes to: it stops the change if that person has a say.
    fn against(&self, opinion: &Opinion<'_>, level: Option<Level>, reason: Reason) -> Reason {
        let may_write = level.is_none_or(|level| level >= Level::Write);
        let has_say = match self.terms.veto {
            Veto::None => false,
            // Of whom nobody knows what they may do, it is not known that they have no say.
            Veto::Write => may_write,
            Veto::Eligible => {
                let level = level.unwrap_or(Level::Admin);
                may_write && self.demanded.iter().any(|(_, crowd)| crowd.holds(opinion.account, level))
            }
        };
        if has_say { reason } else { Reason::NoSay }
    }

    /// Judges whether an approval is about this change, and when it was given.
    fn bound(&self, opinion: &Opinion<'_>) -> Result<(Timestamp, Binding), Reason> {
        let at = opinion.at.ok_or(Reason::TimeUnknown)?;
        let binding = match &opinion.says {
            Says::Approves { .. } if self.terms.explicit => return Err(Reason::ExplicitNeeded),
            Says::Approves { commit } => self.shown.review(*commit, at)?,
            Says::Names { digits, .. } => self.shown.explicit(digits, at)?,
            Says::Withdrawn(reason) | Says::Against(reason) => return Err(*reason),
        };
        Ok((at, binding))
    }

    /// Returns how old something is.
    fn age(&self, at: Timestamp) -> Result<SignedDuration, Reason> {
        let now = self.facts.clock.as_ref().ok_or(Reason::ClockUnknown)?.now;
        let age = now.duration_since(at);
        // The clocks of a forge's machines differ by less than this.
        if age < SignedDuration::from_secs(-60) { Err(Reason::SaidLater) } else { Ok(age) }
    }

    /// Adds the times at which the same was said before, so that saying it again takes nothing away.
    fn add_times(&self, approver: &mut Approver<'a>, newest: &Opinion<'a>, older: &[Opinion<'a>]) {
        for opinion in older.iter().rev() {
            let same = match (&newest.says, &opinion.says) {
                (Says::Names { meant_for, .. }, Says::Names { meant_for: before, .. }) => meant_for == before,
                (Says::Names { meant_for, .. }, Says::Approves { .. }) => meant_for.is_none(),
                (Says::Approves { .. }, Says::Names { meant_for, .. }) => meant_for.is_none(),
                (Says::Approves { .. }, Says::Approves { .. }) => true,
                _ => false,
            };
            match self.bound(opinion) {
                Ok((at, _)) if same && opinion.account.id == newest.account.id => approver.times.push(at),
                _ => break,
            }
        }
        approver.times.sort_unstable();
    }

    /// Says that the approvals were not used in time.
    ///
    /// The time runs from the newest approval that counts: where nobody approves beyond need, that is the moment when
    /// the last demand was met.
    pub(super) fn unused(&self, approvers: &[Approver<'_>]) -> Option<Obstacle> {
        let newest = approvers.iter().filter_map(Approver::newest).max()?;
        let age = self.age(newest).unwrap_or(SignedDuration::MAX);
        (age > seconds(self.terms.execution_ttl)).then(|| {
            Obstacle::hold(
                Code::ExecutionExpired,
                format!(
                    "everything was approved at {newest} and had to be applied within {}",
                    words::length(self.terms.execution_ttl)
                ),
                "ask one of the approvers to approve again",
            )
        })
    }
}

/// Returns the obstacle that a request for changes is.
fn veto(opinion: &Opinion<'_>, reason: Reason) -> Option<Obstacle> {
    let who = words::name(opinion.account);
    let next = match reason {
        Reason::Veto => format!("settle it with {who}, who then approves"),
        Reason::VetoDismissed => {
            format!("settle it with {who}, or have somebody dismiss it who takes no part in the change")
        }
        Reason::DismissalUnknown => format!("ask {who} for another review"),
        _ => return None,
    };
    Some(Obstacle::hold(Code::Veto, format!("{who} {reason}"), next))
}

/// Returns a length of time; one that is too long to count never ends.
fn seconds(count: u64) -> SignedDuration {
    i64::try_from(count).map_or(SignedDuration::MAX, SignedDuration::from_secs)
}
