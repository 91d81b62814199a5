//! Whatever call fails, in whatever way, nothing is proven by it.

use std::time::Duration;

use applygate::doctor::{Diagnosis, Observed, Seen, State as Standing, TextFile, assess};
use applygate::forge::{Asked, Credentials, Patience, Repo, inspect};
use secrecy::SecretString;

use crate::TOKEN;
use crate::fake_github::{FakeGithub, Fault, State, Target};
use crate::scenes::{RULESET, main_protection, settings, strong, strong_files};

const FAULTS: [Fault; 15] = [
    Fault::Status(401),
    Fault::Status(403),
    Fault::Status(404),
    Fault::Status(422),
    Fault::Status(500),
    Fault::PrimaryLimit(3600),
    Fault::RetryAfter(3600),
    Fault::SecondaryLimit,
    Fault::CutBody,
    Fault::CutStream,
    Fault::WrongType,
    Fault::EmptyObject,
    Fault::Html,
    Fault::Redirect,
    Fault::Closed,
];

fn diagnose(github: &FakeGithub) -> Diagnosis {
    let patience = Patience {
        tries: 2,
        first_wait: Duration::from_millis(1),
        longest_wait: Duration::from_millis(50),
        timeout: Duration::from_secs(20),
    };
    let asked =
        Asked { branch: None, environments: vec!["production".to_owned(), "review".to_owned()], app: None };
    let credentials = Credentials::Token(SecretString::from(TOKEN.to_owned()));
    let repo = Repo::parse("acme/infra").unwrap();
    let side = inspect(&github.api(), credentials, &repo, &asked, patience).unwrap();
    let files = strong_files().into_iter().map(|(name, text)| TextFile { name: name.to_owned(), text });
    assess(&Observed {
        environment: Some("production".to_owned()),
        github: side,
        workflows: Seen::Known(files.collect()),
        atlantis: None,
    })
}

fn ids(diagnosis: &Diagnosis, state: Standing) -> Vec<(&'static str, String)> {
    let of = diagnosis.checks.iter().filter(|check| check.state == state);
    of.map(|check| (check.entry.id, check.subject.clone())).collect()
}

/// A scene of which nothing is proven by an answer that is missing: everything is wrong.
fn wrong(state: &mut State) {
    strong(state);
    let protection = main_protection(state);
    protection["enforce_admins"]["enabled"] = false.into();
    protection["required_status_checks"]["checks"][1]["app_id"] = serde_json::Value::Null;
    protection["required_pull_request_reviews"]["dismiss_stale_reviews"] = false.into();
    protection["allow_force_pushes"]["enabled"] = true.into();
    protection["allow_deletions"]["enabled"] = true.into();
    let settings = settings(state);
    settings.rulesets.get_mut(&RULESET).unwrap().bypass = Some(vec![
        serde_json::json!({"actor_id": 5, "actor_type": "RepositoryRole", "bypass_mode": "always"}),
    ]);
    settings.environments.get_mut("production").unwrap()["can_admins_bypass"] = true.into();
    settings.environments.get_mut("production").unwrap()["deployment_branch_policy"] =
        serde_json::Value::Null;
    settings.oidc = serde_json::json!({"use_default": true});
    settings.workflow_permissions["default_workflow_permissions"] = "write".into();
}

#[test]
fn no_fault_of_any_call_proves_anything() {
    for scene in [strong as fn(&mut State), wrong] {
        let github = FakeGithub::start(scene);
        let sound = diagnose(&github);
        assert_eq!(github.unknown(), Vec::<String>::new());
        let (proven, wrong) = (ids(&sound, Standing::Ok), ids(&sound, Standing::Problem));
        let calls = github.received();
        assert!((12..=16).contains(&calls.len()), "the scene makes every call: {:?}", github.calls());
        for request in &calls {
            for fault in FAULTS {
                let github = FakeGithub::start(scene);
                github.fail(Target::Same(Box::new(request.clone())), fault);
                let told = diagnose(&github);
                let context = format!("{} with {fault:?}: {told:#?}", request.call());
                for check in ids(&told, Standing::Ok) {
                    assert!(proven.contains(&check), "{check:?} is proven by {context}");
                }
                for check in ids(&told, Standing::Problem) {
                    assert!(wrong.contains(&check), "{check:?} is told of {context}");
                }
                assert!(told.level <= sound.level, "{context}");
                let why = told.checks.iter().filter(|check| check.state == Standing::Unknown);
                let told_of = why.filter(|check| check.found.contains(&request.call())).count();
                assert!(told_of > 0, "the call is named: {context}");
                assert!(!context.contains(TOKEN));
            }
        }
    }
}
