//! Workflows that others of the same checkout call: what starts the caller starts them, and its token is the most that
//! they get.

use super::{Token, Workflow};

/// The event of a workflow that is called.
pub(super) const CALL: &str = "workflow_call";
/// How deep GitHub lets calls nest.
const MOST_LEVELS: usize = 10;

/// Gives workflows that are called the events and, where they say nothing themselves, the token of who calls them.
pub(super) fn resolve(workflows: &mut [Workflow]) {
    for _ in 0..MOST_LEVELS {
        let before = workflows.to_vec();
        for workflow in workflows.iter_mut().filter(|workflow| workflow.has(CALL)) {
            let path = format!("./{}", workflow.file);
            let callers = before.iter().flat_map(|caller| caller.jobs.iter().map(move |job| (caller, job)));
            for (caller, job) in callers.filter(|(_, job)| job.calls.as_deref() == Some(path.as_str())) {
                workflow.triggers.extend(caller.triggers.iter().filter(|event| *event != CALL).cloned());
                for called in workflow.jobs.iter_mut().filter(|called| wider(&job.token, &called.token)) {
                    called.token = job.token.clone();
                }
            }
            workflow.triggers.sort();
            workflow.triggers.dedup();
        }
        if before == workflows {
            break;
        }
    }
    let names: Vec<String> = workflows.iter().map(|workflow| format!("./{}", workflow.file)).collect();
    let called = |path: &String| {
        workflows.iter().any(|one| one.jobs.iter().any(|job| job.calls.as_ref() == Some(path)))
    };
    let known: Vec<String> = names.iter().filter(|path| called(path)).cloned().collect();
    for workflow in workflows.iter_mut() {
        // Who calls it is known, so its events are.
        if known.contains(&format!("./{}", workflow.file)) && workflow.triggers.len() > 1 {
            workflow.triggers.retain(|event| event != CALL);
        }
        // What is called is looked at by itself.
        for job in &mut workflow.jobs {
            job.calls = job.calls.take().filter(|path| !names.contains(path));
        }
    }
}

/// Returns true if a caller's token makes a difference to a job that says nothing of its own, the worst one first.
fn wider(caller: &Token, called: &Token) -> bool {
    matches!((caller, called), (Token::Writes(_), Token::Default))
}
