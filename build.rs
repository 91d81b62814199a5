//! Checks the rules and the catalog that ship with the binary and packs them, so that nothing is parsed at start.

#[expect(
    dead_code,
    unreachable_pub,
    unused_imports,
    reason = "the build script uses a part of what the library offers"
)]
#[path = "src/problem/mod.rs"]
mod problem;

#[expect(dead_code, unreachable_pub, reason = "the build script uses a part of what the library offers")]
#[path = "src/plan"]
mod plan {
    pub mod number;
    pub mod operation;
}

#[expect(dead_code, unreachable_pub, reason = "the build script uses a part of what the library offers")]
#[path = "src/policy"]
mod policy {
    pub mod source;
}

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use policy::source::load::{File, load};
use problem::Problem;

#[expect(clippy::print_stderr, reason = "cargo shows what a build script prints when it fails")]
fn main() -> Result<ExitCode, Box<dyn Error>> {
    for watched in
        ["rules", "src/policy/source", "src/problem", "src/plan/number.rs", "src/plan/operation.rs"]
    {
        println!("cargo:rerun-if-changed={watched}");
    }
    let mut paths = Vec::new();
    collect(Path::new("rules"), &mut paths)?;
    // The order of a directory depends on the machine; the packed rules must not.
    paths.sort();
    let mut texts = Vec::with_capacity(paths.len());
    for path in &paths {
        let steps: Vec<_> = path.iter().map(|step| step.to_string_lossy()).collect();
        texts.push((steps.join("/"), fs::read_to_string(path)?));
    }
    let files: Vec<File<'_>> = texts.iter().map(|(path, text)| File { path, text }).collect();
    let loaded = match load(&files) {
        Ok(loaded) => loaded,
        Err(problems) => {
            for problem in &problems {
                eprint!("{}", report(problem));
            }
            eprintln!("error: the rules have {} problems", problems.len());
            return Ok(ExitCode::FAILURE);
        }
    };
    let directory = PathBuf::from(env::var_os("OUT_DIR").ok_or("`OUT_DIR` is not set")?);
    fs::write(directory.join("rules.bin"), postcard::to_allocvec(&loaded.shipped)?)?;
    fs::write(directory.join("catalog.bin"), loaded.catalog)?;
    Ok(ExitCode::SUCCESS)
}

/// Collects the files of a folder and the folders in it that end in `.hcl`.
fn collect(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, paths)?;
        } else if path.extension().is_some_and(|extension| extension == "hcl") {
            paths.push(path);
        }
    }
    Ok(())
}

/// Returns a problem as a compiler would print it.
fn report(problem: &Problem) -> String {
    let place = problem.place.as_ref().map(|place| format!("\n  --> {place}")).unwrap_or_default();
    let help = problem.help.as_ref().map(|help| format!("\n  = help: {help}")).unwrap_or_default();
    format!("error: {}{place}{help}\n", problem.message)
}
