//! What the pages tell people to paste is what the command asks for.

use crate::atlantis::{FLAGS, run_with};
use crate::fake_github::FakeGithub;
use crate::scenes::{APPLY, strong, strong_files};
use crate::{Doctor, read};

/// Returns the blocks of YAML on a page that have a word in them.
fn blocks(page: &str, word: &str) -> Vec<String> {
    let text = read(page);
    let blocks = text.split("```yaml\n").skip(1).filter_map(|rest| rest.split_once("\n```"));
    blocks.map(|(block, _)| format!("{block}\n")).filter(|block| block.contains(word)).collect()
}

#[test]
fn the_configuration_of_atlantis_leaves_no_way_round() {
    let found = blocks("docs/atlantis.md", "applygate atlantis apply");
    assert_eq!(found.len(), 1);
    let ended = run_with(&found[0], FLAGS, "0.47.1");
    assert_eq!(ended.level(), "L2", "{ended:?}");
    let wrong: Vec<String> =
        ended.ids("problem").into_iter().filter(|id| id.starts_with("atlantis")).collect();
    assert_eq!(wrong, [""; 0], "{ended:?}");
}

#[test]
fn the_workflows_that_apply_go_through_the_gate() {
    let found = blocks("docs/gate.md", "applygate gate");
    assert_eq!(found.len(), 2);
    for workflow in found {
        let github = FakeGithub::start(strong);
        let mut files = strong_files();
        files.insert(APPLY, workflow.clone());
        let ended = Doctor::of(&github).files(&files).run();
        assert_eq!(ended.found("apply-through-gate").0, "ok", "{workflow}: {ended:?}");
        assert_eq!(ended.level(), "L3", "{workflow}: {ended:?}");
    }
}
