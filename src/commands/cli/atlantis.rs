//! Arguments of `atlantis`.

use clap::{Args, ValueEnum};

use super::FailOn;

/// Arguments of `atlantis`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 goes on, 1 error, 2 wrong usage, 3 hold, 4 block; `policy-check` always ends with 0, since \
                  Atlantis loses the output of a check that fails, and says it in its output.\n\n\
                  Environment: that of a `run` step; APPLYGATE_GITHUB_TOKEN, else GITHUB_TOKEN, else APPLYGATE_APP_ID and \
                  APPLYGATE_APP_KEY, else the token or App of Atlantis where it has them in its environment; GITHUB_API_URL, \
                  else ATLANTIS_GH_HOSTNAME.\n\n\
                  Steps, in the server's own configuration:\n  \
                  plan:  steps: [init, plan, {run: applygate atlantis plan}]\n  \
                  apply: steps: [{run: applygate atlantis apply}, apply]"
)]
pub struct Atlantis {
    /// The stage this is a step of; Atlantis does not say it
    #[arg(value_enum, value_name = "STAGE")]
    pub stage: Stage,
    /// The mildest outcome that stops the stage: `block` unless it is said in `plan`, `hold` in `policy-check`; in `apply`
    /// everything but an allow does
    #[arg(long, value_enum, value_name = "OUTCOME")]
    pub fail_on: Option<FailOn>,
    /// In `apply`, a base branch whose policy may decide; may be given several times [default: the default branch of the
    /// repository]
    #[arg(long, value_name = "NAME")]
    pub branch: Vec<String>,
    /// Say on standard error how long each part of `apply` took
    #[arg(long)]
    pub timings: bool,
}

/// A stage of a workflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Stage {
    /// After `plan`: shows the plan in the pull request
    Plan,
    /// Of a custom policy check: says what it comes to in the form of conftest
    PolicyCheck,
    /// Before `apply`: ends with 0 only if the verdict is allow
    Apply,
}
