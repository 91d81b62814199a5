//! Parses the arguments, runs the command and ends with its exit status.

use std::process::ExitCode;

use applygate::commands;

fn main() -> ExitCode {
    commands::run().into()
}
