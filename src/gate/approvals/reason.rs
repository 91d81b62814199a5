//! Why somebody's word does not count, and what stands in the way whoever approves.

use std::fmt;

use serde::Serialize;

macro_rules! codes {
    ($(#[$doc:meta])* $Enum:ident { $($(#[$variant_doc:meta])* $Variant:ident = $name:literal, $text:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
        pub enum $Enum {
            $($(#[$variant_doc])* #[serde(rename = $name)] $Variant,)+
        }

        impl $Enum {
            /// Every one of them.
            pub const ALL: &[$Enum] = &[$($Enum::$Variant,)+];

            /// Returns the stable name, for machines.
            pub fn name(self) -> &'static str {
                match self {
                    $($Enum::$Variant => $name,)+
                }
            }

            /// Returns it in words; of a reason, to be read after the name of whoever it is about.
            pub fn text(self) -> &'static str {
                match self {
                    $($Enum::$Variant => $text,)+
                }
            }
        }

        impl fmt::Display for $Enum {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.text())
            }
        }
    };
}

codes! {
    /// Why what somebody said does not count as an approval.
    Reason {
        /// The account is gone.
        Ghost = "GHOST", "is an account that is gone";
        /// A bot or an App, or another account that is no person's.
        Bot = "BOT", "is a robot, and robots do not approve";
        /// An account that the policy lists under `machine_users`.
        MachineUser = "MACHINE_USER", "is an account that a machine uses";
        /// Who opened the request.
        Requester = "REQUESTER", "opened the request";
        /// Who made, committed or pushed a commit, or is named as its co-author.
        Contributor = "CONTRIBUTOR", "contributed to the change";
        /// It is not known what the account may do.
        PermissionUnknown = "PERMISSION_UNKNOWN", "has an access that nobody could tell";
        /// The account has less than write access. The forge lets it approve all the same.
        NoWriteAccess = "NO_WRITE_ACCESS", "has no write access";
        /// Asks for changes, which stops the change.
        Veto = "VETO", "asks for changes";
        /// Asked for changes, and only somebody who takes part in the change, or a robot, dismissed that.
        VetoDismissed = "VETO_DISMISSED", "asked for changes, which nobody independent dismissed";
        /// A review was dismissed, and nobody could tell what it said.
        DismissalUnknown = "DISMISSAL_UNKNOWN", "gave a review that was dismissed, nobody could tell by whom";
        /// Asks for changes and has no say here.
        NoSay = "NO_SAY", "asks for changes and has no say here";
        /// The newest review was dismissed, and older ones do not come back.
        Dismissed = "DISMISSED", "gave a review that was dismissed";
        /// The text was edited, or nobody could tell.
        Edited = "EDITED", "edited the comment, and an edited one never counts";
        /// It means to be an approval and is not well formed.
        Malformed = "MALFORMED_COMMAND", "wrote a command that is not well formed";
        /// Nobody could tell when it was said.
        TimeUnknown = "TIME_UNKNOWN", "approved at a time that nobody could tell";
        /// It was said after the instant that is judged.
        SaidLater = "SAID_LATER", "approved after the time that is judged";
        /// It was said before this change was shown.
        BeforePlan = "APPROVED_BEFORE_PLAN", "approved before this plan was shown";
        /// It was said of a plan that would do something else.
        PlanChanged = "PLAN_CHANGED", "approved a plan that would do something else";
        /// It was said before the present head was pushed.
        HeadChanged = "HEAD_CHANGED", "approved an earlier commit";
        /// The forge says it is about the present head, which was pushed only later.
        ReviewReanchored = "REVIEW_REANCHORED", "approved before the present commit was pushed";
        /// Nobody could tell when the head was pushed, so only an explicit approval counts.
        PushTimeUnknown = "PUSH_TIME_UNKNOWN", "approved a commit of which nobody could tell when it was pushed";
        /// Only approvals that name the digest count here.
        ExplicitNeeded = "EXPLICIT_NEEDED", "approved without naming the digest, as this change needs";
        /// More than one digest that was shown begins with these digits.
        AmbiguousDigest = "AMBIGUOUS_DIGEST", "named so few digits that several digests begin with them";
        /// It is not known what time it is.
        ClockUnknown = "CLOCK_UNKNOWN", "approved, nobody could tell how long ago";
        /// It was said too long ago.
        Expired = "EXPIRED", "approved too long ago";
        /// Not among those whom this demand asks.
        NotAsked = "NOT_IN_GROUP", "is not among those who are asked here";
        /// Meant for another demand, by its `as`.
        MeantForAnother = "MEANT_FOR_ANOTHER", "approved as something else";
        /// Given before the lower stages were complete.
        TooEarly = "STAGE_NOT_REACHED", "approved before it was the turn of this stage";
        /// Fills a place elsewhere, and one person fills one.
        FillsAnother = "FILLS_ANOTHER_PLACE", "already counts elsewhere";
    }
}

impl Reason {
    /// Returns true if the same person could approve again, and then count.
    pub fn is_cured_by_approving_again(self) -> bool {
        matches!(
            self,
            Reason::Dismissed
                | Reason::Edited
                | Reason::Malformed
                | Reason::TimeUnknown
                | Reason::BeforePlan
                | Reason::PlanChanged
                | Reason::HeadChanged
                | Reason::ReviewReanchored
                | Reason::PushTimeUnknown
                | Reason::ExplicitNeeded
                | Reason::AmbiguousDigest
                | Reason::Expired
        )
    }
}

codes! {
    /// What stands in the way whoever approves.
    Code {
        /// Somebody asks for changes.
        Veto = "VETO", "somebody asks for changes";
        /// A commit that the forge attributes to nobody.
        UnattributedCommit = "UNATTRIBUTED_COMMIT", "a commit is nobody's";
        /// The commits could not be read.
        CommitsUnknown = "COMMITS_UNKNOWN", "the commits are not known";
        /// Not everything was read.
        PartialData = "PARTIAL_DATA", "not everything was read";
        /// Who pushed could not be read.
        PushesUnknown = "PUSHES_UNKNOWN", "the pushes are not known";
        /// Who requests the change is not known.
        RequesterUnknown = "REQUESTER_UNKNOWN", "the requester is not known";
        /// The reviews could not be read.
        ReviewsUnknown = "REVIEWS_UNKNOWN", "the reviews are not known";
        /// The comments could not be read.
        CommentsUnknown = "COMMENTS_UNKNOWN", "the comments are not known";
        /// A team could not be read.
        TeamUnreadable = "TEAM_UNREADABLE", "a team could not be read";
        /// The policy has no such group.
        GroupUnknown = "GROUP_UNKNOWN", "a group does not exist";
        /// Everything was approved, too long ago.
        ExecutionExpired = "EXECUTION_EXPIRED", "the approvals were not used in time";
        /// The only approver is about to apply.
        SoleApproverDeploys = "SOD_SOLE_APPROVER", "the only approver applies";
        /// Somebody who takes part in the change is about to apply.
        ContributorDeploys = "SOD_CONTRIBUTOR", "a contributor applies";
        /// An approver is about to apply.
        ApproverDeploys = "SOD_APPROVER", "an approver applies";
        /// Who is about to apply is not known.
        DeployerUnknown = "SOD_DEPLOYER_UNKNOWN", "the deployer is not known";
        /// The request is a draft.
        Draft = "DRAFT", "the request is a draft";
        /// The request was closed and not merged.
        Closed = "CLOSED", "the request is closed";
        /// The request comes from a fork.
        Fork = "FORK", "the request comes from a fork";
        /// The request brings a policy that cannot be read.
        PolicyInvalid = "POLICY_INVALID_AT_HEAD", "the policy that the request brings cannot be read";
        /// The base branch moved in what the plan depends on.
        PlanStale = "PLAN_STALE", "the base branch moved on";
        /// Whether the base branch moved is not known.
        BaseUnknown = "BASE_UNKNOWN", "it is not known whether the base branch moved on";
    }
}

/// Which part somebody takes in a change; the first of several is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Opened the request.
    Requester,
    /// Made a commit.
    Author,
    /// Committed one.
    Committer,
    /// Is named as co-author of one.
    CoAuthor,
    /// Pushed to the branch.
    Pusher,
}

impl Part {
    /// Returns what it is in words.
    pub fn text(self) -> &'static str {
        match self {
            Part::Requester => "opened the request",
            Part::Author => "made a commit of it",
            Part::Committer => "committed a commit of it",
            Part::CoAuthor => "is co-author of a commit of it",
            Part::Pusher => "pushed to its branch",
        }
    }
}

/// What an obstacle does to the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// People, evidence or time can lift it.
    Hold,
    /// It cannot be decided.
    Error,
}

/// Something that stands in the way whoever approves.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Obstacle {
    /// What it does to the verdict.
    pub effect: Effect,
    /// What it is, for machines.
    pub code: Code,
    /// What it is, on one line.
    pub reason: String,
    /// What would lift it, on one line.
    pub next: String,
}

impl Obstacle {
    /// Creates one that holds.
    pub(in crate::gate) fn hold(code: Code, reason: impl Into<String>, next: impl Into<String>) -> Obstacle {
        Obstacle { effect: Effect::Hold, code, reason: reason.into(), next: next.into() }
    }

    /// Creates one that cannot be decided.
    pub(in crate::gate) fn error(code: Code, reason: impl Into<String>, next: impl Into<String>) -> Obstacle {
        Obstacle { effect: Effect::Error, code, reason: reason.into(), next: next.into() }
    }
}
