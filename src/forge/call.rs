//! One question to the forge, and what is said when it fails: which call, what is not known now, what helps.

use super::client::{Answer, Method, Silence};
use crate::problem::{Code, Problem};

/// A call, described for the person who has to mend it.
#[derive(Debug, Clone)]
pub(super) struct Call {
    pub(super) method: Method,
    /// True if it asks and changes nothing.
    reads: bool,
    /// The path below the base of the API, with its query.
    pub(super) path: String,
    /// What is asked for: `the reviews of the pull request`.
    pub(super) what: &'static str,
    /// The right that the token needs for it, in GitHub's words: `pull-requests: read`.
    pub(super) right: &'static str,
}

impl Call {
    /// Describes a question.
    pub(super) fn get(path: String, what: &'static str, right: &'static str) -> Call {
        Call { method: Method::Get, reads: true, path, what, right }
    }

    /// Describes a question in GraphQL, which is sent as if it wrote.
    pub(super) fn ask(path: String, what: &'static str, right: &'static str) -> Call {
        Call { method: Method::Post, reads: true, path, what, right }
    }

    /// Describes what is to be written.
    pub(super) fn write(method: Method, path: String, what: &'static str, right: &'static str) -> Call {
        Call { method, reads: false, path, what, right }
    }

    /// Returns the method and the path, without its query.
    pub(super) fn name(&self) -> String {
        let path = self.path.split('?').next().unwrap_or_default();
        format!("{} {path}", self.method.name())
    }

    /// Says that something went wrong, and what it means.
    fn failed(&self, code: Code, how: &str) -> Problem {
        let done = if self.reads { "read" } else { "written" };
        Problem::new(code, format!("{} could not be {done}: `{}` {how}", self.what, self.name()))
    }

    /// The forge did not answer.
    pub(super) fn unanswered(&self, silence: &Silence) -> Problem {
        match silence {
            Silence::Timeout => self.failed(Code::ForgeUnavailable, "was not answered in time"),
            Silence::Connection(why) => {
                self.failed(Code::ForgeUnavailable, &format!("failed: {}", one_line(why)))
            }
            Silence::TooLong => self.failed(Code::LimitExceeded, "was answered with more than 64 MiB"),
        }
        .help(
            "run again; if it stays, see https://www.githubstatus.com and the proxy settings of this machine",
        )
    }

    /// The answer was not what the API promises.
    pub(super) fn unreadable(&self, why: &str) -> Problem {
        self.failed(Code::PartialData, &format!("was answered with something else: {}", one_line(why)))
            .help("run again; if it stays, something between here and GitHub changes the answers")
    }

    /// Part of the answer is missing.
    pub(super) fn partial(&self, why: &str, help: &str) -> Problem {
        self.failed(Code::PartialData, why).help(help)
    }

    /// The limit of requests is used up; `until` is the time at which more are given, if that was said.
    pub(super) fn limited(&self, until: Option<jiff::Timestamp>) -> Problem {
        let problem = self.failed(Code::RateLimited, "was refused, the limit of requests is used up");
        match until {
            Some(until) => {
                problem.help(format!("run again after {}", until.strftime("%Y-%m-%d %H:%M:%S UTC")))
            }
            None => problem.help("run again in a few minutes"),
        }
    }

    /// The forge said no.
    pub(super) fn refused(&self, answer: &Answer) -> Problem {
        let said = said(answer);
        let how = if said.is_empty() {
            format!("was answered with {}", answer.status)
        } else {
            format!("was answered with {}, {said}", answer.status)
        };
        let right = self.right;
        match answer.status {
            401 => self.failed(Code::TokenRefused, &how).help("use a token that is valid and not expired"),
            403 => self.failed(Code::ForgeRefused, &how).help(format!("give the token `{right}`")),
            404 => self.failed(Code::NotFound, &how).help(format!(
                "check the name; what a token may not see is not found either, it needs `{right}`"
            )),
            300..=399 => self
                .failed(Code::PartialData, &how)
                .help("use the present name of the repository: redirects are not followed with a token"),
            500..=599 => self
                .failed(Code::ForgeUnavailable, &how)
                .help("run again; if it stays, see https://www.githubstatus.com"),
            _ => {
                self.failed(Code::PartialData, &how).help("this is a mistake in applygate: please report it")
            }
        }
    }
}

/// Returns what GitHub said about an error, on one line.
pub(super) fn said(answer: &Answer) -> String {
    #[derive(serde::Deserialize)]
    struct Said {
        #[serde(default)]
        message: String,
        #[serde(default)]
        errors: Vec<serde_json::Value>,
    }
    let Ok(said) = serde_json::from_slice::<Said>(&answer.body) else { return String::new() };
    let details = said.errors.iter().filter_map(|error| error.get("message")?.as_str());
    let words: Vec<&str> = std::iter::once(said.message.as_str()).chain(details).collect();
    one_line(&words.join(": "))
}

/// Makes foreign words fit to be shown within a line of ours.
fn one_line(text: &str) -> String {
    const LONGEST: usize = 200;
    let printable = text.chars().map(|c| if c.is_control() { ' ' } else { c });
    let mut line: String = printable.take(LONGEST).collect();
    line.truncate(line.trim_end_matches(['.', ' ']).len());
    line
}
