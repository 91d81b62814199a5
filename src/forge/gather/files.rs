//! A file as it stands at a commit, found by walking the trees: that a file is absent is then something that was
//! read, and not an answer that a token without rights gets as well.

use super::super::address::segment;
use super::super::api::Api;
use super::super::call::Call;
use super::super::{Repo, wire};
use crate::problem::Problem;

/// Returns the content of a file; none if the commit has no such file.
pub(in crate::forge) async fn file(
    api: &Api,
    repo: &Repo,
    commit: &str,
    path: &str,
) -> Result<Option<Vec<u8>>, Problem> {
    let mut tree = commit.to_owned();
    let mut names = path.split('/').peekable();
    while let Some(name) = names.next() {
        let call = Call::get(
            repo.path(&format!("/git/trees/{}", segment(&tree))),
            "the folders of the base branch",
            "contents: read",
        );
        let listed: wire::Tree = api.get(&call).await?;
        if listed.truncated {
            return Err(
                call.partial("lists a part of the folder only", "keep the policy in a smaller folder")
            );
        }
        let Some(entry) = listed.tree.into_iter().find(|entry| entry.path == name) else {
            return Ok(None);
        };
        let last = names.peek().is_none();
        match (entry.kind.as_str(), last) {
            ("tree", false) => tree = entry.sha,
            // A link would let a file elsewhere decide, or none.
            ("blob", true) if entry.mode.starts_with("100") => {
                return blob(api, repo, &entry.sha).await.map(Some);
            }
            _ => return Err(call.unreadable(&format!("`{path}` is no plain file"))),
        }
    }
    Ok(None)
}

async fn blob(api: &Api, repo: &Repo, sha: &str) -> Result<Vec<u8>, Problem> {
    let path = repo.path(&format!("/git/blobs/{}", segment(sha)));
    api.raw(&Call::get(path, "a file of the base branch", "contents: read")).await
}
