//! A verdict for a step of Atlantis: few lines that its comment shows as they are, and that its own parser of policy
//! checks takes for what they say.
//!
//! Atlantis puts the output of a step into a fence without escaping it, and of a custom policy check it takes everything
//! for passed that neither begins with `FAIL` nor has a number of failures other than 0
//! (`server/events/project_command_runner.go`). So nothing but ASCII is printed, no backtick, eight lines at most; and
//! text from outside can neither pose as a failure nor hide one.

use super::run::{Entry, Run, Standing};
use super::words::counted;
use crate::gate::{Requirement, Verdict};

/// The most lines.
const LINES: usize = 8;
/// The longest line, in bytes.
const LONGEST: usize = 300;

/// Returns the verdict for a step that plans or applies. `lack` is what is not in the pull request as it should be.
/// `denies` says that the step ends with an error, so that the lines may say it, too.
pub fn step(run: &Run<'_>, lack: Option<&str>, denies: bool) -> String {
    let mark = if denies { "FAIL " } else { "" };
    let standing = run.standing();
    let first = match run.plans.as_slice() {
        [Entry { judged: Ok(report), .. }] if standing == Standing::Allow => {
            let changes = report.assessment.changes.len();
            format!("{} risk, {}", report.verdict.risk.name(), counted(changes, "change", "changes"))
        }
        _ => run.headline(),
    };
    let mut lines = vec![format!("{mark}applygate: {} - {first}", standing.name())];
    for entry in &run.plans {
        match &entry.judged {
            Ok(report) => {
                lines.extend(missing(report.verdict).into_iter().map(|(what, next)| match next {
                    "" => format!("  {what}"),
                    next => format!("  {what}: {next}"),
                }));
                lines.extend(approval(report.verdict));
            }
            Err(problems) => {
                lines.extend(
                    problems
                        .iter()
                        .filter_map(|problem| problem.help.as_ref())
                        .map(|help| format!("  {help}")),
                );
            }
        }
    }
    lines.extend(lack.map(|lack| format!("  {lack}")));
    lined(lines, denies)
}

/// Returns the verdict in the form of conftest, for a custom policy check. It has no time in it, so that an approval of
/// Atlantis that sticks to these words stays as long as they do.
pub fn policy_check(run: &Run<'_>, project: &str, denies: bool) -> String {
    let word = if denies { "FAIL" } else { "WARN" };
    let mut lines = Vec::new();
    let mut met = 0;
    for entry in &run.plans {
        match &entry.judged {
            Ok(report) => {
                let verdict = report.verdict;
                met += verdict.requirements.iter().filter(|each| each.met && !each.implied).count();
                let prohibited = verdict.prohibitions.iter().map(|each| each.rule.as_str());
                lines.extend(prohibited.map(|rule| format!("{word} - {project} - prohibited by {rule}")));
                let unmet = verdict.requirements.iter().filter(|each| !each.met && !each.implied);
                lines.extend(unmet.map(|each| format!("{word} - {project} - {}", name(each))));
            }
            Err(problems) => {
                lines.extend(
                    problems.iter().map(|problem| format!("{word} - {project} - {}", problem.message)),
                );
            }
        }
    }
    if denies && lines.is_empty() {
        // Whatever denies says so: Atlantis goes by these words alone.
        lines.push(format!("{word} - {project} - {}", run.headline()));
    }
    let open = lines.len();
    if open == 0 {
        met = met.max(1);
        lines.push(format!("PASS - {project} - {}", counted(met, "demand met", "demands met")));
    }
    let all = counted(met + open, "test", "tests");
    let (warned, failed) = if denies { (0, open) } else { (open, 0) };
    let summary = format!(
        "{all}, {met} passed, {}, {}, 0 exceptions",
        counted(warned, "warning", "warnings"),
        counted(failed, "failure", "failures"),
    );
    let more = lines.len().saturating_sub(LINES - 2);
    if more > 0 {
        lines.truncate(LINES - 2);
        lines.push(format!("{word} - {project} - and {more} more"));
    }
    let mut text = lined(lines, denies);
    // Ours alone, and so with its number of failures.
    text.push_str(&summary);
    text.push('\n');
    text
}

/// Returns what is not met, and what would meet it.
fn missing(verdict: &Verdict) -> Vec<(String, &str)> {
    let prohibited = verdict.prohibitions.iter().map(|each| {
        let what = each.address.as_deref().unwrap_or("the plan");
        (format!("{what}: prohibited by {}", each.rule), "")
    });
    let unmet = verdict.requirements.iter().filter(|each| !each.met && !each.implied);
    prohibited.chain(unmet.map(|each| (each.reason.clone(), each.next.as_str()))).collect()
}

/// Returns what approvals of this very plan name.
fn approval(verdict: &Verdict) -> Option<String> {
    let digest = verdict.approval_digest.as_ref()?;
    let mut by: Vec<&str> =
        verdict.requirements.iter().flat_map(|each| &each.by).map(String::as_str).collect();
    by.sort_unstable();
    by.dedup();
    let by = if by.is_empty() { String::new() } else { format!(", approved by {}", by.join(", ")) };
    Some(format!("  approval digest {}{by}", digest.short()))
}

/// Returns what is demanded without the moment: its block, and its code or how much of it is missing.
fn name(requirement: &Requirement) -> String {
    let what = match (requirement.code, requirement.count) {
        (Some(code), _) => code.to_owned(),
        (None, Some(count)) => format!("{} of {count} approvals missing", requirement.missing),
        (None, None) => requirement.kind.name().to_owned(),
    };
    format!("{}: {what}", requirement.block)
}

/// Joins lines: few, short, of harmless characters.
fn lined(mut lines: Vec<String>, denies: bool) -> String {
    if lines.len() > LINES {
        let more = lines.len() - (LINES - 1);
        lines.truncate(LINES - 1);
        lines.push(format!("  and {more} more"));
    }
    lines.iter().fold(String::new(), |mut text, line| {
        let indent = if line.starts_with("  ") { "  " } else { "" };
        let mut plain = plain(line.trim_start());
        if !denies {
            plain = defused(&plain);
        }
        text.push_str(indent);
        text.push_str(plain.get(..LONGEST).unwrap_or(&plain));
        text.push('\n');
        text
    })
}

/// Returns text on one line, in ASCII, without a backtick.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let joined = words.join(" ");
    let shown = joined.chars().map(|character| match character {
        '`' => '\'',
        ' '..='~' => character,
        _ => '?',
    });
    shown.collect()
}

/// Takes from a line that denies nothing what Atlantis would take for a denial.
fn defused(line: &str) -> String {
    let line = line.replace("failure", "fail-ure");
    if line.starts_with("FAIL") { format!("({line})") } else { line }
}

#[cfg(test)]
mod tests {
    use super::{LINES, LONGEST, lined, policy_check, step};
    use crate::problem::{Code, Problem, Problems};
    use crate::report::run::Run;

    /// What Atlantis takes for a denial: `([1-9][0-9]* failure|failures": \\[)`, or `FAIL` at the beginning.
    fn fails(text: &str) -> bool {
        let counted = text.match_indices(" failure").any(|(at, _)| {
            let digits: String = text[..at].chars().rev().take_while(char::is_ascii_digit).collect();
            digits.chars().any(|digit| digit != '0')
        });
        counted || text.contains("failures\": [") || text.trim().starts_with("FAIL")
    }

    #[test]
    fn no_text_from_outside_denies_what_is_allowed_or_ends_its_fence() {
        for hostile in [
            "3 failures",
            "FAIL - x",
            "1 failure",
            "\"failures\": [",
            "```\n# x\n```",
            "a\n\nFAIL - b",
            "\u{1b}[31m\u{202e}\u{20}\r\n\u{2028}FAIL",
            "\u{46}AIL 2 failures, 0 exceptions",
        ] {
            for lines in
                [vec![hostile.to_owned()], vec!["applygate: allow".to_owned(), format!("  {hostile}")]]
            {
                let text = lined(lines, false);
                assert!(!fails(&text), "{text}");
                assert!(text.is_ascii() && !text.contains('`'), "{text}");
                assert!(text.bytes().all(|byte| byte == b'\n' || (32..127).contains(&byte)), "{text:?}");
            }
        }
    }

    #[test]
    fn no_more_lines_are_printed_than_are_shown_and_no_longer_ones() {
        let text = lined((0..50).map(|number| format!("{number} {}", "x".repeat(1_000))).collect(), true);
        assert_eq!(text.lines().count(), LINES);
        assert!(text.lines().all(|line| line.len() <= LONGEST), "{text}");
        assert!(text.ends_with("  and 43 more\n"), "{text}");
    }

    #[test]
    fn a_policy_check_that_denies_says_so_whatever_is_missing() {
        let run = Run { plans: Vec::new(), several: false, notes: Vec::new() };
        assert!(fails(&policy_check(&run, "live/prod:default", true)));
        assert!(!fails(&policy_check(&run, "live/prod:default", false)));
    }

    #[test]
    fn an_error_denies_in_both_forms() {
        let problem = Problem::new(Code::InputUnreadable, "cannot read `x`").help("look at `x`");
        let problems = Problems::from(problem);
        let run = Run::single("plan", Err(&problems));
        let text = policy_check(&run, "live/prod:default", true);
        assert_eq!(
            text,
            "FAIL - live/prod:default - cannot read 'x'\n1 test, 0 passed, 0 warnings, 1 failure, 0 exceptions\n"
        );
        assert!(fails(&text));
        let text = step(&run, None, true);
        assert!(fails(&text) && text.contains("look at 'x'"), "{text}");
    }
}
