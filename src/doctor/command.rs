//! What a script runs, as far as that can be told without a shell.

/// Programs that run the code of a configuration.
const TOOLS: [&str; 3] = ["terraform", "tofu", "terragrunt"];
/// Their commands that run providers, modules or programs of the configuration.
const RUNS_CODE: [&str; 9] =
    ["init", "plan", "apply", "destroy", "import", "refresh", "test", "validate", "run-all"];

/// Splits a script into its simple commands, each in words. Quotes stay where they are but around a whole word.
pub(super) fn commands(script: &str) -> Vec<Vec<String>> {
    let joined = script.replace("\\\r\n", " ").replace("\\\n", " ");
    let mut commands = Vec::new();
    for line in joined.lines() {
        if line.trim_start().starts_with('#') {
            continue;
        }
        for part in line.split([';', '|', '&']) {
            let words: Vec<String> = part
                .split_whitespace()
                .map(|word| word.trim_matches(['"', '\'', '(', ')', '`']).to_owned())
                .filter(|word| !word.is_empty())
                .collect();
            if !words.is_empty() {
                commands.push(words);
            }
        }
    }
    commands
}

/// Returns the name of a program without its path.
fn base(word: &str) -> &str {
    word.rsplit(['/', '(']).next().unwrap_or(word)
}

/// Returns true if a word names such a tool: `terraform`, `/usr/bin/tofu1.9.0`, `${ATLANTIS_TERRAFORM_DISTRIBUTION}`.
fn is_tool(word: &str) -> bool {
    let name = base(word.trim_matches(['"', '\'', '$', '(', '{', '}']));
    let plain = name.trim_end_matches(|c: char| c.is_ascii_digit() || ".-_v".contains(c));
    TOOLS.contains(&plain) || name.contains("ATLANTIS_TERRAFORM")
}

/// Returns the words after the name of the tool, wherever it stands in a command.
fn tool_words(words: &[String]) -> Option<&[String]> {
    let at = words.iter().position(|word| is_tool(word))?;
    words.get(at + 1..)
}

/// Returns true if a command runs code of the configuration.
pub(super) fn runs_configuration(words: &[String]) -> bool {
    tool_words(words).is_some_and(|rest| rest.iter().any(|word| RUNS_CODE.contains(&word.as_str())))
}

/// Returns true if a command applies or destroys.
pub(super) fn applies(words: &[String]) -> bool {
    tool_words(words)
        .is_some_and(|rest| rest.iter().any(|word| ["apply", "destroy"].contains(&word.as_str())))
}

/// Returns the words after `applygate` where a command runs it: the first word, or after `exec`, `env` and settings.
pub(super) fn applygate(words: &[String]) -> Option<&[String]> {
    let skips = |word: &&String| {
        ["exec", "env", "time", "sudo", "command", "if", "!"].contains(&word.as_str())
            || word.split_once('=').is_some_and(|(name, _)| {
                !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            })
    };
    let at = words.iter().take_while(skips).count();
    (base(words.get(at)?) == "applygate").then(|| words.get(at + 1..).unwrap_or_default())
}

/// Returns true if a command runs a subcommand of applygate, such as `review` or `atlantis apply`.
pub(super) fn runs_applygate(words: &[String], subcommand: &[&str]) -> bool {
    applygate(words).is_some_and(|rest| {
        rest.iter().zip(subcommand).filter(|(word, wanted)| word == *wanted).count() == subcommand.len()
    })
}

/// Returns true if a command applies through the gate.
pub(super) fn applies_through_gate(words: &[String]) -> bool {
    let has = |name: &str| words.iter().any(|word| word == name || word.starts_with(&format!("{name}=")));
    // What is applied is the plan that was judged, and no other.
    runs_applygate(words, &["gate"]) && has("--exec") && words.iter().any(|word| word.contains("{plan}"))
}

/// How sure it is that a script ends with an error when its one command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stops {
    /// Nothing else stands in it.
    Yes,
    /// Something stands in it that may hide the error.
    MayNot,
}

/// Says whether the failure of a command in a script is the failure of the script.
pub(super) fn stops(script: &str) -> Stops {
    let script = script.trim();
    let hides = |text: &str| script.contains(text);
    if hides("||") || hides(";") || hides("\n") || hides("$(") || hides("`") || hides("!") {
        return Stops::MayNot;
    }
    // What is left of `&&` is a pipe or a command in the background.
    if script.replace("&&", "").contains(['|', '&']) || script.starts_with("if ") {
        return Stops::MayNot;
    }
    Stops::Yes
}

#[cfg(test)]
mod tests {
    use super::{Stops, applies, applies_through_gate, commands, runs_applygate, runs_configuration, stops};

    #[test]
    fn what_runs_code_of_a_configuration_is_seen() {
        for (script, expected) in [
            ("terraform init -input=false", true),
            ("cd live && terraform plan -out=x", true),
            ("TF_LOG=1 /usr/local/bin/terraform1.9.0 -chdir=live plan", true),
            ("OUT=$(tofu plan -no-color)", true),
            ("terraform -chdir=x \\\n  init", true),
            ("${ATLANTIS_TERRAFORM_DISTRIBUTION}${ATLANTIS_TERRAFORM_VERSION} apply", true),
            ("# terraform plan", false),
            ("terraform show -json tfplan > plan.json", false),
            ("terraform version", false),
            ("echo done", false),
            ("applygate review plan.json", false),
        ] {
            assert_eq!(commands(script).iter().any(|words| runs_configuration(words)), expected, "{script}");
        }
    }

    #[test]
    fn applygate_counts_where_it_is_the_program() {
        for (script, expected) in [
            ("applygate atlantis apply", true),
            ("/usr/local/bin/applygate atlantis apply", true),
            ("APPLYGATE_DIGEST_KEY=x exec applygate atlantis apply", true),
            ("echo applygate atlantis apply", false),
            ("applygate atlantis plan", false),
            ("applygate", false),
        ] {
            let found = commands(script).iter().any(|words| runs_applygate(words, &["atlantis", "apply"]));
            assert_eq!(found, expected, "{script}");
        }
    }

    #[test]
    fn an_apply_through_the_gate_is_told_from_another() {
        for (script, through) in [
            ("applygate gate tfplan --exec -- terraform apply {plan}", true),
            ("applygate gate tfplan --exec -- terraform apply -input=false {plan}", true),
            ("applygate gate tfplan --exec -- terraform apply tfplan", false),
            ("applygate gate tfplan", false),
            ("terraform apply tfplan", false),
        ] {
            assert_eq!(commands(script).iter().all(|words| applies_through_gate(words)), through, "{script}");
        }
        assert!(commands("terraform apply x").iter().any(|words| applies(words)));
        assert!(!commands("terraform plan -out=apply.tfplan").iter().any(|words| applies(words)));
    }

    #[test]
    fn a_script_that_may_hide_a_failure_is_told() {
        for (script, expected) in [
            ("applygate atlantis apply", Stops::Yes),
            ("cd x && applygate atlantis apply", Stops::Yes),
            ("applygate atlantis apply\n", Stops::Yes),
            ("applygate atlantis apply || true", Stops::MayNot),
            ("applygate atlantis apply; true", Stops::MayNot),
            ("applygate atlantis apply | tee log", Stops::MayNot),
            ("applygate atlantis apply &", Stops::MayNot),
            ("set -e\napplygate atlantis apply", Stops::MayNot),
            ("! applygate atlantis apply", Stops::MayNot),
            ("if applygate atlantis apply", Stops::MayNot),
        ] {
            assert_eq!(stops(script), expected, "{script}");
        }
    }
}
