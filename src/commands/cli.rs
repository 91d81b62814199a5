//! The command line: names, help and defaults. Nothing decides here.

mod atlantis;
mod doctor;
mod gate;
mod review;
mod windows;

use std::path::PathBuf;

use clap::{Args, ColorChoice, Parser, Subcommand, ValueEnum};

pub use atlantis::{Atlantis, Stage};
pub use doctor::Doctor;
pub use gate::Gate;
pub use review::Review;
pub use windows::{RiskArgument, Windows, WindowsFormat};

/// Decides whether a Terraform or OpenTofu change may be applied now, and says why.
#[derive(Debug, Parser)]
#[command(
    name = "applygate",
    version,
    about,
    after_help = "Exit status: 0 allow, 1 error (nothing decided, nothing allowed), 2 wrong usage, 3 hold, 4 block.\n\
                  Start with: terraform plan -out=tfplan && terraform show -json tfplan | applygate check -"
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// Colour the output
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub color: ColorChoice,
}

/// The subcommands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Judge a plan: what is risky in it and why, what is prohibited, what the rest demands
    ///
    /// Reads a plan in JSON as `terraform show -json` or `tofu show -json` writes it, or a plan file through one of
    /// these; reads the configuration behind it, compares it with base, says how risky every change is and why, and
    /// ends with the verdict as its exit status. Needs no network, no account and no policy file.
    Check(Check),
    /// Judge a plan in its pull request: who approved exactly this change, who is missing, and may it be applied now
    ///
    /// Reads the plan like `check` and the policy at the tip of the base branch; asks GitHub who said what; writes one
    /// comment, a check run and a commit status, and ends with the verdict as its exit status. In GitHub Actions it
    /// finds repository and pull request by itself.
    Review(Review),
    /// Stand in front of apply: derive everything again from the plan file, and end with 0 only if the verdict is allow
    ///
    /// Shows the plan file with the tool that made it, compares the two, reads the policy at the tip of the base branch
    /// and who approved exactly this change, and asks the clock. With `--exec` it runs the apply itself, on a private copy
    /// of what was judged.
    Gate(Gate),
    /// Be a step of Atlantis: show a plan in its pull request, check policies, or stand in front of apply
    ///
    /// Reads everything from the environment of a `run` step. Prints at most eight lines, in ASCII, that Atlantis can show.
    Atlantis(Atlantis),
    /// Show how the level of one change came about, or what a rule is for
    ///
    /// With an address and a plan: every step from the class of the type to the level, to be redone by hand.
    /// With the id of a rule: what it finds, why, what to do instead, and its condition.
    Explain(Explain),
    /// Print the change digest of a plan: what it would do, whatever its time, order and tool version
    ///
    /// Approvals bind to this digest. A plan made anew with the same effect has the same one.
    Digest(Digest),
    /// List the rules; test and begin rules of a team's own
    Rules(Rules),
    /// Check a policy file
    Policy(PolicyArguments),
    /// Write an `applygate.hcl` to begin with, for the repository this is run in
    ///
    /// Looks for root modules, workspaces and what their names say of environments, and writes it all with comments:
    /// what would lower a demand is only proposed, for a person to decide. Asks nothing, overwrites nothing.
    Init(Init),
    /// Print the completions of a shell
    Completions(Completions),
    /// Print the manual page, or write one for every subcommand
    Man(Man),
    /// Show when a change may be applied: windows, freezes, business hours, and what they leave open
    ///
    /// Answers for now, or with `--at` for any moment, from the policy at base. Nothing is applied or approved by it.
    Windows(Windows),
    /// Check the operator's side: can applygate be got round, and what would close that
    ///
    /// Reads the protection of the base branch, rulesets, environments, the workflows of this checkout, and what is
    /// given of Atlantis; prints the level of assurance that is proven, L1 to L3, and what the next one needs. Changes
    /// nothing. What cannot be read is unknown, and counts for no level.
    Doctor(Doctor),
}

/// Arguments of `check`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 allow, 1 error (nothing decided, nothing allowed), 2 wrong usage, 3 hold, 4 block.\n\n\
                        Examples:\n  \
                        terraform show -json tfplan | applygate check -\n  \
                        applygate check plan.json --format json\n  \
                        applygate check plan.json --out markdown=comment.md --out json=verdict.json\n  \
                        applygate check live/ modules/a/plan.json 'stacks/**/tfplan.json'\n  \
                        applygate check plan.json --fail-on block"
)]
pub struct Check {
    /// The plan, in JSON or as a plan file, or `-` for standard input; several, a folder of `*plan.json` files or a
    /// pattern are judged together
    #[arg(value_name = "PLAN", required = true)]
    pub plans: Vec<PathBuf>,
    /// Where the configuration stands.
    #[command(flatten)]
    pub sources: Sources,
    /// What is known of people and time, as `--save-facts` wrote it: shows what would be if it were so
    #[arg(long, value_name = "FILE")]
    pub facts: Option<PathBuf>,
    /// Judge as if it were this time, such as 2026-11-22T07:00:00Z
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
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
    #[arg(short, long, conflicts_with_all = ["verbose", "show_all"])]
    pub quiet: bool,
    /// Print the steps behind every level and the attributes that differ
    #[arg(short, long)]
    pub verbose: bool,
    /// List harmless changes instead of counting them
    #[arg(long)]
    pub show_all: bool,
}

/// What belongs to a plan: the configuration behind it, the policy it is judged by, and the place it is for.
#[derive(Debug, Clone, Args)]
pub struct Sources {
    /// The directory of the configuration the plan was made from [default: what a plan file carries, else the plan's own directory]
    #[arg(long, value_name = "DIR")]
    pub config: Option<PathBuf>,
    /// What the configuration is compared with: a git ref or a directory [default: the default branch of the repository]
    #[arg(long, value_name = "REF|DIR")]
    pub base: Option<String>,
    /// The policy [default: applygate.hcl, .applygate.hcl or .applygate/*.hcl at base]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The directory of the root module in the repository, for the environments of the policy [default: what git says]
    #[arg(long, value_name = "DIR")]
    pub dir: Option<String>,
    /// The workspace, for the environments of the policy [default: what the plan file, TF_WORKSPACE or .terraform/environment says]
    #[arg(long, value_name = "NAME")]
    pub workspace: Option<String>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
                        applygate explain database-destroy-unguarded\n  \
                        applygate explain 'module.db.aws_db_instance.this[\"eu\"]' plan.json")]
pub struct Explain {
    /// The address of a change, or the id of a rule
    #[arg(value_name = "ADDRESS|RULE")]
    pub subject: String,
    /// The plan, in JSON or as a plan file, or `-` for standard input; needed for an address
    #[arg(value_name = "PLAN")]
    pub plan: Option<PathBuf>,
    /// Where the configuration stands.
    #[command(flatten)]
    pub sources: Sources,
}

/// Arguments of `digest`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 printed or the same effect, 1 error, 2 wrong usage, 3 another effect.\n\n\
                        The environment variable APPLYGATE_DIGEST_KEY (16 bytes or more, such as from `openssl rand -hex 32`) \
                        binds sensitive values by a keyed hash; without it they are not bound, and the digest says so."
)]
pub struct Digest {
    /// The plan, in JSON or as a plan file, or `-` for standard input
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,
    /// Another plan, to say whether it has the same effect and what differs
    #[arg(long, value_name = "PLAN")]
    pub compare: Option<PathBuf>,
}

/// Arguments of `policy`.
#[derive(Debug, Args)]
pub struct PolicyArguments {
    /// What to do with the policy.
    #[command(subcommand)]
    pub command: PolicyCommand,
}

/// The subcommands of `policy`.
#[derive(Debug, Subcommand)]
pub enum PolicyCommand {
    /// Say what is wrong with a policy, what of it can never apply or be met, and what it loosens
    ///
    /// Reads the policy of the work tree, as it would hold once it is merged.
    Lint(PolicyLint),
}

/// Arguments of `policy lint`.
#[derive(Debug, Args)]
#[command(
    after_help = "Exit status: 0 no mistakes (warnings and what is looser are told), 1 mistakes, 2 wrong usage."
)]
pub struct PolicyLint {
    /// The file of the policy, or a folder of files [default: the policy of this repository]
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Look at windows and freezes as if it were this time, such as 2026-11-22T07:00:00Z
    #[arg(long, value_name = "TIME")]
    pub at: Option<String>,
    /// What to print
    #[arg(long, value_enum, default_value_t = ListFormat::Text, value_name = "FORMAT")]
    pub format: ListFormat,
}

/// Arguments of `rules`.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Rules {
    /// What to do with rules, other than to list them.
    #[command(subcommand)]
    pub command: Option<RulesCommand>,
    /// What to print
    #[arg(long, value_enum, default_value_t = ListFormat::Text, value_name = "FORMAT")]
    pub format: ListFormat,
}

/// The subcommands of `rules`.
#[derive(Debug, Subcommand)]
pub enum RulesCommand {
    /// Run rules on the plans beside them and compare what they find with what is expected
    ///
    /// Each rule needs a plan on which it fires and one on which it stays silent. Every rule runs over the plans of all
    /// the others too, and what fires there without being expected is told. Plans are judged by the whole policy, as
    /// production.
    Test(RulesTest),
    /// Write a rule to begin with, and both its plans
    ///
    /// The rule passes `applygate rules test` as it is written. Nothing is overwritten.
    New(RulesNew),
}

/// Arguments of `rules test`.
#[derive(Debug, Args)]
#[command(after_help = "Layout:\n  \
                        DIR/**/<id>.hcl                            a rule\n  \
                        DIR/fixtures/<id>/fires*.json              a plan on which it fires\n  \
                        DIR/fixtures/<id>/silent*.json             a plan on which it stays silent\n  \
                        DIR/fixtures/<id>/<plan>/                  plan.json, head/ and base/ in place of a file\n  \
                        DIR/fixtures/<id>/<plan>.expected.json     all findings on a plan\n  \
                        DIR/fixtures/<id>/policy.hcl               a policy to judge them by\n\n\
                        Exit status: 0 all as expected, 1 error (a rule or a plan cannot be read, or there is \
                        nothing to test), 2 wrong usage, 3 differences.")]
pub struct RulesTest {
    /// The folder with the rules
    #[arg(value_name = "DIR")]
    pub directory: PathBuf,
    /// What to print
    #[arg(long, value_enum, default_value_t = ListFormat::Text, value_name = "FORMAT")]
    pub format: ListFormat,
}

/// Arguments of `rules new`.
#[derive(Debug, Args)]
pub struct RulesNew {
    /// The id of the rule: 1 to 64 of a-z, 0-9 and `-`, named after the bad thing
    #[arg(value_name = "ID")]
    pub id: String,
    /// The folder with the rules
    #[arg(long, value_name = "DIR", default_value = "policy/rules")]
    pub dir: PathBuf,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Print the file instead of writing it
    #[arg(long)]
    pub print: bool,
}

/// Arguments of `completions`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
                        applygate completions bash > ~/.local/share/bash-completion/completions/applygate\n  \
                        applygate completions zsh > \"${fpath[1]}/_applygate\"\n  \
                        applygate completions fish > ~/.config/fish/completions/applygate.fish")]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: clap_complete::Shell,
}

/// Arguments of `man`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  \
                        applygate man | man -l -\n  \
                        applygate man --out /usr/local/share/man/man1")]
pub struct Man {
    /// Write the page of applygate and one for every subcommand to this directory
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// What a command runs in: who knows the server and the token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Runner {
    /// A terminal, GitHub Actions, anything.
    #[default]
    Any,
    /// A step of Atlantis.
    Atlantis,
}

/// How a list is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people, on a terminal.
    Text,
    /// For programs.
    Json,
}

/// An output format of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, on a terminal
    Text,
    /// For programs: version 1, described by docs/applygate-v1.schema.json
    Json,
    /// A comment in a pull request, of 65,000 bytes at most
    Markdown,
    /// Findings at their lines, for code scanning
    Sarif,
    /// A test report, red unless the verdict is allow
    Junit,
    /// Annotations of GitHub Actions, printed by a step
    Github,
    /// The code quality report of GitLab
    Codequality,
    /// The summary of a step of GitHub Actions: Markdown of 1 MB at most
    Summary,
    /// What the risky changes reach, as a Mermaid chart
    Mermaid,
    /// What the risky changes reach, as a picture
    Svg,
    /// The whole plan, as a page that needs nothing else
    Html,
}

/// A format and the file it goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Out {
    /// What to write.
    pub format: Format,
    /// Where to.
    pub file: PathBuf,
}

/// Reads `FORMAT=FILE`.
fn out(text: &str) -> Result<Out, String> {
    let names = || {
        let names: Vec<String> = Format::value_variants()
            .iter()
            .filter_map(|format| format.to_possible_value().map(|value| value.get_name().to_owned()))
            .collect();
        names.join(", ")
    };
    let Some((format, file)) = text.split_once('=').filter(|(_, file)| !file.is_empty()) else {
        return Err(format!("write FORMAT=FILE, with one of the formats {}", names()));
    };
    let format = Format::from_str(format, false)
        .map_err(|_| format!("`{format}` is no format; there are {}", names()))?;
    Ok(Out { format, file: PathBuf::from(file) })
}

/// The mildest outcome that fails a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Hold and block fail.
    Hold,
    /// Only block fails; hold is reported and passes.
    Block,
    /// No outcome fails: for pipelines that only inform.
    Never,
}
