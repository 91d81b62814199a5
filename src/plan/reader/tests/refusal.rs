use super::{PLAN, changes, element, plan_of, reading};
use crate::plan::reader::{Options, read};
use crate::problem::Code;

const SHOW: &str = "give a saved plan: `terraform show -json FILE > plan.json` (or `tofu show -json`)";
const FAILED: &str = "the command that should have written the plan failed: look at what it said";

fn zip(name: &str) -> Vec<u8> {
    let mut zip = b"PK\x03\x04\x14\x00\x08\x00\x08\x00".to_vec();
    zip.resize(26, 0);
    zip.extend([u8::try_from(name.len()).unwrap(), 0, 0, 0]);
    zip.extend(name.as_bytes());
    zip.extend([0xff, 0xfe, 0x80, 0x00]);
    zip
}

#[test]
fn what_is_no_plan_is_refused_with_what_it_is_and_what_to_do() {
    for (input, message, help) in [
        (&b""[..], "input is empty", FAILED),
        (b" \n", "input is empty", FAILED),
        (b"\xef\xbb\xbf", "input is empty", FAILED),
        (b"null\n", "input is `null`", FAILED),
        (b"n\0u\0l\0l\0", "input is `null`", FAILED),
        (
            &zip("tfplan"),
            "input is a binary plan file",
            "run `terraform show -json FILE > plan.json` (or `tofu show -json`) and give that",
        ),
        (&zip("main.tf"), "input is a zip archive, but not a plan file", SHOW),
        (
            b"tfplan\x02\xff\xff",
            "input is a binary plan file of Terraform before 0.12, which has no JSON form",
            "plan with Terraform 0.12 or newer, or with OpenTofu",
        ),
        (
            br#"{"meta":{},"encrypted_data":"x","encryption_version":"v0"}"#,
            "input is encrypted by OpenTofu: a plan or a state that only `tofu` can open",
            "run `tofu show -json FILE > plan.json` where the encryption is configured, and give that",
        ),
        (
            br#"{"remote_plan_format":1,"run_id":"run-1","hostname":"app.terraform.io"}"#,
            "input is a bookmark of a plan that is kept in HCP Terraform",
            "run `terraform show -json FILE > plan.json` while logged in, and give that",
        ),
        (
            br#"{"plan_format_version":"1.2","resource_changes":[{"address":7}],"provider_format_version":"1.0","provider_schemas":{}}"#,
            "input is a redacted plan of HCP Terraform, without the values that must be judged",
            "download the unredacted JSON of the plan (`json-output`), or run `terraform show -json FILE`",
        ),
        (
            br#"{"format_version":"1.0","terraform_version":"1.5.0","values":{"root_module":{}}}"#,
            "input is the JSON of a state, not of a plan",
            "name the plan file: `terraform show -json FILE > plan.json` shows the state without one",
        ),
        (
            br#"{"format_version":"1.0"}"#,
            "input is the JSON of a state, not of a plan",
            "name the plan file: `terraform show -json FILE > plan.json` shows the state without one",
        ),
        (
            br#"{"version":4,"terraform_version":"1.5.0","serial":3,"lineage":"a","outputs":{},"resources":[],"check_results":null}"#,
            "input is a state file, not a plan",
            SHOW,
        ),
        (
            br#"{"format_version":"1.0","provider_schemas":{}}"#,
            "input is the output of `providers schema -json`, not a plan",
            SHOW,
        ),
        (
            b"{\"@level\":\"info\",\"@module\":\"terraform.ui\",\"type\":\"version\"}\n{\"@level\":\"info\"}\n",
            "input is the progress log of `plan -json`, which holds no values",
            "save the plan with `-out=FILE`, then run `terraform show -json FILE > plan.json`",
        ),
        (
            b"{\"@module\":\"tofu.ui\",\"tofu\":\"1.9\"}",
            "input is the progress log of `plan -json`, which holds no values",
            "save the plan with `-out=FILE`, then run `terraform show -json FILE > plan.json`",
        ),
        (b"{}", "input is JSON, but not a plan: it has no `format_version`", SHOW),
        (b"[]", "input is a JSON array, not a plan", "give one plan at a time"),
        (b"\"plan\"", "input is a JSON value, but not a plan", SHOW),
        (b"Terraform will perform the following actions:", "input is neither JSON nor a plan file", SHOW),
    ] {
        let problem = reading(input).unwrap_err();
        assert_eq!(problem.message, message, "{}", String::from_utf8_lossy(input));
        assert_eq!(problem.help.as_deref(), Some(help), "{message}");
        assert_eq!(problem.code, Code::InputNotAPlan, "{message}");
    }
}

#[test]
fn text_behind_the_plan_is_refused() {
    for (behind, message, help) in [
        (
            PLAN,
            "input holds several JSON documents",
            "give one plan at a time; `terragrunt run-all show -json` writes one document for each unit",
        ),
        (
            "::debug::Terraform exited with code 0.",
            "text follows the plan JSON",
            "with the setup-terraform action set `terraform_wrapper: false`, or write the plan with `> plan.json` alone",
        ),
    ] {
        let problem = reading(format!("{PLAN}\n{behind}").as_bytes()).unwrap_err();
        assert_eq!((problem.message.as_str(), problem.help.as_deref()), (message, Some(help)));
    }
}

#[test]
fn damage_is_refused_in_parts_that_are_skipped_too() {
    for (from, to, message) in [
        ("\"n\": 1.50", "\"n\": 1.", "a number that is none"),
        ("\\u003c", "\\u00zz", "an escape that JSON does not know"),
        ("\\u003c", "\\ud83d", "half of a surrogate pair in a string"),
        ("[[[[]]]]", "[[[[]]}]", "neither `,` nor `]` after an element"),
        ("[[[[]]]]", "[[[[],]]]", "no value where one must stand"),
        ("\"hunter2\"", "\"hunter\t2\"", "a control character in a string"),
    ] {
        let text = PLAN.replacen(from, to, 1);
        let problem = reading(text.as_bytes()).unwrap_err();
        assert!(
            problem.message.starts_with("JSON is broken at byte ")
                && problem.message.ends_with(&format!(": {message}")),
            "{}",
            problem.message
        );
        assert_eq!(problem.code, Code::PlanInvalid);
    }
    let mut text = PLAN.as_bytes().to_vec();
    let at = PLAN.find("hunter2").unwrap();
    text[at] = 0xff;
    assert_eq!(reading(&text).unwrap_err().message, format!("input is not valid UTF-8 at byte {at}"));
    let text: Vec<u8> = [0xff, 0xfe, b'{', 0, 0x00, 0xd8, b'}', 0].into();
    assert_eq!(reading(&text).unwrap_err().message, "input is not valid UTF-16");
}

#[test]
fn a_plan_of_another_format_is_refused_whatever_else_is_wrong_with_it() {
    for version in ["2.0", "10.1", "1", "", "1.x", "1.2.3", "one"] {
        let text = format!(r#"{{"resource_changes":{{}},"format_version":"{version}"}}"#);
        let problem = reading(text.as_bytes()).unwrap_err();
        let expected = format!("plan has the format version `{version}`, which is not known");
        let no_version = "`resource_changes` of the plan is not an array".to_owned();
        assert!([expected, no_version].contains(&problem.message), "{}", problem.message);
    }
    let text = r#"{"resource_changes":[],"format_version":"2.0"}"#;
    let problem = reading(text.as_bytes()).unwrap_err();
    assert_eq!(problem.message, "plan has the format version `2.0`, which is not known");
    assert_eq!(
        problem.help.as_deref(),
        Some("formats 0.1 to 1.x are read: a newer release of applygate may know this one")
    );
}

#[test]
fn limits_are_errors_with_words() {
    let deep = plan_of(&format!(r#""x":{}{}"#, "[".repeat(128), "]".repeat(128)));
    let problem = reading(deep.as_bytes()).unwrap_err();
    assert!(
        problem.message.starts_with("JSON nests deeper than 128 levels, at byte "),
        "{}",
        problem.message
    );
    assert_eq!(problem.code, Code::LimitExceeded);
    let large = element("aws_x.y", "[\"create\"]", &format!(r#","x":"{}""#, "x".repeat(3 << 20)));
    let options = Options { element_limit: 2 << 20, ..Options::default() };
    let problem = read(changes(&[large]).as_bytes(), &options).unwrap_err();
    assert!(
        problem.message.starts_with("one element of the plan is larger than 2 MiB"),
        "{}",
        problem.message
    );
    assert_eq!(problem.code, Code::LimitExceeded);
}

#[test]
fn an_input_that_cannot_be_read_is_an_error_of_its_own() {
    struct Broken;
    impl std::io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("the wire is cut"))
        }
    }
    let problem = read(Broken, &Options::default()).unwrap_err();
    assert_eq!(
        (problem.code, problem.message.as_str()),
        (Code::InputUnreadable, "input cannot be read: the wire is cut")
    );
}
