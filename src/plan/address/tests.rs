use proptest::prelude::{Just, Strategy, any, prop, prop_oneof, proptest};

use super::{Address, Index, ModuleStep, compose, same_spelling};
use crate::plan::mode::Mode;

fn resource(kind: &str, name: &str) -> Address {
    Address { modules: vec![], mode: Mode::Managed, kind: kind.into(), name: name.into(), key: None }
}

fn step(name: &str, key: Option<Index>) -> ModuleStep {
    ModuleStep { name: name.into(), key }
}

fn key(text: &str) -> Option<Index> {
    Some(Index::Key(text.into()))
}

#[test]
fn an_address_is_read_and_printed_as_terraform_writes_it() {
    let x = || resource("aws_x", "y");
    for (text, expected) in [
        ("aws_x.y", x()),
        ("aws_x.y[0]", Address { key: Some(Index::Number(0)), ..x() }),
        (r#"aws_x.y[""]"#, Address { key: key(""), ..x() }),
        (r#"aws_x.y["a.b[0]\"c\\]"]"#, Address { key: key("a.b[0]\"c\\]"), ..x() }),
        (r#"aws_x.y["\n\r\t"]"#, Address { key: key("\n\r\t"), ..x() }),
        (r#"aws_x.y["$${a} %%{b} $a %"]"#, Address { key: key("${a} %{b} $a %"), ..x() }),
        (r#"aws_x.y["$$${"]"#, Address { key: key("$${"), ..x() }),
        ("aws_x.y[\"\\u0007\\u00a0\\U000e0001é\"]", Address { key: key("\u{7}\u{a0}\u{e0001}é"), ..x() }),
        ("aws_x.y[*]", Address { key: Some(Index::Unknown), ..x() }),
        ("data.aws_x.y", Address { mode: Mode::Data, ..x() }),
        ("ephemeral.aws_x.y", Address { mode: Mode::Ephemeral, ..x() }),
        (
            r#"module.a.module.b["x.y"].module.c[1].aws_x.y"#,
            Address {
                modules: vec![step("a", None), step("b", key("x.y")), step("c", Some(Index::Number(1)))],
                ..x()
            },
        ),
        (
            "module.data.data.aws_x.module",
            Address {
                modules: vec![step("data", None)],
                mode: Mode::Data,
                name: "module".into(),
                ..resource("aws_x", "")
            },
        ),
    ] {
        assert_eq!(Address::parse(text).as_ref(), Ok(&expected), "{text}");
        assert_eq!(expected.to_string(), text);
    }
}

#[test]
fn what_is_no_address_is_refused_with_the_byte_where_it_stops_being_one() {
    for (text, at) in [
        ("", 0),
        ("aws_x", 5),
        ("aws_x.", 6),
        ("aws_x.y.z", 7),
        ("aws_x.y[", 8),
        ("aws_x.y[01]", 8),
        ("aws_x.y[-1]", 8),
        ("aws_x.y[18446744073709551616]", 8),
        ("aws_x.y[a]", 8),
        ("aws_x.y[\"a]", 11),
        ("aws_x.y[\"a\\q\"]", 10),
        ("aws_x.y[\"\\ud800\"]", 9),
        ("aws_x.y[\"a\"", 11),
        ("aws_x.y[0][1]", 10),
        ("module.a", 8),
        ("module..aws_x.y", 7),
        ("aws x.y", 3),
    ] {
        let problem = Address::parse(text).unwrap_err();
        assert_eq!(problem.message, format!("`{text}` is not a resource address from byte {at} on"));
    }
}

#[test]
fn parts_compose_to_the_address_terraform_writes() {
    for (module, mode, index, expected) in [
        (None, Mode::Managed, None, "aws_x.y"),
        (Some(""), Mode::Managed, None, "aws_x.y"),
        (Some("module.a[\"k\"]"), Mode::Data, Some(Index::Number(7)), "module.a[\"k\"].data.aws_x.y[7]"),
        (None, Mode::Ephemeral, key("a\"${b}"), r#"ephemeral.aws_x.y["a\"$${b}"]"#),
        (None, Mode::Managed, key("e\u{301}\u{200b}"), "aws_x.y[\"e\u{301}\\u200b\"]"),
    ] {
        assert_eq!(compose(module, mode, "aws_x", "y", index.as_ref()), expected);
    }
}

#[test]
fn only_escapes_of_characters_beyond_ascii_are_another_spelling_of_the_same_address() {
    for (a, b, same) in [
        (r#"x.y["\U0001fae9"]"#, "x.y[\"\u{1fae9}\"]", true),
        (r#"x.y["\u00a0"]"#, "x.y[\"\u{a0}\"]", true),
        (r#"x.y["\u0041"]"#, r#"x.y["A"]"#, false),
        (r#"x.y["\\u00a0"]"#, "x.y[\"\\\\\u{a0}\"]", false),
        (r#"x.y["a"]"#, r#"x.y["b"]"#, false),
        ("x.y[\"\\é\"]", "x.y[\"\\é\"]", true),
    ] {
        assert_eq!(same_spelling(a, b), same, "{a} {b}");
    }
}

#[test]
fn the_configuration_address_has_no_instance_keys() {
    let address = Address::parse(r#"module.a["x"].module.b[0].data.aws_x.y["k.z"]"#).unwrap();
    assert_eq!(address.configuration(), "module.a.module.b.data.aws_x.y");
}

fn index() -> impl Strategy<Value = Option<Index>> {
    prop_oneof![
        Just(None),
        Just(Some(Index::Unknown)),
        any::<u64>().prop_map(|number| Some(Index::Number(number))),
        any::<String>().prop_map(|key| Some(Index::Key(key))),
        r#"[$%{}"\\\]\[.a\n]{0,12}"#.prop_map(|key| Some(Index::Key(key))),
    ]
}

proptest! {
    #[test]
    fn an_address_with_any_keys_survives_printing_and_parsing(
        modules in prop::collection::vec(("[a-z_-]{1,5}", index()), 0..4),
        mode in prop_oneof![Just(Mode::Managed), Just(Mode::Data), Just(Mode::Ephemeral)],
        kind in "x[a-z_]{1,8}",
        name in "[a-zA-Z_é][a-z0-9_-]{0,8}",
        key in index(),
    ) {
        let modules = modules.into_iter().map(|(name, key)| ModuleStep { name, key }).collect();
        let address = Address { modules, mode, kind, name, key };
        assert_eq!(Address::parse(&address.to_string()), Ok(address));
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in any::<String>(), like in r#"[a-z.\[\]"\\0-9*u${]{0,40}"#) {
        let _ = Address::parse(&text);
        let _ = Address::parse(&like);
        let _ = same_spelling(&text, &like);
    }
}
