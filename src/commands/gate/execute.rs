//! Runs the command that applies, on what was judged.

use std::process::Command;

use super::copy::Copy;
use crate::problem::{Code, Problem};

/// What stands for the plan file in the command.
const PLAN: &str = "{plan}";

/// What is ours alone: with it whatever the plan starts could write in our name.
const OURS: [&str; 3] = ["APPLYGATE_GITHUB_TOKEN", "APPLYGATE_APP_KEY", "APPLYGATE_DIGEST_KEY"];

/// Makes sure that a command would apply what is judged.
///
/// # Errors
///
/// One that names no `{plan}`: it would apply something else.
pub(super) fn checked(command: &[String]) -> Result<(), Problem> {
    if command.is_empty() || command.iter().skip(1).any(|argument| argument.contains(PLAN)) {
        return Ok(());
    }
    Err(Problem::new(Code::NotFound, "the command after `--` does not say where the plan file goes")
        .help("write `{plan}` for it: `--exec -- terraform apply -input=false {plan}`"))
}

/// Runs the command and returns its exit status, which is 1 if a signal ended it.
///
/// # Errors
///
/// A copy that is another one by now, and a command that cannot be run.
pub(super) fn execute(command: &[String], copy: &Copy) -> Result<u8, Problem> {
    let Some((program, arguments)) = command.split_first() else { return Ok(0) };
    let path = copy.path().to_string_lossy();
    copy.check()?;
    let mut child = Command::new(program);
    for name in OURS {
        child.env_remove(name);
    }
    let status = child
        .args(arguments.iter().map(|argument| argument.replace(PLAN, &path)))
        .status()
        .map_err(|error| {
            Problem::new(Code::OutputFailed, format!("cannot run `{program}`: {error}"))
                .help("check that the program is on PATH; nothing was applied")
        })?;
    Ok(status.code().and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn a_command_must_say_where_the_plan_goes() {
        let command = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        for good in [&["terraform", "apply", "{plan}"][..], &["sh", "-c", "tofu apply {plan}"], &[]] {
            assert!(checked(&command(good)).is_ok(), "{good:?}");
        }
        for bad in [&["terraform", "apply", "tfplan"][..], &["{plan}"], &["terraform", "apply"]] {
            assert!(checked(&command(bad)).unwrap_err().help.unwrap().contains("{plan}"), "{bad:?}");
        }
    }
}
