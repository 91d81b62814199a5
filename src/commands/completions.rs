//! `applygate completions`: what a shell offers while a command is typed.

use clap::CommandFactory;
use clap_complete::Shell;

use super::cli::{Cli, Completions};
use super::{Status, output};
use crate::report::error;

/// Runs the command.
pub(super) fn run(arguments: &Completions) -> Status {
    match output::machine(&script(arguments.shell)) {
        Ok(()) => Status::Allow,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

fn script(shell: Shell) -> String {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "applygate", &mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, ValueEnum};
    use clap_complete::Shell;

    use super::{Cli, script};

    #[test]
    fn every_shell_is_offered_every_subcommand() {
        for shell in Shell::value_variants() {
            let script = script(*shell);
            for command in Cli::command().get_subcommands() {
                let name = command.get_name();
                assert!(script.contains(name), "{shell} does not know `{name}`");
                for inner in command.get_subcommands() {
                    assert!(script.contains(inner.get_name()), "{shell} does not know `{name} {inner}`");
                }
            }
            assert!(script.contains("fail-on"), "{shell}");
        }
    }
}
