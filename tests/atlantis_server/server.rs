//! The server of Atlantis, and the GitHub that it talks to.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread::sleep;
use std::time::Duration;

use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use serde_json::Value;
use sha2::Sha256;

use crate::fake_github::{CERTIFICATE, FakeGithub, PullScene, State};
use crate::repository::Repository;
use crate::{MODULE, OPEN};

pub const REPOSITORY: &str = "acme/infra";
/// Whose token the server has.
pub const BOT: &str = "atlantis-bot";
const TOKEN: &str = "ghp_TopSecretToken";
const SECRET: &str = "of-the-webhook";
/// How often is looked, and how many times.
const PAUSE: Duration = Duration::from_millis(100);
const LOOKS: usize = 600;
/// After how many looks without a call nothing more is expected.
const QUIET: usize = 8;

/// A running server; it ends with the test, however that ends.
pub struct Server {
    child: Child,
    address: String,
    pub github: FakeGithub,
    pub folder: tempfile::TempDir,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    /// Starts a server with this `repos.yaml` and these settings besides; none, and says so, where nobody names the
    /// program.
    ///
    /// The pull request brings the module into each of these directories; `{folder}` in it is a folder of this test.
    pub fn start(repos: &Value, settings: &[(&str, &str)], roots: &[&str]) -> Option<Server> {
        let Some(program) = std::env::var_os("ATLANTIS_BIN").filter(|program| !program.is_empty()) else {
            println!("skipped: `ATLANTIS_BIN` does not name the program of a server of Atlantis");
            return None;
        };
        let folder = tempfile::tempdir().unwrap();
        let module = MODULE.replace("{folder}", folder.path().to_str().unwrap());
        let files: Vec<String> = roots.iter().map(|root| format!("{root}/main.tf")).collect();
        let mut base = vec![("applygate.hcl", OPEN)];
        base.extend(files.iter().map(|file| (file.as_str(), "# Nothing yet.\n")));
        let head: Vec<(&str, &str)> = files.iter().map(|file| (file.as_str(), module.as_str())).collect();
        let repository = Repository::make(folder.path(), &base, &head);
        let github = FakeGithub::start_tls(|state| {
            state.now = now();
            (state.viewer, state.app) = (BOT.to_owned(), None);
            scene(state, &repository, &base, &files);
        });
        let config = folder.path().join("repos.yaml");
        // JSON is YAML.
        fs::write(&config, repos.to_string()).unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let address = format!("127.0.0.1:{port}");
        let mut command = command(Path::new(&program), folder.path(), &config, &github, &address);
        let child = command.envs(settings.iter().copied()).spawn().unwrap();
        let mut server = Server { child, address, github, folder };
        server.ready();
        Some(server)
    }

    fn ready(&mut self) {
        for _ in 0..LOOKS {
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none(), "the server ended with {ended:?}:\n{}", self.log());
            if exchange(&self.address, "GET /healthz HTTP/1.1\r\n", "")
                .is_some_and(|said| said.contains(" 200 "))
            {
                return;
            }
            sleep(PAUSE);
        }
        panic!("the server does not answer:\n{}", self.log());
    }

    fn log(&self) -> String {
        let log = fs::read_to_string(self.folder.path().join("log")).unwrap_or_default();
        let lines: Vec<&str> = log.lines().collect();
        lines[lines.len().saturating_sub(40)..].join("\n")
    }

    /// Tells the server what happened.
    fn deliver(&self, event: &str, payload: &Value) {
        let body = payload.to_string();
        let mut code = Hmac::<Sha256>::new_from_slice(SECRET.as_bytes()).unwrap();
        code.update(body.as_bytes());
        let code: String = code.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let head = format!(
            "POST /events HTTP/1.1\r\ncontent-type: application/json\r\nx-github-event: {event}\r\n\
             x-github-delivery: 1\r\nx-hub-signature-256: sha256={code}\r\n"
        );
        let said = exchange(&self.address, &head, &body).unwrap();
        assert!(said.contains(" 200 "), "{said}");
    }

    /// Opens the pull request: Atlantis plans of its own accord. Returns what it comments.
    pub fn open(&self) -> String {
        let event = self.github.with(|state| state.pull_event(REPOSITORY, 7, "opened", "ana"));
        let from = self.comments().len();
        self.deliver("pull_request", &event);
        self.answer(from, "Ran Plan")
    }

    /// Comments as somebody whom nobody answers.
    pub fn say(&self, login: &str, body: &str) {
        self.act(|pull| {
            pull.comment(login, body);
        });
    }

    /// Comments as somebody, and returns the answer of Atlantis with these words in it.
    pub fn comment(&self, login: &str, body: &str, words: &str) -> String {
        self.say(login, body);
        let from = self.comments().len();
        let event = self.github.with(|state| state.comment_event(REPOSITORY, 7));
        self.deliver("issue_comment", &event);
        self.answer(from, words)
    }

    /// Tells the server of every comment there is but commands, as GitHub does, and returns what it says to them.
    pub fn echo(&self) -> Vec<String> {
        let written = self.github.with(|state| state.pull(REPOSITORY, 7).data().comments.clone());
        let command = |at: &usize| written[*at - 1].body.starts_with("atlantis ");
        for at in (1..=written.len()).filter(|at| !command(at)) {
            let event = self.github.with(|state| {
                state.pull(REPOSITORY, 7).data().comments.truncate(at);
                let event = state.comment_event(REPOSITORY, 7);
                state.pull(REPOSITORY, 7).data().comments.clone_from(&written);
                event
            });
            self.deliver("issue_comment", &event);
        }
        sleep(PAUSE * u32::try_from(QUIET).unwrap());
        self.comments().split_off(written.len())
    }

    /// Waits for a comment with these words, and until nobody has anything more to do.
    pub fn answer(&self, from: usize, words: &str) -> String {
        let (mut calls, mut quiet) = (0, 0);
        for _ in 0..LOOKS {
            sleep(PAUSE);
            self.github.with(|state| state.now = state.now.max(now()));
            let before = std::mem::replace(&mut calls, self.github.received().len());
            quiet = if calls == before { quiet + 1 } else { 0 };
            let said = self.comments().into_iter().skip(from).find(|body| body.contains(words));
            if let Some(said) = said.filter(|_| quiet >= QUIET) {
                assert!(!said.contains(TOKEN), "the token is shown");
                return said;
            }
        }
        panic!("nobody says `{words}`: {:#?}\n{}", self.comments().get(from..), self.log());
    }

    /// Returns what was commented on the pull request.
    pub fn comments(&self) -> Vec<String> {
        self.github.with(|state| {
            let comments = &state.repositories[REPOSITORY].pulls[&7].comments;
            comments.iter().map(|comment| comment.body.clone()).collect()
        })
    }

    /// Returns the newest status of a name on the head: its state and description.
    pub fn status(&self, context: &str) -> Option<(String, String)> {
        self.github.with(|state| {
            let repository = &state.repositories[REPOSITORY];
            let known = repository.statuses.get(repository.pulls[&7].head())?;
            let newest = known.iter().rfind(|status| status.context == context)?;
            Some((newest.state.clone(), newest.description.clone().unwrap_or_default()))
        })
    }

    /// Lets people do something on the pull request, now.
    pub fn act(&self, act: impl FnOnce(PullScene<'_>)) {
        self.github.with(|state| {
            state.now = state.now.max(now());
            act(state.pull(REPOSITORY, 7).later(1));
        });
    }

    /// Lets somebody approve.
    pub fn approve(&self, login: &str) {
        self.act(|pull| {
            pull.review(login, "APPROVED").later(1);
        });
    }

    /// Returns what applying brought about.
    pub fn happened(&self) -> Vec<String> {
        let text = fs::read_to_string(self.folder.path().join("happened")).unwrap_or_default();
        text.lines().map(str::to_owned).collect()
    }
}

/// Pull request 7 by ana, whom bo and dee may approve, with the commits that git has.
fn scene(state: &mut State, repository: &Repository, base: &[(&str, &str)], changed: &[String]) {
    let mut scene = state
        .repo(REPOSITORY)
        .permission(BOT, "write")
        .permission("bo", "write")
        .permission("dee", "maintain")
        .permission("carla", "write");
    for (name, content) in base {
        scene = scene.file("main", name, content);
    }
    scene.data().branches.insert("main".to_owned(), repository.base.clone());
    scene.open_pull(7, "ana").set(|pull| pull.files.clear());
    for file in changed {
        let _ = state.pull(REPOSITORY, 7).changes(file);
    }
    let mut scene = state.repo(REPOSITORY);
    let known = scene.data();
    known.branches.insert("change-7".to_owned(), repository.head.clone());
    for push in &mut known.activity {
        push.after.clone_from(&repository.head);
    }
    let commit = known.pulls.get_mut(&7).unwrap().commits.last_mut().unwrap();
    commit.sha.clone_from(&repository.head);
}

/// Prepares the program. All it is told stands in its environment, as it does where it runs in a container: what a step
/// finds there is then what applygate finds.
fn command(program: &Path, folder: &Path, config: &Path, github: &FakeGithub, address: &str) -> Command {
    let home = folder.join("home");
    fs::create_dir_all(&home).unwrap();
    let log = File::create(folder.join("log")).unwrap();
    let applygate = PathBuf::from(env!("CARGO_BIN_EXE_applygate"));
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", applygate.parent().unwrap().display());
    let authority = github.authority();
    let text = |path: PathBuf| path.to_str().unwrap().to_owned();
    let port = address.rsplit(':').next().unwrap();
    let told = [
        ("PATH", path),
        ("HOME", text(home)),
        ("SSL_CERT_FILE", CERTIFICATE.to_owned()),
        // What would be cloned from GitHub lies in the folder.
        ("GIT_CONFIG_NOSYSTEM", "1".to_owned()),
        ("GIT_CONFIG_COUNT", "1".to_owned()),
        ("GIT_CONFIG_KEY_0", format!("url.file://{}/.insteadOf", folder.display())),
        ("GIT_CONFIG_VALUE_0", format!("https://{BOT}:{TOKEN}@{authority}/")),
        ("ATLANTIS_GH_HOSTNAME", authority),
        ("ATLANTIS_GH_USER", BOT.to_owned()),
        ("ATLANTIS_GH_TOKEN", TOKEN.to_owned()),
        ("ATLANTIS_GH_WEBHOOK_SECRET", SECRET.to_owned()),
        ("ATLANTIS_REPO_ALLOWLIST", format!("127.0.0.1/{REPOSITORY}")),
        ("ATLANTIS_REPO_CONFIG", config.to_str().unwrap().to_owned()),
        ("ATLANTIS_DATA_DIR", text(folder.join("data"))),
        ("ATLANTIS_PORT", port.to_owned()),
        ("ATLANTIS_ATLANTIS_URL", format!("http://{address}")),
        ("ATLANTIS_TF_DOWNLOAD", "false".to_owned()),
    ];
    let mut command = Command::new(program);
    command.arg("server").current_dir(folder).env_clear().envs(told);
    command.stdout(log.try_clone().unwrap()).stderr(log);
    command
}

/// Sends a request and returns the answer; none if nobody is there.
fn exchange(address: &str, head: &str, body: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    let length = body.len();
    let request =
        format!("{head}host: {address}\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n{body}");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}

fn now() -> Timestamp {
    Timestamp::from_second(Timestamp::now().as_second()).unwrap()
}
