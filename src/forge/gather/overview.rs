//! What GraphQL tells of a pull request at once: whose token this is, whether the description was edited, who the
//! co-authors of its commits are, and which statuses they have.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::json;

use super::super::address::segment;
use super::super::api::Api;
use super::super::call::Call;
use super::super::{Repo, wire};
use crate::facts::{Account, AccountKind};
use crate::problem::{Code, Problem};

/// The most pages of commits. GitHub lists 250 of a pull request, so three would do.
const MOST_PAGES: usize = 10;
const WHAT: &str = "the authors and statuses of the commits";
const RIGHT: &str = "pull-requests: read and statuses: read";
const WHOSE: &str = "the account of the token";
const METADATA: &str = "metadata: read";

const QUERY: &str = "query($owner: String!, $name: String!, $number: Int!, $after: String) {
  viewer { login databaseId }
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      lastEditedAt
      baseRef { target { oid } }
      commits(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { commit {
          oid
          authors(first: 50) { totalCount nodes { email user { login databaseId } } }
          status { contexts { context state creator { ... on Bot { databaseId } ... on User { databaseId } } } }
        } }
      }
    }
  }
}";

/// The answer, all pages of it.
#[derive(Debug)]
pub(super) struct Overview {
    viewer: wire::Viewer,
    pub(super) body_edited: Option<Timestamp>,
    /// The commit at the tip of the base branch.
    pub(super) tip: String,
    /// By commit; the first author of each is git's own.
    pub(super) authors: BTreeMap<String, Vec<wire::Author>>,
    /// By commit: of statuses with the same name the newest.
    pub(super) statuses: BTreeMap<String, Vec<wire::StatusContext>>,
}

/// Asks until every commit is read.
pub(super) async fn read(api: &Api, repo: &Repo, number: u64) -> Result<Overview, Problem> {
    let mut authors = BTreeMap::new();
    let mut statuses = BTreeMap::new();
    let mut after = None;
    for _ in 0..MOST_PAGES {
        let variables = json!({"owner": repo.owner, "name": repo.name, "number": number, "after": after});
        let page: wire::Overview = api.graphql(WHAT, RIGHT, QUERY, variables).await?;
        let pull = page.repository.and_then(|repository| repository.pull_request).ok_or_else(|| {
            Problem::new(
                Code::NotFound,
                format!("{WHAT} could not be read: GraphQL knows no pull request {number} in {repo}"),
            )
            .help(format!("give the token `{RIGHT}`"))
        })?;
        for node in pull.commits.nodes {
            let found = node.commit.authors;
            if found.nodes.len() != found.total_count {
                let message =
                    format!("{WHAT} could not be read: commit {} has {}", node.commit.oid, found.total_count);
                return Err(
                    Problem::new(Code::PartialData, message).help("name at most 50 authors in a commit")
                );
            }
            let contexts = node.commit.status.map(|status| status.contexts);
            statuses.insert(node.commit.oid.clone(), contexts.unwrap_or_default());
            authors.insert(node.commit.oid, found.nodes);
        }
        if !pull.commits.page_info.has_next_page {
            let tip = pull.base_ref.map(|base| base.target.oid).ok_or_else(|| {
                Problem::new(Code::NotFound, format!("the base branch of pull request {number} is not there"))
                    .help("choose another base branch for it, or give the token `contents: read`")
            })?;
            let (viewer, body_edited) = (page.viewer, pull.last_edited_at);
            return Ok(Overview { viewer, body_edited, tip, authors, statuses });
        }
        after = pull.commits.page_info.end_cursor;
    }
    let message =
        format!("{WHAT} could not be read: pull request {number} has more than {MOST_PAGES} pages of them");
    Err(Problem::new(Code::PartialData, message).help("split it: GitHub lists 250 at most"))
}

impl Overview {
    /// Returns the account that the token belongs to.
    pub(super) async fn publisher(&self, api: &Api) -> Result<Account, Problem> {
        account(api, &self.viewer).await
    }
}

/// Asks for nothing but the account that the token belongs to.
pub(in crate::forge) async fn viewer(api: &Api) -> Result<Account, Problem> {
    #[derive(serde::Deserialize)]
    struct Answer {
        viewer: wire::Viewer,
    }
    let query = "query { viewer { login databaseId } }";
    let answer: Answer = api.graphql(WHOSE, METADATA, query, json!({})).await?;
    account(api, &answer.viewer).await
}

async fn account(api: &Api, viewer: &wire::Viewer) -> Result<Account, Problem> {
    let wire::Viewer { login, database_id } = viewer;
    let kind = if login.ends_with("[bot]") { AccountKind::Bot } else { AccountKind::User };
    if let Some(id) = database_id {
        return Ok(Account { id: *id, login: login.clone(), kind });
    }
    let call = Call::get(format!("/users/{}", segment(login)), WHOSE, METADATA);
    let user: wire::User = api.get(&call).await?;
    Ok(user.account())
}
