use std::time::{Duration, Instant};

use super::{Dialect, Settings, Tree, Tri};
use crate::configuration::Source;
use crate::configuration::tests::Scratch;
use crate::plan::address::Address;

fn read(scratch: &Scratch) -> Tree {
    Tree::read(&Source::Directory(scratch.0.clone()), &Settings::default())
}

fn at(text: &str) -> Address {
    Address::parse(text).expect("an address")
}

fn tree_of(name: &str, files: &[(&str, &str)]) -> (Scratch, Tree) {
    let scratch = Scratch::new(name);
    for (path, text) in files {
        scratch.write(path, text);
    }
    let tree = read(&scratch);
    (scratch, tree)
}

fn problems(tree: &Tree) -> Vec<String> {
    tree.problems().iter().map(|problem| problem.message.clone()).collect()
}

#[test]
fn an_override_file_changes_what_it_names_and_nothing_else() {
    let (_scratch, tree) = tree_of(
        "merge",
        &[
            (
                "main.tf",
                "resource \"aws_x\" \"a\" {\n  size = 1\n  name = \"a\"\n  ingress {\n    port = 1\n  }\n  dynamic \"egress\" {\n    for_each = []\n  }\n  tag {\n  }\n  lifecycle {\n    prevent_destroy = true\n    ignore_changes  = [size]\n  }\n  provisioner \"local-exec\" {\n    command = \"a\"\n  }\n}\n",
            ),
            (
                "a_override.tf",
                "resource \"aws_x\" \"a\" {\n  size = 2\n  dynamic \"ingress\" {\n    for_each = []\n  }\n  egress {\n  }\n  lifecycle {\n    prevent_destroy = false\n  }\n}\nresource \"aws_x\" \"nowhere\" {\n}\nmoved {\n  from = aws_x.b\n  to   = aws_x.c\n}\n",
            ),
            (
                "b_override.tf.json",
                "{\"resource\": {\"aws_x\": {\"a\": {\n\"lifecycle\": {\"prevent_destroy\": true,\n\"create_before_destroy\": true}}}}}",
            ),
        ],
    );
    let address = at("aws_x.a[0]");
    let found = tree.resource(&address).expect("a block");
    let line = |path: &str| tree.attribute_line(&address, path).map(|line| line.to_string());
    assert_eq!(found.location().to_string(), "main.tf:1");
    assert_eq!(line("size").as_deref(), Some("a_override.tf:2"));
    assert_eq!(line("name").as_deref(), Some("main.tf:3"));
    // Each of the two takes the place of what there was, generated or not.
    assert_eq!(line("ingress.0.port").as_deref(), Some("a_override.tf:3"));
    assert_eq!(line("egress").as_deref(), Some("a_override.tf:6"));
    assert_eq!(line("tag").as_deref(), Some("main.tf:10"));
    let lifecycle = found.lifecycle();
    // The last override wins.
    assert_eq!(lifecycle.prevent_destroy.value, Tri::True);
    assert!(lifecycle.prevent_destroy.overridden);
    assert_eq!(
        lifecycle.prevent_destroy.location.map(|at| at.to_string()).as_deref(),
        Some("b_override.tf.json:2")
    );
    assert_eq!(lifecycle.create_before_destroy.value, Tri::True);
    assert_eq!(lifecycle.ignore_changes.value, ["size"]);
    assert!(!lifecycle.ignore_changes.overridden);
    assert_eq!(found.provisioners().len(), 1);
    let expected = [
        "configuration cannot be read in full: `aws_x.nowhere` is overridden, but declared nowhere",
        "configuration cannot be read in full: `moved` cannot stand in an override file",
    ];
    assert_eq!(problems(&tree), expected);
}

#[test]
fn everything_of_a_block_is_told() {
    let (_scratch, tree) = tree_of(
        "block",
        &[
            (
                "main.tf",
                "resource \"aws_x\" \"a\" {\n  for_each = toset([])\n  provider = aws.west\n  tags = {\n    Name = \"x\"\n    \"Owner\" = \"y\"\n  }\n  disk {\n    size = 1\n  }\n  disk {\n    size = 2\n  }\n  dynamic \"net\" {\n    for_each = []\n    content {\n      ip = 1\n    }\n  }\n  lifecycle {\n    prevent_destroy = each.value\n    destroy = false\n    enabled = true\n    replace_triggered_by = [aws_y.z, terraform_data.t[each.key].id]\n    precondition {\n      condition = true\n    }\n  }\n  provisioner \"local-exec\" {\n    when = destroy\n  }\n  provisioner \"remote-exec\" {\n  }\n}\nephemeral \"aws_s\" \"e\" {\n}\ncheck \"c\" {\n  data \"http\" \"d\" {\n  }\n}\nimport {\n  to = aws_x.a[\"k\"]\n  id = \"i\"\n}\n",
            ),
            (
                "refactor.tf",
                "moved {\n  from = aws_x.old\n  to   = aws_x.a[\"k\"]\n}\nremoved {\n  from = module.gone\n  lifecycle {\n    destroy = false\n  }\n}\nmoved {\n  from = \"nonsense\"\n  to = 1\n}\n",
            ),
        ],
    );
    let address = at("aws_x.a[\"k\"]");
    let found = tree.resource(&address).expect("a block");
    for (path, expected) in [
        ("for_each", Some(2)),
        ("tags", Some(4)),
        ("tags.Name", Some(5)),
        ("tags[\"Owner\"]", Some(6)),
        ("tags.None", Some(4)),
        ("disk", Some(8)),
        ("disk.0.size", Some(9)),
        ("disk[1].size", Some(12)),
        ("disk.7.size", Some(9)),
        ("net.0.ip", Some(17)),
        ("net.0.mask", Some(14)),
        ("arn", None),
        ("", None),
        ("lifecycle.0.prevent_destroy", Some(21)),
    ] {
        assert_eq!(tree.attribute_line(&address, path).map(|line| line.line), expected, "{path}");
    }
    assert_eq!(found.provider().as_deref(), Some("aws.west"));
    assert_eq!(found.argument("for_each").map(|written| written.text).as_deref(), Some("toset([])"));
    let provisioners: Vec<(String, bool)> = found
        .provisioners()
        .into_iter()
        .map(|provisioner| (provisioner.kind, provisioner.on_destroy))
        .collect();
    assert_eq!(provisioners, [("local-exec".to_owned(), true), ("remote-exec".to_owned(), false)]);
    let lifecycle = found.lifecycle();
    assert_eq!(lifecycle.prevent_destroy.value, Tri::Unknown("each.value".into()));
    assert_eq!((lifecycle.destroy.value, lifecycle.enabled.value), (Tri::False, Tri::True));
    assert_eq!(lifecycle.replace_triggered_by.value, ["aws_y.z", "terraform_data.t[each.key].id"]);
    assert_eq!(lifecycle.preconditions.len(), 1);
    let guards: Vec<(&str, Tri)> =
        tree.guards(&address).into_iter().map(|guard| (guard.argument, guard.holds)).collect();
    assert_eq!(guards, [("prevent_destroy", Tri::Unknown("each.value".into())), ("destroy", Tri::True)]);
    assert!(found.attributes().iter().any(|(name, line)| name == "disk" && line.line == 11));
    assert_eq!(tree.addresses(), ["aws_x.a", "data.http.d", "ephemeral.aws_s.e"]);
    assert!(tree.resource(&at("data.http.d")).is_some() && tree.resource(&at("ephemeral.aws_s.e")).is_some());
    assert!(tree.resource(&at("data.aws_x.a")).is_none());
    assert_eq!(tree.moved_to(&address).len(), 1);
    assert_eq!(tree.moved_from(&at("aws_x.old")).first().map(|moved| moved.to.as_str()), Some("aws_x.a"));
    assert!(tree.moved_from(&address).is_empty());
    let removed = tree.removed(&at("module.gone[0].module.x.aws_x.y")).expect("a block");
    assert_eq!((removed.from.as_str(), removed.destroy), ("module.gone", Some(false)));
    assert_eq!(
        tree.import(&address).map(|import| import.location.to_string()).as_deref(),
        Some("main.tf:41")
    );
    assert!(tree.import(&at("aws_x.b")).is_none());
    assert_eq!(
        problems(&tree),
        ["configuration cannot be read in full: the block does not name a resource or module"]
    );
}

#[test]
fn modules_are_found_where_they_are_called() {
    let manifest = "{\"Modules\":[{\"Key\":\"\",\"Source\":\"\",\"Dir\":\".\"},{\"Key\":\"far\",\"Source\":\"registry.terraform.io/acme/far/aws\",\"Dir\":\".terraform/modules/far//sub\"},{\"Key\":\"near\",\"Source\":\"./near\",\"Dir\":\"elsewhere\"}]}";
    let database = "resource \"aws_db\" \"x\" {\n}\n";
    let (scratch, tree) = tree_of(
        "modules",
        &[
            (
                "main.tf",
                "module \"near\" {\n  source = \"./near\"\n}\nmodule \"far\" {\n  source = \"acme/far/aws\"\n}\nmodule \"lost\" {\n  source = \"acme/lost/aws\"\n}\nmodule \"dynamic\" {\n  source = var.source\n}\nmodule \"gone\" {\n  source = \"./gone\"\n}\n",
            ),
            (
                "near/main.tf",
                "module \"deep\" {\n  source = \"../common\"\n}\nmodule \"again\" {\n  source = \"../common\"\n}\n",
            ),
            ("elsewhere/main.tf", "resource \"aws_db\" \"wrong\" {}\n"),
            ("common/main.tf", database),
            (".terraform/modules/modules.json", manifest),
            (".terraform/modules/far/sub/db.tf", database),
        ],
    );
    let expected =
        ["module.far.aws_db.x", "module.near.module.again.aws_db.x", "module.near.module.deep.aws_db.x"];
    assert_eq!(tree.addresses(), expected);
    let far = tree.resource(&at("module.far[\"a\"].aws_db.x")).expect("a block");
    assert_eq!(far.location().to_string(), ".terraform/modules/far/sub/db.tf:1");
    assert_eq!(far.call().map(|call| call.to_string()).as_deref(), Some("main.tf:4"));
    let near = tree.resource(&at("module.near.module.deep.aws_db.x")).expect("a block");
    assert_eq!((near.location().to_string().as_str(), near.call()), ("common/main.tf:1", None));
    let lost: Vec<&str> =
        tree.modules().filter(|module| !module.at_hand()).map(|module| module.key.as_str()).collect();
    assert_eq!(lost, ["dynamic", "gone", "lost"]);
    assert_eq!(problems(&tree), ["directory `gone` of `module.gone` does not exist"]);
    let call = tree.module_call("near.deep").expect("a call");
    assert_eq!(call.location().to_string(), "near/main.tf:1");

    // Elsewhere, if whoever calls says so; and a list that names a module twice is no list.
    let data = Scratch::new("data");
    data.write("modules/modules.json", manifest.replace(".terraform/modules/far//sub", "common"));
    let settings = Settings { data_dir: Some(data.0.clone()), ..Settings::default() };
    let tree = Tree::read(&Source::Directory(scratch.0.clone()), &settings);
    let far = tree.resource(&at("module.far.aws_db.x")).expect("a block");
    assert_eq!(far.location().to_string(), "common/main.tf:1");
    scratch.write(".terraform/modules/modules.json", manifest.replace("near", "far"));
    assert!(problems(&read(&scratch))[0].contains("twice"));
}

#[test]
fn a_tofu_file_counts_for_opentofu() {
    let (scratch, tree) = tree_of(
        "tofu",
        &[("a.tf", "resource \"aws_x\" \"old\" {}\n"), ("a.tofu", "resource \"aws_x\" \"new\" {}\n")],
    );
    assert_eq!(tree.addresses(), ["aws_x.new"]);
    assert_eq!(problems(&tree), ["`a.tofu` counts for OpenTofu, and not for Terraform"]);
    for (dialect, expected) in [(Dialect::Terraform, "aws_x.old"), (Dialect::OpenTofu, "aws_x.new")] {
        let tree =
            Tree::read(&Source::Directory(scratch.0.clone()), &Settings { dialect, ..Settings::default() });
        assert_eq!((tree.addresses(), problems(&tree)), (vec![expected.to_owned()], vec![]));
    }
}

#[test]
fn a_file_that_cannot_be_read_costs_that_file() {
    let scratch = Scratch::new("files");
    scratch.write(
        "bytes.tf",
        b"# \xff\nresource \"aws_db\" \"bytes\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n",
    );
    scratch.write("broken.tf", "resource \"aws_db\" \"broken\" {\n  x = (\n  lifecycle {\n");
    scratch.write("broken.tf.json", "{\"resource\": {\"aws_db\": {\"json\": {}}}, oops");
    scratch.write(
        "utf16.tf",
        "resource \"aws_db\" \"utf16\" {}\n".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>(),
    );
    scratch.write("large.tf", "# x\n".repeat(25 << 20));
    scratch.write("twice.tf", "resource \"aws_db\" \"bytes\" {}\nresource \"aws_db\" {}\n");
    scratch.write("dir.tf/main.tf", "resource \"aws_db\" \"dir\" {}\n");
    scratch.write("good.tf", "resource \"aws_db\" \"good\" {}\n");
    let start = Instant::now();
    let tree = read(&scratch);
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    for name in ["bytes", "good", "json", "broken"] {
        assert!(tree.addresses().contains(&format!("aws_db.{name}")), "{name}: {:?}", tree.addresses());
    }
    assert_eq!(tree.guards(&at("aws_db.bytes")).len(), 1);
    let shown: Vec<String> = tree.problems().iter().map(ToString::to_string).collect();
    for part in [
        "broken.tf:",
        "broken.tf.json:1:",
        "bytes.tf:1:1",
        "large.tf",
        "utf16.tf",
        "declared twice",
        "labels",
    ] {
        assert!(shown.iter().any(|problem| problem.contains(part)), "{part}: {shown:#?}");
    }
    assert!(tree.problems().iter().all(|problem| problem.help.is_some()));
}

#[cfg(unix)]
#[test]
fn a_hostile_tree_ends_in_bounded_time_with_words() {
    use std::os::unix::fs::symlink;
    let scratch = Scratch::new("hostile");
    // A module that calls itself twice by way of a link is as deep and wide as one likes.
    scratch.write(
        "main.tf",
        "module \"a\" {\n  source = \"./loop/loop\"\n}\nmodule \"b\" {\n  source = \"./fan0\"\n}\nmodule \"c\" {\n  source = \"./\"\n}\n",
    );
    symlink(".", scratch.0.join("loop")).expect("a link");
    symlink("x.tf", scratch.0.join("x.tf")).expect("a link");
    symlink("/dev/zero", scratch.0.join("zero.tf")).expect("a link");
    for level in 0..40 {
        let next = level + 1;
        let text = format!(
            "module \"l\" {{\n  source = \"../fan{next}\"\n}}\nmodule \"r\" {{\n  source = \"../fan{next}\"\n}}\n"
        );
        scratch.write(&format!("fan{level}/main.tf"), text);
    }
    scratch.write("fan40/main.tf", "");
    for number in 0..10_000 {
        scratch.write(&format!("f{number}.tf"), "locals {}\n");
    }
    let status = std::process::Command::new("mkfifo").arg(scratch.0.join("pipe.tf")).status();
    let start = Instant::now();
    let tree = read(&scratch);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    let found = problems(&tree);
    for part in [
        "`module.a` calls itself",
        "`module.c` calls itself",
        "more than 10000 modules",
        "x.tf",
        "`zero.tf` is not a regular file",
    ] {
        // The place of a file is that of the scratch directory.
        let part = part.trim_start_matches("`zero.tf` ");
        assert!(found.iter().any(|problem| problem.contains(part)), "{part}: {found:#?}");
    }
    if status.is_ok_and(|status| status.success()) {
        assert!(found.iter().any(|problem| problem.contains("pipe.tf")), "{found:#?}");
    }
}

#[test]
fn too_many_resources_end_with_words() {
    let scratch = Scratch::new("many");
    let resources: String =
        (0..20_000).map(|number| format!("resource \"a\" \"r{number}\" {{}}\n")).collect();
    let calls: String =
        (0..1_000).map(|number| format!("module \"m{number}\" {{\n  source = \"./m\"\n}}\n")).collect();
    scratch.write("m/main.tf", resources);
    scratch.write("main.tf", calls);
    let tree = read(&scratch);
    assert!(tree.addresses().len() < 300_000);
    assert!(
        problems(&tree)[0].contains("more than 10000 modules, or 200000 resources"),
        "{:?}",
        problems(&tree)
    );
}

#[test]
fn nothing_is_found_where_nothing_is() {
    let scratch = Scratch::new("nothing");
    let tree = read(&scratch);
    assert!(tree.is_empty() && tree.root_exists());
    assert_eq!(tree.problems(), []);
    let tree = Tree::read(&Source::Directory(scratch.0.join("gone")), &Settings::default());
    assert!(!tree.root_exists());
    assert_eq!(problems(&tree), ["there is no configuration: the directory does not exist"]);
}
