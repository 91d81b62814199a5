//! `applygate man`: manual pages, made from the same words as `--help`.

use std::fs;
use std::path::Path;

use clap::{Command, CommandFactory};

use super::cli::{Cli, Man};
use super::{Status, output};
use crate::problem::{Code, Problem};
use crate::report::error;

/// Runs the command.
pub(super) fn run(arguments: &Man) -> Status {
    let done = match &arguments.out {
        Some(directory) => write(directory).and_then(|text| output::human(&text)),
        None => page(root()).and_then(|page| output::machine(&page.text)),
    };
    match done {
        Ok(()) => Status::Allow,
        Err(problem) => {
            output::complaint(&error::render(&problem));
            Status::Error
        }
    }
}

/// A manual page.
struct Page {
    name: String,
    text: String,
}

/// Writes all pages; pages of an older version make way.
fn write(directory: &Path) -> Result<String, Problem> {
    let failed = |error: std::io::Error| {
        Problem::new(Code::OutputFailed, format!("cannot write to `{}`: {error}", directory.display()))
            .help("check the disk and the permissions of the directory")
    };
    fs::create_dir_all(directory).map_err(failed)?;
    let mut told = String::new();
    for page in pages()? {
        let path = directory.join(&page.name);
        fs::write(&path, page.text).map_err(failed)?;
        told.push_str("wrote ");
        told.push_str(&path.display().to_string());
        told.push('\n');
    }
    Ok(told)
}

fn root() -> Command {
    let mut root = Cli::command().disable_help_subcommand(true);
    // Without this a subcommand does not know what it is called in full.
    root.build();
    root
}

/// Returns the page of applygate and those of all subcommands, however deep, sorted by name.
fn pages() -> Result<Vec<Page>, Problem> {
    let mut pages = Vec::new();
    let mut open = vec![root()];
    while let Some(command) = open.pop() {
        open.extend(command.get_subcommands().filter(|inner| !inner.is_hide_set()).cloned());
        pages.push(page(command)?);
    }
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(pages)
}

fn page(command: Command) -> Result<Page, Problem> {
    let source = concat!("applygate ", env!("CARGO_PKG_VERSION"));
    let man = clap_mangen::Man::new(command).source(source).manual("applygate manual");
    let mut text = Vec::new();
    man.render(&mut text).map_err(|error| {
        Problem::new(Code::OutputFailed, format!("cannot make the manual page: {error}"))
            .help("report this to the authors of applygate")
    })?;
    Ok(Page { name: man.get_filename(), text: String::from_utf8_lossy(&text).into_owned() })
}

#[cfg(test)]
mod tests {
    use super::{pages, root};

    #[test]
    fn every_subcommand_has_a_page_that_names_its_own() {
        let pages = pages().unwrap();
        let text = |name: &str| {
            let found = pages.iter().find(|page| page.name == name);
            &found.unwrap_or_else(|| panic!("no page `{name}`")).text
        };
        let whole = text("applygate.1");
        assert!(whole.contains("Exit status: 0 allow"));
        for command in root().get_subcommands() {
            let name = command.get_name();
            assert!(whole.contains(&format!("applygate\\-{name}(1)")), "the main page lacks `{name}`");
            let own = text(&format!("applygate-{name}.1"));
            assert!(own.contains(".SH SYNOPSIS") && own.contains(".SH DESCRIPTION"), "{name}");
            for inner in command.get_subcommands() {
                let inner = inner.get_name();
                assert!(
                    own.contains(&format!("applygate\\-{name}\\-{inner}(1)")),
                    "`{name}` lacks `{inner}`"
                );
                text(&format!("applygate-{name}-{inner}.1"));
            }
        }
    }
}
