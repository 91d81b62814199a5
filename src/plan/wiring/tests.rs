use super::Wiring;

const CONFIGURATION: &str = r#"{
  "provider_config": {},
  "root_module": {
    "resources": [
      {"address": "aws_vpc.main", "provider_config_key": "aws.eu", "expressions": {"cidr": {"constant_value": {"references": ["aws_subnet.a"]}}}},
      {"address": "aws_subnet.a", "count_expression": {"references": ["data.aws_zones.z.names", "data.aws_zones.z"]},
       "expressions": {"vpc_id": {"references": ["aws_vpc.main.id", "aws_vpc.main"]}, "block": [{"x": {"references": ["aws_gone.y"]}}]}},
      {"address": "data.aws_zones.z", "depends_on": ["aws_vpc.main", "module.net"]},
      {"address": "aws_instance.i", "for_each_expression": {}, "provisioners": [{"type": "local-exec", "expressions": {"command": {"references": ["module.net[\"k\"].deep", "module.net"]}}}, {"type": "remote-exec"}]},
      {"address": "aws_all.x", "expressions": {"all": {"references": ["module.net"]}}},
      {"type": "no_address"}, 7
    ],
    "module_calls": {
      "net": {
        "expressions": {"vpc": {"references": ["aws_vpc.main.id", "aws_vpc.main"]}, "loop": {"references": ["module.net.loop", "module.net"]}},
        "module": {
          "outputs": {"deep": {"expression": {"references": ["module.inner.id", "module.inner"]}}, "loop": {"expression": {"references": ["var.loop"]}}},
          "resources": [{"address": "aws_route.r", "expressions": {"vpc": {"references": ["var.vpc"]}, "loop": {"references": ["var.loop"]}}}],
          "module_calls": {"inner": {"module": {
            "outputs": {"id": {"expression": {"references": ["aws_thing.t.id", "aws_thing.t"]}}},
            "resources": [{"address": "aws_thing.t"}]}}}
        }
      },
      "broken": {"module": 3}
    }
  }
}"#;

#[test]
fn references_are_followed_through_inputs_and_outputs() {
    let wiring = Wiring::parse(CONFIGURATION).unwrap();
    for (address, references) in [
        ("aws_vpc.main", &[][..]),
        ("aws_subnet.a", &["aws_vpc.main", "data.aws_zones.z"]),
        ("data.aws_zones.z", &["aws_vpc.main"]),
        ("aws_instance.i", &["module.net.module.inner.aws_thing.t"]),
        ("aws_all.x", &["module.net.module.inner.aws_thing.t"]),
        ("module.net.aws_route.r", &["aws_vpc.main"]),
    ] {
        assert_eq!(wiring.get(address).unwrap().references, references, "{address}");
    }
    assert_eq!(wiring.resources().len(), 7);
}

#[test]
fn dependents_are_the_references_turned_round() {
    let wiring = Wiring::parse(CONFIGURATION).unwrap();
    assert_eq!(
        wiring.dependents("aws_vpc.main"),
        ["aws_subnet.a", "data.aws_zones.z", "module.net.aws_route.r"]
    );
    assert_eq!(wiring.dependents("module.net.module.inner.aws_thing.t"), ["aws_all.x", "aws_instance.i"]);
    assert!(wiring.dependents("aws_nowhere.x").is_empty());
}

#[test]
fn a_resource_shows_its_provisioners_provider_and_repetition() {
    let wiring = Wiring::parse(CONFIGURATION).unwrap();
    let instance = wiring.get("aws_instance.i").unwrap();
    assert_eq!(instance.provisioners, ["local-exec", "remote-exec"]);
    assert!(instance.for_each && !instance.count);
    assert!(wiring.get("aws_subnet.a").unwrap().count);
    assert_eq!(wiring.get("aws_vpc.main").unwrap().provider_config_key.as_deref(), Some("aws.eu"));
}

#[test]
fn a_configuration_that_is_not_as_expected_has_no_references_and_a_broken_one_is_refused() {
    for text in
        ["{}", "[]", "null", r#"{"root_module":[]}"#, r#"{"root_module":{"resources":{},"module_calls":[]}}"#]
    {
        assert_eq!(Wiring::parse(text).unwrap().resources().len(), 0, "{text}");
    }
    for (text, expected) in [
        ("{", "`configuration` of the plan: JSON is broken at byte 1: no key where one must stand"),
        (r#"{"a":1,"a":1}"#, "`configuration` of the plan: key `a` occurs twice in one object"),
    ] {
        assert_eq!(Wiring::parse(text).unwrap_err().message, expected);
    }
}

#[test]
fn a_long_chain_of_modules_is_followed_without_recursion() {
    let mut calls = Vec::new();
    for number in 0..3000 {
        let source =
            if number == 0 { "aws_x.first".to_owned() } else { format!("module.m{}.out", number - 1) };
        calls.push(format!(
            r#""m{number}":{{"expressions":{{"in":{{"references":["{source}"]}}}},"module":{{"outputs":{{"out":{{"expression":{{"references":["var.in"]}}}}}}}}}}"#
        ));
    }
    let text = format!(
        r#"{{"root_module":{{"resources":[{{"address":"aws_x.first"}},{{"address":"aws_x.near","expressions":{{"a":{{"references":["module.m999.out"]}}}}}}],"module_calls":{{{}}}}}}}"#,
        calls.join(",")
    );
    let wiring = Wiring::parse(&text).unwrap();
    assert_eq!(wiring.get("aws_x.near").unwrap().references, ["aws_x.first"]);
}
