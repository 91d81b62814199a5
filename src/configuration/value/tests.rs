use super::{Literal, literal_string, reference, references};

#[test]
fn a_string_without_interpolation_is_read() {
    for (text, json, expected) in [
        ("\"./m\"", false, Some("./m")),
        ("\"a$${b}\"", false, Some("a${b}")),
        ("\"a${b}\"", false, None),
        ("\"%{ if a }b%{ endif }\"", false, None),
        ("\"a\" + \"b\"", false, None),
        ("var.x", false, None),
        ("\"./m\"", true, Some("./m")),
        ("\"${var.x}\"", true, None),
        ("1", true, None),
    ] {
        assert_eq!(literal_string(text, json).as_deref(), expected, "{text}");
    }
}

#[test]
fn references_are_read_in_every_way_they_are_written() {
    for (text, json, expected) in [
        ("aws.west", false, "aws.west"),
        ("\"aws.west\"", false, "aws.west"),
        ("\"${aws.west}\"", true, "aws.west"),
        ("\"module.a[\\\"k\\\"]\"", true, "module.a[\"k\"]"),
    ] {
        assert_eq!(reference(text, json), expected, "{text}");
    }
    for (text, json, expected) in [
        ("all", false, vec!["all"]),
        ("[tags, a[\"b,c\"],\n d[0].e, ]", false, vec!["tags", "a[\"b,c\"]", "d[0].e"]),
        ("[\"tags\", \"a\"]", true, vec!["tags", "a"]),
        ("\"all\"", true, vec!["all"]),
        ("[]", false, vec![]),
        ("[a", false, vec![]),
    ] {
        assert_eq!(references(text, json), expected, "{text}");
    }
}

#[test]
fn values_are_the_same_as_terraform_would_convert_them() {
    let number = |text: &str| Literal::Number(text.into());
    let text = |text: &str| Literal::Text(text.into());
    for (one, two, same) in [
        (Literal::Bool(true), text("true"), true),
        (Literal::Bool(true), text("TRUE"), false),
        (number("7"), number("7.0"), true),
        (number("7"), text("7"), true),
        (number("0"), Literal::Bool(false), false),
        (text("7.0"), text("7"), false),
        (Literal::Null, text("null"), false),
        (Literal::Null, Literal::Null, true),
        (number("90071992547409930"), number("90071992547409931"), false),
    ] {
        assert_eq!(one.same(&two), same, "{one:?} {two:?}");
    }
    assert!(!format!("{:?}", text("hunter2")).contains("hunter2"));
}

#[test]
fn a_truth_value_is_told_as_terraform_evaluates_it() {
    use crate::configuration::tests::Scratch;
    use crate::configuration::{Settings, Source, Tree, Tri};
    use crate::plan::address::Address;
    let scratch = Scratch::new("truth");
    let address = Address::parse("aws_db.x").expect("an address");
    for (expression, expected) in [
        ("true", Some(true)),
        ("\"true\"", Some(true)),
        ("\"1\"", Some(true)),
        ("!false", Some(true)),
        ("(true)", Some(true)),
        ("false || true", Some(true)),
        ("true ? true : false", Some(true)),
        ("1 == 1", Some(true)),
        ("\"a\" == \"a\"", Some(true)),
        ("\"${true}\"", Some(true)),
        ("false", Some(false)),
        ("\"false\"", Some(false)),
        ("null", Some(false)),
        ("1 != 1", Some(false)),
        // Of different types, these are not equal to Terraform; nothing is claimed of them.
        ("true == \"true\"", None),
        ("1", None),
        ("\"TRUE\"", None),
        ("true + 1", None),
        ("each.value", None),
        ("tobool(\"true\")", None),
    ] {
        scratch.write(
            "main.tf",
            format!("resource \"aws_db\" \"x\" {{\n lifecycle {{\n prevent_destroy = {expression}\n}}\n}}\n"),
        );
        let tree = Tree::read(&Source::Directory(scratch.0.clone()), &Settings::default());
        let expected = match expected {
            Some(true) => Tri::True,
            Some(false) => Tri::False,
            None => Tri::Unknown(expression.to_owned()),
        };
        assert_eq!(tree.guards(&address)[0].holds, expected, "{expression}");
    }
}
