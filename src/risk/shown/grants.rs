//! The parts of a statement of a policy document: actions, resources, who it is for, and under which conditions.

use super::ids::is_id;
use super::words::{are_words, looks_random};
use super::{Discretion, LONGEST, Shown, Why, cut, kinds, names};

/// What a text in a statement is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::risk) enum Part<'p> {
    /// An action, such as `s3:GetObject`.
    Action,
    /// A resource: an ARN or a pattern of them.
    Resource,
    /// Who it is for.
    Principal,
    /// The value that a condition compares this key with.
    Condition(&'p str),
}

impl Discretion<'_> {
    /// Returns what is shown of a text in a statement.
    pub(in crate::risk) fn grant(&self, part: Part<'_>, text: &str) -> Shown {
        if let Part::Condition(key) = part {
            // `sts:ExternalId` bears the name behind the colon, `aws:RequestTag/Token` the one behind the stroke.
            let name = key.rsplit([':', '/']).next().unwrap_or(key);
            if let Some(why) = names::reason(self.kind, &[name.to_owned()], false) {
                return Shown::Hidden { why, length: Some(text.chars().count()) };
            }
        }
        match self.text(text) {
            Shown::Hidden { why: Why::Text | Why::RandomLooking, .. } if part.is_harmless(text) => {
                Shown::Value(cut(text, LONGEST))
            }
            shown => shown,
        }
    }
}

impl Part<'_> {
    fn is_harmless(self, text: &str) -> bool {
        match self {
            Part::Action => is_action(text),
            Part::Resource => is_id(text),
            Part::Principal => is_service(text) || is_id(text),
            Part::Condition(_) => is_subject(text) || is_service(text) || kinds::is_harmless(text),
        }
    }
}

/// Returns true for `service:Action`, with wildcards.
fn is_action(text: &str) -> bool {
    let wild = |byte: &u8| matches!(byte, b'*' | b'?');
    text.split_once(':').is_some_and(|(service, action)| {
        let service_byte = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || wild(&byte);
        let action_byte = |byte: u8| byte.is_ascii_alphanumeric() || wild(&byte);
        (1..=40).contains(&service.len())
            && (1..=80).contains(&action.len())
            && service.bytes().all(service_byte)
            && action.bytes().all(action_byte)
            && !looks_random(service)
            && !looks_random(action)
    })
}

/// Returns true for the name of a service or of a provider of identities, such as `ec2.amazonaws.com`.
fn is_service(text: &str) -> bool {
    let known = [
        ".amazonaws.com",
        ".amazonaws.com.cn",
        ".amazon.com",
        ".amazoncognito.com",
        ".aws.internal",
        ".googleapis.com",
        ".githubusercontent.com",
        ".facebook.com",
    ];
    let allowed =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    text.len() <= 80 && text.bytes().all(allowed) && known.iter().any(|end| text.ends_with(end))
}

/// Returns true for a subject as providers of identities write it: `repo:acme/infra:ref:refs/heads/main`.
fn is_subject(text: &str) -> bool {
    let is_part = |part: &str| {
        let bare: String = part.chars().filter(|character| !matches!(character, '*' | '?')).collect();
        bare.is_empty() || are_words(&bare)
    };
    let parts: Vec<&str> = text.split(':').collect();
    text.len() <= LONGEST && (1..=7).contains(&parts.len()) && parts.into_iter().all(is_part)
}
