use super::{Files, between};
use crate::configuration::{Change, Edit, GuardAttribute, Literal, Repetition};

#[test]
fn attributes_that_guard_are_compared_by_what_they_are_worth() {
    let guard = |attribute: &str, safe: Literal, absent_is_safe| GuardAttribute {
        kind: "aws_db".into(),
        attribute: attribute.into(),
        safe,
        absent_is_safe,
    };
    let guards = [
        guard("deletion_protection", Literal::Bool(true), false),
        guard("skip_final_snapshot", Literal::Bool(false), true),
        guard("settings.keep", Literal::Number("7".into()), false),
    ];
    let block = |inside: &str| {
        format!("resource \"aws_db\" \"x\" {{\n{inside}\n}}\nvariable \"off\" {{\n  default = false\n}}\n")
    };
    for (name, base, head, expected) in [
        ("off", "deletion_protection = true", "deletion_protection = false", Some("deletion_protection")),
        ("text", "deletion_protection = true", "deletion_protection = \"true\"", None),
        ("gone", "deletion_protection = true", "", Some("deletion_protection")),
        (
            "variable",
            "deletion_protection = true",
            "deletion_protection = var.off",
            Some("deletion_protection"),
        ),
        ("unknown", "deletion_protection = true", "deletion_protection = x.y.z", Some("deletion_protection")),
        ("unknown-both", "deletion_protection = x.y.z", "deletion_protection = x.y.z", None),
        ("armed", "", "deletion_protection = true", None),
        ("never", "", "deletion_protection = false", None),
        ("default", "", "skip_final_snapshot = true", Some("skip_final_snapshot")),
        ("default-kept", "skip_final_snapshot = null", "skip_final_snapshot = false", None),
        ("nested", "settings {\n keep = 7\n}", "settings {\n keep = 0\n}", Some("settings.keep")),
        ("nested-gone", "settings {\n keep = 7\n}", "settings {\n}", Some("settings.keep")),
        ("nested-same", "settings {\n keep = \"7\"\n}", "settings {\n keep = 7.0\n}", None),
        (
            "dynamic",
            "dynamic \"settings\" {\n content {\n keep = 7\n}\n}",
            "dynamic \"settings\" {\n content {\n keep = 1\n}\n}",
            Some("settings.keep"),
        ),
    ] {
        let found: Vec<String> = between(name, &[("a.tf", &block(base))], &[("a.tf", &block(head))], &guards)
            .into_iter()
            .filter_map(|difference| match difference.change {
                Change::GuardAttributeChanged { attribute, .. } => Some(attribute),
                _ => None,
            })
            .collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn all_else_that_matters_is_found() {
    let base: Files<'_> = &[
        (
            "main.tf",
            "terraform {\n  backend \"s3\" {\n    bucket = \"a\"\n  }\n}\nprovider \"aws\" {\n  region = \"eu-west-1\"\n}\nprovider \"aws\" {\n  alias = \"west\"\n}\n",
        ),
        (
            "a.tf",
            "resource \"aws_x\" \"a\" {\n  count = 2\n  lifecycle {\n    ignore_changes = [a]\n    destroy = false\n  }\n}\n",
        ),
        (
            "m.tf",
            "module \"m\" {\n  source = \"acme/m/aws\"\n  version = \"1.0\"\n}\nmodule \"gone\" {\n  source = \"acme/n/aws\"\n}\n",
        ),
        (
            "d.tf",
            "data \"http\" \"same\" {\n  url = \"https://a\"\n}\ndata \"http\" \"other\" {\n  url = \"https://a\"\n}\n",
        ),
        (".terraform.lock.hcl", "a"),
    ];
    let head: Files<'_> = &[
        (
            "main.tf",
            "terraform {\n  backend \"s3\" {\n    bucket = \"b\"\n  }\n}\nprovider \"aws\" {\n  region = \"eu-west-2\" # moved\n}\nprovider \"aws\" {\n  alias = \"west\"\n\n}\n",
        ),
        (
            "a.tf",
            "resource \"aws_x\" \"a\" {\n  for_each = toset([])\n  provider = aws.west\n  lifecycle {\n    ignore_changes = all\n  }\n  provisioner \"local-exec\" {\n    when = destroy\n    command = \"x\"\n  }\n}\n",
        ),
        (
            "m.tf",
            "module \"m\" {\n  source = \"evil/m/aws\"\n  version = \"1.1\"\n  providers = {\n    aws = aws.west\n  }\n}\n",
        ),
        (
            "d.tf",
            "data \"http\" \"same\" {\n  url = \"https://a\" # here\n}\ndata \"http\" \"other\" {\n  url = \"https://b\"\n}\ncheck \"c\" {\n  data \"external\" \"e\" {\n    program = [\"x\"]\n  }\n}\n",
        ),
        (".terraform.lock.hcl", "b"),
    ];
    let found: Vec<(String, Change, String)> = between("rest", base, head, &[])
        .into_iter()
        .map(|difference| {
            let head = difference.head.map(|head| head.to_string()).unwrap_or_default();
            (difference.address, difference.change, head)
        })
        .collect();
    let at = |address: &str, change: Change, head: &str| (address.to_owned(), change, head.to_owned());
    let text = |text: &str| Some(text.to_owned());
    let number = |number: &str| Some(Literal::Number(number.to_owned()));
    let expected = vec![
        at("", Change::LockFileChanged, ".terraform.lock.hcl:1"),
        at("", Change::BackendChanged { before: text("s3"), after: text("s3") }, "main.tf:2"),
        at("", Change::ProviderConfigurationChanged { provider: "aws".into() }, "main.tf:6"),
        at(
            "aws_x.a",
            Change::RepetitionChanged {
                argument: Repetition::Count,
                edit: Edit::Removed,
                before: number("2"),
                after: None,
            },
            "a.tf:1",
        ),
        at("aws_x.a", Change::DestroyAllowed, "a.tf:1"),
        at(
            "aws_x.a",
            Change::RepetitionChanged {
                argument: Repetition::ForEach,
                edit: Edit::Added,
                before: None,
                after: None,
            },
            "a.tf:2",
        ),
        at("aws_x.a", Change::ProviderChanged { before: None, after: text("aws.west") }, "a.tf:3"),
        at("aws_x.a", Change::LifecycleChanged { argument: "ignore_changes" }, "a.tf:5"),
        at(
            "aws_x.a",
            Change::ProvisionerAppeared { provisioner: "local-exec".into(), on_destroy: true },
            "a.tf:7",
        ),
        at("data.external.e", Change::DataSourceAppeared { changed: false }, "d.tf:8"),
        at("data.http.other", Change::DataSourceAppeared { changed: true }, "d.tf:4"),
        at("module.gone", Change::ModuleCallDeleted { known: false }, ""),
        at(
            "module.m",
            Change::ModuleSourceChanged { before: "acme/m/aws".into(), after: "evil/m/aws".into() },
            "m.tf:2",
        ),
        at("module.m", Change::ModuleVersionChanged { before: text("1.0"), after: text("1.1") }, "m.tf:3"),
        at(
            "module.m",
            Change::ProviderChanged { before: None, after: text("{\naws = aws.west\n}") },
            "m.tf:4",
        ),
    ];
    let changes: Vec<_> =
        found.iter().map(|(address, change, head)| (address, format!("{change:?}"), head)).collect();
    assert_eq!(found, expected, "{changes:#?}");
}
