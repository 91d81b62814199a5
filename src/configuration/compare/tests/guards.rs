use super::{BARE, CALL, Files, GUARDED, between, lost};
use crate::configuration::{Change, Difference, Removal, Tri};

#[test]
fn a_guard_that_comes_off_is_found_however_it_is_done() {
    let case = |name: &str, base: Files<'_>, head: Files<'_>, address: &str, how: Removal, at: &str| {
        assert_eq!(lost(name, base, head), [(address.to_owned(), how, at.to_owned())], "{name}");
    };
    let base: Files<'_> = &[("main.tf", GUARDED)];
    case("deleted", base, &[], "aws_db.x", Removal::BlockDeleted, "");
    case("edited", base, &[("main.tf", BARE)], "aws_db.x", Removal::Edited, "main.tf:1");
    let off = "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = false\n  }\n}\n";
    case("false", base, &[("main.tf", off)], "aws_db.x", Removal::Edited, "main.tf:3");
    let override_file = "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = false\n  }\n}\n";
    case(
        "override",
        base,
        &[("main.tf", GUARDED), ("z_override.tf", override_file)],
        "aws_db.x",
        Removal::Override,
        "z_override.tf:3",
    );
    let json = "{\"resource\": {\"aws_db\": {\"x\": {\"lifecycle\": {\"prevent_destroy\": \"false\"}}}}}";
    case(
        "override-json",
        base,
        &[("main.tf", GUARDED), ("override.tf.json", json)],
        "aws_db.x",
        Removal::Override,
        "override.tf.json:1",
    );
    let removed = "removed {\n  from = aws_db.x\n}\n";
    case("removed", base, &[("main.tf", removed)], "aws_db.x", Removal::RemovedBlock, "main.tf:1");
    let comment = "/*\nresource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n*/\n";
    case("comment", base, &[("main.tf", comment)], "aws_db.x", Removal::BlockDeleted, "");
    let escaped = "resource \"aws_\\u0064b\" \"x\" {\n}\n";
    case("escaped", base, &[("main.tf", escaped)], "aws_db.x", Removal::Edited, "main.tf:1");
    let moved = "moved {\n  from = aws_db.x\n  to   = aws_db.y\n}\n\nresource \"aws_db\" \"y\" {\n}\n";
    case("moved", base, &[("main.tf", moved)], "aws_db.y", Removal::Moved("aws_db.y".into()), "main.tf:6");
    let nowhere = "moved {\n  from = aws_db.x\n  to   = aws_db.y\n}\n";
    case("nowhere", base, &[("main.tf", nowhere)], "aws_db.x", Removal::MovedNowhere("aws_db.y".into()), "");
    let circle =
        "moved {\n from = aws_db.x\n to = aws_db.y\n}\nmoved {\n from = aws_db.y\n to = aws_db.x\n}\n";
    case("circle", base, &[("main.tf", circle)], "aws_db.x", Removal::BlockDeleted, "");
    // One instance is moved away from the guard that stays.
    let instance = format!(
        "{GUARDED}moved {{\n  from = aws_db.x[0]\n  to   = aws_db.y\n}}\nresource \"aws_db\" \"y\" {{\n}}\n"
    );
    case(
        "instance",
        base,
        &[("main.tf", &instance)],
        "aws_db.y",
        Removal::Moved("aws_db.y".into()),
        "main.tf:10",
    );
    // Into a module, whose block is bare.
    let into = format!("{CALL}moved {{\n  from = aws_db.x\n  to   = module.m.aws_db.x\n}}\n");
    case(
        "into",
        base,
        &[("main.tf", &into), ("m/main.tf", BARE)],
        "module.m.aws_db.x",
        Removal::Moved("module.m.aws_db.x".into()),
        "m/main.tf:1",
    );
    let in_module: Files<'_> = &[("main.tf", CALL), ("m/main.tf", GUARDED)];
    case(
        "call",
        in_module,
        &[("m/main.tf", GUARDED)],
        "module.m.aws_db.x",
        Removal::ModuleCallDeleted("module.m".into()),
        "",
    );
    case(
        "source",
        in_module,
        &[
            ("main.tf", "module \"m\" {\n  source = \"./n\"\n}\n"),
            ("m/main.tf", GUARDED),
            ("n/main.tf", BARE),
        ],
        "module.m.aws_db.x",
        Removal::Edited,
        "n/main.tf:1",
    );
    case(
        "not-at-hand",
        in_module,
        &[("main.tf", "module \"m\" {\n  source = \"acme/m/aws\"\n}\n")],
        "module.m.aws_db.x",
        Removal::NotAtHand,
        "",
    );
    case(
        "emptied",
        in_module,
        &[("main.tf", CALL), ("m/other.tf", "")],
        "module.m.aws_db.x",
        Removal::BlockDeleted,
        "",
    );
    let base_json =
        "{\"resource\": [{\"aws_db\": {\"x\": [{\"lifecycle\": [{\"prevent_destroy\": true}]}]}}]}";
    case("json", &[("a.tf.json", base_json)], &[("main.tf", BARE)], "aws_db.x", Removal::Edited, "main.tf:1");
    // What hcl-edit refuses, Terraform takes.
    let odd =
        format!("\u{feff}locals {{\n  a = {{ b = 1, b = 2 }}\n  n = {}\n}}\n{GUARDED}", "9".repeat(400));
    case("odd", &[("main.tf", &odd)], &[("main.tf", BARE)], "aws_db.x", Removal::Edited, "main.tf:1");
}

#[test]
fn a_guard_that_stays_is_no_difference() {
    let json = "{\"resource\": {\"aws_db\": {\"x\": {\"lifecycle\": {\"prevent_destroy\": \"true\"}}}}}";
    let moved_module =
        "module \"n\" {\n  source = \"./m\"\n}\nmoved {\n  from = module.m\n  to   = module.n\n}\n";
    let moved = "moved {\n  from = aws_db.x\n  to = aws_db.y\n}\n";
    let y = GUARDED.replace("\"x\"", "\"y\"");
    for (name, base, head) in [
        ("same", [("main.tf", GUARDED), ("b.tf", "")], [("main.tf", GUARDED), ("b.tf", "")]),
        ("other-file", [("main.tf", GUARDED), ("b.tf", "")], [("main.tf", ""), ("b.tf", GUARDED)]),
        ("to-json", [("main.tf", GUARDED), ("b.tf", "")], [("b.tf", ""), ("c.tf.json", json)]),
        ("moved", [("main.tf", GUARDED), ("b.tf", "")], [("main.tf", moved), ("b.tf", &y)]),
        (
            "module",
            [("main.tf", CALL), ("m/a.tf", GUARDED)],
            [("main.tf", moved_module), ("m/a.tf", GUARDED)],
        ),
        ("never", [("main.tf", BARE), ("b.tf", "")], [("main.tf", ""), ("b.tf", "")]),
    ] {
        assert_eq!(lost(name, &base, &head), [], "{name}");
    }
}

#[test]
fn what_stands_at_head_is_told() {
    let unknown =
        "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = each.key == \"a\"\n  }\n}\n";
    let differences = between("now", &[("a.tf", GUARDED)], &[("a.tf", unknown)], &[]);
    let Some(Difference { change: Change::PreventDestroyRemoved { now, doubtful, .. }, base, .. }) =
        differences.first()
    else {
        panic!("{differences:?}");
    };
    assert_eq!(*now, Tri::Unknown("each.key == \"a\"".into()));
    assert!(!doubtful);
    assert_eq!(base.as_ref().map(ToString::to_string).as_deref(), Some("a.tf:3"));
}
