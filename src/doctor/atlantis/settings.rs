//! The settings of the server, from flags, `ATLANTIS_` variables or its configuration file.

use std::collections::BTreeMap;

use super::super::catalog::{
    ATLANTIS_API, ATLANTIS_APPLY, ATLANTIS_COMMANDS, ATLANTIS_CREDENTIALS, ATLANTIS_FORKS,
    ATLANTIS_MERGEABLE, ATLANTIS_NO_PULL, ATLANTIS_REPOSITORIES, ATLANTIS_TEAMS, Entry,
};
use super::super::yaml;
use super::super::{Check, Seen, State};

/// Settings whose value is a secret: that there is one is kept, what it is is not.
const SECRETS: [&str; 14] = [
    "api-secret",
    "azuredevops-token",
    "azuredevops-webhook-password",
    "bitbucket-token",
    "bitbucket-webhook-secret",
    "gh-app-key",
    "gh-token",
    "gh-webhook-secret",
    "gitea-token",
    "gitea-webhook-secret",
    "gitlab-token",
    "gitlab-webhook-secret",
    "redis-password",
    "web-password",
];

/// Settings that are on without a value; a word behind one is not its value.
const SWITCHES: [&str; 5] = [
    "allow-fork-prs",
    "disable-apply",
    "enable-drift-remediation",
    "gh-allow-mergeable-bypass-apply",
    "write-git-creds",
];

/// Settings by their names.
pub type Settings = BTreeMap<String, String>;

/// Reads the words of a command line: `--name=value`, `--name value`, `--switch`.
pub fn from_words(words: &[String]) -> Settings {
    let mut settings = Settings::new();
    let mut words = words.iter().peekable();
    while let Some(word) = words.next() {
        let Some(name) = word.strip_prefix("--") else { continue };
        let (name, value) = match name.split_once('=') {
            Some((name, value)) => (name, value.to_owned()),
            None if SWITCHES.contains(&name) => (name, "true".to_owned()),
            None => match words.next_if(|next| !next.starts_with("--")) {
                Some(value) => (name, value.clone()),
                None => (name, "true".to_owned()),
            },
        };
        keep(&mut settings, name, value);
    }
    settings
}

/// Reads variables of an environment: `ATLANTIS_ALLOW_FORK_PRS` is `allow-fork-prs`.
pub fn from_variables(variables: impl Iterator<Item = (String, String)>) -> Settings {
    let mut settings = Settings::new();
    for (name, value) in variables {
        if let Some(name) = name.strip_prefix("ATLANTIS_") {
            keep(&mut settings, &name.to_ascii_lowercase().replace('_', "-"), value);
        }
    }
    settings
}

/// Reads a file: the configuration of the server (YAML), a command line, or `ATLANTIS_NAME=value` lines.
///
/// # Errors
///
/// What is none of these.
pub fn from_file(text: &str) -> Result<Settings, String> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let variable = |line: &str| {
        let line = line.strip_prefix("export ").unwrap_or(line).trim();
        let (name, value) = line.split_once('=')?;
        name.starts_with("ATLANTIS_").then(|| (name.to_owned(), unquoted(value.trim()).to_owned()))
    };
    let variables: Vec<(String, String)> = lines().filter_map(variable).collect();
    if !variables.is_empty() && variables.len() == lines().count() {
        return Ok(from_variables(variables.into_iter()));
    }
    // A name of a setting has no dashes before it, and no spaces within.
    let is_name = |name: &String| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let value = yaml::read(text);
    if let Ok(Some(map)) = value.as_ref().map(|value| value.as_object())
        && map.keys().all(is_name)
    {
        let mut settings = Settings::new();
        for (name, value) in map {
            keep(&mut settings, name, yaml::texts(Some(value)).join(","));
        }
        return Ok(settings);
    }
    let words: Vec<String> =
        lines().flat_map(|line| line.trim_end_matches('\\').split_whitespace()).map(word).collect();
    if words.iter().any(|word| word.starts_with("--")) {
        return Ok(from_words(&words));
    }
    Err(value.err().unwrap_or_else(|| "it holds neither flags nor settings".to_owned()))
}

/// Takes the quotes off a word of a command line, or off its value.
fn word(text: &str) -> String {
    let text = unquoted(text).trim_start_matches(['"', '\'']);
    match text.split_once('=') {
        Some((name, value)) => format!("{name}={}", unquoted(value)),
        None => text.to_owned(),
    }
}

fn unquoted(text: &str) -> &str {
    let inner = |quote| text.strip_prefix(quote).and_then(|text| text.strip_suffix(quote));
    inner('"').or_else(|| inner('\'')).unwrap_or(text)
}

fn keep(settings: &mut Settings, name: &str, value: String) {
    let value = if SECRETS.contains(&name) && !value.is_empty() { "(secret)".to_owned() } else { value };
    settings.insert(name.to_owned(), value);
}

/// Judges the settings.
pub(super) fn checks(settings: &Seen<Settings>) -> Vec<Check> {
    let all = [
        &ATLANTIS_FORKS,
        &ATLANTIS_REPOSITORIES,
        &ATLANTIS_NO_PULL,
        &ATLANTIS_COMMANDS,
        &ATLANTIS_MERGEABLE,
        &ATLANTIS_TEAMS,
        &ATLANTIS_API,
        &ATLANTIS_CREDENTIALS,
        &ATLANTIS_APPLY,
    ];
    let settings = match settings.known() {
        Ok(settings) => settings,
        Err(why) => return all.iter().map(|entry| Check::new(entry, State::Unknown, why)).collect(),
    };
    let given = Given { settings, part: part(settings) };
    vec![
        given.off(&ATLANTIS_FORKS, "allow-fork-prs"),
        repositories(settings),
        given.off(&ATLANTIS_NO_PULL, "enable-drift-remediation"),
        given.commands(),
        given.off(&ATLANTIS_MERGEABLE, "gh-allow-mergeable-bypass-apply"),
        given.teams(),
        given.off(&ATLANTIS_API, "api-secret"),
        given.off(&ATLANTIS_CREDENTIALS, "write-git-creds"),
        given.off(&ATLANTIS_APPLY, "disable-apply"),
    ]
}

/// Says why what is absent may be set all the same, if it may.
fn part(settings: &Settings) -> Option<&'static str> {
    if settings.get("config").is_some_and(|file| !file.is_empty()) {
        return Some("`--config` names a file of further settings: give it with `--atlantis-flags`");
    }
    // No server starts without it, so where it is missing more may be.
    (!settings.contains_key("repo-allowlist"))
        .then_some("`--repo-allowlist` is not among what was given, so these are not all settings")
}

/// Settings, and why there may be more of them.
struct Given<'s> {
    settings: &'s Settings,
    part: Option<&'static str>,
}

impl Given<'_> {
    /// Something is absent: that is as it was found only if everything was given.
    fn absent(&self, entry: &'static Entry, state: State, found: String) -> Check {
        match self.part {
            None => Check::new(entry, state, found),
            Some(why) => Check::new(entry, State::Unknown, why),
        }
    }

    /// Says whether a switch is off, or a text absent.
    fn off(&self, entry: &'static Entry, name: &str) -> Check {
        let on =
            |value: &String| !["", "false", "0", "f"].contains(&value.trim().to_ascii_lowercase().as_str());
        if self.settings.get(name).is_some_and(on) {
            return Check::new(entry, State::Problem, format!("`--{name}` is set"));
        }
        self.absent(entry, State::Ok, format!("`--{name}` is not set"))
    }

    fn commands(&self) -> Check {
        let entry = &ATLANTIS_COMMANDS;
        let Some(list) = self.settings.get("allow-commands") else {
            let found = "`--allow-commands` is the default, which has neither";
            return self.absent(entry, State::Ok, found.to_owned());
        };
        let open = |name: &&str| ["import", "state", "all"].contains(name);
        let wrong: Vec<&str> = list.split(',').map(str::trim).filter(open).collect();
        if wrong.is_empty() {
            return Check::new(entry, State::Ok, format!("`--allow-commands` is `{list}`"));
        }
        Check::new(entry, State::Problem, format!("`--allow-commands` has `{}`", wrong.join("`, `")))
    }

    fn teams(&self) -> Check {
        let entry = &ATLANTIS_TEAMS;
        match self.settings.get("gh-team-allowlist").map(String::as_str) {
            None | Some("") => {
                self.absent(entry, State::Problem, "`--gh-team-allowlist` is not set".to_owned())
            }
            Some(list) if list.split(',').any(|rule| rule.trim_start().starts_with('*')) => Check::new(
                entry,
                State::Problem,
                format!("`--gh-team-allowlist` is `{list}`, which has everybody"),
            ),
            Some(list) => Check::new(entry, State::Ok, format!("`--gh-team-allowlist` is `{list}`")),
        }
    }
}

fn repositories(settings: &Settings) -> Check {
    let entry = &ATLANTIS_REPOSITORIES;
    let Some(list) = settings.get("repo-allowlist") else {
        return Check::new(entry, State::Unknown, "`--repo-allowlist` is not among what was given");
    };
    // HOST/OWNER/...: what names no owner names everybody.
    let open =
        |rule: &&str| rule.split('/').nth(1).is_none_or(|owner| owner.is_empty() || owner.contains('*'));
    match list.split(',').map(str::trim).filter(|rule| !rule.starts_with('!')).find(open) {
        Some(rule) => {
            Check::new(entry, State::Problem, format!("`--repo-allowlist` has `{rule}`, whoever owns it"))
        }
        None => Check::new(entry, State::Ok, format!("`--repo-allowlist` is `{list}`")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Seen, State};
    use super::{Settings, checks, from_file, from_variables, from_words};

    fn settings(pairs: &[(&str, &str)]) -> Settings {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn flags_are_read_however_they_are_written() {
        let expected = settings(&[
            ("allow-fork-prs", "true"),
            ("gh-token", "(secret)"),
            ("repo-allowlist", "github.com/acme/*"),
        ]);
        let words: Vec<String> =
            ["server", "--allow-fork-prs", "--gh-token=abc", "--repo-allowlist", "github.com/acme/*"]
                .map(str::to_owned)
                .to_vec();
        assert_eq!(from_words(&words), expected);
        let variables = [
            ("ATLANTIS_ALLOW_FORK_PRS", "true"),
            ("ATLANTIS_GH_TOKEN", "abc"),
            ("ATLANTIS_REPO_ALLOWLIST", "github.com/acme/*"),
            ("HOME", "/root"),
        ];
        let variables = variables.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(from_variables(variables.into_iter()), expected);
        for text in [
            "atlantis server --allow-fork-prs --gh-token=abc \\\n  --repo-allowlist='github.com/acme/*'\n",
            "# flags\n--allow-fork-prs\n--gh-token=abc\n--repo-allowlist \"github.com/acme/*\"\n",
            "export ATLANTIS_ALLOW_FORK_PRS=true\nATLANTIS_GH_TOKEN=abc\nATLANTIS_REPO_ALLOWLIST='github.com/acme/*'\n",
            "allow-fork-prs: true\ngh-token: abc\nrepo-allowlist: github.com/acme/*\n",
        ] {
            assert_eq!(from_file(text).unwrap(), expected, "{text}");
        }
        assert!(from_file("- a\n- b\n").is_err());
        // As the server reads it, a switch takes no word for its value.
        let words = ["--allow-fork-prs", "false"].map(str::to_owned);
        assert_eq!(from_words(&words), settings(&[("allow-fork-prs", "true")]));
    }

    fn wrong(pairs: &[(&str, &str)]) -> Vec<&'static str> {
        let given = Seen::Known(settings(pairs));
        checks(&given)
            .iter()
            .filter(|check| check.state == State::Problem)
            .map(|check| check.entry.id)
            .collect()
    }

    #[test]
    fn each_setting_that_opens_a_way_round_is_told() {
        let sound = [("repo-allowlist", "github.com/acme/infra"), ("gh-team-allowlist", "sre:apply")];
        assert_eq!(wrong(&sound), [""; 0]);
        for (name, value, expected) in [
            ("allow-fork-prs", "true", Some("atlantis-forks")),
            ("allow-fork-prs", "false", None),
            ("repo-allowlist", "*", Some("atlantis-repositories")),
            ("repo-allowlist", "github.com/*", Some("atlantis-repositories")),
            ("repo-allowlist", "github.com/acme/*", None),
            ("repo-allowlist", "github.com/acme/*,!github.com/acme/x", None),
            ("enable-drift-remediation", "true", Some("atlantis-no-pull")),
            ("allow-commands", "plan,apply,import", Some("atlantis-commands")),
            ("allow-commands", "all", Some("atlantis-commands")),
            ("allow-commands", "plan, state", Some("atlantis-commands")),
            ("allow-commands", "plan,apply", None),
            ("gh-allow-mergeable-bypass-apply", "true", Some("atlantis-mergeable")),
            ("gh-team-allowlist", "", Some("atlantis-teams")),
            ("gh-team-allowlist", "*:plan,sre:apply", Some("atlantis-teams")),
            ("api-secret", "(secret)", Some("atlantis-api")),
            ("write-git-creds", "1", Some("atlantis-credentials")),
            ("disable-apply", "true", Some("atlantis-apply")),
        ] {
            let mut pairs: Vec<(&str, &str)> =
                sound.into_iter().filter(|(known, _)| *known != name).collect();
            pairs.push((name, value));
            assert_eq!(wrong(&pairs), expected.into_iter().collect::<Vec<_>>(), "{name}={value}");
        }
    }

    #[test]
    fn what_is_absent_is_known_only_where_everything_was_given() {
        let states = |pairs: &[(&str, &str)]| -> Vec<State> {
            let mut states: Vec<State> =
                checks(&Seen::Known(settings(pairs))).iter().map(|check| check.state).collect();
            states.dedup();
            states
        };
        assert_eq!(states(&[("repo-config", "repos.yaml")]), [State::Unknown]);
        let further = states(&[
            ("config", "/etc/atlantis.yaml"),
            ("repo-allowlist", "x/y/z"),
            ("allow-fork-prs", "true"),
        ]);
        assert_eq!(further, [State::Problem, State::Ok, State::Unknown]);
        // What is no configuration of a server tells nothing of one.
        let compose = from_file("command: [server, --allow-fork-prs, --repo-allowlist=x/y/z]\n").unwrap();
        assert!(checks(&Seen::Known(compose)).iter().all(|check| check.state == State::Unknown));
    }

    #[test]
    fn a_quoted_flag_is_a_flag() {
        for text in
            ["'--allow-fork-prs=true' \"--repo-allowlist=*\"", "\"--allow-fork-prs\" --repo-allowlist='*'"]
        {
            let expected = settings(&[("allow-fork-prs", "true"), ("repo-allowlist", "*")]);
            assert_eq!(from_file(text).unwrap(), expected, "{text}");
        }
    }
}
