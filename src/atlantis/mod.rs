//! The environment of a step of Atlantis: what `review` and `gate` need of it, and what of it nobody may trust.
//!
//! Atlantis tells a `run` step in environment variables what it is about (`server/core/runtime/run_step_runner.go`). It
//! does not say which stage it is in, so that is an argument. An earlier `env` step may have set any of them: what decides
//! is asked of the forge, and where that says something else it is an error. `SHOWFILE` is not read at all, since a pull
//! request can bring a file of that name with it.

mod arguments;

use std::path::PathBuf;

use crate::problem::{Code, Problem};

pub use arguments::{comment_arguments, limiting, unjudged};

/// What a step is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The repository that is merged into: `OWNER/NAME` (`BASE_REPO_OWNER`, `BASE_REPO_NAME`).
    pub repository: String,
    /// The pull request (`PULL_NUM`).
    pub pull: u64,
    /// The commit that was checked out (`HEAD_COMMIT`).
    pub head: String,
    /// The directory of the project in the repository; empty for its top (`REPO_REL_DIR`).
    pub directory: String,
    /// That directory where it is checked out (`DIR`).
    pub checkout: PathBuf,
    /// The workspace (`WORKSPACE`).
    pub workspace: String,
    /// The name of the project, if it has one (`PROJECT_NAME`).
    pub project: Option<String>,
    /// The plan file (`PLANFILE`).
    pub plan: PathBuf,
    /// Who commented; none if nobody did, or Atlantis does not say (`USER_NAME`).
    pub user: Option<String>,
    /// What the comment says behind `--` (`COMMENT_ARGS`).
    pub arguments: Vec<String>,
}

impl Step {
    /// Reads what a step is told.
    ///
    /// # Errors
    ///
    /// What is missing, as it is where this runs outside of Atlantis, and a run without a pull request: drift detection
    /// and the API of Atlantis give it a negative number, and nobody can have approved that.
    pub fn read(variable: impl Fn(&str) -> Option<String>) -> Result<Step, Problem> {
        let said = |name: &str| variable(name).filter(|text| !text.is_empty());
        let needed = |name: &str| {
            said(name).ok_or_else(|| {
                Problem::new(Code::NotFound, format!("`{name}` is not set, as it is in every step of Atlantis"))
                    .help("run this as a `run` step of a workflow in the server's own configuration; elsewhere use `applygate gate`")
            })
        };
        let number = needed("PULL_NUM")?;
        let pull = number.parse::<u64>().ok().filter(|pull| *pull > 0).ok_or_else(|| {
            Problem::new(Code::NotFound, format!("`PULL_NUM` is `{number}`: this run belongs to no pull request"))
                .help("plan and apply by comments on a pull request; what the API or drift detection begins is nobody's to approve")
        })?;
        let directory = needed("REPO_REL_DIR")?;
        Ok(Step {
            repository: format!("{}/{}", needed("BASE_REPO_OWNER")?, needed("BASE_REPO_NAME")?),
            pull,
            head: needed("HEAD_COMMIT")?,
            directory: if directory == "." { String::new() } else { directory },
            checkout: PathBuf::from(needed("DIR")?),
            workspace: needed("WORKSPACE")?,
            project: said("PROJECT_NAME"),
            plan: PathBuf::from(needed("PLANFILE")?),
            user: said("USER_NAME"),
            arguments: comment_arguments(&variable("COMMENT_ARGS").unwrap_or_default()),
        })
    }
}

/// Returns the address of the API of the server that Atlantis talks to; none for github.com (`ATLANTIS_GH_HOSTNAME`).
pub fn api_of(hostname: &str) -> Option<String> {
    match hostname.to_ascii_lowercase().as_str() {
        "" | "github.com" => None,
        own if own.ends_with(".ghe.com") => Some(format!("https://api.{own}")),
        other => Some(format!("https://{other}/api/v3")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Step, api_of};

    const STEP: [(&str, &str); 11] = [
        ("BASE_REPO_OWNER", "acme"),
        ("BASE_REPO_NAME", "infra"),
        ("PULL_NUM", "7"),
        ("HEAD_COMMIT", "aaa"),
        ("REPO_REL_DIR", "live/prod"),
        ("DIR", "/srv/repos/acme/infra/7/default/live/prod"),
        ("WORKSPACE", "default"),
        ("PROJECT_NAME", ""),
        ("PLANFILE", "/srv/default.tfplan"),
        ("USER_NAME", "carla"),
        ("COMMENT_ARGS", r"\-\t\a\r\g\e\t\=\x,\-\v"),
    ];

    fn read(changed: Option<(&str, Option<&str>)>) -> Result<Step, String> {
        let variable = |name: &str| match changed {
            Some((other, value)) if other == name => value.map(str::to_owned),
            _ => STEP.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()),
        };
        Step::read(variable).map_err(|problem| problem.message)
    }

    #[test]
    fn a_step_is_read() {
        let step = read(None).unwrap();
        assert_eq!((step.repository.as_str(), step.pull), ("acme/infra", 7));
        assert_eq!((step.project, step.user.as_deref()), (None, Some("carla")));
        assert_eq!(step.arguments, ["-target=x", "-v"]);
        assert_eq!(read(Some(("REPO_REL_DIR", Some(".")))).unwrap().directory, "");
        assert_eq!(read(Some(("USER_NAME", None))).unwrap().user, None);
    }

    #[test]
    fn what_belongs_to_no_pull_request_is_an_error() {
        for number in ["-3", "0", "", "7a", "18446744073709551616"] {
            assert!(read(Some(("PULL_NUM", Some(number)))).unwrap_err().contains("PULL_NUM"), "{number}");
        }
        for name in ["PLANFILE", "WORKSPACE", "HEAD_COMMIT", "BASE_REPO_NAME", "DIR", "REPO_REL_DIR"] {
            assert!(read(Some((name, None))).unwrap_err().contains(name));
        }
    }

    #[test]
    fn the_server_of_atlantis_is_the_one_that_is_asked() {
        for (hostname, expected) in [
            ("github.com", None),
            ("", None),
            ("github.example.com", Some("https://github.example.com/api/v3")),
            ("127.0.0.1:8443", Some("https://127.0.0.1:8443/api/v3")),
            ("acme.ghe.com", Some("https://api.acme.ghe.com")),
        ] {
            assert_eq!(api_of(hostname).as_deref(), expected);
        }
    }
}
