//! Files as they stand at a commit, found by walking the trees: that a file is absent is then something that was
//! read, and not an answer that a token without rights gets as well.

use std::collections::BTreeMap;

use super::super::address::segment;
use super::super::api::Api;
use super::super::call::Call;
use super::super::{Repo, wire};
use crate::problem::Problem;

/// What was read of folders, by the name of the commit or tree: neither ever changes.
pub(in crate::forge) type Known = BTreeMap<String, Vec<wire::TreeEntry>>;

/// Returns the names of what a folder of the commit holds; none if there is no such folder.
pub(in crate::forge) async fn list(
    api: &Api,
    repo: &Repo,
    commit: &str,
    folder: &str,
    known: &mut Known,
) -> Result<Option<Vec<String>>, Problem> {
    let mut trees = Trees { api, repo, known };
    let mut tree = commit.to_owned();
    for name in folder.split('/').filter(|name| !matches!(*name, "" | ".")) {
        let call = trees.call(&tree);
        let Some(entry) = trees.list(&tree).await?.iter().find(|entry| entry.path == name) else {
            return Ok(None);
        };
        match entry.kind.as_str() {
            "tree" => tree = entry.sha.clone(),
            "blob" if entry.mode.starts_with("100") => return Ok(None),
            _ => return Err(call.unreadable(&format!("`{folder}` is a link"))),
        }
    }
    Ok(Some(trees.list(&tree).await?.iter().map(|entry| entry.path.clone()).collect()))
}

/// Returns the content of those files that the commit has, by their paths.
pub(in crate::forge) async fn files(
    api: &Api,
    repo: &Repo,
    commit: &str,
    paths: &[&str],
    known: &mut Known,
) -> Result<BTreeMap<String, Vec<u8>>, Problem> {
    let mut trees = Trees { api, repo, known };
    let mut found = BTreeMap::new();
    for path in paths {
        if let Some((sha, size)) = trees.find(commit, path).await? {
            found.insert((*path).to_owned(), blob(api, repo, &sha, size).await?);
        }
    }
    Ok(found)
}

/// The folders that were read.
struct Trees<'a> {
    api: &'a Api,
    repo: &'a Repo,
    known: &'a mut Known,
}

impl Trees<'_> {
    /// Returns the object of a plain file and its size in bytes; none if there is no such file.
    async fn find(&mut self, commit: &str, path: &str) -> Result<Option<(String, Option<u64>)>, Problem> {
        let mut tree = commit.to_owned();
        let mut names = path.split('/').peekable();
        while let Some(name) = names.next() {
            let call = self.call(&tree);
            let last = names.peek().is_none();
            let Some(entry) = self.list(&tree).await?.iter().find(|entry| entry.path == name) else {
                return Ok(None);
            };
            match (entry.kind.as_str(), last) {
                ("tree", false) => tree = entry.sha.clone(),
                // A link would let a file elsewhere decide, or none.
                ("blob", true) if entry.mode.starts_with("100") => {
                    return Ok(Some((entry.sha.clone(), entry.size)));
                }
                _ => return Err(call.unreadable(&format!("`{path}` is no plain file"))),
            }
        }
        Ok(None)
    }

    async fn list(&mut self, tree: &str) -> Result<&[wire::TreeEntry], Problem> {
        if !self.known.contains_key(tree) {
            let call = self.call(tree);
            let listed: wire::Tree = self.api.get(&call).await?;
            if listed.truncated {
                let help = "keep the policy in a folder with fewer files";
                return Err(call.partial("lists a part of the folder only", help));
            }
            self.known.insert(tree.to_owned(), listed.tree);
        }
        Ok(self.known.get(tree).map(Vec::as_slice).unwrap_or_default())
    }

    fn call(&self, tree: &str) -> Call {
        let path = self.repo.path(&format!("/git/trees/{}", segment(tree)));
        Call::get(path, "the folders that hold the policy", "contents: read")
    }
}

async fn blob(api: &Api, repo: &Repo, sha: &str, size: Option<u64>) -> Result<Vec<u8>, Problem> {
    let path = repo.path(&format!("/git/blobs/{}", segment(sha)));
    let call = Call::get(path, "a file of the policy", "contents: read");
    let content = api.raw(&call).await?;
    // The first half of a policy is a looser policy.
    if size != u64::try_from(content.len()).ok() {
        return Err(call.partial("has not as many bytes as the folder says", "run again"));
    }
    Ok(content)
}
