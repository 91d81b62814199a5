//! A team's own rules: what they may say, and which files hold them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::{BYTES, FILE_BYTES, FILES, check_id, is_rule_file, load_rules, read_folder};
use crate::plan::operation::Operation;
use crate::policy::source::load::File;
use crate::policy::{Class, Organisation, Policy};
use crate::problem::{Code, Problem};

static SHIPPED: LazyLock<Policy> = LazyLock::new(Policy::shipped);

fn rule(id: &str, types: &str) -> String {
    format!(
        "rule \"{id}\" {{\ntitle = \"t\"\ntypes = {types}\nrisk = \"low\"\nmessage = \"m\"\nwhy = \"w\"\n}}\n"
    )
}

fn lines(problems: &[Problem]) -> Vec<String> {
    let help = |problem: &Problem| problem.help.clone().unwrap_or_default();
    problems.iter().map(|problem| format!("{problem}; {}", help(problem))).collect()
}

#[test]
fn a_rule_of_a_team_judges_like_a_shipped_one() {
    let text = rule("own", "[\"acme_disk\", \"acme_n*\", category.database]");
    let team = load_rules(&[File { path: "x/own.hcl", text: &text }], &SHIPPED).unwrap();
    assert_eq!(
        lines(&team.hints),
        ["x/own.hcl:3:23: `acme_n*` matches no type of the catalog; check its spelling, or leave it out"]
    );
    let policy = SHIPPED.clone().with(Organisation::default(), team.rules).unwrap();
    assert_eq!(policy.rules.len(), SHIPPED.rules.len() + 1);
    assert!(policy.rules.is_sorted_by(|a, b| a.id < b.id));
    for (kind, expected) in [("acme_disk", true), ("acme_net", true), ("acme_disc", false)] {
        let selected = policy.rules_for(kind, Class::Config, "unlisted", Operation::Create);
        assert_eq!(selected.iter().any(|rule| rule.id == "own"), expected, "{kind}");
    }
}

#[test]
fn a_type_that_looks_like_a_slip_is_hinted_at_and_one_of_the_team_is_not() {
    for (kind, hints) in [
        (
            "aws_db_instanc",
            &[
                "own.hcl:3:10: no catalog lists the type `aws_db_instanc`; did you mean `aws_db_instance`? if not, leave it as it is",
            ][..],
        ),
        ("acme_instance", &[]),
        ("aws_db_instance", &[]),
        ("zwölf_ding", &[]),
    ] {
        let text = rule("own", &format!("[\"{kind}\"]"));
        let team = load_rules(&[File { path: "own.hcl", text: &text }], &SHIPPED).unwrap();
        assert_eq!(lines(&team.hints), hints, "{kind}");
    }
}

#[test]
fn every_problem_of_every_file_is_told() {
    let (taken, twice) = (rule("plan-errored", "\"*\""), rule("twice", "\"*\""));
    let (form, wrong) = (rule("A b", "\"*\""), rule("wrong", "[category.databse]"));
    let files = [
        File { path: "d/twice.hcl", text: &twice },
        File { path: "c/twice.hcl", text: &twice },
        File { path: "b/plan-errored.hcl", text: &taken },
        File { path: "a/wrong.hcl", text: &wrong },
        File { path: "a/A b.hcl", text: &form },
        File { path: "a/empty.hcl", text: "" },
    ];
    assert_eq!(
        lines(&load_rules(&files, &SHIPPED).unwrap_err()),
        [
            "a/A b.hcl:1:1: `A b` is no id of a rule; write 1 to 64 of a-z, 0-9 and `-`, such as `bucket-without-owner`",
            "a/empty.hcl:1:1: the file holds 0 rules; write one rule to a file",
            "a/wrong.hcl:3:10: no type has the category `databse`; did you mean `database`?",
            "b/plan-errored.hcl:1:1: the id `plan-errored` is taken by a rule that ships with applygate; that one is at rules/plan/plan-errored.hcl:1:1; choose another id",
            "d/twice.hcl:1:1: there are two rules `twice`; the other one is at c/twice.hcl:1:1",
        ]
    );
}

#[test]
fn too_much_is_refused_before_it_is_read() {
    let large = " ".repeat(FILE_BYTES + 1);
    let many = vec![File { path: "a.hcl", text: "" }; FILES + 1];
    let heavy = vec![File { path: "a.hcl", text: large.get(..FILE_BYTES).unwrap() }; BYTES / FILE_BYTES + 1];
    for files in [&many[..], &heavy[..], &[File { path: "a.hcl", text: &large }]] {
        let problems = load_rules(files, &SHIPPED).unwrap_err();
        assert!(problems.len() == 1 && problems[0].code == Code::LimitExceeded, "{problems:?}");
    }
}

#[test]
fn an_id_is_short_and_plain() {
    for id in ["a", "bucket-without-owner", "7-days", &"x".repeat(64)] {
        assert!(check_id(id).is_ok(), "{id}");
    }
    for id in ["", "A", "a_b", "a b", "a/b", "..", "ä", "a\n", &"x".repeat(65)] {
        assert!(check_id(id).is_err(), "{id}");
    }
}

#[test]
fn rules_are_in_files_that_end_in_hcl_and_not_among_the_fixtures() {
    for path in ["a.hcl", "a/b/c.hcl", "a/fixtures/b.hcl", "fixtures.hcl"] {
        assert!(is_rule_file(path), "{path}");
    }
    for path in ["a.tf", "a.hcl.bak", ".a.hcl", ".git/a.hcl", "a/.b/c.hcl", "fixtures/a/base/x.hcl"] {
        assert!(!is_rule_file(path), "{path}");
    }
}

/// Returns a new, empty folder.
fn temporary() -> PathBuf {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let name = format!("applygate-team-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let folder = std::env::temp_dir().join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, path: &str, text: &[u8]) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn a_folder_is_read_sorted_and_its_fixtures_are_left_alone() {
    let folder = temporary();
    for path in ["b.hcl", "a/z.hcl", "a/b/c.hcl", "fixtures/x/base/y.hcl", ".terraform.lock.hcl", "README.md"]
    {
        write(&folder, path, path.as_bytes());
    }
    let found = read_folder(&folder).unwrap();
    let texts: Vec<&str> = found.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(texts, ["a/b/c.hcl", "a/z.hcl", "b.hcl"]);
    assert!(found.iter().all(|(path, text)| path.ends_with(text.as_str())));
    fs::remove_dir_all(folder).unwrap();
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_the_folder_or_around_in_it() {
    use std::os::unix::fs::symlink;
    let (folder, outside) = (temporary(), temporary());
    write(&outside, "evil.hcl", b"evil");
    write(&folder, "real/a.hcl", b"a");
    symlink(folder.join("real/a.hcl"), folder.join("b.hcl")).unwrap();
    assert_eq!(read_folder(&folder).unwrap().len(), 2);
    for (target, link) in [
        (outside.join("evil.hcl"), "evil.hcl"),
        (outside.clone(), "evil"),
        (folder.clone(), "loop"),
        (folder.join("nowhere"), "nowhere.hcl"),
    ] {
        symlink(&target, folder.join(link)).unwrap();
        let problems = read_folder(&folder).unwrap_err();
        assert_eq!(problems.len(), 1, "{link}: {problems:?}");
        assert!(problems[0].message.contains(link), "{link}: {problems:?}");
        fs::remove_file(folder.join(link)).unwrap();
    }
    fs::remove_dir_all(folder).unwrap();
    fs::remove_dir_all(outside).unwrap();
}

#[test]
fn what_cannot_be_read_is_named_and_not_left_out() {
    let folder = temporary();
    write(&folder, "a.hcl", &[0xff, 0xfe]);
    write(&folder, "b.hcl", " ".repeat(FILE_BYTES + 1).as_bytes());
    write(&folder, &format!("{}c.hcl", "d/".repeat(20)), b"");
    let problems = read_folder(&folder).unwrap_err();
    assert_eq!(problems.len(), 3, "{problems:?}");
    fs::remove_dir_all(folder).unwrap();
}
