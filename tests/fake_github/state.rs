//! What this GitHub knows.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};

use super::fault::Planned;
use super::settings::Settings;
use super::{Answer, Reply, Request, graphql, routes};

/// An account; who is only mentioned exists.
#[derive(Debug, Clone)]
pub struct User {
    pub id: u64,
    pub login: String,
    /// `User`, `Bot` or `Mannequin`.
    pub kind: String,
}

#[derive(Debug, Clone, Default)]
pub struct Team {
    pub id: u64,
    pub members: BTreeSet<String>,
    pub pending: BTreeSet<String>,
}

#[derive(Debug, Clone)]
pub struct Commit {
    pub sha: String,
    pub message: String,
    /// The account, if GitHub can attribute the commit to one.
    pub author: Option<String>,
    pub committer: Option<String>,
    pub author_name: String,
    pub author_email: String,
    /// What git says; anyone can write anything here.
    pub date: Timestamp,
    pub parents: Vec<String>,
    pub verified: bool,
}

#[derive(Debug, Clone)]
pub struct Review {
    pub id: u64,
    /// None is a deleted account.
    pub user: Option<String>,
    pub state: String,
    pub body: String,
    pub commit: Option<String>,
    pub submitted: Option<Timestamp>,
    /// What only GraphQL tells.
    pub edited: Option<Timestamp>,
}

#[derive(Debug, Clone)]
pub struct Comment {
    pub id: u64,
    pub user: Option<String>,
    pub body: String,
    pub created: Timestamp,
    pub updated: Timestamp,
    /// What only GraphQL tells.
    pub edited: Option<Timestamp>,
}

#[derive(Debug, Clone)]
pub struct Status {
    pub id: u64,
    pub state: String,
    pub context: String,
    pub description: Option<String>,
    pub target: Option<String>,
    pub creator: Option<String>,
    pub created: Timestamp,
}

#[derive(Debug, Clone)]
pub struct CheckRun {
    pub id: u64,
    pub name: String,
    pub app: Option<(u64, String)>,
    pub status: String,
    pub conclusion: Option<String>,
    pub title: Option<String>,
    pub summary: String,
    pub text: String,
    pub external: String,
    pub annotations: Vec<serde_json::Value>,
    pub completed: Option<Timestamp>,
}

#[derive(Debug, Clone)]
pub struct Activity {
    pub id: u64,
    /// The full name: `refs/heads/main`.
    pub reference: String,
    pub kind: String,
    pub actor: Option<String>,
    pub before: String,
    pub after: String,
    pub at: Timestamp,
}

#[derive(Debug, Clone)]
pub struct File {
    pub name: String,
    pub status: String,
    pub previous: Option<String>,
}

/// An entry of the timeline; others than these are of no interest yet.
#[derive(Debug, Clone)]
pub struct Dismissal {
    pub id: u64,
    pub review: u64,
    pub actor: Option<String>,
    pub was: String,
    pub at: Timestamp,
}

#[derive(Debug, Clone)]
pub struct Pull {
    pub number: u64,
    pub author: Option<String>,
    pub title: String,
    pub body: Option<String>,
    pub body_edited: Option<Timestamp>,
    pub state: String,
    pub draft: bool,
    pub merged: Option<(String, Timestamp)>,
    pub created: Timestamp,
    pub labels: Vec<String>,
    /// The repository the head stands in; None is a fork that was deleted.
    pub head_repo: Option<String>,
    pub head_ref: String,
    pub base_ref: String,
    /// The tip of the base when the pull request last moved.
    pub base_sha: String,
    pub commits: Vec<Commit>,
    pub files: Vec<File>,
    pub reviews: Vec<Review>,
    pub comments: Vec<Comment>,
    pub dismissals: Vec<Dismissal>,
    pub mergeable_state: String,
}

impl Pull {
    pub fn head(&self) -> &str {
        self.commits.last().map_or(&self.base_sha, |commit| &commit.sha)
    }

    /// Returns the commit that merging makes: the head with its ends exchanged.
    pub fn merge_sha(&self) -> String {
        self.head().chars().rev().collect()
    }
}

#[derive(Debug, Clone)]
pub struct Repository {
    pub id: u64,
    pub full_name: String,
    pub default_branch: String,
    /// Branch to tip.
    pub branches: BTreeMap<String, String>,
    /// Login to role.
    pub roles: BTreeMap<String, String>,
    pub pulls: BTreeMap<u64, Pull>,
    pub statuses: BTreeMap<String, Vec<Status>>,
    pub checks: BTreeMap<String, Vec<CheckRun>>,
    pub activity: Vec<Activity>,
    /// (reference, path) to content.
    pub contents: BTreeMap<(String, String), String>,
    /// What the base branch got since the pull requests branched off.
    pub moved: Vec<File>,
    pub settings: Settings,
}

/// Everything.
#[derive(Debug, Clone)]
pub struct State {
    /// Where it is served, for links.
    pub origin: String,
    /// What time it is; it stands still until someone moves it.
    pub now: Timestamp,
    /// Who the token belongs to.
    pub viewer: String,
    /// The app behind the token, if it is one: (id, slug).
    pub app: Option<(u64, String)>,
    /// Whether the token may read teams.
    pub reads_teams: bool,
    /// The largest page that is given, whatever is asked for.
    pub page_limit: usize,
    pub users: BTreeMap<String, User>,
    pub teams: BTreeMap<String, Team>,
    pub repositories: BTreeMap<String, Repository>,
    pub received: Vec<Request>,
    pub unknown: Vec<String>,
    pub faults: Vec<Planned>,
    pub remaining: i64,
    /// A link to a further page that every list of reviews gives, whatever is there.
    pub link: Option<String>,
    /// How many commits a list leaves out, as if they had come after the count.
    pub lost_commits: usize,
    /// How many authors of each commit GraphQL leaves out, although it counts them.
    pub lost_authors: usize,
    /// What the old field says of everybody's permission, whatever the new ones say.
    pub old_permission: Option<String>,
    /// An error that GraphQL adds to what it answers.
    pub graphql_error: Option<String>,
    /// What the token may not do: the methods and paths of writes that are refused, by their beginning.
    pub forbidden: Vec<String>,
    /// Apps that are known by their names, with their numbers.
    pub apps: BTreeMap<String, u64>,
    /// The scopes of the token, if it is a classic one.
    pub scopes: Option<String>,
    /// How long an answer is under way; the request has taken its effect by then.
    pub latency: std::time::Duration,
    /// How many tokens were handed out to apps.
    pub tokens_given: u64,
    /// What happens just before a call is answered for the so-many-th time.
    pub happens: Happenings,
    next: u64,
}

/// Things that wait for their moment.
#[derive(Default)]
pub struct Happenings(Vec<(String, usize, Act)>);

type Act = Box<dyn FnOnce(&mut State) + Send + Sync>;

impl Happenings {
    pub fn push(&mut self, happening: (String, usize, Act)) {
        self.0.push(happening);
    }

    fn due(&mut self, received: &[Request]) -> Option<Act> {
        let call = received.last()?.call();
        let number = received.iter().filter(|request| request.call() == call).count();
        let at = self.0.iter().position(|(waits, nth, _)| *waits == call && *nth == number)?;
        Some(self.0.remove(at).2)
    }
}

impl Clone for Happenings {
    /// A copy of a scene waits for nothing.
    fn clone(&self) -> Happenings {
        Happenings::default()
    }
}

impl std::fmt::Debug for Happenings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(call, nth, _)| (call, nth))).finish()
    }
}

impl State {
    pub fn new(origin: String) -> State {
        State {
            origin,
            now: "2026-11-21T12:00:00Z".parse().unwrap(),
            viewer: "github-actions[bot]".to_owned(),
            app: Some((15368, "github-actions".to_owned())),
            reads_teams: true,
            page_limit: 100,
            users: BTreeMap::new(),
            teams: BTreeMap::new(),
            repositories: BTreeMap::new(),
            received: Vec::new(),
            unknown: Vec::new(),
            faults: Vec::new(),
            remaining: 5000,
            link: None,
            lost_commits: 0,
            lost_authors: 0,
            old_permission: None,
            graphql_error: None,
            forbidden: Vec::new(),
            apps: [("github-actions".to_owned(), 15368)].into(),
            scopes: None,
            latency: std::time::Duration::ZERO,
            tokens_given: 0,
            happens: Happenings::default(),
            next: 1000,
        }
    }

    /// Returns a number that was never given before.
    pub fn fresh(&mut self) -> u64 {
        self.next += 1;
        self.next
    }

    /// Returns a commit name that was never given before.
    pub fn fresh_sha(&mut self) -> String {
        let number = self.fresh();
        format!("{number:08x}").repeat(5)
    }

    /// Lets time pass.
    pub fn advance(&mut self, seconds: i64) -> &mut State {
        self.now += SignedDuration::from_secs(seconds);
        self
    }

    /// Makes sure that an account exists and returns it. Its number comes from its name, so that it is the same in
    /// every scene.
    pub fn user(&mut self, login: &str) -> User {
        let known = self.users.get(login).cloned();
        known.unwrap_or_else(|| {
            let id = login.bytes().fold(7_u64, |id, byte| (id * 31 + u64::from(byte)) % 9_999_991);
            let kind = if login.ends_with("[bot]") { "Bot" } else { "User" };
            let user = User { id, login: login.to_owned(), kind: kind.to_owned() };
            self.users.insert(login.to_owned(), user.clone());
            user
        })
    }

    /// Answers one request: remembers it, lets it take effect, and spoils the answer if a fault waits for it.
    pub fn answer(&mut self, mut request: Request) -> Answer {
        if let Some(path) = request.path.strip_prefix("/api/v3") {
            request.path = path.to_owned();
        }
        self.received.push(request.clone());
        if let Some(act) = self.happens.due(&self.received) {
            act(self);
        }
        let number = self.received.len();
        let mut faults = self.faults.iter_mut();
        let fault = faults.find_map(|planned| planned.hits(&request, number).then_some(planned.fault));
        self.remaining -= 1;
        let reply = if fault.is_some_and(|fault| !fault.after_effect()) {
            Reply::json(200, &serde_json::Value::Null)
        } else if self.forbidden.iter().any(|call| request.call().starts_with(call.as_str())) {
            Reply::forbidden()
        } else if request.path.ends_with("/graphql") {
            graphql::answer(self, &request)
        } else {
            routes::answer(self, &request)
        };
        let answer = match fault {
            None => Answer::Reply(reply),
            Some(fault) => fault.spoil(reply, self.now.as_second()),
        };
        match answer {
            Answer::Reply(reply) => Answer::Reply(self.with_common_headers(reply)),
            other => other,
        }
    }

    /// Adds what stands in every answer, unless the answer says otherwise already.
    fn with_common_headers(&self, mut reply: Reply) -> Reply {
        let date = self.now.strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
        let common = [
            ("date", date),
            ("content-type", "application/json; charset=utf-8".to_owned()),
            ("x-github-media-type", "github.v3; format=json".to_owned()),
            ("x-ratelimit-limit", "5000".to_owned()),
            ("x-ratelimit-remaining", self.remaining.to_string()),
            ("x-ratelimit-reset", (self.now.as_second() + 3600).to_string()),
        ];
        for (name, value) in common {
            if !reply.headers.iter().any(|(known, _)| known == name) {
                reply.headers.push((name.to_owned(), value));
            }
        }
        if let Some(scopes) = &self.scopes {
            reply.headers.push(("x-oauth-scopes".to_owned(), scopes.clone()));
        }
        reply
    }
}
