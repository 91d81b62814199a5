//! JSON in texts.

use super::{judged, quoted, shown};

fn attribute(name: &str, document: &str) -> String {
    format!(r#"{{"{name}":{}}}"#, quoted(document))
}

#[test]
fn documents_are_compared_as_trees() {
    for (before, after, expected) in [
        (r#"{"a":1,"b":2}"#, r#"{"b": 2, "a": 1.0}"#, &["p order-only"][..]),
        (r#"{"a":1,"b":null}"#, r#"{ "a":1 }"#, &["p order-only"]),
        (r#"{"a":1}"#, r#"{"a":2}"#, &["p.a changed"]),
        (r#"{"a":1,"b":[{"c":"x"}]}"#, r#"{"a":1,"b":[{"c":"y"}]}"#, &["p.b.0.c changed"]),
        (r#"{"a":"1"}"#, r#"{"a":1}"#, &["p.a type-only"]),
        (r#"{"a":"true","b":"x"}"#, r#"{"b":"y","a":true}"#, &["p.a type-only", "p.b changed"]),
        // The order of an array means something, until somebody knows that it does not.
        (r#"["a","b"]"#, r#"["b","a"]"#, &["p changed"]),
        (r#"{"bindings":["a","b"]}"#, r#"{"bindings":["b","a"]}"#, &["p.bindings order-only"]),
        // Documents in documents.
        (r#"{"a":"{\"b\":1}"}"#, r#"{"a":"{ \"b\": 1 }"}"#, &["p.a order-only"]),
        (r#"{"a":"{\"b\":1}"}"#, r#"{"a":"{\"b\":2}"}"#, &["p.a.b changed"]),
        // One key twice means two things: not comparable.
        (r#"{"a":1,"a":1}"#, r#"{"a":1}"#, &["p changed"]),
        (r#"{"a":1}"#, r#"{"a":1"#, &["p changed"]),
        ("1", "1.0", &["p changed"]),
        (r#"{"a":1}"#, "plain", &["p changed"]),
        ("{\n\"a\":1\n", "{\n\"a\":2\n", &["p lines"]),
    ] {
        assert_eq!(judged(&attribute("p", before), &attribute("p", after), "{}"), expected, "{before}");
    }
}

#[test]
fn a_document_whose_values_are_hidden_is_not_looked_into() {
    for name in ["user_data", "password", "insecure_value", "content"] {
        let (before, after) = (attribute(name, r#"{"inner":1}"#), attribute(name, r#"{"inner":2}"#));
        assert_eq!(judged(&before, &after, "{}"), [format!("{name} changed")]);
        let respelled = attribute(name, r#"{ "inner": 1 }"#);
        assert_eq!(judged(&before, &respelled, "{}"), [format!("{name} order-only")]);
    }
}

#[test]
fn a_document_with_a_container_shows_the_image_and_no_variable() {
    let document = |tag: &str, url: &str| {
        attribute(
            "container_definitions",
            &format!(
                r#"[{{"name":"api","image":"acme/api:{tag}","environment":[{{"name":"DB_URL","value":"{url}"}}],
                    "secrets":[{{"name":"TOKEN","valueFrom":"arn:aws:ssm:eu-west-1:123456789012:parameter/x"}}]}}]"#
            ),
        )
    };
    assert_eq!(
        shown(&document("1.14.2", "postgres://a:b@c"), &document("1.15.0", "postgres://a:bcd@c")),
        [
            "container_definitions.0.environment.0.value (name DB_URL): (environment variable, 16 characters) -> \
             (environment variable, 18 characters)",
            "container_definitions.0.image (name api): acme/api:1.14.2 -> acme/api:1.15.0",
        ]
    );
}

#[test]
fn hostile_documents_are_text() {
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let wide = format!("[{}1]", "1,".repeat(500_000));
    for document in [deep, wide] {
        let (before, after) = (attribute("p", &document), attribute("p", &format!("{document} ")));
        let found = judged(&before, &after, "{}");
        assert_eq!(found.len(), 1);
    }
    // Each level of quoting is one more document: the fourth is text.
    let mut nested = r#"{"x":1}"#.to_owned();
    let mut other = r#"{"x":2}"#.to_owned();
    for _ in 0..4 {
        nested = format!(r#"{{"d":{}}}"#, quoted(&nested));
        other = format!(r#"{{"d":{}}}"#, quoted(&other));
    }
    assert_eq!(judged(&attribute("p", &nested), &attribute("p", &other), "{}"), ["p.d.d.d changed"]);
}
