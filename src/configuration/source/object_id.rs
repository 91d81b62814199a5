//! Whether an object of git is the one that its name says.
//!
//! git does not compare what it reads with its name. Whoever can write into a checkout, as the code does that runs while a
//! plan is made, could lay another content under the name of the base branch's policy. The name of the commit comes from
//! elsewhere, and each object names the next: so all that is read is what the name of the commit stands for.

use sha1_checked::Sha1;
use sha2::{Digest, Sha256};

/// Returns true if an object of that type and content has that name: in SHA-1, where a content that was made to collide is
/// none, or in SHA-256.
pub(super) fn names(id: &str, kind: &str, content: &[u8]) -> bool {
    let header = format!("{kind} {}\0", content.len());
    if id.len() == 64 {
        let hash = Sha256::new().chain_update(header).chain_update(content).finalize();
        return super::git::hex(&hash) == id;
    }
    let mut hash = Sha1::new();
    sha1_checked::Digest::update(&mut hash, header);
    sha1_checked::Digest::update(&mut hash, content);
    let result = hash.try_finalize();
    !result.has_collision() && super::git::hex(result.hash()) == id
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn an_object_has_the_name_that_git_gives_it() {
        // `printf hello | git hash-object --stdin`, and the same in a repository of `--object-format=sha256`.
        let sha1 = "b6fc4c620b67d95f953a5c1c1230aaab5db5a1b0";
        let sha256 = "8aec4e4876f854f688d0ebfc8f37598f38e5fd6903cccc850ca36591175aeb60";
        assert!(names(sha1, "blob", b"hello") && names(sha256, "blob", b"hello"));
        assert!(!names(sha1, "blob", b"hellO") && !names(sha1, "tree", b"hello"));
        assert!(!names(sha256, "blob", b"hellO"));
        assert!(!names("", "blob", b"hello") && !names(&sha1.to_uppercase(), "blob", b"hello"));
    }
}
