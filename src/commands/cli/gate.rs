//! Arguments of `gate`.

use std::path::PathBuf;

use clap::Args;

use super::{Format, Out, Runner, out};

/// Arguments of `gate`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 allow, 1 error (nothing decided, nothing allowed), 2 wrong usage, 3 hold, 4 block. With \
                  `--exec` and an allow it is that of the command.\n\n\
                  Environment: as of `applygate review`; in GitHub Actions also GITHUB_TRIGGERING_ACTOR, GITHUB_EVENT_NAME, \
                  GITHUB_RUN_ATTEMPT and GITHUB_REF_NAME.\n\n\
                  Examples:\n  \
                  applygate gate tfplan --dir live/prod --repo acme/infra --pr 7 --deployer carla && terraform apply tfplan\n  \
                  applygate gate tfplan --dir live/prod --exec -- terraform apply -input=false {plan}"
)]
pub struct Gate {
    /// The plan file that is about to be applied, as `terraform plan -out=FILE` wrote it; JSON is refused here
    #[arg(value_name = "PLANFILE")]
    pub plan: PathBuf,
    /// Where the providers of the plan are installed, to show it [default: the directory of the plan file]
    #[arg(long, value_name = "DIR")]
    pub config: Option<PathBuf>,
    /// The directory of the root module in the repository [default: what git says of the directory of the configuration]
    #[arg(long, value_name = "DIR")]
    pub dir: Option<String>,
    /// The workspace; the plan file knows it, and must say the same
    #[arg(long, value_name = "NAME")]
    pub workspace: Option<String>,
    /// The environment; the policy must say the same of directory and workspace
    #[arg(long, value_name = "NAME")]
    pub environment: Option<String>,
    /// The name of the project, where several share directory and workspace: approvals of one are none of another
    #[arg(long, value_name = "NAME")]
    pub project: Option<String>,
    /// The repository [default: GITHUB_REPOSITORY]
    #[arg(long, value_name = "OWNER/NAME")]
    pub repo: Option<String>,
    /// The number of the pull request [default: that of the event in GITHUB_EVENT_PATH, or the one whose merge was pushed]
    #[arg(long, value_name = "N")]
    pub pr: Option<u64>,
    /// The commit the plan was made of; if it is not the head of the pull request any more, that is an error
    /// [default: the head that the event names]
    #[arg(long, value_name = "COMMIT")]
    pub head: Option<String>,
    /// A base branch whose policy may decide about applies; may be given several times [default: the default branch of the
    /// repository]
    #[arg(long, value_name = "NAME")]
    pub branch: Vec<String>,
    /// Who begins this apply, by login [default: GITHUB_TRIGGERING_ACTOR]
    #[arg(long, value_name = "LOGIN")]
    pub deployer: Option<String>,
    /// Run a command if the verdict is allow: `{plan}` in it is a private copy of the plan file, as it was judged
    #[arg(long, requires = "command")]
    pub exec: bool,
    /// The command, after `--`
    #[arg(last = true, value_name = "COMMAND", requires = "exec")]
    pub command: Vec<String>,
    /// Write what was gathered to this file, so that the verdict can be made again
    #[arg(long, value_name = "FILE")]
    pub save_facts: Option<PathBuf>,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT")]
    pub format: Format,
    /// Write a format to a file as well, whole or not at all; may be given several times
    #[arg(long, value_parser = out, value_name = "FORMAT=FILE")]
    pub out: Vec<Out>,
    /// Print the verdict line only
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print the steps behind every level and the attributes that differ
    #[arg(short, long)]
    pub verbose: bool,
    /// Say on standard error how long each part took, in wall time, and how much of it was our own processor time
    #[arg(long)]
    pub timings: bool,
    /// What this runs in; no option of the command line.
    #[arg(skip)]
    pub runner: Runner,
}
