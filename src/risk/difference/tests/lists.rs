//! Lists of a plan, which may be sets.

use super::{judged, shown};

#[test]
fn lists_are_compared_as_sets() {
    for (before, after, unknown, expected) in [
        (r#"{"s":[22,443]}"#, r#"{"s":[443,22]}"#, "{}", &["s order-only"][..]),
        (r#"{"s":[22,443]}"#, r#"{"s":[443]}"#, "{}", &["s.0 changed"]),
        (r#"{"s":[1,1,2]}"#, r#"{"s":[1,2,2]}"#, "{}", &["s.2 changed"]),
        (r#"{"s":["1"]}"#, r#"{"s":[1]}"#, "{}", &["s.0 type-only"]),
        (r#"{"s":[]}"#, r#"{"s":[null]}"#, "{}", &["s.0 changed"]),
        (r#"{"b":[{"p":22,"c":"a"}]}"#, r#"{"b":[{"p":22,"c":"b"}]}"#, "{}", &["b.0.c changed"]),
        (
            r#"{"b":[{"p":22,"c":"a"}]}"#,
            r#"{"b":[{"p":23,"c":"b"}]}"#,
            "{}",
            &["b.0.c changed", "b.0.p changed"],
        ),
        (r#"{"b":[{"p":1},{"p":2}]}"#, r#"{"b":[{"p":2,"n":null},{"p":1}]}"#, "{}", &["b order-only"]),
        (r#"{"b":[]}"#, r#"{"b":[{"p":1}]}"#, "{}", &["b.0 changed"]),
        (r#"{"b":["x"]}"#, r#"{"b":[]}"#, r#"{"b":[true]}"#, &["b.0 known-after-apply"]),
        (
            r#"{"b":[{"p":1,"q":2}]}"#,
            r#"{"b":[{"p":1}]}"#,
            r#"{"b":[{"q":true}]}"#,
            &["b.0.q known-after-apply"],
        ),
        (r#"{"b":[[1],[2]]}"#, r#"{"b":[[2],[1]]}"#, "{}", &["b order-only"]),
        (r#"{"b":null}"#, r#"{"b":[]}"#, "{}", &["b changed"]),
    ] {
        assert_eq!(judged(before, after, unknown), expected, "{before} -> {after}");
    }
}

#[test]
fn objects_are_taken_for_the_ones_that_they_resemble_most() {
    let before = r#"{"r":[
        {"port":22,"proto":"tcp","cidr":["10.0.0.0/8"],"note":"ssh"},
        {"port":80,"proto":"tcp","cidr":["10.0.0.0/8"],"note":"web"},
        {"port":53,"proto":"udp","cidr":["10.0.0.2/32"],"note":"dns"}]}"#;
    let after = r#"{"r":[
        {"port":53,"proto":"udp","cidr":["10.0.0.2/32"],"note":"dns"},
        {"port":80,"proto":"tcp","cidr":["0.0.0.0/0"],"note":"web"},
        {"port":22,"proto":"tcp","cidr":["10.0.0.0/8","::/0"],"note":"ssh"}]}"#;
    assert_eq!(
        shown(before, after),
        ["r.1.cidr.0 (port 80): 10.0.0.0/8 -> 0.0.0.0/0", "r.2.cidr.1 (port 22): - -> ::/0"]
    );
    // One more and one less, and nothing in common: two objects.
    assert_eq!(
        shown(
            r#"{"r":[{"a":1,"x":1},{"b":2,"y":2},{"same":1}]}"#,
            r#"{"r":[{"c":3,"z":3},{"same":1},{"a":1,"x":2}]}"#
        ),
        ["r.0: - -> {c: 3, z: 3}", "r.2.x: 1 -> 2", "r.1: {b: 2, y: 2} -> -"]
    );
}

#[test]
fn an_element_says_which_one_it_is() {
    assert_eq!(
        shown(
            r#"{"ingress":[{"protocol":"tcp","from_port":22,"to_port":22,"cidr_blocks":["10.0.0.0/8"]},
                {"protocol":"-1","from_port":0,"to_port":0,"cidr_blocks":[]}]}"#,
            r#"{"ingress":[{"protocol":"tcp","from_port":22,"to_port":22,"cidr_blocks":["10.0.0.0/8","0.0.0.0/0"]},
                {"protocol":"-1","from_port":0,"to_port":0,"cidr_blocks":["::/0"]}]}"#
        ),
        [
            "ingress.0.cidr_blocks.1 (tcp 22): - -> 0.0.0.0/0",
            "ingress.1.cidr_blocks.0 (all protocols): - -> ::/0"
        ]
    );
    // A rule that is a resource of its own.
    assert_eq!(
        shown(
            r#"{"protocol":"udp","from_port":1,"to_port":9,"cidr_blocks":["10.0.0.0/8"]}"#,
            r#"{"protocol":"udp","from_port":1,"to_port":9,"cidr_blocks":["0.0.0.0/0"]}"#
        ),
        ["cidr_blocks.0 (udp 1-9): 10.0.0.0/8 -> 0.0.0.0/0"]
    );
    assert_eq!(
        shown(
            r#"{"container":[{"name":"api","cpu":1},{"name":"log","cpu":1}]}"#,
            r#"{"container":[{"name":"log","cpu":2},{"name":"api","cpu":1}]}"#
        ),
        ["container.0.cpu (name log): 1 -> 2"]
    );
    // The name of a variable is told, its value is not.
    assert_eq!(
        shown(
            r#"{"environment":[{"name":"LEVEL","value":"debug"}]}"#,
            r#"{"environment":[{"name":"LEVEL","value":"info"}]}"#
        ),
        ["environment.0.value (name LEVEL): (environment variable, 5 characters) -> \
          (environment variable, 4 characters)"]
    );
}

#[test]
fn long_lists_take_time_with_their_length_only() {
    let side = |seed: usize| {
        let rules: Vec<String> = (0..20_000)
            .map(|number| format!(r#"{{"port":{},"cidr":"10.0.{seed}.0/24","n":{number}}}"#, number * seed))
            .collect();
        format!(r#"{{"r":[{}],"s":[{}]}}"#, rules.join(","), vec!["1"; 20_000].join(","))
    };
    assert_eq!(judged(&side(1), &side(2), "{}").len(), 40_000);
}
