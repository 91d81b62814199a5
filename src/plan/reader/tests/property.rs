use std::path::{Path, PathBuf};

use proptest::prelude::{any, prop, proptest};

use super::{PLAN, reading};
use crate::plan::model::Plan;
use crate::plan::parse;
use crate::plan::reader::{Options, read};
use crate::plan::value::Value;

#[test]
fn a_plan_that_is_cut_at_any_byte_is_an_error() {
    let end = PLAN.trim_end().len();
    for cut in 0..end {
        let problem = reading(&PLAN.as_bytes()[..cut]).unwrap_err();
        assert!(
            cut == 0
                || problem.message.starts_with("JSON is cut off")
                || problem.message.starts_with("input is not valid UTF-8"),
            "{cut}: {}",
            problem.message
        );
    }
    assert!(reading(&PLAN.as_bytes()[..end]).is_ok());
}

#[test]
fn the_size_of_the_chunks_does_not_matter() {
    let plan = reading(PLAN.as_bytes()).unwrap();
    let utf16: Vec<u8> = PLAN.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for chunk in 1..=64 {
        let options = Options { chunk, ..Options::default() };
        assert_eq!(read(PLAN.as_bytes(), &options).as_ref(), Ok(&plan), "chunk {chunk}");
        assert_eq!(read(utf16.as_slice(), &options).as_ref(), Ok(&plan), "chunk {chunk} of UTF-16");
    }
}

/// Writes a value with the members of every object in an order that `seed` decides.
fn shuffled(value: &Value<'_>, seed: &mut u64, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(value) => out.push_str(&value.to_string()),
        Value::Number(number) => out.push_str(number),
        Value::String(text) => out.push_str(&serde_json::to_string(text).unwrap()),
        Value::List(elements) => {
            out.push('[');
            for (index, element) in elements.iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                shuffled(element, seed, out);
            }
            out.push(']');
        }
        Value::Object(object) => {
            let mut members: Vec<_> = object.iter().collect();
            for last in (1..members.len()).rev() {
                *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                members.swap(last, (*seed >> 33) as usize % (last + 1));
            }
            out.push('{');
            for (index, (key, member)) in members.into_iter().enumerate() {
                out.push_str(if index > 0 { "," } else { "" });
                out.push_str(&serde_json::to_string(key).unwrap());
                out.push(':');
                shuffled(member, seed, out);
            }
            out.push('}');
        }
    }
}

/// Returns a plan with its texts in one spelling, so that two plans can be compared.
fn normal(mut plan: Plan) -> Plan {
    let spell = |text: &str| -> Box<str> { format!("{:?}", parse::value(text).unwrap()).into() };
    plan.configuration = plan.configuration.as_deref().map(spell);
    plan.variables = plan.variables.as_deref().map(spell);
    for output in &mut plan.outputs {
        output.body = spell(&output.body);
    }
    let deferred = plan.deferred.iter_mut().map(|deferred| &mut deferred.change);
    for change in plan.changes.iter_mut().chain(&mut plan.drift).chain(deferred) {
        change.body = spell(&change.body);
    }
    plan
}

proptest! {
    #[test]
    fn the_order_of_keys_does_not_matter(seed in any::<u64>()) {
        let value = parse::value(PLAN).unwrap();
        let mut text = String::new();
        shuffled(&value, &mut { seed }, &mut text);
        assert_eq!(normal(reading(text.as_bytes()).unwrap()), normal(reading(PLAN.as_bytes()).unwrap()));
    }

    #[test]
    fn no_input_makes_the_reader_panic(
        edits in prop::collection::vec((any::<usize>(), any::<u8>()), 1..4),
        chunk in 1..5000_usize,
    ) {
        let mut text = PLAN.as_bytes().to_vec();
        for (place, byte) in edits {
            let place = place % text.len();
            text[place] = byte;
        }
        let _ = read(text.as_slice(), &Options { chunk, ..Options::default() });
    }
}

/// Returns every JSON file below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> =
        entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files
}

#[test]
fn real_plans_are_read_and_their_changes_counted_as_by_another_parser() {
    #[expect(clippy::disallowed_methods, reason = "a test finds its corpus through the environment")]
    let Ok(corpus) = std::env::var("APPLYGATE_CORPUS") else {
        println!("skipped: APPLYGATE_CORPUS is not set");
        return;
    };
    let (mut read, mut refused) = (0, 0);
    for file in files(Path::new(&corpus)) {
        let text = std::fs::read(&file).unwrap();
        let Ok(other) =
            serde_json::from_slice::<serde_json::Value>(text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&text))
        else {
            continue;
        };
        if other.get("format_version").is_none() {
            continue;
        }
        match reading(&text) {
            Ok(plan) => {
                let total = other["resource_changes"].as_array().map_or(0, Vec::len);
                assert_eq!(plan.resource_total(), total as u64, "{}", file.display());
                for change in plan.changes.iter().chain(&plan.drift) {
                    assert!(change.change().is_ok(), "{} {}", file.display(), change.address);
                    assert!(!change.address_mismatch, "{} {}", file.display(), change.address);
                }
                read += 1;
            }
            Err(problem) => {
                println!("{}: {problem}", file.display());
                refused += 1;
            }
        }
    }
    assert!(read > 50 * refused, "{read} read, {refused} refused");
}
