//! A change digest, and what differs between two.

use super::escape::terminal;
use crate::risk::digest::ChangeDigest;

/// Renders a digest.
pub fn render(digest: &ChangeDigest) -> String {
    let mut text = format!("{}\n", digest.text);
    if !digest.sensitive_bound {
        text.push_str("sensitive values are not bound: set APPLYGATE_DIGEST_KEY to bind them\n");
    }
    text
}

/// Renders the comparison of two digests.
pub fn compared(one: &ChangeDigest, other: &ChangeDigest, differing: &[String]) -> String {
    if one.text == other.text {
        return format!("the same effect: {}\n", one.text);
    }
    let mut text = format!("another effect:\n  {}\n  {}\n", one.text, other.text);
    for subject in differing {
        put!(text, "  differs: {}\n", terminal(subject));
    }
    text
}
