//! What a comment says behind `--`.

/// Reads `COMMENT_ARGS`: Atlantis puts a backslash before every byte and joins the arguments by commas.
///
/// A comma of an argument bears a backslash, too, so the two are told apart. What is not written like that is taken as it
/// stands, and is then no argument that anybody knows.
pub fn comment_arguments(escaped: &str) -> Vec<String> {
    let mut arguments = Vec::new();
    let mut argument = String::new();
    let mut characters = escaped.chars();
    while let Some(character) = characters.next() {
        match character {
            '\\' => argument.extend(characters.next()),
            ',' => arguments.push(std::mem::take(&mut argument)),
            other => argument.push(other),
        }
    }
    arguments.push(argument);
    arguments.retain(|argument| !argument.is_empty());
    arguments
}

/// Returns those arguments that make a plan cover less than the configuration, or something else: with them nobody sees in
/// the plan what the next ordinary one brings.
pub fn limiting(arguments: &[String]) -> Vec<String> {
    const LIMITING: [&str; 7] =
        ["target", "target-file", "exclude", "exclude-file", "destroy", "refresh-only", "replace"];
    let name = |argument: &String| {
        let bare = argument.trim_start_matches('-');
        let named = bare.split('=').next().unwrap_or(bare);
        argument.starts_with('-') && (LIMITING.contains(&named) || argument.starts_with("-refresh=f"))
    };
    arguments.iter().filter(|argument| name(argument)).cloned().collect()
}

/// Returns those arguments with which `apply` of a plan that was saved may do something else than what was judged, or does
/// not do what they say: all but those that are known to decide only how it is done. An ephemeral variable, for one, is
/// part of no plan, and may say in which account it is applied.
pub fn unjudged(arguments: &[String]) -> Vec<String> {
    const HOW: [&str; 6] =
        ["compact-warnings", "json", "lock-timeout", "no-color", "parallelism", "show-sensitive"];
    let known = |argument: &String| {
        let bare = argument.trim_start_matches('-');
        argument.starts_with('-') && HOW.contains(&bare.split('=').next().unwrap_or(bare))
    };
    arguments.iter().filter(|argument| !known(argument)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::{comment_arguments, limiting, unjudged};

    #[test]
    fn arguments_are_read_as_they_were_commented() {
        for (escaped, expected) in [
            ("", &[][..]),
            (r"\a\r\g\1,\a\r\g\2", &["arg1", "arg2"]),
            (r"\-\v\a\r,\a\=\1\,\2", &["-var", "a=1,2"]),
            (r"\\,\-", &["\\", "-"]),
            ("plain", &["plain"]),
            ("\\", &[]),
        ] {
            assert_eq!(comment_arguments(escaped), expected, "{escaped}");
        }
    }

    #[test]
    fn what_makes_a_plan_cover_less_is_known() {
        let arguments = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let all = arguments(&[
            "-target=aws_x.y",
            "-var",
            "target=1",
            "--destroy",
            "-refresh=false",
            "-lock=false",
            "-target",
        ]);
        assert_eq!(limiting(&all), ["-target=aws_x.y", "--destroy", "-refresh=false", "-target"]);
    }

    #[test]
    fn only_what_decides_how_a_plan_is_applied_passes_at_apply() {
        let arguments = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let harmless = arguments(&["-no-color", "-lock-timeout=5m", "--parallelism=3", "-compact-warnings"]);
        assert_eq!(unjudged(&harmless), Vec::<String>::new());
        for other in [
            "-target=x",
            "-var=account=1",
            "-var-file=x",
            "-state=x",
            "-lock=false",
            "-destroy",
            "other.tfplan",
            "json",
            "-",
        ] {
            assert_eq!(unjudged(&arguments(&["-no-color", other])), [other]);
        }
    }
}
