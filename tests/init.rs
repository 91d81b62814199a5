//! `applygate init` in repositories of many shapes.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    missing_docs,
    clippy::allow_attributes,
    reason = "a test may fail where it stands, and not each uses all of these"
)]

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use support::temporary;

/// Makes a repository of files.
fn repository(files: &[(&str, &str)]) -> PathBuf {
    let top = temporary("init");
    let config = "[remote \"origin\"]\n\turl = git@github.com:acme-corp/infra.git\n";
    for (path, text) in files.iter().chain(&[(".git/config", config)]) {
        let path = top.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    top
}

fn applygate(directory: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_applygate")).args(arguments).current_dir(directory).output().unwrap()
}

fn printed(directory: &Path) -> String {
    let output = applygate(directory, &["init", "--print"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_file_is_written_at_the_top_and_never_a_second_time() {
    let top = repository(&[("live/prod/main.tf", "provider \"aws\" {}\n")]);
    let below = top.join("live/prod");
    let proposal = printed(&below);
    assert!(!top.join("applygate.hcl").exists(), "`--print` writes nothing");
    let output = applygate(&below, &["init"]);
    assert!(output.status.success());
    assert!(
        String::from_utf8_lossy(&output.stdout).starts_with("wrote ../../applygate.hcl, from 1 root module")
    );
    let written = fs::read_to_string(top.join("applygate.hcl")).unwrap();
    assert_eq!(written, proposal);
    assert!(
        written.contains("\"live/prod/**\"") && written.contains("acme-corp/senior-engineers"),
        "{written}"
    );
    fs::write(top.join("applygate.hcl"), "mine").unwrap();
    assert_eq!(applygate(&top, &["init"]).status.code(), Some(1));
    assert_eq!(fs::read_to_string(top.join("applygate.hcl")).unwrap(), "mine");
}

#[test]
fn a_policy_in_any_of_its_places_is_left_alone() {
    for place in
        ["applygate.hcl", ".applygate.hcl", ".applygate/a.hcl", ".applygate/README.md", "ApplyGate.HCL"]
    {
        let top = repository(&[(place, "")]);
        let output = applygate(&top, &["init"]);
        assert_eq!(output.status.code(), Some(1), "{place}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("there is a policy already"), "{place}");
        assert_eq!(top.join("applygate.hcl").exists(), place == "applygate.hcl", "{place}");
        assert!(printed(&top).contains("applygate {"), "{place}");
    }
    #[cfg(unix)]
    {
        let top = repository(&[]);
        std::os::unix::fs::symlink("/nowhere", top.join("applygate.hcl")).unwrap();
        assert_eq!(applygate(&top, &["init"]).status.code(), Some(1));
    }
}

#[test]
fn root_modules_are_told_from_modules_and_from_what_nobody_applies() {
    let provider = "provider \"aws\" {}\n";
    let top = repository(&[
        ("main.tf", "terraform {\n  backend \"s3\" {}\n}\n"),
        ("modules/db/main.tf", "variable \"x\" {}\n"),
        ("a/x.tf", provider),
        ("b/x.tf", ""),
        ("b/.terraform.lock.hcl", ""),
        ("c/x.tf.json", "{}"),
        ("c/terraform.tfvars", ""),
        ("d/x.tf", ""),
        ("d/.terraform/environment", "dev-one\n"),
        ("d/.terraform/modules/m/x.tf", provider),
        ("examples/e/x.tf", provider),
        ("values/test.tfvars", ""),
        ("odd [1]/x.tf", provider),
    ]);
    let text = printed(&top);
    let listed: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("# - ")).collect();
    assert_eq!(
        listed,
        [
            ".: nothing clear, so production",
            "a: nothing clear, so production",
            "b: nothing clear, so production",
            "c: nothing clear, so production",
            "d: nothing clear, so production",
            "and 1 whose paths have signs that no pattern may have: production",
        ]
    );
    assert!(text.contains("#      \"dev-one\",\n#      \"test\",\n"), "{text}");
}

#[test]
fn names_that_would_break_out_of_a_string_or_comment_are_left_out() {
    let provider = "provider \"aws\" {}\n";
    let top = repository(&[
        ("dev\n}\nenvironment \"x\" {/x.tf", provider),
        ("dev-${evil}/x.tf", provider),
        ("dev\"]/x.tf", provider),
        ("dev*/x.tf", provider),
        ("a/x.tf", provider),
        ("a/.terraform/environment", "dev\"]\n}\n"),
        ("CODEOWNERS", "* @acme/a\"]}{\n"),
    ]);
    let text = printed(&top);
    assert!(!text.contains("evil") && !text.contains("dev\"") && !text.contains("a\"]}"), "{text}");
    assert!(text.contains("# - and 4 whose paths"), "{text}");
}
