//! A run step of Atlantis, as `server/core/runtime/run_step_runner.go` runs one: its environment, its directory, `sh -c`,
//! both outputs as one, and what becomes of its exit status.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::fake_github::{Fault, Target};
use crate::plan_file::{Planned, tool};
use crate::run_step::TOLD;
use crate::{HIGH, LOW, MEDIUM, OPEN, PROHIBITED, Stage, TOKEN, fresh};

/// A project that Atlantis has checked out for pull request 7.
pub struct Project {
    pub stage: Stage,
    pub directory: PathBuf,
    workspace: &'static str,
    name: &'static str,
    user: &'static str,
    arguments: &'static str,
    /// The version of Terraform that Atlantis found.
    pub version: String,
}

/// How a step ended, as Atlantis sees it.
#[derive(Debug)]
pub struct Step {
    pub output: String,
    pub failed: bool,
}

impl Project {
    fn new(policy: &str) -> Project {
        Project::of(Stage::new(policy))
    }

    pub fn of(stage: Stage) -> Project {
        let directory = stage.path("repos/acme/infra/7/default/live/prod");
        fs::create_dir_all(&directory).unwrap();
        Project {
            stage,
            directory,
            workspace: "default",
            name: "",
            user: "carla",
            arguments: "",
            version: "1.11.4".to_owned(),
        }
    }

    pub fn plan_file(&self) -> PathBuf {
        let prefix =
            if self.name.is_empty() { String::new() } else { format!("{}-", self.name.replace('/', "::")) };
        self.directory.join(format!("{prefix}{}.tfplan", self.workspace))
    }

    /// What the `plan` step of Atlantis leaves behind.
    fn planned(&self, plan: &Planned) {
        fs::write(self.plan_file(), &plan.archive).unwrap();
        tool(self.stage.folder.path(), &[plan]);
    }

    /// Runs a step; `more` are the variables that `env` steps before it have set.
    fn run(&self, command: &str, more: &[(&str, &str)]) -> Step {
        let program = PathBuf::from(env!("CARGO_BIN_EXE_applygate"));
        let path = std::env::var("PATH").unwrap_or_default();
        let path =
            format!("{}:{path}:{}", self.stage.folder.path().display(), program.parent().unwrap().display());
        let head = self.stage.head();
        let (plan, api) = (self.plan_file(), self.stage.github.api());
        let show = self.directory.join(format!("{}.json", self.workspace));
        let check = self.directory.join(format!("{}-policyout.json", self.workspace));
        let own = [
            ("PATH", path.as_str()),
            ("HOME", self.stage.folder.path().to_str().unwrap()),
            ("APPLYGATE_GITHUB_TOKEN", TOKEN),
            ("APPLYGATE_PATIENCE", "0"),
            ("GITHUB_API_URL", &api),
        ];
        let told = [
            ("ATLANTIS_PR_APPROVED", "false"),
            ("ATLANTIS_PR_MERGEABLE", "true"),
            ("ATLANTIS_TERRAFORM_DISTRIBUTION", "terraform"),
            ("ATLANTIS_TERRAFORM_VERSION", &self.version),
            ("BASE_BRANCH_NAME", "main"),
            ("BASE_REPO_NAME", "infra"),
            ("BASE_REPO_OWNER", "acme"),
            ("COMMENT_ARGS", self.arguments),
            ("DIR", self.directory.to_str().unwrap()),
            ("HEAD_BRANCH_NAME", "change-7"),
            ("HEAD_COMMIT", &head),
            ("HEAD_REPO_NAME", "infra"),
            ("HEAD_REPO_OWNER", "acme"),
            ("PLANFILE", plan.to_str().unwrap()),
            ("POLICYCHECKFILE", check.to_str().unwrap()),
            ("PROJECT_NAME", self.name),
            ("PULL_AUTHOR", "ana"),
            ("PULL_NUM", "7"),
            ("PULL_URL", "https://github.com/acme/infra/pull/7"),
            ("REPO_REL_DIR", "live/prod"),
            ("SHOWFILE", show.to_str().unwrap()),
            ("USER_NAME", self.user),
            ("WORKSPACE", self.workspace),
        ];
        assert_eq!(told.map(|(name, _)| name), TOLD);
        let mut shell = Command::new("sh");
        shell.arg("-c").arg(format!("{command} 2>&1")).current_dir(&self.directory).env_clear();
        for (name, value) in own.iter().chain(&told).chain(more) {
            shell.env(name, value);
        }
        let ended = shell.stdin(Stdio::null()).output().unwrap();
        let output = String::from_utf8(ended.stdout).unwrap();
        assert!(!output.contains(TOKEN), "the token is shown");
        let step = Step { output, failed: !ended.status.success() };
        step.can_be_shown();
        step
    }

    pub fn plan(&self) -> Step {
        self.run("applygate atlantis plan", &[])
    }

    pub fn apply(&self) -> Step {
        self.run("applygate atlantis apply", &[])
    }

    pub fn policy_check(&self) -> Step {
        let step = self.run("applygate atlantis policy-check", &[]);
        assert!(!step.failed, "Atlantis loses what a failing check prints: {step:?}");
        step
    }
}

impl Step {
    /// What Atlantis puts into its comment must be short, and stay within its fence.
    fn can_be_shown(&self) {
        assert!(self.output.lines().count() <= 8, "{self:?}");
        assert!(self.output.is_ascii() && !self.output.contains('`'), "{self:?}");
        assert!(!self.output.trim().is_empty(), "an empty output is dropped");
        let diff = |line: &str| line.starts_with(['+', '-', '!', '#', '@']);
        assert!(!self.output.lines().any(diff), "{self:?}");
        if !self.failed {
            assert!(!self.output.starts_with("FAIL") || self.output.contains("exceptions"), "{self:?}");
        }
    }

    /// What a custom policy check takes for a denial.
    pub fn denies(&self) -> bool {
        let counted = self.output.match_indices(" failure").any(|(at, _)| {
            let digits: String = self.output[..at].chars().rev().take_while(char::is_ascii_digit).collect();
            digits.chars().any(|digit| digit != '0')
        });
        counted || self.output.contains("failures\": [") || self.output.trim().starts_with("FAIL")
    }

    pub fn passes(&self) -> bool {
        !self.failed
    }
}

#[test]
fn from_plan_to_apply() {
    let project = Project::new(OPEN);
    project.planned(&fresh(HIGH));
    let plan = project.plan();
    assert!(plan.passes(), "a hold is people's to lift, and no error of the plan: {plan:?}");
    assert!(plan.output.contains("0 of 2 approvals"), "{plan:?}");
    let apply = project.apply();
    assert!(apply.failed && apply.denies(), "{apply:?}");
    project.stage.act(|pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    let apply = project.apply();
    assert!(apply.passes() && !apply.denies(), "{apply:?}");
    assert!(apply.output.contains("approved by bo, dee"), "{apply:?}");
    assert_eq!(project.stage.github.unknown(), Vec::<String>::new());
}

#[test]
fn a_plan_that_is_made_anew_with_the_same_effect_stays_approved_and_another_is_not() {
    let project = Project::new(OPEN);
    project.planned(&fresh(HIGH));
    project.plan();
    project.stage.act(|pull| {
        pull.review("bo", "APPROVED").review("dee", "APPROVED").later(5);
    });
    std::thread::sleep(std::time::Duration::from_millis(1100));
    project.planned(&fresh(HIGH));
    assert!(project.plan().passes());
    assert!(project.apply().passes());
    project.planned(&fresh(MEDIUM));
    let apply = project.apply();
    assert!(apply.failed, "{apply:?}");
    assert!(apply.output.contains("something else than any that was shown"), "{apply:?}");
    project.plan();
    let apply = project.apply();
    assert!(apply.failed && apply.output.contains("0 of 1 approval"), "{apply:?}");
}

#[test]
fn a_personal_token_writes_no_check_run_and_no_word_about_it_into_the_comment() {
    let project = Project::of(Stage::set(OPEN, |state| {
        (state.viewer, state.app) = ("atlantis-bot".to_owned(), None);
        state.repo("acme/infra").permission("atlantis-bot", "write");
    }));
    project.planned(&fresh(HIGH));
    let plan = project.plan();
    assert!(plan.passes() && !plan.output.contains("check run"), "{plan:?}");
    let check = project.policy_check();
    assert!(check.denies() && check.output.starts_with("FAIL - "), "{check:?}");
    assert!(!check.output.contains("check run"), "{check:?}");
}

#[test]
fn a_comment_that_cannot_be_written_is_told_on_one_line() {
    let project = Project::new(OPEN);
    project.planned(&fresh(LOW));
    let call = "POST /repos/acme/infra/issues/7/comments";
    project.stage.github.fail(Target::call(call), Fault::Status(403));
    let plan = project.plan();
    assert!(plan.passes() && !plan.denies(), "{plan:?}");
    assert!(plan.output.starts_with("applygate: allow") && plan.output.contains(call), "{plan:?}");
    let check = project.policy_check();
    assert!(!check.denies() && check.output.starts_with("PASS - "), "{check:?}");
}

#[test]
fn what_is_prohibited_fails_the_plan_and_the_apply() {
    let project = Project::new(OPEN);
    project.planned(&fresh(PROHIBITED));
    for step in [project.plan(), project.apply()] {
        assert!(step.failed && step.output.contains("prohibited by database-destroy-unguarded"), "{step:?}");
    }
    assert!(project.policy_check().denies());
}

#[test]
fn a_policy_check_says_what_it_comes_to_in_the_form_of_conftest() {
    let project = Project::new(OPEN);
    project.planned(&fresh(LOW));
    let check = project.policy_check();
    assert!(!check.denies(), "{check:?}");
    assert!(check.output.contains("1 test, 1 passed, 0 warnings, 0 failures, 0 exceptions"), "{check:?}");
    project.planned(&fresh(HIGH));
    let check = project.policy_check();
    assert!(check.denies(), "{check:?}");
    assert_eq!(check.output, project.policy_check().output, "an approval that sticks to the words stays");
    let lenient = project.run("applygate atlantis policy-check --fail-on block", &[]);
    assert!(!lenient.denies() && lenient.output.contains("WARN - live/prod:default"), "{lenient:?}");
    fs::remove_file(project.plan_file()).unwrap();
    let check = project.policy_check();
    assert!(check.denies() && check.output.contains("1 failure, 0 exceptions"), "an error denies: {check:?}");
}

#[test]
fn a_project_whose_name_poses_as_a_denial_does_not_deny() {
    let mut project = Project::new(OPEN);
    project.name = "FAIL 3 failures";
    project.planned(&fresh(LOW));
    let check = project.policy_check();
    assert!(!check.denies(), "{check:?}");
    assert!(!project.apply().denies());
}

#[test]
fn a_committed_json_and_another_author_change_nothing() {
    let project = Project::new(OPEN);
    let low = fresh(LOW);
    project.planned(&fresh(PROHIBITED));
    fs::write(project.directory.join("default.json"), &low.json).unwrap();
    fs::write(project.directory.join("default-policyout.json"), "[]").unwrap();
    assert!(project.apply().failed);
    project.planned(&fresh(HIGH));
    project.plan();
    project.stage.act(|pull| {
        pull.review("bo", "APPROVED").review("ana", "APPROVED").later(5);
    });
    // The author is asked of the forge: who poses as somebody else in the environment is still the author.
    let apply =
        project.run("applygate atlantis apply", &[("PULL_AUTHOR", "zoe"), ("ATLANTIS_PR_APPROVED", "true")]);
    assert!(apply.failed && apply.output.contains("1 of 2 approvals"), "{apply:?}");
}

#[test]
fn whoever_comments_apply_is_the_deployer() {
    let mut project = Project::new(OPEN);
    project.planned(&fresh(MEDIUM));
    project.plan();
    project.stage.act(|pull| {
        pull.review("bo", "APPROVED").later(5);
    });
    project.user = "bo";
    let apply = project.apply();
    assert!(apply.failed && apply.output.contains("the only one who approved"), "{apply:?}");
    project.user = "";
    let apply = project.apply();
    assert!(apply.failed && apply.output.contains("not known who applies"), "{apply:?}");
    project.user = "ana";
    assert!(project.apply().passes());
}

#[test]
fn what_belongs_to_no_pull_request_or_to_another_head_is_refused() {
    let project = Project::new(OPEN);
    project.planned(&fresh(LOW));
    for (name, value, expected) in [
        ("PULL_NUM", "-2", "belongs to no pull request"),
        ("HEAD_COMMIT", "0123456789012345678901234567890123456789", "the head of the pull request is"),
        ("WORKSPACE", "blue", "workspace"),
        ("REPO_REL_DIR", "../prod", "out of the repository"),
        ("PLANFILE", "/nowhere/default.tfplan", "cannot read the plan file"),
        ("BASE_REPO_OWNER", "", "BASE_REPO_OWNER"),
    ] {
        for stage in ["plan", "apply"] {
            let step = project.run(&format!("applygate atlantis {stage}"), &[(name, value)]);
            assert!(step.failed && step.denies(), "{name}: {step:?}");
            assert!(step.output.contains(expected), "{name}: {step:?}");
        }
        let check = project.run("applygate atlantis policy-check", &[(name, value)]);
        assert!(!check.failed && check.denies(), "{name}: {check:?}");
    }
}

#[test]
fn a_remote_plan_is_refused() {
    let project = Project::new(OPEN);
    project.planned(&fresh(LOW));
    fs::write(project.plan_file(), "Atlantis: this plan was created by remote ops\n\nPlan: 1 to add")
        .unwrap();
    for step in [project.plan(), project.apply()] {
        assert!(step.failed && step.output.contains("remote backend"), "{step:?}");
    }
    assert!(project.policy_check().denies());
}

#[test]
fn a_target_in_the_comment_is_told_and_refused_at_apply() {
    let mut project = Project::new(OPEN);
    project.arguments = r"\-\t\a\r\g\e\t\=\a\w\s\_\x\.\y";
    project.planned(&fresh(LOW));
    project.plan();
    let comment = project.stage.github.with(|state| {
        let comments = &state.repositories["acme/infra"].pulls[&7].comments;
        comments.iter().map(|comment| comment.body.clone()).collect::<String>()
    });
    assert!(comment.contains("-target=aws_x.y"), "{comment}");
    let apply = project.apply();
    assert!(apply.failed && apply.output.contains("has no effect on a plan that was saved"), "{apply:?}");
}

#[test]
fn what_is_no_part_of_the_plan_is_refused_at_apply() {
    let mut project = Project::new(OPEN);
    project.planned(&fresh(LOW));
    project.arguments = r"\-\v\a\r\=\a\c\c\o\u\n\t\=\1";
    let apply = project.apply();
    assert!(apply.failed && apply.output.contains("no part of the plan that is judged"), "{apply:?}");
    project.arguments = r"\-\n\o\-\c\o\l\o\r";
    assert!(project.apply().passes());
}

#[test]
fn projects_that_share_directory_and_workspace_are_approved_each_by_itself() {
    let mut project = Project::new(OPEN);
    project.name = "eu";
    project.planned(&fresh(MEDIUM));
    project.plan();
    project.stage.act(|pull| {
        pull.review("bo", "APPROVED").later(5);
    });
    assert!(project.apply().passes());
    project.name = "us";
    project.planned(&fresh(MEDIUM));
    let apply = project.apply();
    assert!(apply.failed, "{apply:?}");
    project.plan();
    let apply = project.apply();
    assert!(apply.failed && apply.output.contains("0 of 1 approval"), "{apply:?}");
}

#[test]
fn a_forge_that_does_not_answer_denies_in_every_stage() {
    let project = Project::new(OPEN);
    project.planned(&fresh(LOW));
    let nowhere = [("GITHUB_API_URL", "http://127.0.0.1:1")];
    for stage in ["plan", "apply"] {
        let step = project.run(&format!("applygate atlantis {stage}"), &nowhere);
        assert!(step.failed && step.denies(), "{step:?}");
    }
    let check = project.run("applygate atlantis policy-check", &nowhere);
    assert!(!check.failed && check.denies(), "{check:?}");
}
