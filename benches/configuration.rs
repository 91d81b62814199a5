//! How long it takes to read the configuration of a large repository at base and at head, and to compare the two.

#![allow(
    clippy::unwrap_used,
    missing_docs,
    clippy::allow_attributes,
    reason = "a bench may fail where it stands, and not each uses all of these"
)]

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use applygate::configuration::{Configuration, Settings, Source, Tree};

fn main() {
    divan::main();
}

/// Writes a root module of `files` files with four resources each.
fn repository(name: &str, files: usize, guarded: bool) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    for file in 0..files {
        let mut text = String::new();
        for number in 0..4 {
            write!(
                text,
                "resource \"aws_dynamodb_table\" \"t{file}_{number}\" {{\n  name     = \"t{file}\"\n  hash_key = \"id\"\n\n  \
                 attribute {{\n    name = \"id\"\n    type = \"S\"\n  }}\n\n  tags = {{\n    Name = \"${{var.name}}-{number}\"\n  }}\n\n  \
                 lifecycle {{\n    prevent_destroy = {guarded}\n  }}\n}}\n\n"
            )
            .unwrap();
        }
        fs::write(folder.join(format!("f{file}.tf")), text).unwrap();
    }
    folder
}

#[divan::bench(args = [200, 2_000], max_time = 10)]
fn read_and_compare_base_and_head(bencher: divan::Bencher<'_, '_>, files: usize) {
    let base = Source::Directory(repository(&format!("base-{files}"), files, true));
    let head = Source::Directory(repository(&format!("head-{files}"), files, false));
    let settings = Settings::default();
    bencher.bench_local(|| {
        let (base, head) = (Tree::read(&base, &settings), Tree::read(&head, &settings));
        Configuration::new(Some(head), Some(base)).differences(&[]).len()
    });
}
