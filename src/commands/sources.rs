//! Finds the configuration behind a plan: at head, and at the base it is compared with.

use std::path::{Path, PathBuf};

use super::cli::Sources;
use super::input::Input;
use crate::configuration::{Configuration, Dialect, Settings, Source, Tree, default_base, resolve_base};
use crate::plan::Tool;
use crate::problem::{Code, Problem};

/// Reads the configuration at head and at base, as far as they are there.
///
/// Without `--config` the head is what the plan file carries, or the directory the plan lies in; without `--base` it
/// is compared with the default branch as the local repository knows it. What is not compared is said.
pub(super) fn configuration(
    input: &Input,
    sources: &Sources,
    directory: &Path,
    base: &Base,
) -> Result<Configuration, Problem> {
    let settings = settings(input.plan.tool);
    let Some(head) = head(input, sources, directory, &settings)? else {
        if sources.base.is_some() {
            let message = format!("no configuration in `{}` to compare with base", directory.display());
            return Err(Problem::new(Code::NotFound, message)
                .help("name the directory the plan was made from with `--config DIR`"));
        }
        return Ok(Configuration::unread().note(format!(
            "not compared with base: no configuration beside the plan; name it with --config DIR. {UNSEEN}"
        )));
    };
    let base = match base {
        Ok(base) => base,
        Err(why) => {
            return Ok(Configuration::new(Some(head), None)
                .note(format!("not compared with base: {}. {UNSEEN}", why.message)));
        }
    };
    let base = Tree::read(base, &settings);
    if !base.root_exists() && sources.base.is_none() {
        let note = format!("not compared with base: this root module is not there. {UNSEEN}");
        return Ok(Configuration::new(Some(head), None).note(note));
    }
    Ok(Configuration::new(Some(head), Some(base)))
}

/// The base of a change, or why there is none to compare with.
pub(super) type Base = Result<Source, Problem>;

/// Returns the base: what was named, else the default branch as the local repository knows it.
///
/// # Errors
///
/// What was named is not there.
pub(super) fn base(sources: &Sources, directory: &Path) -> Result<Base, Problem> {
    match &sources.base {
        Some(base) => resolve_base(base, directory).map(Ok),
        None => Ok(default_base(directory)),
    }
}

/// What goes unseen without a comparison.
const UNSEEN: &str =
    "Guards that stand only in the configuration, such as prevent_destroy, are not in a plan";

fn head(
    input: &Input,
    sources: &Sources,
    directory: &Path,
    settings: &Settings,
) -> Result<Option<Tree>, Problem> {
    if sources.config.is_none()
        && let Some(archive) = input.archive.as_ref().filter(|archive| archive.has_configuration())
    {
        return Ok(Some(Tree::read(&archive.source(), settings)));
    }
    let tree = Tree::read(&Source::Directory(directory.to_owned()), settings);
    if !tree.is_empty() {
        return Ok(Some(tree));
    }
    if sources.config.is_some() {
        let message = format!("no configuration in `{}`", directory.display());
        return Err(Problem::new(Code::NotFound, message)
            .help("name the directory of the root module, the one with its `.tf` files"));
    }
    Ok(None)
}

fn settings(tool: Tool) -> Settings {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here, at the edge")]
    let data_dir = std::env::var("TF_DATA_DIR").ok().map(PathBuf::from);
    Settings {
        dialect: match tool {
            Tool::Terraform => Dialect::Terraform,
            Tool::OpenTofu => Dialect::OpenTofu,
            Tool::Unknown => Dialect::Unknown,
        },
        data_dir,
        ..Settings::default()
    }
}
