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

#[cfg(test)]
mod tests {
    use super::{comment_arguments, limiting};

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
}
