//! Every check there is: what is asked, what follows where it is not so, and what mends it.

use super::Level;

/// Where something is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The settings of the repository.
    Github,
    /// The workflows of the checkout, and what they run in.
    Workflows,
    /// The server of Atlantis; only where there is one.
    Atlantis,
}

impl Side {
    /// Returns its name, to stand over a list.
    pub fn name(self) -> &'static str {
        match self {
            Side::Github => "The repository",
            Side::Workflows => "Workflows",
            Side::Atlantis => "Atlantis",
        }
    }
}

/// A check, as it is described.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// The stable name.
    pub id: &'static str,
    /// Where it is looked at.
    pub side: Side,
    /// The level that cannot be reached without it; none is advice.
    pub level: Option<Level>,
    /// What must be so.
    pub must: &'static str,
    /// What follows where it is not.
    pub else_: &'static str,
    /// What mends it.
    pub fix: &'static str,
}

macro_rules! entries {
    ($($name:ident: $id:literal, $side:ident, $level:expr, $must:literal, $else:literal, $fix:literal;)*) => {
        $(
            pub(super) static $name: Entry =
                Entry { id: $id, side: Side::$side, level: $level, must: $must, else_: $else, fix: $fix };
        )*
        /// All of them, in the order in which they are shown.
        pub static ALL: &[&Entry] = &[$(&$name),*];
    };
}

const L1: Option<Level> = Some(Level::Advisory);
const L2: Option<Level> = Some(Level::Enforced);
const L3: Option<Level> = Some(Level::Strong);
const ADVICE: Option<Level> = None;

entries! {
    REVIEW_RUNS: "review-runs", Workflows, L1,
        "a workflow, or Atlantis, runs applygate on pull requests",
        "nobody learns what a change would do",
        "add the workflow of docs/review.md, or the steps of docs/atlantis.md";
    REQUIRED_CHECK: "required-check", Github, L2,
        "the check `applygate` is required on the base branch",
        "a pull request can be merged while applygate holds or blocks it, or before it has spoken",
        "require the check `applygate` in the protection of the base branch or in a ruleset";
    REQUIRED_CHECK_SOURCE: "required-check-source", Github, L2,
        "the required check is accepted from one App alone, and that is not GitHub Actions",
        "whoever may write to the repository can write a check of that name himself",
        "choose the GitHub App that runs applygate as the expected source of the check `applygate`";
    DEDICATED_APP: "dedicated-app", Github, L2,
        "the App that the check is expected from is the one applygate writes as",
        "another program could say success in its place, or the check never comes",
        "run `applygate doctor` with APPLYGATE_APP_ID and APPLYGATE_APP_KEY, or name the App with `--app SLUG`, and choose that App as the expected source";
    NO_BYPASS: "no-bypass", Github, L2,
        "nobody is exempt from the required check, administrators included",
        "who is exempt can merge against applygate",
        "forbid to bypass the protection (`enforce_admins`), or empty the bypass list of the ruleset";
    DISMISS_STALE: "dismiss-stale", Github, L2,
        "pull requests are required, and their approvals end when something is pushed",
        "an approval of an earlier state lets a later one be merged",
        "require a pull request on the base branch, with stale approvals dismissed on a push";
    REVIEW_BYPASS: "review-bypass", Github, L2,
        "nobody is exempt from the pull request",
        "who is exempt can push to the base branch, and with it change the policy",
        "empty the list of who may bypass required pull requests, and bind administrators (`enforce_admins`, no bypass list)";
    FORCE_PUSH: "force-push", Github, L2,
        "the history of the base branch cannot be rewritten",
        "the policy at base can be replaced, and what was approved can vanish",
        "forbid force pushes on the base branch, for administrators too (`enforce_admins`, no bypass list)";
    BRANCH_DELETION: "branch-deletion", Github, L2,
        "the base branch cannot be deleted",
        "a branch that is made anew can hold another policy",
        "forbid to delete the base branch, for administrators too (`enforce_admins`, no bypass list)";
    WORKFLOW_FROM_BASE: "workflow-from-base", Workflows, L2,
        "the workflow that reviews is not the branch's own: a ruleset requires it, its events take it from the default branch, or Atlantis runs it from the server's configuration",
        "a branch can change the workflow so that it skips applygate or runs another program",
        "require the workflow in a ruleset, or start it on `pull_request_target`, `workflow_run` or `issue_comment` alone, without running code of the branch in it";
    BRANCH_CODE_APART: "branch-code-apart", Workflows, L2,
        "no job that runs code of the branch (init, plan, ...) holds a token that may write, or the key of the App",
        "a provider, a module or an external program of the branch can take the token and write the check itself",
        "plan in a job of its own with `permissions: contents: read`, hand the plan on as an artifact, and review in another job; where Atlantis plans, let a workflow review and Atlantis only gate";
    REVIEW_JOB_CLEAN: "review-job-clean", Workflows, L2,
        "the job that reviews runs nothing of the branch: no init, no plan, no local action",
        "code of the branch runs beside the token that writes the check",
        "let the job that reviews only download the plan and run applygate";
    TARGET_CHECKOUT: "target-checkout", Workflows, L2,
        "no job on `pull_request_target` checks out the head of the branch and runs something of it",
        "such a job has the token and the secrets of the repository, and the branch decides what it does",
        "read the files of the branch as text only, or plan on `pull_request` with a token that may only read";
    APP_KEY_GUARDED: "app-key-guarded", Workflows, L2,
        "the key of the App is a secret of an environment that only named branches may use, where a workflow uses it",
        "whoever may push a branch can add a workflow that prints a secret of the repository, and then write the check as the App",
        "move the key into an environment that is limited to the base branch, and name it in the job";
    REQUIRED_WORKFLOW: "required-workflow", Workflows, L3,
        "a ruleset of the organisation requires the workflow that reviews, from another repository",
        "administrators of the repository can change workflow and ruleset",
        "keep the workflow (and the policy) in a repository of its own, and require it in a ruleset of the organisation";
    ENVIRONMENT_BYPASS: "environment-bypass", Github, L3,
        "administrators cannot skip the rules of the environment that changes are applied in",
        "an administrator can deploy without waiting for anybody",
        "switch off `Allow administrators to bypass configured protection rules` in the environment";
    ENVIRONMENT_BRANCHES: "environment-branches", Github, L3,
        "only the base branch may be deployed to that environment",
        "a workflow of any branch gets the rights to apply",
        "limit the environment to the base branch by its name";
    APPLY_THROUGH_GATE: "apply-through-gate", Workflows, L3,
        "every job that applies does so in that environment, through `applygate gate ... --exec -- terraform apply {plan}`",
        "a change can be applied that nobody approved",
        "put `applygate gate PLANFILE --exec --` in front of apply, and `environment:` into the job";
    OIDC_SUBJECT: "oidc-subject", Github, L3,
        "the subject of OpenID Connect tokens names the workflow (`job_workflow_ref`) and the environment",
        "a role that trusts the subject cannot tell the workflow that applies from any other of the repository",
        "customise the subject of the repository with `job_workflow_ref` and `environment`, and let the role trust exactly that";
    STRICT_CHECKS: "strict-checks", Github, ADVICE,
        "a branch must be up to date with base before it is merged",
        "what was planned is not what is merged; applygate holds a plan whose files moved at base, and others pass",
        "require branches to be up to date before merging";
    DEFAULT_TOKEN: "default-token", Github, ADVICE,
        "the token of a workflow may only read where the workflow does not say",
        "a workflow that forgets `permissions` holds a token that writes",
        "set the default permissions of workflows to read";
    ACTIONS_APPROVE: "actions-approve", Github, ADVICE,
        "GitHub Actions may not approve pull requests",
        "a workflow can give the approval that GitHub asks for; applygate counts no robot",
        "forbid GitHub Actions to create and approve pull requests";
    TOKEN_RIGHTS: "token-rights", Github, ADVICE,
        "the token that was given is an App's, or may do no more than it has to",
        "who takes the token can do all that its owner can",
        "use a GitHub App with the permissions of docs/review.md, and `administration: read` for this command";
    ENVIRONMENT_REVIEWERS: "environment-reviewers", Github, ADVICE,
        "somebody has to approve a deployment to that environment",
        "nothing but applygate stands between the base branch and production",
        "add required reviewers to the environment";
    ACTION_PINNED: "action-pinned", Workflows, ADVICE,
        "actions are named by their commit",
        "whoever can move a tag of an action decides what runs beside the token",
        "write `uses: OWNER/NAME@` with the 40 digits of a commit";
    ATLANTIS_VERSION: "atlantis-version", Atlantis, L2,
        "Atlantis is 0.33.0 or newer",
        "with `custom_policy_check` a failing step is no error, in no stage: the gate is passed over",
        "update Atlantis; 0.46.0 or newer is better still";
    ATLANTIS_PLAN_ENFORCED: "atlantis-plan-enforced", Atlantis, L2,
        "Atlantis is 0.46.0 or newer",
        "a plan that was denied can be applied all the same, and neither the head nor the plan file is looked at again before apply",
        "update Atlantis to 0.46.0 or newer";
    ATLANTIS_FORKS: "atlantis-forks", Atlantis, L2,
        "pull requests from forks are refused",
        "a stranger's code is planned with the credentials of the server",
        "remove `--allow-fork-prs`";
    ATLANTIS_REPOSITORIES: "atlantis-repositories", Atlantis, L2,
        "the repositories that Atlantis serves are named",
        "any repository can have its code planned with the credentials of the server",
        "name owner and repository in `--repo-allowlist`";
    ATLANTIS_NO_PULL: "atlantis-no-pull", Atlantis, L2,
        "nothing is applied without a pull request: no drift remediation",
        "a change would be applied that nobody saw; applygate refuses it, if its step is there",
        "remove `--enable-drift-remediation`";
    ATLANTIS_COMMANDS: "atlantis-commands", Atlantis, L2,
        "`import` and `state` are no allowed commands",
        "both change the state without a plan, and no gate stands in front of them",
        "leave `import`, `state` and `all` out of `--allow-commands`";
    ATLANTIS_CUSTOM_WORKFLOWS: "atlantis-custom-workflows", Atlantis, L2,
        "no repository may bring a workflow of its own",
        "a branch writes the steps itself and leaves the gate out",
        "set `allow_custom_workflows: false`";
    ATLANTIS_OVERRIDES: "atlantis-overrides", Atlantis, L2,
        "a repository may override nothing that the gate rests on: no requirements, no policy checks, no workflow without the gate",
        "a branch relaxes in its `atlantis.yaml` what the server demands",
        "take `apply_requirements`, `policy_check` and `custom_policy_check` out of `allowed_overrides`, and `workflow` too unless every workflow has the gate";
    ATLANTIS_GATE: "atlantis-gate", Atlantis, L2,
        "in every workflow, `default` included, a step `run: applygate atlantis apply` stands before `apply`",
        "what goes through that workflow is applied without being judged",
        "write `run: applygate atlantis apply` before `apply` in the apply stage, as docs/atlantis.md shows, in `default` too";
    ATLANTIS_OWN_APPLY: "atlantis-own-apply", Atlantis, L2,
        "no step applies by a command of its own",
        "Atlantis does not look at the plan file again before such a command, and it runs in whatever stage it stands",
        "use the step `apply`, or `applygate gate PLANFILE --exec -- terraform apply {plan}`";
    ATLANTIS_STEP_ENVIRONMENT: "atlantis-step-environment", Atlantis, L2,
        "no `env` or `multienv` step sets what the gate goes by",
        "such a step decides who the author is, which plan is judged or which program runs",
        "take `env` steps for variables that Atlantis sets, and `multienv` steps, out of the apply stage";
    ATLANTIS_BASE_BRANCH: "atlantis-base-branch", Atlantis, L2,
        "each entry of `repos` names its base branch, by an anchored pattern",
        "a pull request into a branch that nobody protects is judged by the policy of that branch",
        "write `branch: /^main$/` in each entry of `repos`";
    ATLANTIS_PLAN_STEP: "atlantis-plan-step", Atlantis, ADVICE,
        "the plan stage runs `applygate atlantis plan` after `plan`",
        "people learn what is missing only when they apply",
        "write `run: applygate atlantis plan` after `plan` in the plan stage";
    ATLANTIS_POLICY_CHECK: "atlantis-policy-check", Atlantis, ADVICE,
        "where `custom_policy_check` is on, the first step that prints is `applygate atlantis policy-check`",
        "Atlantis goes by what is printed first, and passes over a later step that fails",
        "let `run: applygate atlantis policy-check` be the only `run` step of the policy_check stage";
    ATLANTIS_MERGEABLE: "atlantis-mergeable", Atlantis, ADVICE,
        "`mergeable` means what GitHub means by it",
        "Atlantis works out by itself whether a blocked pull request may be applied",
        "remove `--gh-allow-mergeable-bypass-apply`";
    ATLANTIS_TEAMS: "atlantis-teams", Atlantis, ADVICE,
        "the teams that may plan and apply are named",
        "whoever may comment can plan with any arguments, and apply what is approved",
        "set `--gh-team-allowlist`";
    ATLANTIS_API: "atlantis-api", Atlantis, ADVICE,
        "the API of Atlantis is off",
        "who has its secret plans and applies without a pull request; applygate refuses that, if its step is there",
        "remove `--api-secret` where nothing needs it";
    ATLANTIS_CREDENTIALS: "atlantis-credentials", Atlantis, ADVICE,
        "no token lies in a file that plans can read",
        "code of a branch can take the token from `~/.git-credentials` while it is planned",
        "remove `--write-git-creds` where no GitHub App needs it, and give applygate an App of its own";
    ATLANTIS_APPLY: "atlantis-apply", Atlantis, ADVICE,
        "Atlantis is what applies",
        "where apply is disabled, changes are applied elsewhere, and the gate has to stand there",
        "put `applygate gate` in front of apply where that happens";
}
