use super::{Files, GUARDED, lost};
use crate::configuration::tests::Scratch;
use crate::configuration::{Literal, Removal, Settings, Source, Tree, compare};

#[test]
fn a_guard_that_hangs_on_a_value_is_followed_to_where_that_is_set() {
    let by = |value: &str| {
        format!("resource \"aws_db\" \"x\" {{\n  lifecycle {{\n    prevent_destroy = {value}\n  }}\n}}\n")
    };
    let variable = |default: &str| format!("variable \"p\" {{\n  default = {default}\n}}\n");
    let main = by("var.p");
    let case = |name: &str, base: Files<'_>, head: Files<'_>, expected: &[Removal]| {
        let found: Vec<Removal> = lost(name, base, head).into_iter().map(|(_, how, _)| how).collect();
        assert_eq!(found, expected, "{name}");
    };
    let (on, off) = (variable("true"), variable("false"));
    case("default", &[("a.tf", &main), ("v.tf", &on)], &[("a.tf", &main), ("v.tf", &off)], &[Removal::Value]);
    case("kept", &[("a.tf", &main), ("v.tf", &on)], &[("a.tf", &main), ("v.tf", &on)], &[]);
    case(
        "tfvars",
        &[("a.tf", &main), ("v.tf", &on)],
        &[
            ("a.tf", &main),
            ("v.tf", &on),
            ("terraform.tfvars", "p = true\n"),
            ("x.auto.tfvars.json", "{\"p\": false}"),
        ],
        &[Removal::Value],
    );
    case(
        "tfvars-both",
        &[("a.tf", &main), ("v.tf", &off), ("terraform.tfvars", "p = true\n")],
        &[("a.tf", &main), ("v.tf", &off), ("terraform.tfvars", "p = true\n")],
        &[],
    );
    let call = |argument: &str| format!("module \"m\" {{\n  source = \"./m\"\n{argument}}}\n");
    let (with, without) = (call("  p = local.on\n"), call(""));
    let locals = "locals {\n  on = !false && (\"a\" == \"a\" ? true : false)\n}\n";
    case(
        "argument",
        &[("a.tf", &with), ("l.tf", locals), ("m/a.tf", &main), ("m/v.tf", &off)],
        &[("a.tf", &without), ("m/a.tf", &main), ("m/v.tf", &off)],
        &[Removal::Value],
    );
    case(
        "argument-kept",
        &[("a.tf", &with), ("l.tf", locals), ("m/a.tf", &main), ("m/v.tf", &off)],
        &[("a.tf", &call("  p = true\n")), ("m/a.tf", &main), ("m/v.tf", &off)],
        &[],
    );
    let object = by("var.settings.p");
    let settings = |p: &str| call(&format!("  settings = {{\n    p = {p}\n    q = 1\n  }}\n"));
    case(
        "object",
        &[("a.tf", &settings("true")), ("m/a.tf", &object)],
        &[("a.tf", &settings("false")), ("m/a.tf", &object)],
        &[Removal::Value],
    );
    // What nobody can tell is compared by what it is made of.
    let unknown = by("tobool(local.flags.x)");
    let flags = |x: &str| format!("locals {{\n  flags = merge({{}}, {{ x = {x} }})\n}}\n");
    let (one, two) = (flags("true"), flags("false"));
    case("unknown-same", &[("a.tf", &unknown), ("l.tf", &one)], &[("a.tf", &unknown), ("l.tf", &one)], &[]);
    case(
        "unknown-other",
        &[("a.tf", &unknown), ("l.tf", &one)],
        &[("a.tf", &unknown), ("l.tf", &two)],
        &[Removal::Value],
    );
    case("unknown-now", &[("a.tf", GUARDED)], &[("a.tf", &unknown), ("l.tf", &one)], &[Removal::Edited]);
    let each = |p: &str| {
        format!(
            "module \"m\" {{\n  source = \"./m\"\n  for_each = {{ a = {{ p = {p} }} }}\n  p = each.value.p\n}}\n"
        )
    };
    case(
        "each",
        &[("a.tf", &each("true")), ("m/a.tf", &main)],
        &[("a.tf", &each("false")), ("m/a.tf", &main)],
        &[Removal::Value],
    );
    // A chain without end, and one that doubles at every step, are unknown.
    let loops = "locals {\n  a = local.b\n  b = local.a\n}\n";
    case("loop", &[("a.tf", GUARDED)], &[("a.tf", &by("local.a")), ("l.tf", loops)], &[Removal::Edited]);
    let doubling: String = (0..40).map(|n| format!("  l{n} = local.l{0} && local.l{0}\n", n + 1)).collect();
    let doubling = format!("locals {{\n{doubling}}}\n");
    case(
        "doubling",
        &[("a.tf", GUARDED)],
        &[("a.tf", &by("local.l0")), ("l.tf", &doubling)],
        &[Removal::Edited],
    );
}

#[test]
fn a_value_from_outside_holds_on_both_sides() {
    let main = "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = var.p\n  }\n}\nvariable \"p\" {\n  default = true\n}\n";
    let scratch = Scratch::new("outside");
    let given = |value| Settings {
        variables: [("p".to_owned(), Literal::Bool(value))].into(),
        ..Settings::default()
    };
    scratch.write("base/a.tf", main);
    scratch.write("head/a.tf", main);
    let read =
        |side: &str, settings: &Settings| Tree::read(&Source::Directory(scratch.0.join(side)), settings);
    let base = read("base", &Settings::default());
    // It was planned with false, which no file says: so it was before.
    assert_eq!(compare(&base, &read("head", &given(false)), &[]), []);
    // It was planned with the default, which changed.
    scratch.write("head/a.tf", main.replace("default = true", "default = false"));
    assert_eq!(compare(&base, &read("head", &given(false)), &[]).len(), 1);
    // A file of the change says so.
    scratch.write("head/a.tf", main);
    scratch.write("head/terraform.tfvars", "p = false\n");
    assert_eq!(compare(&base, &read("head", &given(false)), &[]).len(), 1);
}

#[test]
fn a_variable_that_only_the_plan_knows_in_part_is_no_guard_and_no_noise() {
    let by = |guard: &str| {
        format!(
            "resource \"aws_db\" \"x\" {{\n  count = length(var.zones)\n  lifecycle {{\n    prevent_destroy = {guard}\n  }}\n}}\nvariable \"zones\" {{\n  default = []\n}}\nvariable \"s\" {{\n  default = {{ p = true }}\n}}\n"
        )
    };
    let scratch = Scratch::new("opaque");
    scratch.write("base/terraform.tfvars", "zones = [\"a\"]\ns = { p = true }\n");
    scratch.write("base/a.tf", by("true"));
    scratch.write("head/a.tf", by("true"));
    let read = |side: &str| Tree::read(&Source::Directory(scratch.0.join(side)), &Settings::default());
    // As from a plan file, which holds no value files.
    let head = || {
        let mut head = read("head");
        head.given = [("zones".to_owned(), None), ("s".to_owned(), None)].into();
        head
    };
    assert_eq!(compare(&read("base"), &head(), &[]), []);
    scratch.write("base/a.tf", by("var.s.p"));
    scratch.write("head/a.tf", by("var.s.p"));
    assert_eq!(compare(&read("base"), &head(), &[]).len(), 1);
}
