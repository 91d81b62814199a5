//! One file per subcommand; each reads top to bottom like the picture in the crate's documentation.

mod atlantis;
mod check;
pub mod cli;
mod clock;
mod completions;
mod digest;
mod doctor;
mod exit;
mod explain;
mod gate;
mod init;
mod input;
mod man;
mod organisation;
mod output;
mod place;
mod policy;
mod progress;
mod pull;
mod review;
mod rules;
mod show;
mod sources;
mod subject;
mod team;
mod windows;
mod write;

use clap::Parser;
use clap::error::ErrorKind;

pub use exit::Status;

use cli::{Cli, Command};

/// Parses the command line, runs the command and returns how it ended.
pub fn run() -> Status {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // A closed output cannot be told anything.
            let _ = error.print();
            return match error.kind() {
                ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Status::Allow,
                _ => Status::Usage,
            };
        }
    };
    output::choose_colour(cli.color);
    match &cli.command {
        Command::Check(arguments) => check::run(arguments),
        Command::Review(arguments) => review::run(arguments),
        Command::Atlantis(arguments) => atlantis::run(arguments),
        Command::Gate(arguments) => gate::run(arguments),
        Command::Digest(arguments) => digest::run(arguments),
        Command::Explain(arguments) => explain::run(arguments),
        Command::Policy(arguments) => policy::run(arguments),
        Command::Rules(arguments) => rules::run(arguments),
        Command::Init(arguments) => init::run(arguments),
        Command::Completions(arguments) => completions::run(arguments),
        Command::Man(arguments) => man::run(arguments),
        Command::Windows(arguments) => windows::run(arguments),
        Command::Doctor(arguments) => doctor::run(arguments),
    }
}
