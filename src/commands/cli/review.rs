//! Arguments of `review`.

use std::path::PathBuf;

use clap::Args;

use super::{FailOn, Format, Out, Runner, Sources, out};

/// Arguments of `review`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 allow, 1 error (nothing decided, nothing allowed), 2 wrong usage, 3 hold, 4 block.\n\n\
                  Environment: APPLYGATE_GITHUB_TOKEN, else GITHUB_TOKEN, else APPLYGATE_APP_ID and APPLYGATE_APP_KEY (the \
                  private key in PEM) for a GitHub App; GITHUB_API_URL for GitHub Enterprise; in GitHub Actions also \
                  GITHUB_REPOSITORY, GITHUB_EVENT_PATH and GITHUB_STEP_SUMMARY.\n\n\
                  Examples:\n  \
                  applygate review plan.json --config live/prod --dir live/prod --workspace default\n  \
                  applygate review plan.json --config head --base base --repo acme/infra --pr 7 --format json\n  \
                  applygate review plan.json --facts facts.json"
)]
pub struct Review {
    /// The plan, in JSON or as a plan file, or `-` for standard input; several are judged together
    #[arg(value_name = "PLAN", required = true)]
    pub plans: Vec<PathBuf>,
    /// Where the configuration stands.
    #[command(flatten)]
    pub sources: Sources,
    /// The repository [default: GITHUB_REPOSITORY]
    #[arg(long, value_name = "OWNER/NAME")]
    pub repo: Option<String>,
    /// The number of the pull request [default: that of the event in GITHUB_EVENT_PATH]
    #[arg(long, value_name = "N")]
    pub pr: Option<u64>,
    /// The name of the project, where several share directory and workspace: approvals of one are none of another
    #[arg(long, value_name = "NAME")]
    pub project: Option<String>,
    /// The commit the plan was made of; if it is not the head of the pull request any more, that is an error
    /// [default: the head that the event names]
    #[arg(long, value_name = "COMMIT")]
    pub head: Option<String>,
    /// Judge by the facts in this file, as `--save-facts` wrote them, and ask nobody; nothing is published
    #[arg(long, value_name = "FILE", conflicts_with = "save_facts")]
    pub facts: Option<PathBuf>,
    /// Write what was gathered to this file, so that the verdict can be made again
    #[arg(long, value_name = "FILE")]
    pub save_facts: Option<PathBuf>,
    /// Write nothing to the pull request
    #[arg(long)]
    pub no_publish: bool,
    /// What to print
    #[arg(long, value_enum, default_value_t = Format::Text, value_name = "FORMAT")]
    pub format: Format,
    /// Write a format to a file as well, whole or not at all; may be given several times
    #[arg(long, value_parser = out, value_name = "FORMAT=FILE")]
    pub out: Vec<Out>,
    /// The mildest outcome that fails the run; errors always fail
    #[arg(long, value_enum, default_value_t = FailOn::Hold, value_name = "OUTCOME")]
    pub fail_on: FailOn,
    /// Print the verdict line only
    #[arg(short, long, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Print the steps behind every level and the attributes that differ
    #[arg(short, long)]
    pub verbose: bool,
    /// What is to be said besides; no option of the command line.
    #[arg(skip)]
    pub notes: Vec<String>,
    /// What this runs in; no option of the command line.
    #[arg(skip)]
    pub runner: Runner,
}
