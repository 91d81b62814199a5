//! What a person sees.

use crate::Doctor;
use crate::atlantis::{CONFIG, FLAGS};
use crate::fake_github::{FakeGithub, State};
use crate::scenes::{Files, bare, bare_files, main_protection, strong, strong_files};

fn print(scene: impl FnOnce(&mut State), files: &Files, arguments: &[&str]) -> String {
    let github = FakeGithub::start(scene);
    let doctor = Doctor::of_as(&github, "text").files(files).file("repos.yaml", CONFIG).file("flags", FLAGS);
    doctor.with(arguments).run().out
}

#[test]
fn a_person_reads_what_is_missing_and_what_mends_it() {
    let compare = |name: &str, text: String| {
        let path = format!("{}/tests/snapshots/doctor/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        snapbox::assert_data_eq!(text, snapbox::Data::read_from(std::path::Path::new(&path), None).raw());
    };
    let atlantis: &[&str] =
        &["--atlantis-version", "0.45.0", "--atlantis-flags", "flags", "--atlantis-config", "repos.yaml"];
    compare("offline", Doctor::offline_as("text").run().out);
    compare("bare", print(bare, &bare_files(), &[]));
    compare(
        "one-thing",
        print(
            |state| {
                strong(state);
                main_protection(state)["enforce_admins"]["enabled"] = false.into();
            },
            &strong_files(),
            &[],
        ),
    );
    compare("atlantis", print(strong, &strong_files(), atlantis));
    compare("strong", print(strong, &strong_files(), &[]));
}
