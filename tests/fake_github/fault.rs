//! What goes wrong, and where.

use super::{Answer, Reply, Request};

/// Which requests fail.
#[derive(Debug, Clone)]
pub enum Target {
    /// Those with this call: `METHOD /path`.
    Call(String),
    /// Those that ask exactly this.
    Same(Box<Request>),
    /// Those that ask the same, whatever they write, after so many others did.
    Later(Box<Request>, usize),
    /// The n-th request since the start, counted from 1.
    Nth(usize),
}

impl Target {
    pub fn call(call: &str) -> Target {
        Target::Call(call.to_owned())
    }
}

/// How a request fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// This status, with GitHub's error body; nothing happens to the state.
    Status(u16),
    /// The request takes effect, and yet this status is answered.
    StatusAfterEffect(u16),
    /// 403 with an exhausted limit that resets in so many seconds.
    PrimaryLimit(i64),
    /// 429 with `retry-after` in seconds.
    RetryAfter(u32),
    /// 403 with GitHub's words on the secondary limit and no header at all.
    SecondaryLimit,
    /// The body ends in its middle, and its length says so.
    CutBody,
    /// The body ends before the length that was announced.
    CutStream,
    /// Something of another JSON type.
    WrongType,
    /// An object or a list of objects in which nothing stands that should.
    EmptyObject,
    /// Not JSON at all.
    Html,
    /// No answer.
    Timeout,
    /// The connection is closed instead of an answer.
    Closed,
    /// An answer that goes to another host.
    Redirect,
}

/// A fault that waits for its request.
#[derive(Debug, Clone)]
pub struct Planned {
    pub target: Target,
    pub fault: Fault,
    pub times: usize,
}

impl Planned {
    /// Returns true if the request fails, which is counted.
    pub fn hits(&mut self, request: &Request, number: usize) -> bool {
        let hit = self.times > 0
            && match &mut self.target {
                Target::Call(call) => *call == request.call(),
                Target::Same(other) => {
                    other.call() == request.call()
                        && other.query == request.query
                        && other.body == request.body
                }
                Target::Nth(wanted) => *wanted == number,
                Target::Later(other, left) => {
                    let same = other.asks_like(request);
                    let hit = same && *left == 0;
                    *left -= usize::from(same && !hit);
                    hit
                }
            };
        self.times -= usize::from(hit);
        hit
    }
}

impl Fault {
    /// All that can go wrong with one call at once; silence takes its time.
    pub const ALL: [Fault; 17] = [
        Fault::Status(401),
        Fault::Status(403),
        Fault::Status(404),
        Fault::Status(422),
        Fault::Status(429),
        Fault::Status(500),
        Fault::Status(503),
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

    /// True if the request takes its effect on the state before it fails.
    pub fn after_effect(self) -> bool {
        !matches!(
            self,
            Fault::Status(_) | Fault::PrimaryLimit(_) | Fault::RetryAfter(_) | Fault::SecondaryLimit
        )
    }

    /// Turns the answer that would have been into the one that is sent.
    pub fn spoil(self, mut reply: Reply, now: i64) -> Answer {
        let error = |status: u16, message: &str| {
            let body = serde_json::json!({
                "message": message,
                "documentation_url": "https://docs.github.com/rest",
                "status": status.to_string(),
            });
            Reply::json(status, &body)
        };
        match self {
            Fault::Status(status) | Fault::StatusAfterEffect(status) => Answer::Reply(error(
                status,
                match status {
                    403 => "Resource not accessible by integration",
                    404 => "Not Found",
                    422 => "Validation Failed",
                    429 => "Too Many Requests",
                    _ => "Server Error",
                },
            )),
            Fault::PrimaryLimit(seconds) => Answer::Reply(
                error(403, "API rate limit exceeded for installation ID 1.")
                    .with("x-ratelimit-remaining", "0")
                    .with("x-ratelimit-reset", &(now + seconds).to_string()),
            ),
            Fault::RetryAfter(seconds) => Answer::Reply(
                error(429, "You have exceeded a secondary rate limit.")
                    .with("retry-after", &seconds.to_string()),
            ),
            Fault::SecondaryLimit => Answer::Reply(error(
                403,
                "You have exceeded a secondary rate limit. Please wait a few minutes.",
            )),
            Fault::CutBody => {
                let half = reply.body.len() / 2;
                let end = (0..=half).rev().find(|end| reply.body.is_char_boundary(*end));
                reply.body.truncate(end.unwrap_or_default());
                Answer::Reply(reply)
            }
            Fault::CutStream => {
                reply.cut = Some(reply.body.len() / 2);
                Answer::Reply(reply)
            }
            Fault::WrongType => {
                reply.body = "\"unexpected\"".to_owned();
                Answer::Reply(reply)
            }
            Fault::EmptyObject => {
                reply.body = if reply.body.starts_with('[') { "[{}]" } else { "{}" }.to_owned();
                Answer::Reply(reply)
            }
            Fault::Html => {
                reply.body = "<html><body>Unicorn!</body></html>".to_owned();
                Answer::Reply(reply)
            }
            Fault::Timeout => Answer::Stall,
            Fault::Closed => Answer::Close,
            Fault::Redirect => {
                Answer::Reply(error(302, "Found").with("location", "http://example.invalid/elsewhere"))
            }
        }
    }
}
