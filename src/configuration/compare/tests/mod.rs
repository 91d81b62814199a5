mod guards;
mod rest;
mod values;

use super::{Change, Difference, GuardAttribute, Removal, compare};
use crate::configuration::tests::Scratch;
use crate::configuration::{Settings, Source, Tree};

type Files<'f> = &'f [(&'f str, &'f str)];

fn tree(scratch: &Scratch, side: &str, files: Files<'_>) -> Tree {
    std::fs::create_dir_all(scratch.0.join(side)).expect("a directory");
    for (path, text) in files {
        scratch.write(&format!("{side}/{path}"), text);
    }
    Tree::read(&Source::Directory(scratch.0.join(side)), &Settings::default())
}

fn between(name: &str, base: Files<'_>, head: Files<'_>, guards: &[GuardAttribute]) -> Vec<Difference> {
    let scratch = Scratch::new(name);
    compare(&tree(&scratch, "base", base), &tree(&scratch, "head", head), guards)
}

/// What the guards that came off are called, how, and where at head.
fn lost(name: &str, base: Files<'_>, head: Files<'_>) -> Vec<(String, Removal, String)> {
    let removal = |difference: Difference| match difference.change {
        Change::PreventDestroyRemoved { how, .. } => {
            let head = difference.head.map(|head| head.to_string()).unwrap_or_default();
            Some((difference.address, how, head))
        }
        _ => None,
    };
    between(name, base, head, &[]).into_iter().filter_map(removal).collect()
}

const GUARDED: &str = "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n";
const BARE: &str = "resource \"aws_db\" \"x\" {\n}\n";
const CALL: &str = "module \"m\" {\n  source = \"./m\"\n}\n";
