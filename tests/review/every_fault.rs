//! Every call that a review makes fails in every way that is known, each for itself, through the command.
//!
//! The calls are those that were recorded of a review without a fault; none is named here. The state before it is kept
//! and served anew for each fault.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::fake_github::{FakeGithub, Fault, Request, State, Target};
use crate::{
    Ended, HIGH, Review, act, comments, conclusion, head, now, review, review_digest, scene, status,
};

/// A demand on a team and one on permissions, so that both are read.
const POLICY: &str = r#"
group "dba" { teams = ["acme/dba"] }
approval "data" {
  match { min_risk = "medium" }
  count = 1
  from  = ["group:dba"]
}
"#;

/// A rule that can be read.
const RULE: &str = include_str!("../../src/commands/rules/skeleton/rule.hcl");

/// A pull request on which every call is made that a review knows, and everything is given.
fn everything() -> State {
    let github = FakeGithub::start(|state| {
        scene(state);
        state.team("acme/dba", &["dee"]);
        state.repo("acme/infra").file("main", "applygate.hcl", &format!("{POLICY}{}", crate::OPEN));
        state.repo("acme/infra").permission("root", "admin");
        // The request brings a policy of its own, which is read as well.
        state.repo("acme/infra").file("change-7", "applygate.hcl", POLICY).file("change-7", "main.tf", "");
        let pull = state.pull("acme/infra", 7).changes("applygate.hcl");
        pull.review("root", "APPROVED").dismiss("root", "bo").later(5);
        state.repo("acme/infra").moves("main", "bo", &["docs/notes.md"]);
        // The request brings a policy with a rule.
        state
            .repo("acme/infra")
            .file("change-7", "applygate.hcl", &format!("rules_dir = \"rules\"\n{}", crate::OPEN))
            .file("change-7", "rules/bucket-without-owner.hcl", RULE);
        state.pull("acme/infra", 7).changes("applygate.hcl");
    });
    review(&github);
    let line = format!("/applygate approve {}", review_digest(&github));
    act(&github, |pull| {
        // Somebody puts a status before ours on a head that is then pushed away.
        pull.review("dee", "APPROVED")
            .comment("bo", &line)
            .status("ana", "applygate/live/prod:default", "success", "allow: fine")
            .force_push("ana", "Name it")
            .later(5);
    });
    review(&github);
    act(&github, |pull| {
        pull.review("dee", "APPROVED").later(5);
    });
    github.forget();
    github.with(|state| state.clone())
}

/// With which right the calls are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Right {
    Token,
    App,
}

fn run(github: &FakeGithub, right: Right) -> Ended {
    let run = Review::of(github, HIGH).env("APPLYGATE_PATIENCE", "0");
    match right {
        Right::Token => run.run(),
        Right::App => {
            let key = include_str!("../forge/keys/app-pkcs8.pem");
            run.env("GITHUB_TOKEN", "").env("APPLYGATE_APP_ID", "4711").env("APPLYGATE_APP_KEY", key).run()
        }
    }
}

/// One fault of one call.
struct Case<'a> {
    kept: &'a State,
    right: Right,
    request: Request,
    /// How many asked the same before.
    before: usize,
    /// True if it is made to publish what was decided.
    publishes: bool,
    fault: Fault,
}

/// Records the calls of a review without a fault, and returns every fault of those that are wanted.
fn cases(kept: &State, right: Right, wanted: impl Fn(&Request) -> bool) -> Vec<Case<'_>> {
    let github = FakeGithub::resume(kept, now());
    let ended = run(&github, right);
    assert_eq!(ended.status, 0, "without a fault it is allowed: {ended:?}");
    assert_eq!(github.unknown(), Vec::<String>::new());
    let calls = github.received();
    // Publishing begins by looking for the status that is written first.
    let first_write = calls.iter().position(|one| one.path.contains("/statuses/")).unwrap();
    let each = calls.iter().enumerate().filter(|(_, request)| wanted(request));
    each.flat_map(|(index, request)| {
        let before = calls[..index].iter().filter(|one| one.asks_like(request)).count();
        let publishes = index + 1 >= first_write;
        Fault::ALL.map(|fault| Case { kept, right, request: request.clone(), before, publishes, fault })
    })
    .collect()
}

#[test]
fn no_fault_of_any_call_of_a_review_ends_in_an_allow() {
    let kept = everything();
    let mut first = kept.clone();
    first.repositories.get_mut("acme/infra").unwrap().pulls.get_mut(&7).unwrap().comments.retain(|comment| {
        // Ours is written anew where there is none yet.
        comment.user.as_deref() != Some("github-actions[bot]")
    });
    let mut cases_of_all = cases(&kept, Right::Token, |_| true);
    assert!(cases_of_all.len() >= 33 * Fault::ALL.len(), "{}", cases_of_all.len());
    cases_of_all
        .extend(cases(&first, Right::Token, |one| one.call() == "POST /repos/acme/infra/issues/7/comments"));
    let of_apps = cases(&kept, Right::App, |one| one.path.contains("installation"));
    assert_eq!(of_apps.len(), 2 * Fault::ALL.len());
    cases_of_all.extend(of_apps);
    let cases = cases_of_all;
    // A run waits for its answers most of the time.
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    case.check();
                }
            });
        }
    });
}

impl Case<'_> {
    fn check(&self) {
        let github = FakeGithub::resume(self.kept, now());
        let before = count(&github);
        github.fail(Target::Later(Box::new(self.request.clone()), self.before), self.fault);
        let ended = run(&github, self.right);
        let after = count(&github);
        let call = self.request.call();
        let context = format!("{call} after {} with {:?}: {ended:?}", self.before, self.fault);
        let told = ended.out.contains(&call) || ended.err.contains(&call);
        assert!(after.comments <= 1, "{context}: a second comment");
        if !self.publishes {
            assert_eq!(ended.status, 1, "{context}");
            if ended.out.is_empty() {
                // Without a right to call at all there is nothing to report on.
                assert!(self.right == Right::App && ended.err.contains("help:"), "{context}");
            } else {
                let json = ended.json();
                assert_eq!(json["outcome"], "error", "{context}");
                assert!(json["error"]["help"].is_string(), "{context}");
            }
            assert!(told, "{context}");
            assert_ne!(conclusion(&github), "success", "{context}");
            assert_ne!(status(&github).state, "success", "{context}");
            return;
        }
        // What is written takes effect, or does not, or nobody can tell and it is looked for.
        let writes = self.request.method != "GET";
        if writes && self.fault.after_effect() && self.fault != Fault::Redirect {
            assert_eq!(ended.status, 0, "{context}");
            assert_eq!((after.comments, status(&github).state.as_str()), (1, "success"), "{context}");
            return;
        }
        assert!(told && ended.err.contains("help:"), "{context}");
        let of_status = call.contains("/statuses");
        if of_status {
            // Approvals bind to the status: without it nothing is allowed, and the others say so.
            assert_eq!(ended.status, 1, "{context}");
            assert_ne!(conclusion(&github), "success", "{context}");
            assert!(after.checks > before.checks, "{context}: no check run");
            let text = &comments(&github)[0].body;
            assert!(text.starts_with("## "), "{context}");
        } else {
            // The decision stands, and the others are written.
            assert_eq!(ended.status, 0, "{context}");
            assert_eq!(status(&github).state, "success", "{context}");
            let checks =
                if call.contains("/check-runs") { "the commit status `applygate`" } else { "success" };
            if checks == "success" {
                assert_eq!(conclusion(&github), checks, "{context}");
            } else {
                assert!(ended.err.contains("stands in for the check run"), "{context}");
                let text = &comments(&github)[0].body;
                assert!(text.starts_with("## \u{2705} Allowed"), "{context}: {text}");
            }
        }
    }
}

/// How much stands in the pull request.
struct Count {
    comments: usize,
    checks: usize,
}

fn count(github: &FakeGithub) -> Count {
    let head = head(github);
    let checks = github.with(|state| state.repositories["acme/infra"].checks[&head].len());
    Count { comments: comments(github).len(), checks }
}
