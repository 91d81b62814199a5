//! Whether a change touches what the pipeline itself lives on, by the policy's own list of names.

use crate::plan::change::{Change, ResourceChange};
use crate::plan::value::Value;
use crate::plan::view::View;
use crate::policy::source::pattern::Glob;

/// The attributes in which a resource names an identity: itself, or whose permissions it is about.
const IDENTITY: [&str; 20] = [
    "name",
    "arn",
    "id",
    "email",
    "user_name",
    "user",
    "users",
    "username",
    "role",
    "roles",
    "role_name",
    "group",
    "groups",
    "member",
    "members",
    "principal",
    "principal_arn",
    "principal_id",
    "service_account_id",
    "object_id",
];

/// The attributes in which a resource names a place of the state: itself, or what it configures.
const STATE: [&str; 12] = [
    "bucket",
    "name",
    "id",
    "arn",
    "bucket_name",
    "storage_account_name",
    "storage_account_id",
    "storage_container_name",
    "container_name",
    "table_name",
    "target_bucket",
    "resource_id",
];

/// Returns true if a change touches an identity on the list.
pub(super) fn identity(globs: &[Glob], head: &ResourceChange, body: &Change<'_>) -> bool {
    touches(globs, &IDENTITY, head, body)
}

/// Returns true if a change touches a place of the state on the list.
pub(super) fn state(globs: &[Glob], head: &ResourceChange, body: &Change<'_>) -> bool {
    touches(globs, &STATE, head, body)
}

fn touches(globs: &[Glob], attributes: &[&str], head: &ResourceChange, body: &Change<'_>) -> bool {
    if globs.is_empty() {
        return false;
    }
    let listed = |text: &str| globs.iter().any(|glob| glob.matches(text));
    listed(&head.address)
        || [body.before(), body.after()].into_iter().any(|side| {
            attributes.iter().any(|attribute| names(side.get(attribute)).into_iter().any(&listed))
        })
}

/// The names in an attribute: a text, or the texts of a list. Identities are often written with what they are before
/// the name: `serviceAccount:deploy@acme`, `arn:aws:iam::1:role/deploy`.
fn names<'v>(view: View<'v>) -> Vec<&'v str> {
    let texts: Vec<&'v str> = match view.known() {
        Some(Value::String(text)) => vec![text],
        Some(Value::List(elements)) => elements
            .iter()
            .filter_map(|element| match element {
                Value::String(text) => Some(&**text),
                _ => None,
            })
            .collect(),
        _ => Vec::new(),
    };
    let short = |text: &'v str| text.rsplit(['/', ':']).next().unwrap_or(text);
    texts.into_iter().flat_map(|text| [text, short(text)]).collect()
}
