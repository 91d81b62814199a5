//! What the names on a path say of the value at its end.

use super::Why;

/// Words in a name that only secrets bear.
const SECRET_WORDS: &[&str] = &[
    "apikey",
    "auth",
    "authentication",
    "authorization",
    "bearer",
    "cert",
    "certificate",
    "certificates",
    "certs",
    "connectionstring",
    "connstr",
    "cookie",
    "cookies",
    "cred",
    "creds",
    "dsn",
    "hmac",
    "htpasswd",
    "jks",
    "jwt",
    "key",
    "keys",
    "keystore",
    "keytab",
    "kubeconfig",
    "licence",
    "license",
    "mnemonic",
    "nonce",
    "otp",
    "p12",
    "pass",
    "passcode",
    "passkey",
    "pat",
    "pem",
    "pfx",
    "pin",
    "psk",
    "pw",
    "pwd",
    "salt",
    "sas",
    "seed",
    "session",
    "sig",
    "signature",
    "totp",
    "truststore",
];

/// Parts of a name that only secrets bear, wherever they stand in it.
const SECRET_PARTS: &[&str] = &[
    "accesskey",
    "apikey",
    "authkey",
    "authtoken",
    "connectionstring",
    "credential",
    "externalid",
    "passphrase",
    "passwd",
    "password",
    "privatekey",
    "secret",
    "sharedkey",
    "signingkey",
    "sshkey",
    "token",
    "webhook",
];

/// Names that have such a word but hold no secret: the name of a key, the policy for passwords.
const HARMLESS: &[&str] = &[
    "aggregate_key_type",
    "attribute_key",
    "bucket_key",
    "context_keys",
    "crypto_key",
    "customer_master_key_spec",
    "encryption_key_arn",
    "group_key",
    "hash_key",
    "http_tokens",
    "key_name",
    "key_ring",
    "key_spec",
    "key_usage",
    "kms_key",
    "kms_key_arn",
    "kms_key_id",
    "kms_key_name",
    "kms_key_self_link",
    "kms_master_key_id",
    "kms_key_ring",
    "master_kms_key",
    "partition_key",
    "partition_keys",
    "password_policy",
    "range_key",
    "routing_key",
    "session_affinity",
    "sort_key",
    "tag_key",
    "tag_keys",
];

/// Names that bear secrets although they end like names that do not.
const SECRET_NAMES: &[&str] =
    &["access_key_id", "accesskeyid", "external_id", "secret_id", "session_id", "token_id"];

/// Last words of names that tell something about a secret and not the secret.
const ABOUT_LAST: &[&str] = &[
    "age",
    "algorithm",
    "arn",
    "arns",
    "count",
    "days",
    "enabled",
    "expiration",
    "format",
    "hours",
    "id",
    "identifier",
    "ids",
    "interval",
    "length",
    "minutes",
    "mode",
    "model",
    "name",
    "names",
    "period",
    "prevention",
    "required",
    "requirement",
    "rotation",
    "seconds",
    "size",
    "spec",
    "state",
    "status",
    "strategy",
    "ttl",
    "type",
    "types",
    "usage",
    "validity",
    "version",
];

/// First words of names of switches and limits.
const ABOUT_FIRST: &[&str] = &[
    "allow", "disable", "enable", "enforce", "has", "is", "manage", "max", "min", "minimum", "require", "use",
];

/// Words behind `private` that make it a matter of networks.
const NETWORK_WORDS: &[&str] = &[
    "access",
    "address",
    "addresses",
    "cidr",
    "cidrs",
    "cluster",
    "connect",
    "dns",
    "domain",
    "endpoint",
    "endpoints",
    "google",
    "hostname",
    "hosted",
    "ingress",
    "ip",
    "ips",
    "ipv4",
    "ipv6",
    "link",
    "network",
    "networks",
    "node",
    "nodes",
    "route",
    "service",
    "subnet",
    "subnets",
    "visibility",
    "vpc",
    "zone",
    "zones",
];

/// Blocks whose `key` is the name of a label.
const LABELLING: &[&str] =
    &["filter", "label", "labels", "match_expressions", "tag", "tags", "taint", "toleration"];

/// Names of maps and blocks of environment variables.
const ENVIRONMENTS: &[&str] = &[
    "app_settings",
    "build_environment_variables",
    "config_vars",
    "container_environment",
    "env",
    "env_vars",
    "environment",
    "environment_variable",
    "environment_variables",
    "environments",
    "envs",
    "runtime_environment_variables",
    "secure_environment_variables",
    "site_config_app_settings",
    "variables",
];

/// Names of text that a program reads, and of the payloads of generic types.
const OPAQUE: &[&str] = &[
    "args",
    "arguments",
    "binary_data",
    "body",
    "body_content",
    "cloud_init",
    "code",
    "command",
    "commands",
    "configuration_values",
    "content",
    "content_base64",
    "custom_data",
    "data",
    "data_json",
    "definition",
    "entrypoint",
    "entry_point",
    "ignition",
    "init_script",
    "inline",
    "inline_code",
    "input",
    "inputs",
    "insecure_value",
    "keepers",
    "manifest",
    "manifests",
    "metadata_startup_script",
    "object",
    "output",
    "outputs",
    "parameters",
    "payload",
    "protected_settings",
    "query",
    "result",
    "results",
    "script",
    "sensitive_content",
    "settings",
    "source_code",
    "sql",
    "startup_script",
    "string_data",
    "stdin",
    "subkeys",
    "template",
    "template_body",
    "triggers",
    "triggers_replace",
    "user_data",
    "user_data_base64",
    "userdata",
    "value",
    "value_wo",
    "yaml_body",
    "zip_file",
];

/// A step longer than this is no name that anybody reads.
const LONGEST_NAME: usize = 200;

/// Returns why nothing is shown at a path; `container` says whether an object or a list stands there.
pub(super) fn reason(kind: &str, path: &[String], container: bool) -> Option<Why> {
    if path.iter().any(|step| step.len() > LONGEST_NAME) {
        return Some(Why::Opaque);
    }
    let named: Vec<String> = path.iter().filter(|step| !is_position(step)).map(|step| snake(step)).collect();
    let under_label = |at: usize| {
        at.checked_sub(1)
            .and_then(|above| named.get(above))
            .is_some_and(|above| LABELLING.contains(&above.as_str()))
    };
    let mut names = named.iter().enumerate();
    if names.any(|(at, name)| is_secret_like(name) && !(name == "key" && under_label(at))) {
        return Some(Why::SecretLikeName);
    }
    let last = named.len().saturating_sub(1);
    let ends_in_position = path.last().is_some_and(|step| is_position(step));
    let mut hidden = None;
    for (at, name) in named.iter().enumerate() {
        // A text called `environment` names one; a block or a map of that name holds variables.
        let names_one = matches!(name.as_str(), "environment" | "env");
        let holds = !names_one || at < last || container || ends_in_position;
        if holds && is_environment(kind, name, &named) {
            return Some(Why::EnvironmentMap);
        }
        if is_opaque(kind, name, &named) {
            hidden = Some(Why::Opaque);
        }
    }
    hidden
}

fn is_environment(kind: &str, name: &str, named: &[String]) -> bool {
    // The `environment` of a build project says on what it builds; its variables have a name of their own.
    let build = kind == "aws_codebuild_project" && name == "environment";
    let exempt = build && !named.iter().any(|name| name == "environment_variable");
    ENVIRONMENTS.contains(&name) && !exempt
}

fn is_opaque(kind: &str, name: &str, named: &[String]) -> bool {
    match name {
        // The parameters of a database engine are switches and limits.
        "value" => !(kind.ends_with("parameter_group") && named.iter().any(|name| name == "parameter")),
        "values" | "set" | "set_list" => kind.starts_with("helm_"),
        "metadata" => kind.starts_with("google_compute_"),
        "records" | "rrdatas" | "ttl_records" => false,
        name => {
            // Beside `parameter_name` stands `parameter_value`, beside `job_name` its `default_arguments`.
            let ends = ["_script", "_user_data", "_value", "_arguments", "_args"];
            OPAQUE.contains(&name) || ends.iter().any(|end| name.ends_with(end))
        }
    }
}

/// Returns true for a name that secrets bear.
fn is_secret_like(name: &str) -> bool {
    if SECRET_NAMES
        .iter()
        .any(|secret| name.strip_suffix(secret).is_some_and(|rest| rest.is_empty() || rest.ends_with('_')))
    {
        return true;
    }
    if HARMLESS.contains(&name) {
        return false;
    }
    let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
    let squeezed = words.concat();
    let private = words.iter().enumerate().any(|(at, word)| {
        *word == "private" && words.get(at + 1).is_none_or(|next| !NETWORK_WORDS.contains(next))
    });
    let hit = private
        || words.iter().any(|word| SECRET_WORDS.contains(word))
        || SECRET_PARTS.iter().any(|part| squeezed.contains(part));
    let about = words.last().is_some_and(|last| ABOUT_LAST.contains(last))
        || words.first().is_some_and(|first| ABOUT_FIRST.contains(first));
    // One word alone is never about anything: `id` behind nothing, `token`.
    hit && !(about && words.len() > 1)
}

/// Returns true for a step that is the position of an element.
fn is_position(step: &str) -> bool {
    !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns a name in lower case with underscores between its words: `dbPassword`, `DB-Password` and `db_password`
/// are one name.
fn snake(name: &str) -> String {
    let mut text = String::with_capacity(name.len() + 4);
    let mut previous = ' ';
    let mut characters = name.chars().peekable();
    while let Some(character) = characters.next() {
        let next_is_lower = characters.peek().is_some_and(|next| next.is_lowercase());
        let new_word = character.is_uppercase()
            && (previous.is_lowercase()
                || previous.is_ascii_digit()
                || previous.is_uppercase() && next_is_lower);
        if new_word {
            text.push('_');
        }
        if character.is_alphanumeric() {
            text.extend(character.to_lowercase());
        } else {
            text.push('_');
        }
        previous = character;
    }
    text
}
