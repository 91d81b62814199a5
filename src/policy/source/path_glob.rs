//! Patterns for paths in a repository.

use serde::{Deserialize, Serialize};

use super::decode::Section;
use super::pattern::Glob;

/// A pattern for paths: `*` stands for any characters within a part, `**` for any parts, none included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathGlob {
    text: Box<str>,
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
enum Part {
    Any,
    One(Glob),
}

impl Part {
    /// A part in which no sign but `*` has a meaning; what is too long for a pattern is anything.
    fn literal(name: &str) -> Part {
        Glob::literal(name).map_or(Part::Any, Part::One)
    }
}

impl PathGlob {
    /// Reads a pattern; the error says what is wrong.
    ///
    /// # Errors
    ///
    /// An empty or overlong pattern, one that leads out of the repository, or characters that have a meaning in other
    /// glob languages.
    pub fn parse(text: &str) -> Result<PathGlob, String> {
        let trimmed = text.strip_prefix("./").unwrap_or(text);
        if trimmed.starts_with('/') {
            return Err("a path is relative to the top of the repository: it begins with no `/`".to_owned());
        }
        if trimmed.contains('\\') {
            return Err("write `/` between the parts of a path".to_owned());
        }
        // `live/` means what is in it, as in other tools.
        let inner = trimmed.strip_suffix('/').map(|folder| format!("{folder}/**"));
        let mut parts = Vec::new();
        for part in inner.as_deref().unwrap_or(trimmed).split('/') {
            match part {
                ".." | "." => return Err(format!("`{part}` has no meaning in a pattern for paths")),
                // Two in a row mean the same as one, and would only cost time.
                "**" if parts.last() == Some(&Part::Any) => {}
                "**" => parts.push(Part::Any),
                "" => return Err("a part of the path is empty".to_owned()),
                _ if part.contains("**") => {
                    return Err("`**` stands alone between two `/`".to_owned());
                }
                _ => parts.push(Part::One(Glob::parse(part)?)),
            }
        }
        Ok(PathGlob { text: text.into(), parts })
    }

    /// Returns the pattern as it is written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns true if the pattern matches the whole of a path, whose parts are separated by `/`.
    pub fn matches(&self, path: &str) -> bool {
        let steps: Vec<&str> = path.split('/').filter(|step| !step.is_empty() && *step != ".").collect();
        matches(&self.parts, &steps)
    }

    /// Returns the pattern in lower case, for paths in lower case: on many systems both name the same file. Only where
    /// a match tightens.
    #[must_use]
    pub fn folded(&self) -> PathGlob {
        let parts = self.parts.iter().map(|part| match part {
            Part::One(glob) => Part::literal(&glob.as_str().to_lowercase()),
            Part::Any => Part::Any,
        });
        PathGlob { text: self.text.to_lowercase().into(), parts: parts.collect() }
    }

    /// Returns the pattern for one path, whatever signs are in its name. A `*` in it still stands for any characters:
    /// only where a match tightens.
    pub fn exactly(path: &str) -> PathGlob {
        let steps = path.split('/').filter(|step| !matches!(*step, "" | "."));
        PathGlob { text: path.into(), parts: steps.map(Part::literal).collect() }
    }

    /// Returns the pattern for a folder and all that is in it, as [`exactly`](PathGlob::exactly) reads it.
    pub fn below(folder: &str) -> PathGlob {
        let mut glob = PathGlob::exactly(folder);
        glob.parts.push(Part::Any);
        glob
    }

    /// Reads an attribute that is a list of patterns.
    pub fn read(section: &Section<'_>, name: &str) -> Vec<PathGlob> {
        let help = "write `live/prod/**` or such, relative to the top of the repository";
        section.parsed(name, PathGlob::parse, "pattern for paths", help)
    }
}

/// Each `**` is taken as short as it can be first; remembering the last one is enough, as for `*` in a text.
fn matches(parts: &[Part], steps: &[&str]) -> bool {
    let (mut part, mut step) = (0, 0);
    let mut retry: Option<(usize, usize)> = None;
    while step < steps.len() || part < parts.len() {
        let fits = match (parts.get(part), steps.get(step)) {
            (Some(Part::Any), _) => {
                retry = Some((part, step));
                part += 1;
                continue;
            }
            (Some(Part::One(glob)), Some(name)) => glob.matches(name),
            _ => false,
        };
        if fits {
            part += 1;
            step += 1;
            continue;
        }
        match retry {
            Some((any, from)) if from < steps.len() => {
                retry = Some((any, from + 1));
                part = any + 1;
                step = from + 1;
            }
            _ => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::PathGlob;

    #[test]
    fn a_pattern_matches_whole_paths_part_by_part() {
        for (pattern, path, expected) in [
            ("live/prod/**", "live/prod/db", true),
            ("live/prod/**", "live/prod/db/main.tf", true),
            ("live/prod/**", "live/prod", true),
            ("live/prod/**", "live/production/db", false),
            ("live/prod/", "live/prod/db", true),
            ("live/*/db", "live/prod/db", true),
            ("live/*/db", "live/prod/eu/db", false),
            ("**/*.tf", "main.tf", true),
            ("**/*.tf", "a/b/main.tf", true),
            ("**/*.tf", "a/b/main.tfvars", false),
            ("**/.terraform.lock.hcl", "live/.terraform.lock.hcl", true),
            ("**/a/**/b", "x/a/a/y/b", true),
            ("**/a/**/b", "x/a/a/y/c", false),
            ("**", "anything/at/all", true),
            ("./modules/*", "modules/db", true),
            ("applygate.hcl", "applygate.hcl", true),
            ("applygate.hcl", "sub/applygate.hcl", false),
            ("*", ".", false),
            ("**", ".", true),
        ] {
            assert_eq!(PathGlob::parse(pattern).unwrap().matches(path), expected, "{pattern} {path}");
        }
    }

    #[test]
    fn case_can_be_disregarded() {
        let glob = PathGlob::parse(".github/CODEOWNERS").unwrap();
        assert!(glob.folded().matches(&".GitHub/CodeOwners".to_lowercase()));
        assert!(!glob.matches(".GitHub/CodeOwners"));
    }

    #[test]
    fn a_path_can_be_meant_whatever_signs_are_in_its_name() {
        let file = PathGlob::exactly("Kalender/Team [1] {a}?.ics").folded();
        assert!(file.matches("kalender/team [1] {a}?.ics"));
        assert!(!file.matches("kalender/team 1 a.ics"));
        let folder = PathGlob::below("./policy//./[Rules]").folded();
        assert!(folder.matches("policy/[rules]/a.hcl"));
        assert!(folder.matches("policy/[rules]"));
        assert!(!folder.matches("policy/rules/a.hcl"));
        assert!(PathGlob::below(".").matches("anything/at/all"));
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for pattern in ["", "/live", "a//b", "../a", "a/./b", "a**/b", "a\\b", "[a]", "{a,b}", "a?"] {
            assert!(PathGlob::parse(pattern).is_err(), "{pattern}");
        }
    }

    #[test]
    fn many_stars_cost_little() {
        let pattern = format!("{}x", "**/a/".repeat(200));
        let path = format!("{}y", "a/".repeat(5_000));
        assert!(!PathGlob::parse(&pattern).unwrap().matches(&path));
    }
}
