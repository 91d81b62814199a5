use std::collections::{BTreeMap, BTreeSet};

use super::catalog::{ALL, Side};
use super::{
    App, AtlantisSide, BranchPolicy, Environment, GithubSide, Layer, Level, Observed, OidcSubject,
    RequiredCheck, RequiredWorkflow, Reviews, Seen, State, TextFile, Viewer, WorkflowPermissions, assess,
};

const REVIEW: &str = "on: pull_request\npermissions: {}\njobs:\n  r:\n    environment: review\n    steps:\n      \
                      - run: applygate review plan.json\n        env:\n          APPLYGATE_APP_KEY: ${{ secrets.K }}\n";
const APPLY: &str = "on: push\npermissions: {}\njobs:\n  a:\n    environment: production\n    steps:\n      \
                     - run: applygate gate tfplan --exec -- terraform apply {plan}\n";
const CONFIG: &str = "repos:\n- id: github.com/acme/infra\n  branch: /^main$/\nworkflows:\n  default:\n    apply:\n      \
                      steps: [{run: applygate atlantis apply}, apply]\n";

fn environment() -> Environment {
    let branches = Seen::Known(BranchPolicy::Named(vec!["main".to_owned()]));
    Environment { admins_bypass: Some(false), reviewers: true, branches }
}

/// Everything is as it should be, and all of it is known.
fn sound() -> Observed {
    let layer = Layer {
        name: "the ruleset `guard`".to_owned(),
        organisation: true,
        checks: vec![RequiredCheck { context: "applygate".to_owned(), app: Some(4711) }],
        strict: true,
        reviews: Some(Reviews { dismiss_stale: true, bypass: Vec::new() }),
        blocks_force_pushes: true,
        blocks_deletion: true,
        workflows: vec![RequiredWorkflow {
            path: ".github/workflows/review.yml".to_owned(),
            repository: 77,
            text: Seen::Known(REVIEW.to_owned()),
        }],
        bypass: Seen::Known(Vec::new()),
    };
    let environments = ["production", "review"].map(|name| (name.to_owned(), Seen::Known(environment())));
    let claims = ["environment", "job_workflow_ref"].map(str::to_owned).to_vec();
    Observed {
        environment: Some("production".to_owned()),
        github: GithubSide {
            repository: Seen::Known(1),
            branch: Seen::Known("main".to_owned()),
            viewer: Seen::Known(Viewer { login: "acme-applygate[bot]".to_owned(), scopes: None }),
            actions_app: Seen::Known(15368),
            own_app: Seen::Known(App { id: 4711, slug: "acme-applygate".to_owned() }),
            protection: Seen::Known(None),
            rulesets: Seen::Known(vec![layer]),
            environments: environments.into(),
            workflow_permissions: Seen::Known(WorkflowPermissions { write: false, approves: false }),
            oidc: Seen::Known(OidcSubject { claims: Some(claims) }),
        },
        workflows: Seen::Known(vec![TextFile {
            name: ".github/workflows/apply.yml".to_owned(),
            text: APPLY.to_owned(),
        }]),
        atlantis: Some(AtlantisSide {
            version: Seen::Known("0.47.1".to_owned()),
            settings: Seen::Known(BTreeMap::from([(
                "repo-allowlist".to_owned(),
                "github.com/acme/infra".to_owned(),
            )])),
            config: Seen::Known(TextFile { name: "repos.yaml".to_owned(), text: CONFIG.to_owned() }),
        }),
    }
}

fn unread<T>() -> Seen<T> {
    Seen::Unknown("nobody knows".to_owned())
}

/// A layer of the rulesets, to be changed.
fn layer(observed: &mut Observed) -> &mut Layer {
    match &mut observed.github.rulesets {
        Seen::Known(layers) => layers.first_mut().unwrap(),
        Seen::Unknown(why) => panic!("{why}"),
    }
}

/// Takes away what is known of one thing.
type Blind = fn(&mut Observed);

const BLINDS: [(&str, Blind); 17] = [
    ("repository", |it| it.github.repository = unread()),
    ("branch", |it| it.github.branch = unread()),
    ("viewer", |it| it.github.viewer = unread()),
    ("actions_app", |it| it.github.actions_app = unread()),
    ("own_app", |it| it.github.own_app = unread()),
    ("rulesets", |it| it.github.rulesets = unread()),
    ("bypass", |it| layer(it).bypass = unread()),
    ("required workflow", |it| layer(it).workflows[0].text = unread()),
    ("production", |it| drop(it.github.environments.insert("production".to_owned(), unread()))),
    ("review", |it| drop(it.github.environments.remove("review"))),
    ("admins_bypass", |it| {
        let open = Environment { admins_bypass: None, ..environment() };
        it.github.environments.insert("production".to_owned(), Seen::Known(open));
    }),
    ("branches", |it| {
        let open = Environment { branches: unread(), ..environment() };
        it.github.environments.insert("production".to_owned(), Seen::Known(open));
    }),
    ("oidc", |it| it.github.oidc = unread()),
    ("workflows", |it| it.workflows = unread()),
    ("version", |it| it.atlantis.as_mut().unwrap().version = unread()),
    ("settings", |it| it.atlantis.as_mut().unwrap().settings = unread()),
    ("config", |it| it.atlantis.as_mut().unwrap().config = unread()),
];

#[test]
fn what_is_not_known_proves_nothing_and_accuses_nobody() {
    let whole = assess(&sound());
    assert_eq!(whole.level, Some(Level::Strong), "{whole:#?}");
    assert!(!whole.has_problems());
    let proven: BTreeSet<&str> =
        whole.checks.iter().filter(|check| check.state == State::Ok).map(|check| check.entry.id).collect();
    // Each alone, and each two together.
    for (one, first) in BLINDS {
        for (other, second) in BLINDS {
            let mut observed = sound();
            second(&mut observed);
            if matches!(observed.github.rulesets, Seen::Known(_))
                || !["bypass", "required workflow"].contains(&one)
            {
                first(&mut observed);
            }
            let told = assess(&observed);
            let context = format!("{one}, {other}: {told:#?}");
            assert!(!told.has_problems(), "{context}");
            assert!(
                told.checks.iter().all(|check| check.state != State::Ok || proven.contains(check.entry.id))
            );
            // Whose token it is decides nothing; all else is needed for some level.
            let needed = [one, other].iter().any(|name| *name != "viewer");
            assert_eq!(told.level < whole.level, needed, "{context}");
        }
    }
}

#[test]
fn every_check_is_made_and_none_by_two_names() {
    let told = assess(&sound());
    for entry in ALL {
        let made: Vec<_> = told.checks.iter().filter(|check| check.entry.id == entry.id).collect();
        assert!(!made.is_empty(), "{}", entry.id);
        assert!(made.iter().all(|check| check.found != "not looked at"), "{}", entry.id);
    }
    let ids: BTreeSet<&str> = ALL.iter().map(|entry| entry.id).collect();
    assert_eq!(ids.len(), ALL.len());
    for level in Level::ALL {
        assert!(ALL.iter().any(|entry| entry.level == Some(level) && entry.side != Side::Atlantis));
    }
}

#[test]
fn nothing_known_is_no_level() {
    let nothing = Observed {
        environment: None,
        github: GithubSide::unknown("no token"),
        workflows: unread(),
        atlantis: None,
    };
    let told = assess(&nothing);
    assert_eq!(told.level, None);
    assert!(told.checks.iter().all(|check| check.state == State::Unknown), "{told:#?}");
    assert!(told.checks.iter().all(|check| check.entry.side != Side::Atlantis));
}

#[test]
fn a_layer_counts_only_if_it_binds() {
    /// What is done to a sound layer, and the checks that are a problem then.
    type Case = (&'static str, fn(&mut Layer), &'static [&'static str]);
    const CASES: [Case; 8] = [
        ("sound", |_| {}, &[]),
        (
            "administrators",
            |it| it.bypass = Seen::Known(vec!["administrators".to_owned()]),
            &["no-bypass", "review-bypass", "force-push", "branch-deletion", "required-workflow"],
        ),
        (
            "no check",
            |it| it.checks.clear(),
            &["required-check", "required-check-source", "dedicated-app", "no-bypass"],
        ),
        ("any source", |it| it.checks[0].app = None, &["required-check-source", "dedicated-app"]),
        ("GitHub Actions", |it| it.checks[0].app = Some(15368), &["required-check-source", "dedicated-app"]),
        ("no pull request", |it| it.reviews = None, &["dismiss-stale", "review-bypass"]),
        (
            "somebody exempt",
            |it| it.reviews.as_mut().unwrap().bypass.push("eve".to_owned()),
            &["review-bypass"],
        ),
        (
            "another name",
            |it| it.checks[0].context = "applygate/live".to_owned(),
            &["required-check", "required-check-source", "dedicated-app", "no-bypass"],
        ),
    ];
    for (what, spoil, expected) in CASES {
        let mut observed = sound();
        spoil(layer(&mut observed));
        let told = assess(&observed);
        let wrong: Vec<&str> = told
            .checks
            .iter()
            .filter(|check| check.state == State::Problem && check.entry.level.is_some())
            .map(|check| check.entry.id)
            .collect();
        assert_eq!(wrong, expected, "{what}");
    }
}

#[test]
fn half_a_file_harms_nobody() {
    // Whatever a file breaks off into, nothing more is proven than by all of it, and nothing falls over.
    let prefixes = |text: &str| -> Vec<String> {
        (0..text.len()).filter_map(|end| text.get(..end)).map(str::to_owned).collect()
    };
    for text in prefixes(APPLY) {
        let mut observed = sound();
        observed.workflows = Seen::Known(vec![TextFile {
            name: ".github/workflows/apply.yml".to_owned(),
            text: text.clone(),
        }]);
        let told = assess(&observed);
        assert!(told.level < Some(Level::Strong) || text.trim_end() == APPLY.trim_end(), "{text}");
    }
    for text in prefixes(REVIEW) {
        let mut observed = sound();
        layer(&mut observed).workflows[0].text = Seen::Known(text);
        assess(&observed);
    }
    for text in prefixes(CONFIG) {
        let mut observed = sound();
        observed.atlantis.as_mut().unwrap().config =
            Seen::Known(TextFile { name: "r".to_owned(), text: text.clone() });
        let gated = text.contains("apply]");
        assert!(gated || assess(&observed).level < Some(Level::Enforced), "{text}");
    }
}
