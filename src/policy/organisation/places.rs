//! Where a repository keeps its policy.

use crate::problem::{Code, Problem};

/// The folder whose `.hcl` files are a policy together.
pub const FOLDER: &str = ".applygate";

/// The files that are a policy alone.
pub const FILES: [&str; 2] = ["applygate.hcl", ".applygate.hcl"];

/// What to write where there is none.
pub const HELP: &str = "`applygate init` writes one";

/// How many files the folder may hold.
const MAX_FILES: usize = 100;

/// Returns the paths of the files that make the policy, sorted; none where there is no policy.
///
/// `top` are the names at the top of the repository, `folder` those in [`FOLDER`].
///
/// # Errors
///
/// A policy in more than one place, a name that differs from one of them in case only, and a folder without a file:
/// which of them would hold is nothing to guess.
pub fn choose(top: &[String], folder: Option<&[String]>) -> Result<Vec<String>, Problem> {
    let places = || FILES.into_iter().chain([FOLDER]);
    for name in top {
        let lower = name.to_lowercase();
        if places().any(|place| place == lower && place != name.as_str()) {
            let message = format!("`{name}` is nearly the name of a policy");
            return Err(Problem::new(Code::PolicyInvalid, message)
                .help(format!("on some systems it is the same file: call it `{lower}`, or something else")));
        }
    }
    let mut found: Vec<String> = FILES
        .iter()
        .filter(|file| top.iter().any(|name| name == *file))
        .map(|file| (*file).to_owned())
        .collect();
    if let Some(folder) = folder {
        found.push(format!("{FOLDER}/*.hcl"));
        let mistaken =
            folder.iter().find(|name| name.to_lowercase().ends_with(".hcl") && !name.ends_with(".hcl"));
        if let Some(name) = mistaken {
            let message = format!("`{FOLDER}/{name}` is nearly the name of a policy");
            return Err(
                Problem::new(Code::PolicyInvalid, message).help("let it end in `.hcl`, or in something else")
            );
        }
        if found.len() == 1 {
            let mut files: Vec<String> = folder
                .iter()
                .filter(|name| name.ends_with(".hcl"))
                .map(|name| format!("{FOLDER}/{name}"))
                .collect();
            files.sort();
            if files.is_empty() {
                let message = format!("the folder `{FOLDER}` holds no `.hcl` file");
                return Err(Problem::new(Code::PolicyInvalid, message)
                    .help("write the policy there, or remove the folder"));
            }
            if files.len() > MAX_FILES {
                let message = format!("the folder `{FOLDER}` holds more than {MAX_FILES} files");
                return Err(Problem::new(Code::LimitExceeded, message).help("join some of them"));
            }
            return Ok(files);
        }
    }
    match found.as_slice() {
        [] | [_] => Ok(found),
        [first, others @ ..] => {
            let others: Vec<String> = others.iter().map(|other| format!("`{other}`")).collect();
            let message = format!("there is a policy in `{first}` and in {}", others.join(" and in "));
            Err(Problem::new(Code::PolicyInvalid, message).help("keep one of them"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::choose;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn a_policy_stands_in_one_place_or_nowhere() {
        for (top, folder, expected) in [
            (&["main.tf"][..], None, &[][..]),
            (&["applygate.hcl", "applygate.hcl.bak"], None, &["applygate.hcl"]),
            (&[".applygate.hcl"], None, &[".applygate.hcl"]),
            (
                &[".applygate"],
                Some(&["b.hcl", "a.hcl", "README.md"][..]),
                &[".applygate/a.hcl", ".applygate/b.hcl"],
            ),
        ] {
            let folder = folder.map(names);
            assert_eq!(choose(&names(top), folder.as_deref()).unwrap(), names(expected), "{top:?}");
        }
    }

    #[test]
    fn two_places_a_look_alike_and_an_empty_folder_are_refused() {
        for (top, folder, expected) in [
            (&["applygate.hcl", ".applygate.hcl"][..], None, "in `applygate.hcl` and in `.applygate.hcl`"),
            (
                &["applygate.hcl", ".applygate"],
                Some(&["a.hcl"][..]),
                "in `applygate.hcl` and in `.applygate/*.hcl`",
            ),
            (&["ApplyGate.hcl"], None, "`ApplyGate.hcl` is nearly the name"),
            (&[".applygate"], Some(&["a.hcl.bak"]), "holds no `.hcl` file"),
            (&[".applygate"], Some(&["a.hcl", "b.HCL"]), "`.applygate/b.HCL` is nearly the name"),
        ] {
            let folder = folder.map(names);
            let problem = choose(&names(top), folder.as_deref()).unwrap_err();
            assert!(problem.message.contains(expected), "{}", problem.message);
        }
    }
}
