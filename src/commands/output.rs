//! Writes to the terminal. A reader that has gone away ends the run quietly.

use std::io::{self, IsTerminal, Write};

use clap::ColorChoice;

use crate::problem::{Code, Problem};

/// Columns when the output is no terminal.
pub(super) const WIDTH: usize = 100;

/// Decides whether colours are written; `NO_COLOR`, `CLICOLOR` and `CLICOLOR_FORCE` count unless it is said here.
pub(super) fn choose_colour(choice: ColorChoice) {
    let choice = match choice {
        ColorChoice::Auto => anstream::ColorChoice::Auto,
        ColorChoice::Always => anstream::ColorChoice::Always,
        ColorChoice::Never => anstream::ColorChoice::Never,
    };
    choice.write_global();
}

/// Returns how many columns a line may have.
pub(super) fn width() -> usize {
    if !io::stdout().is_terminal() {
        return WIDTH;
    }
    terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0))
}

/// Writes text with colours for a person.
pub(super) fn human(text: &str) -> Result<(), Problem> {
    finish(anstream::stdout().lock().write_all(text.as_bytes()))
}

/// Writes text for a program, byte for byte.
pub(super) fn machine(text: &str) -> Result<(), Problem> {
    let mut output = io::stdout().lock();
    finish(output.write_all(text.as_bytes()).and_then(|()| output.flush()))
}

/// Writes an error for a person.
pub(super) fn complaint(text: &str) {
    // There is nobody left to tell if standard error is closed.
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

fn finish(result: io::Result<()>) -> Result<(), Problem> {
    match result {
        Ok(()) => Ok(()),
        // `applygate check plan.json | head`: the reader has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        Err(error) => Err(Problem::new(Code::OutputFailed, format!("cannot write the result: {error}"))
            .help("check the disk and where the output goes")),
    }
}
