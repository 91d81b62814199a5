//! What the runner says, what fails, and what is printed.

use crate::fake_github::{Fault, Target};
use crate::{LOW, OPEN, Run, Stage, fresh};

/// Takes repository and number out of a command: the runner names them.
pub fn without_pull(stage: &Stage, run: Run) -> Run {
    let arguments: Vec<String> =
        run.command.get_args().map(|argument| argument.to_str().unwrap().to_owned()).collect();
    let kept: Vec<&str> =
        arguments.iter().skip(1).map(String::as_str).filter(|one| !["--pr", "7"].contains(one)).collect();
    let mut command = std::process::Command::new(run.command.get_program());
    command.current_dir(stage.folder.path()).arg("gate").args(kept);
    for (name, value) in run.command.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    Run { command }
}

#[test]
fn no_call_of_a_gate_fails_into_an_allow() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(LOW));
    assert_eq!(stage.gate(&[]).status, 0);
    let calls: std::collections::BTreeSet<String> = stage.github.calls().into_iter().collect();
    assert!(calls.len() > 10, "{calls:?}");
    for call in &calls {
        for fault in [Fault::Status(404), Fault::Status(403), Fault::Html, Fault::WrongType] {
            stage.github.fail(Target::call(call), fault);
            let ended = stage.gate(&[]);
            stage.github.heal();
            assert_ne!(ended.status, 0, "{call} {fault:?}: {ended:?}");
        }
    }
}

#[test]
fn the_parts_of_a_run_are_timed_on_demand() {
    let stage = Stage::new(OPEN);
    stage.lay(&fresh(LOW));
    let ended = stage.gate(&["--timings"]);
    assert_eq!(ended.status, 0, "{ended:?}");
    for part in ["copy", "show", "github", "judge", "again", "settle", "print", "all"] {
        assert!(ended.err.lines().any(|line| line.starts_with(part)), "{ended:?}");
    }
}
