//! What is said of policies that can be read.

use super::lint;
use crate::policy::source::load::File;
use crate::policy::source::selector::Known;
use crate::policy::{Policy, organisation};

/// Returns the remarks on a policy, each as `line gravity: message`.
fn remarks(text: &str, directories: Option<&[&str]>) -> Vec<String> {
    let shipped = Policy::shipped();
    let file = File { path: "applygate.hcl", text };
    let organisation =
        organisation::read(&[file], &Known::default()).unwrap_or_else(|all| panic!("{all:#?}"));
    let policy = shipped.clone().with(organisation, Vec::new()).unwrap();
    let directories: Option<Vec<String>> =
        directories.map(|all| all.iter().map(|each| (*each).to_owned()).collect());
    lint(&policy, &shipped, directories.as_deref())
        .iter()
        .map(|remark| {
            let line = remark.problem.place.as_ref().map_or(0, |place| place.line);
            format!("{line} {}: {}", remark.gravity.name(), remark.problem.message)
        })
        .collect()
}

const APPROVAL: &str =
    "approval \"a\" {\nmatch { min_risk = \"high\" }\ncount = 1\nfrom = [\"group:g\"]\n}\n";

#[test]
fn a_policy_that_means_what_it_says_is_not_remarked_upon() {
    let text = format!("group \"g\" {{ teams = [\"acme/dba\"] }}\n{APPROVAL}");
    assert_eq!(remarks(&text, Some(&["live/prod"])), Vec::<String>::new());
}

#[test]
fn what_can_never_apply_is_named() {
    for (text, expected) in [
        ("group \"g\" { users = [\"ana\"] }\n", &["1 warning: no demand names the group `g`"][..]),
        (
            "rule \"iam-admin-wildcard\" { risk = \"critical\" }\n",
            &["1 warning: the rule `iam-admin-wildcard` is like that without the override"],
        ),
        (
            "approval \"a\" {\nmatch { types = [\"aws_db_instnce\"] }\ncount = 1\nfrom = [\"permission:write\"]\n}\n",
            &["1 warning: no type of the catalog is one of `aws_db_instnce`"],
        ),
        (
            "approval \"a\" {\nmatch {\ntypes = [\"aws_db_instance\"]\nclasses = [\"identity\"]\n}\ncount = 1\nfrom = [\"permission:write\"]\n}\n",
            &["1 warning: none of the types `aws_db_instance` has one of its classes and categories"],
        ),
        (
            "environment \"a\" {\nmatch { dirs = [\"live/prd/**\"] }\n}\n",
            &["1 warning: no directory of the repository matches `live/prd/**`"],
        ),
        (
            "environment \"a\" {\nmatch { dirs = [\"live/prod/**\"] }\n}\nenvironment \"b\" {\nmatch { dirs = [\"live/prod/**\"] }\ntier = \"staging\"\n}\n",
            &[
                "4 warning: `b` matches the same as `a`, which is stricter",
                "4 looser: risks count one level less in `b`, and prohibitions may not hold there",
            ],
        ),
    ] {
        assert_eq!(remarks(text, Some(&["live", "live/prod"])), expected, "{text}");
    }
}

#[test]
fn demands_that_nobody_can_meet_are_mistakes() {
    let with = |group: &str, approval: &str| format!("group \"g\" {{ {group} }}\n{approval}");
    let two = APPROVAL.replace("count = 1", "count = 2");
    for (text, expected) in [
        (with("users = [\"ana\", \"bo\", \"cy\"]", &two), &[][..]),
        (
            with("users = [\"ana\"]", &two),
            &["2 error: 2 approvals are needed, and only 1 could give one: ana"],
        ),
        (
            with("users = [\"ana\", \"bo\"]", &two),
            &["2 warning: all of them have to approve, and none may take part in the change: ana, bo"],
        ),
        // Whoever is listed twice is one person, and robots are none.
        (
            format!("machine_users = [\"deploy\"]\n{}", with("users = [\"ana\", \"Ana\", \"deploy\", \"x[bot]\"]", &two)),
            &["3 error: 2 approvals are needed, and only 1 could give one: ana"],
        ),
        (with("teams = [\"acme/dba\"]", &two), &[]),
        (
            "approval \"a\" {\nmatch { min_risk = \"high\" }\nrequire \"x\" {\ncount = 1\nfrom = [\"user:ana\", \"user:bo\"]\n}\nrequire \"y\" {\ncount = 1\nfrom = [\"user:bo\", \"user:ana\"]\n}\nrequire \"z\" {\ncount = 1\nfrom = [\"user:ana\", \"user:bo\"]\n}\n}\n".to_owned(),
            &["1 error: its demands need 3 people together, and there are only 2: ana, bo"],
        ),
    ] {
        assert_eq!(remarks(&text, None), expected, "{text}");
    }
}

#[test]
fn what_is_looser_than_what_always_holds_is_named() {
    let text = "applygate {\nforks = \"allow\"\n}\nlimits {\nmax_destroy = 50\nmax_destroy_share = 0.5\nmax_plan_age = \"48h\"\n}\n\
                environment \"dev\" {\nmatch { workspaces = [\"dev-*\"] }\ntier = \"development\"\n}\n";
    assert_eq!(
        remarks(text, None),
        [
            "2 looser: requests from forks are judged like others",
            "5 looser: `max_destroy` is 50 instead of 5",
            "6 looser: `max_destroy_share` is 0.5 instead of 0.25",
            "7 looser: `max_plan_age` is 48 hours instead of 24 hours",
            "9 looser: risks count two levels less in `dev`, and prohibitions may not hold there",
        ]
    );
    let text = "limits {\nmax_destroy = 3\nmax_destroy_share = 0.1\nmax_plan_age = \"1h\"\n}\n";
    assert_eq!(remarks(text, None), Vec::<String>::new(), "what is stricter is nobody's concern");
}
