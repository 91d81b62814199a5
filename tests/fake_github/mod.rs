//! A GitHub that lives in the test: it holds state, answers its REST and GraphQL API over loopback, remembers every
//! request and fails where it is told to.
//!
//! `routes` knows nothing of sockets and `transport` nothing of GitHub, so that the same state can be served over
//! TLS to a program that insists on it. A test adds a scene and speaks to the address:
//!
//! ```ignore
//! let github = FakeGithub::start(|scene| {
//!     scene.team("acme/dba", &["bo"]);
//!     scene.repo("acme/infra").permission("bo", "write");
//!     scene.repo("acme/infra").open_pull(7, "ana").review("bo", "APPROVED");
//! });
//! ```

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    missing_debug_implementations,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "each test binary uses a part of it"
)]

mod fault;
mod graphql;
mod json;
mod routes;
mod scene;
mod settings;
mod state;
mod transport;
mod webhook;
mod write;

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

pub use fault::{Fault, Target};
pub use scene::{PullScene, RepoScene};
pub use settings::{Ruleset, Settings};
pub use state::{CheckRun, Comment, Commit, Pull, Repository, Review, State, Status};
pub use transport::CERTIFICATE;

/// A request as it was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// The path below the base (`/api/v3` is taken off), without the query.
    pub path: String,
    /// The query as it was sent, without the question mark.
    pub query: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    /// Returns `METHOD /path`.
    pub fn call(&self) -> String {
        format!("{} {}", self.method, self.path)
    }

    /// Returns true if another asks the same: of a list another page is another question, of GraphQL the query counts.
    pub fn asks_like(&self, other: &Request) -> bool {
        let query = |request: &Request| {
            let body: Option<serde_json::Value> = serde_json::from_str(&request.body).ok();
            body.and_then(|body| body["query"].as_str().map(str::to_owned))
        };
        self.call() == other.call() && self.query == other.query && query(self) == query(other)
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Returns a parameter of the query, with its escapes undone.
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.query.split('&').find_map(|pair| {
            let (known, value) = pair.split_once('=').unwrap_or((pair, ""));
            (known == name).then(|| unescape(value))
        })
    }
}

/// Undoes `%41` escapes.
pub(crate) fn unescape(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits: Vec<u8> = rest.by_ref().take(2).collect();
            let digits = String::from_utf8(digits).unwrap();
            bytes.push(
                u8::from_str_radix(&digits, 16).expect("an escape in a request is two hexadecimal digits"),
            );
        } else {
            bytes.push(if byte == b'+' { b' ' } else { byte });
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// What is sent back.
#[derive(Debug, Clone)]
pub struct Reply {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: String,
    /// How many bytes of the body are really sent, when it is cut.
    pub cut: Option<usize>,
}

/// What the transport does with a request.
#[derive(Debug, Clone)]
pub enum Answer {
    Reply(Reply),
    /// The connection is closed without a word.
    Close,
    /// Nothing is said until the other side gives up.
    Stall,
}

/// A running fake; it ends with the test process.
pub struct FakeGithub {
    state: Arc<Mutex<State>>,
    scheme: &'static str,
    address: SocketAddr,
}

impl FakeGithub {
    /// Sets the scene and serves it on a free port of the loopback interface.
    pub fn start(scene: impl FnOnce(&mut State)) -> FakeGithub {
        FakeGithub::start_on("http", None, scene)
    }

    /// Serves a state that was kept, as if it were now.
    pub fn resume(kept: &State, now: jiff::Timestamp) -> FakeGithub {
        FakeGithub::start(|state| {
            let origin = std::mem::take(&mut state.origin);
            *state = kept.clone();
            (state.origin, state.now) = (origin, now);
        })
    }

    /// The same over TLS, with the certificate in [`CERTIFICATE`].
    pub fn start_tls(scene: impl FnOnce(&mut State)) -> FakeGithub {
        FakeGithub::start_on("https", Some(transport::tls()), scene)
    }

    fn start_on(
        scheme: &'static str,
        tls: Option<Arc<rustls::ServerConfig>>,
        scene: impl FnOnce(&mut State),
    ) -> FakeGithub {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let mut state = State::new(format!("{scheme}://{address}"));
        scene(&mut state);
        let state = Arc::new(Mutex::new(state));
        let shared = Arc::clone(&state);
        let handler = move |request| {
            let answer = shared.lock().unwrap().answer(request);
            let latency = shared.lock().unwrap().latency;
            if !latency.is_zero() {
                std::thread::sleep(latency);
            }
            answer
        };
        transport::serve(listener, tls, Arc::new(handler));
        FakeGithub { state, scheme, address }
    }

    /// Returns the base of the REST API, laid out as on GitHub Enterprise.
    pub fn api(&self) -> String {
        format!("{}://{}/api/v3", self.scheme, self.address)
    }

    /// Returns host and port.
    pub fn authority(&self) -> String {
        self.address.to_string()
    }

    /// Looks at the state or changes it between two requests.
    pub fn with<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.state.lock().unwrap())
    }

    /// Makes every request that matches fail, until [`FakeGithub::heal`].
    pub fn fail(&self, target: Target, fault: Fault) {
        self.fail_times(target, fault, usize::MAX);
    }

    /// Makes the next `times` requests that match fail.
    pub fn fail_times(&self, target: Target, fault: Fault, times: usize) {
        self.with(|state| state.faults.push(fault::Planned { target, fault, times }));
    }

    /// Takes back all faults.
    pub fn heal(&self) {
        self.with(|state| state.faults.clear());
    }

    /// Returns what was received, in order.
    pub fn received(&self) -> Vec<Request> {
        self.with(|state| state.received.clone())
    }

    /// Returns the calls that were received, in order: `METHOD /path`.
    pub fn calls(&self) -> Vec<String> {
        self.received().iter().map(Request::call).collect()
    }

    /// Returns how often a call was received.
    pub fn count(&self, call: &str) -> usize {
        self.calls().iter().filter(|known| *known == call).count()
    }

    /// Returns the calls that this fake does not know.
    pub fn unknown(&self) -> Vec<String> {
        self.with(|state| state.unknown.clone())
    }

    /// Forgets what was received.
    pub fn forget(&self) {
        self.with(|state| state.received.clear());
    }
}
