use std::path::Path;
use std::process::Command;

use super::{Source, default_base, join, resolve_base};
use crate::configuration::tests::Scratch;
use crate::configuration::{Settings, Tree};
use crate::plan::address::Address;
use crate::problem::Code;

fn git(directory: &Path, arguments: &[&str]) {
    let output = Command::new("git")
        .args(["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", "-C"])
        .arg(directory)
        .args(arguments)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .output()
        .expect("git");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn commit(scratch: &Scratch) {
    git(&scratch.0, &["add", "-A"]);
    git(&scratch.0, &["commit", "-q", "-m", "x"]);
}

fn repository(name: &str) -> Scratch {
    let scratch = Scratch::new(name);
    git(&scratch.0, &["init", "-q", "-b", "main"]);
    scratch
}

const DATABASE: &str = "resource \"aws_db\" \"x\" {\n}\n";

fn line(tree: &Tree, address: &str) -> Option<String> {
    let found = tree.resource(&Address::parse(address).expect("an address"))?;
    Some(tree.shown(&found.location()).to_string())
}

#[test]
fn a_revision_is_read_without_touching_the_work_tree() {
    let scratch = repository("revision");
    scratch.write("live/prod/main.tf", "module \"m\" {\n  source = \"../../modules/m\"\n}\n");
    scratch.write("modules/m/main.tf", DATABASE);
    commit(&scratch);
    git(&scratch.0, &["checkout", "-q", "-b", "feature"]);
    std::fs::remove_dir_all(scratch.0.join("modules")).expect("removed");
    scratch.write("live/prod/main.tf", "");
    commit(&scratch);
    scratch.write("live/prod/main.tf", "not committed {");
    let here = scratch.0.join("live/prod");
    let index = std::fs::read(scratch.0.join(".git/index")).expect("the index");

    let named = resolve_base("main", &here).expect("a revision");
    let known = default_base(&here).expect("a default branch");
    for source in [named, known] {
        let Source::Git(revision) = &source else { panic!("{source:?}") };
        assert_eq!((revision.name.as_str(), revision.directory.as_str()), ("main", "live/prod"));
        let tree = Tree::read(&source, &Settings::default());
        assert_eq!(tree.problems(), []);
        assert_eq!(line(&tree, "module.m.aws_db.x").as_deref(), Some("modules/m/main.tf:1"));
    }
    assert_eq!(std::fs::read_to_string(here.join("main.tf")).expect("the file"), "not committed {");
    assert_eq!(std::fs::read(scratch.0.join(".git/index")).expect("the index"), index);

    // A directory that is not there at base is empty, and says so.
    scratch.write("live/new/main.tf", DATABASE);
    let source = resolve_base("main", &scratch.0.join("live/new")).expect("a revision");
    let tree = Tree::read(&source, &Settings::default());
    assert!(!tree.root_exists() && tree.is_empty());
    assert_eq!(tree.problems().len(), 1);
}

#[test]
fn a_base_is_a_directory_or_a_revision_and_never_both() {
    let scratch = repository("base");
    scratch.write("main.tf", DATABASE);
    commit(&scratch);
    let both = scratch.0.join("both");
    std::fs::create_dir(&both).expect("a directory");
    let text = |path: &Path| path.to_str().expect("a path").to_owned();
    let directory = resolve_base(&text(&both), &scratch.0).expect("a directory");
    assert!(matches!(directory, Source::Directory(path) if path == both));
    for spec in ["main", "HEAD", "refs/heads/main", "HEAD^{tree}~0", "@"] {
        let resolved = resolve_base(spec, &scratch.0);
        assert_eq!(resolved.is_ok(), spec != "HEAD^{tree}~0", "{spec}");
    }
    for spec in
        ["", "nope", "--help", "-n", "--output=x", "main:main.tf", "main\nHEAD", ":/x", "main..main", "^main"]
    {
        let problem = resolve_base(spec, &scratch.0).expect_err(spec);
        assert_eq!(problem.code, Code::NotFound, "{spec}: {problem}");
        assert!(problem.help.is_some(), "{spec}");
    }
    // `src` is a directory of this crate, where the tests run.
    git(&scratch.0, &["branch", "src"]);
    let problem = resolve_base("src", &scratch.0).expect_err("both");
    assert!(problem.message.contains("both"), "{problem}");

    let outside = Scratch::new("no-repository");
    let problem = resolve_base("main", &outside.0).expect_err("no repository");
    assert!(problem.message.contains("git says"), "{problem}");
    assert!(default_base(&outside.0).is_err());
    let problem = resolve_base("main", &outside.0.join("gone")).expect_err("no directory");
    assert!(problem.message.contains("gone"), "{problem}");
}

#[test]
fn the_default_branch_is_the_one_of_origin() {
    let scratch = repository("default");
    scratch.write("main.tf", DATABASE);
    commit(&scratch);
    // The only branch is the one that is checked out: there is nothing to compare with.
    assert!(default_base(&scratch.0).is_err());
    let name = || match default_base(&scratch.0) {
        Ok(Source::Git(revision)) => revision.name,
        other => panic!("{other:?}"),
    };
    git(&scratch.0, &["branch", "master"]);
    assert_eq!(name(), "master");
    git(&scratch.0, &["update-ref", "refs/remotes/origin/main", "HEAD"]);
    assert_eq!(name(), "origin/main");
    git(&scratch.0, &["update-ref", "refs/remotes/origin/trunk", "HEAD"]);
    git(&scratch.0, &["symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk"]);
    assert_eq!(name(), "origin/trunk");
    git(&scratch.0, &["checkout", "-q", "--detach"]);
    assert_eq!(name(), "origin/trunk");
}

#[cfg(unix)]
#[test]
fn links_are_followed_in_the_repository_and_no_further() {
    use std::os::unix::fs::symlink;
    let scratch = repository("links");
    scratch.write("common/db.tf", DATABASE);
    scratch.write(
        "root/main.tf",
        "module \"l\" {\n  source = \"./linked\"\n}\nmodule \"r\" {\n  source = \"./self/self\"\n}\n",
    );
    for (target, link) in [
        ("../common/db.tf", "root/db.tf"),
        ("../common", "root/linked"),
        (".", "root/self"),
        ("/etc/passwd", "root/abs.tf"),
        ("../../x", "root/out.tf"),
        ("loop.tf", "root/loop.tf"),
        ("nowhere", "root/dangling.tf"),
    ] {
        symlink(target, scratch.0.join(link)).expect("a link");
    }
    commit(&scratch);
    git(&scratch.0, &["checkout", "-q", "-b", "feature"]);
    let tree = Tree::read(&default_base(&scratch.0.join("root")).expect("main"), &Settings::default());
    assert_eq!(line(&tree, "aws_db.x").as_deref(), Some("root/db.tf:1"));
    assert_eq!(line(&tree, "module.l.aws_db.x").as_deref(), Some("root/linked/db.tf:1"));
    let problems: Vec<String> = tree.problems().iter().map(ToString::to_string).collect();
    let expected = [
        "`abs.tf` is a symbolic link that leads nowhere in the repository",
        "`loop.tf` is a symbolic link that leads nowhere in the repository",
        "`out.tf` leads out of the repository",
        "`module.r` calls itself",
    ];
    assert_eq!(problems, expected);
    // The same in the work tree, where links may lead anywhere that they lead for Terraform.
    let tree = Tree::read(&Source::Directory(scratch.0.join("root")), &Settings::default());
    assert!(line(&tree, "module.l.aws_db.x").is_some());
    let problems: Vec<String> = tree.problems().iter().map(ToString::to_string).collect();
    assert!(problems.iter().any(|problem| problem == "`module.r` calls itself"), "{problems:?}");
    assert!(problems.iter().any(|problem| problem.contains("loop.tf")), "{problems:?}");
    assert!(problems.iter().any(|problem| problem.contains("dangling.tf")), "{problems:?}");
}

#[test]
fn odd_names_and_large_files_of_a_repository_end_with_words() {
    let scratch = repository("odd");
    scratch.write("--x.tf", DATABASE);
    scratch.write("a b\n\"c.tf", "resource \"aws_db\" \"odd\" {\n}\n");
    scratch.write("large.tf", "# x\n".repeat(2 << 20));
    scratch.write("z.tf", "resource \"aws_db\" \"z\" {\n}\n");
    commit(&scratch);
    git(&scratch.0, &["checkout", "-q", "-b", "feature"]);
    let tree = Tree::read(&default_base(&scratch.0).expect("main"), &Settings::default());
    assert_eq!(tree.addresses(), ["aws_db.odd", "aws_db.x", "aws_db.z"]);
    let problems: Vec<String> = tree.problems().iter().map(ToString::to_string).collect();
    assert_eq!(problems, ["file `large.tf` is larger than 4 MiB and is not read"]);
}

#[test]
fn paths_are_joined_as_terraform_does() {
    for (directory, relative, expected) in [
        ("", "./m", "m"),
        ("a/b", "../c", "a/c"),
        ("a", "../../b", "../b"),
        ("../x", "../y", "../y"),
        ("", "..", ".."),
        ("a", "..", ""),
        ("a", "./b//c/./d", "a/b/c/d"),
    ] {
        assert_eq!(join(directory, relative), expected, "{directory} {relative}");
    }
    for (root, path, expected) in [
        (".", "main.tf", "main.tf"),
        ("./live", "main.tf", "live/main.tf"),
        ("live/prod", "../../m/main.tf", "m/main.tf"),
        ("../x", "../m/main.tf", "../x/../m/main.tf"),
        ("/a/b", "../m/main.tf", "/a/m/main.tf"),
        ("", "main.tf", "main.tf"),
    ] {
        assert_eq!(Source::Directory(root.into()).shown(path), expected, "{root} {path}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_whose_name_is_not_unicode_does_not_vanish() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let scratch = repository("bytes");
    scratch.write("main.tf", "resource \"aws_db\" \"x\" {\n  size = 1\n}\n");
    for byte in [0xFE, 0xFF] {
        let path = scratch.0.join(OsStr::from_bytes(&[byte, b'_', b'a', b'.', b't', b'f']));
        std::fs::write(path, format!("resource \"aws_db\" \"b{byte}\" {{}}\n")).expect("a file");
    }
    commit(&scratch);
    git(&scratch.0, &["checkout", "-q", "-b", "feature"]);
    let tree = Tree::read(&default_base(&scratch.0).expect("main"), &Settings::default());
    assert_eq!(tree.addresses(), ["aws_db.b254", "aws_db.b255", "aws_db.x"]);
    let tree = Tree::read(&Source::Directory(scratch.0.clone()), &Settings::default());
    assert!(tree.problems().iter().all(|problem| problem.message.contains("not Unicode")));
    assert_eq!(tree.problems().len(), 2);
}

#[test]
fn an_object_that_is_not_what_its_name_says_is_not_read() {
    let scratch = repository("forged");
    scratch
        .write("main.tf", "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n");
    scratch.write("other.tf", "resource \"aws_db\" \"y\" {\n}\n");
    commit(&scratch);
    let id = |name: &str| {
        let output = Command::new("git").arg("-C").arg(&scratch.0).args(["rev-parse", name]).output();
        String::from_utf8(output.expect("git").stdout).expect("an id").trim().to_owned()
    };
    let loose = |id: &str| scratch.0.join(".git/objects").join(&id[..2]).join(&id[2..]);
    // Content and tree alike: git itself hands out either without a word.
    for (named, forged) in [("main:main.tf", "main:other.tf"), ("main^{tree}", "main:other.tf")] {
        let (named, forged) = (loose(&id(named)), loose(&id(forged)));
        let kept = std::fs::read(&named).expect("the object");
        std::fs::remove_file(&named).expect("removed");
        std::fs::copy(&forged, &named).expect("forged");
        let source = resolve_base("main", &scratch.0).expect("a revision");
        let tree = Tree::read(&source, &Settings::default());
        let problems: Vec<&str> = tree.problems().iter().map(|one| one.message.as_str()).collect();
        assert!(problems.iter().any(|one| one.contains("not what its name says")), "{problems:?}");
        std::fs::remove_file(&named).expect("removed");
        std::fs::write(&named, kept).expect("as it was");
    }
    let source = resolve_base("main", &scratch.0).expect("a revision");
    assert_eq!(Tree::read(&source, &Settings::default()).problems(), []);
}

#[test]
fn a_repository_with_longer_names_is_read() {
    let scratch = Scratch::new("sha256");
    git(&scratch.0, &["init", "-q", "-b", "main", "--object-format=sha256"]);
    scratch.write("main.tf", DATABASE);
    commit(&scratch);
    let tree = Tree::read(&resolve_base("main", &scratch.0).expect("a revision"), &Settings::default());
    assert_eq!(tree.problems(), []);
    assert_eq!(line(&tree, "aws_db.x").as_deref(), Some("main.tf:1"));
}
