//! Ids that clouds give to things, and the paths and names made of them.

use super::words::are_words;

/// What stands before the hexadecimal digits of an id that AWS gave.
const PREFIXES: &[&str] = &[
    "acl",
    "aclassoc",
    "aki",
    "ami",
    "ari",
    "cagw",
    "cgw",
    "dopt",
    "eigw",
    "eipalloc",
    "eipassoc",
    "eni",
    "eni-attach",
    "fl",
    "fs",
    "fsap",
    "fsmt",
    "i",
    "igw",
    "ipam",
    "ipam-pool",
    "ipam-scope",
    "lgw",
    "lgw-rtb",
    "lt",
    "nat",
    "pcx",
    "pl",
    "r",
    "rtb",
    "rtbassoc",
    "sg",
    "sgr",
    "sir",
    "snap",
    "subnet",
    "tgw",
    "tgw-attach",
    "tgw-rtb",
    "vgw",
    "vol",
    "vpc",
    "vpc-cidr-assoc",
    "vpce",
    "vpce-svc",
    "vpn",
];

/// So many signs of a name may be wildcards, neither words nor ids in one of the common forms: clouds put a few
/// random ones behind a name to make it unique.
const MOST_ODD: usize = 8;
/// The longest name of a thing in a cloud, in bytes.
const LONGEST: usize = 300;

/// Returns true for an id, an ARN or the resource path of a cloud.
pub(super) fn is_id(text: &str) -> bool {
    text.len() <= LONGEST && (is_aws_id(text) || is_arn(text) || is_azure_path(text) || is_google_path(text))
}

/// Returns true for `i-0abc1234`, with 8 or 17 hexadecimal digits.
fn is_aws_id(text: &str) -> bool {
    text.rsplit_once('-').is_some_and(|(prefix, digits)| {
        PREFIXES.contains(&prefix) && matches!(digits.len(), 8 | 17) && digits.bytes().all(is_hex)
    })
}

/// Returns true for an ARN, or a pattern of ARNs.
fn is_arn(text: &str) -> bool {
    let mut parts = text.splitn(6, ':');
    let word = |part: Option<&str>| {
        part.is_some_and(|part| {
            part.bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-*?".contains(&byte))
                && part.len() <= 32
        })
    };
    parts.next() == Some("arn")
        && parts.next().is_some_and(|partition| {
            partition.starts_with("aws") && word(Some(partition)) || partition == "*"
        })
        && word(parts.next())
        && word(parts.next())
        && parts.next().is_some_and(|account| {
            account.bytes().all(|byte| byte.is_ascii_digit() || b"*?".contains(&byte))
                || account == "aws"
                || account == "cloudfront"
        })
        && parts.next().is_some_and(|resource| !resource.is_empty() && is_name(resource))
}

/// Returns true for the path of a resource of Azure.
fn is_azure_path(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let rooted = ["/subscriptions/", "/providers/microsoft."].iter().any(|root| lower.starts_with(root));
    rooted && is_name(text)
}

/// Returns true for the path of a resource of Google Cloud.
fn is_google_path(text: &str) -> bool {
    let path = ["https://www.googleapis.com/", "https://compute.googleapis.com/"]
        .iter()
        .find_map(|host| text.strip_prefix(host))
        .map(|path| {
            path.split_once('/').and_then(|(_, rest)| rest.split_once('/')).map_or(path, |(_, rest)| rest)
        })
        .unwrap_or(text);
    let rooted = ["projects/", "organizations/", "folders/", "billingAccounts/"]
        .iter()
        .any(|root| path.starts_with(root));
    rooted && is_name(path)
}

/// Returns true for a name of a thing in a cloud: no run in it is so long that it could be a key.
fn is_name(text: &str) -> bool {
    // Variables of policies stand in braces: `${aws:username}`.
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:*?@${}".contains(&byte);
    let runs = text.split(|character: char| !character.is_ascii_alphanumeric());
    let odd: usize = runs.filter(|run| !are_words(run) && !is_common_id(run)).map(str::len).sum();
    let wild = text.bytes().filter(|byte| b"*?@${}".contains(byte)).count();
    text.bytes().all(allowed)
        && odd + wild <= MOST_ODD
        // Behind `user:word@` a password may stand.
        && !text.contains("://")
}

/// Returns true for the ids that stand in names: of accounts, of load balancers, of zones and distributions.
fn is_common_id(run: &str) -> bool {
    let all = |test: fn(u8) -> bool| run.bytes().all(test);
    match run.len() {
        ..=15 if all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()) => true,
        ..=17 => all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
        _ => false,
    }
}

/// Returns true for `123e4567-e89b-12d3-a456-426614174000`.
pub(super) fn is_uuid(text: &str) -> bool {
    let lengths = text.split('-').map(str::len);
    lengths.eq([8, 4, 4, 4, 12]) && text.bytes().all(|byte| byte == b'-' || is_hex(byte))
}

fn is_hex(byte: u8) -> bool {
    byte.is_ascii_hexdigit()
}
