//! The only room that talks to GitHub: what people said and did becomes [`Facts`], and what
//! was decided becomes a comment, a check run and a commit status.
//!
//! Reading fails as a whole or succeeds as a whole. A read is tried three times, with growing waits, and a limit of
//! requests is waited for if that takes no longer than a minute; a write is sent once, and read before it is sent
//! again. Every page is read. Addresses stay below the base of the API, tokens are never printed, and every failure
//! names the call, what is not known now, and what helps.
//!
//! An ordinary evaluation (up to 100 commits, files, reviews and comments; two approvers, two teams) sends at most
//! 25 requests, publication included; tests count them.

mod address;
mod api;
mod app;
mod call;
mod client;
mod gather;
mod publish;
mod settings;
mod wire;

use std::cell::RefCell;
use std::collections::BTreeMap;

use secrecy::SecretString;

pub use api::Patience;
pub use app::AppKey;
pub use gather::{Moment, Starter, Wanted};
pub use publish::{
    Annotation, AnnotationLevel, Conclusion, Part, Project, Publication, Published, Render, Row, Texts,
};

pub use settings::{Asked, inspect};

use crate::facts::{Account, Facts};
use crate::problem::{Code, Problem};
use address::Address;
use api::Api;
use client::Client;

/// A repository, by its owner and name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repo {
    owner: String,
    name: String,
}

impl Repo {
    /// Reads `OWNER/NAME`.
    ///
    /// # Errors
    ///
    /// What is not two names of letters, digits and `-._`.
    pub fn parse(text: &str) -> Result<Repo, Problem> {
        let wrong = || {
            Problem::new(Code::NotFound, format!("`{text}` is not the name of a repository"))
                .help("write it as `OWNER/NAME`")
        };
        let (owner, name) = text.split_once('/').ok_or_else(wrong)?;
        let fits = |part: &str| {
            !part.is_empty()
                && part.bytes().any(|byte| byte != b'.')
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte))
        };
        if !fits(owner) || !fits(name) {
            return Err(wrong());
        }
        Ok(Repo { owner: owner.to_owned(), name: name.to_owned() })
    }

    /// Returns the path of something in this repository.
    fn path(&self, rest: &str) -> String {
        format!("/repos/{}/{}{rest}", self.owner, self.name)
    }
}

impl std::fmt::Display for Repo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.owner, self.name)
    }
}

/// Who we are for the forge.
#[derive(Debug)]
pub enum Credentials {
    /// A token of any kind.
    Token(SecretString),
    /// The key of a GitHub App that is installed in the repository; it is exchanged for a token.
    App(AppKey),
}

/// A conversation with one GitHub about one pull request.
pub struct Github {
    runtime: tokio::runtime::Runtime,
    api: Api,
    repo: Repo,
    number: u64,
    folders: RefCell<gather::Known>,
}

impl std::fmt::Debug for Github {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Github { repo, number, .. } = self;
        f.debug_struct("Github").field("repo", repo).field("number", number).finish_non_exhaustive()
    }
}

/// Prepares to send requests about a repository.
fn open(
    address: Address,
    credentials: Credentials,
    repo: &Repo,
    patience: Patience,
) -> Result<(tokio::runtime::Runtime, Api), Problem> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|error| {
        Problem::new(Code::ForgeUnavailable, format!("cannot prepare the network: {error}"))
    })?;
    let api = runtime.block_on(async {
        let token = match credentials {
            Credentials::Token(token) => token,
            Credentials::App(key) => app::exchange(&key, &address, repo, patience).await?,
        };
        let client = Client::new(&address, &token, patience.timeout)?;
        Ok::<Api, Problem>(Api::new(client, address, patience))
    })?;
    Ok((runtime, api))
}

impl Github {
    /// Prepares the conversation. `api_url` is what `GITHUB_API_URL` has; with a token nothing is sent yet, the key
    /// of an App is exchanged at once.
    ///
    /// # Errors
    ///
    /// An address or token that cannot be one; a key that is not accepted.
    pub fn connect(
        api_url: &str,
        credentials: Credentials,
        repo: Repo,
        number: u64,
        patience: Patience,
    ) -> Result<Github, Problem> {
        let (runtime, api) = open(Address::parse(api_url)?, credentials, &repo, patience)?;
        Ok(Github { runtime, api, repo, number, folders: RefCell::default() })
    }

    /// Gathers everything about the pull request that a decision may need.
    ///
    /// # Errors
    ///
    /// Any call that fails: facts are whole or not there.
    pub fn gather(&self, wanted: &Wanted) -> Result<Facts, Problem> {
        self.runtime.block_on(gather::gather(&self.api, &self.repo, self.number, wanted))
    }

    /// Publishes a verdict: comment, check run and commit status, each on its own.
    pub fn publish(&self, publication: &Publication<'_>) -> Published {
        self.runtime.block_on(publish::publish(&self.api, &self.repo, self.number, publication))
    }

    /// Returns the content of those of the files that a commit has, by their paths.
    ///
    /// # Errors
    ///
    /// A folder or file that cannot be read, and a path that is a link or a folder: neither is an absent file.
    pub fn files(&self, commit: &str, paths: &[&str]) -> Result<BTreeMap<String, Vec<u8>>, Problem> {
        let known = &mut self.folders.borrow_mut();
        self.runtime.block_on(gather::files(&self.api, &self.repo, commit, paths, known))
    }

    /// Returns the names of what a folder holds at a commit; none if there is no such folder. The top is `.`.
    ///
    /// # Errors
    ///
    /// A folder that cannot be read, and a link on the way to it.
    pub fn list(&self, commit: &str, folder: &str) -> Result<Option<Vec<String>>, Problem> {
        let known = &mut self.folders.borrow_mut();
        self.runtime.block_on(gather::list(&self.api, &self.repo, commit, folder, known))
    }

    /// Returns the commits at the head of the pull request and at the tip of its base branch: what the policy is
    /// read from must be known before it can be said which teams are to be gathered.
    ///
    /// # Errors
    ///
    /// A call that fails.
    pub fn ends(&self) -> Result<(String, String), Problem> {
        self.runtime.block_on(gather::ends(&self.api, &self.repo, self.number))
    }

    /// Returns the account under which we write. It stands in the facts as well; this is for what is to be
    /// published when there are none.
    ///
    /// # Errors
    ///
    /// A call that fails.
    pub fn publisher(&self) -> Result<Account, Problem> {
        self.runtime.block_on(gather::viewer(&self.api))
    }

    /// Returns the commit at the head of the pull request. It stands in the facts as well.
    ///
    /// # Errors
    ///
    /// A call that fails.
    pub fn head(&self) -> Result<String, Problem> {
        self.runtime.block_on(gather::head(&self.api, &self.repo, self.number))
    }

    /// Returns what can change while a decision is made, as it is now: asked anew before anything is applied.
    ///
    /// # Errors
    ///
    /// A call that fails.
    pub fn moment(&self) -> Result<Moment, Problem> {
        self.runtime.block_on(gather::moment(&self.api, &self.repo, self.number))
    }

    /// Finds the pull request whose merge made a commit, and talks about that one from then on.
    ///
    /// # Errors
    ///
    /// A call that fails, and a commit that no pull request, or more than one, was merged as.
    pub fn turn_to_merge(&mut self, commit: &str) -> Result<u64, Problem> {
        self.number = self.runtime.block_on(gather::merged_as(&self.api, &self.repo, commit))?;
        Ok(self.number)
    }

    /// Returns how many requests were sent so far.
    pub fn requests(&self) -> u32 {
        self.api.requests()
    }
}
