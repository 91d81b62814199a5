//! From what people said to an answer for each demand.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::binding::{Binding, Shown};
use super::crowd::Crowd;
use super::demand::{Asked, Demand, Known, Terms, merge};
use super::opinion::{Opinion, Opinions, Says};
use super::person::{Contributors, People, Person};
use super::reason::{Code, Obstacle, Part, Reason};
use super::stages::{Approver, Filled, Stages, is_enough, missing};
use super::{Answer, Approvals, Could, Counts, MetBy, NotBy, Said, words};
use crate::facts::{Facts, Level};
use crate::gate::digest::ApprovalDigest;
use crate::policy::Approver as From;
use crate::policy::Veto;

/// How many people approve at least what a robot requests: it has no judgement of its own to add.
const FOR_A_ROBOT: u64 = 2;

/// Judges who approved exactly the change of this digest, and whether that is what the demands ask.
///
/// Pure: the same facts give the same answers, whatever the order of their lists.
pub fn approvals(facts: &Facts, digest: &ApprovalDigest, demands: &[Demand], known: &Known) -> Approvals {
    let demands: Vec<Demand> = demands.iter().filter(|demand| demand.count > 0).cloned().collect();
    if demands.is_empty() {
        return Approvals::default();
    }
    let people = People::new(known);
    let contributors = Contributors::gather(facts, &people);
    let mut asked = merge(&demands);
    if facts.request.is_none() && facts.reviews.is_none() && facts.comments.is_none() {
        return nobody_asked(asked);
    }
    if contributors.robot {
        add_robot(&mut asked);
    }
    let mut obstacles: BTreeSet<Obstacle> = contributors.obstacles.iter().cloned().collect();
    unread(facts, &mut obstacles);
    let demanded: Vec<(Asked, Crowd)> = asked
        .into_iter()
        .map(|asked| {
            let crowd = Crowd::gather(&asked, facts, &people, &mut obstacles);
            (asked, crowd)
        })
        .collect();

    let opinions = Opinions::gather(facts, &people, &contributors);
    let judge = Judge {
        facts,
        contributors: &contributors,
        shown: Shown::new(facts, digest),
        terms: Terms::of(&demands),
        demanded: &demanded,
    };
    let heard = judge.hear(&opinions);
    obstacles.extend(heard.obstacles);
    let stages = Stages::new(&demanded, &heard.approvers);
    let filled = stages.filled(demanded.len(), None);
    let context = Context {
        people: &people,
        contributors: &contributors,
        facts,
        said: &heard.said,
        how: judge.how(digest),
    };
    let answers: Vec<Answer> = (0..demanded.len())
        .filter_map(|index| context.answer(index, &demanded, &heard.approvers, &stages, &filled))
        .collect();
    if answers.iter().all(|answer| answer.met) {
        obstacles.extend(judge.unused(&heard.approvers));
    }
    Approvals {
        answers,
        said: heard.said,
        obstacles: obstacles.into_iter().collect(),
        approvers: heard.approvers.iter().map(|one| one.account.clone()).collect(),
    }
}

/// Answers where there is no request yet: each demand is one to come.
fn nobody_asked(asked: Vec<Asked>) -> Approvals {
    let answers = asked.into_iter().map(|asked| Answer {
        met: false,
        by: Vec::new(),
        not_by: Vec::new(),
        missing: asked.count,
        could: Could::Anybody,
        reason: words::to_come(&asked),
        next: "open a pull request and ask for review of this plan".to_owned(),
        asked,
    });
    Approvals { answers: answers.collect(), ..Approvals::default() }
}

/// Adds what a robot's request needs beyond the demands.
fn add_robot(asked: &mut Vec<Asked>) {
    let stage = asked.iter().map(|asked| asked.stage).min().unwrap_or_default();
    asked.push(Asked {
        blocks: vec!["robot as requester".to_owned()],
        names: Vec::new(),
        count: FOR_A_ROBOT,
        from: vec![From::Permission("write".to_owned())],
        stage,
        exclusive: false,
    });
    asked.sort_by_key(|asked| asked.stage);
}

/// Adds what could not be read of what people said.
fn unread(facts: &Facts, obstacles: &mut BTreeSet<Obstacle>) {
    if facts.reviews.is_none() {
        let reason = "the reviews are not known, so neither is who asks for changes";
        obstacles.insert(Obstacle::hold(Code::ReviewsUnknown, reason, "run again"));
    }
    if facts.comments.is_none() {
        let reason = "the comments are not known, so neither is who rejects the change";
        obstacles.insert(Obstacle::hold(Code::CommentsUnknown, reason, "run again"));
    }
}

/// What an opinion is judged by.
struct Judge<'a> {
    facts: &'a Facts,
    contributors: &'a Contributors,
    shown: Shown<'a>,
    terms: Terms,
    demanded: &'a [(Asked, Crowd)],
}

/// What came of all opinions.
struct Heard<'a> {
    approvers: Vec<Approver<'a>>,
    said: Vec<Said>,
    obstacles: Vec<Obstacle>,
}

impl<'a> Judge<'a> {
    fn hear(&self, opinions: &Opinions<'a>) -> Heard<'a> {
        let mut heard = Heard { approvers: Vec::new(), said: Vec::new(), obstacles: Vec::new() };
        for (person, opinions) in &opinions.of {
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

    /// Says how one approves.
    fn how(&self, digest: &ApprovalDigest) -> String {
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
    fn unused(&self, approvers: &[Approver<'_>]) -> Option<Obstacle> {
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

/// What an answer is made with.
struct Context<'a> {
    people: &'a People<'a>,
    contributors: &'a Contributors,
    facts: &'a Facts,
    said: &'a [Said],
    how: String,
}

impl Context<'_> {
    fn answer(
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
        let logins: BTreeMap<&String, &(String, Option<crate::facts::Account>)> =
            crowd.named.iter().collect();
        let free = logins.into_values().filter(|(login, account)| {
            let stand_in;
            let account = match account {
                Some(account) => account,
                None => {
                    // Of a user whom only the policy names, the login is all there is.
                    stand_in = self.account_of(login);
                    match &stand_in {
                        Some(account) => account,
                        None => return !self.people.is_machine(login) && !login.ends_with("[bot]"),
                    }
                }
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
    fn account_of(&self, login: &str) -> Option<crate::facts::Account> {
        self.facts.accounts().find(|account| super::person::same_login(&account.login, login)).cloned()
    }
}
