//! Lifecycle rules of five types.

use super::super::Answer::{self, No, Unknown, Yes};
use super::super::testing::{ask, ask_unknown};
use super::expiration_added;

fn check(kind: &str, table: &[(&str, String, String, Answer)]) {
    for (says, before, after, expected) in table {
        let answer = ask(before, after, |sides| expiration_added(kind, sides));
        assert_eq!(answer, *expected, "{kind}: {says}");
    }
}

/// A rule of S3 with its status, filter and days.
fn s3(status: &str, filter: &str, days: &str) -> String {
    format!(
        r#"{{"rule":[{{"id":"a","status":"{status}","prefix":"","filter":[{filter}],"expiration":[{{"days":{days},"date":null,"expired_object_delete_marker":false}}],"noncurrent_version_expiration":[],"transition":[]}}]}}"#
    )
}

#[test]
fn a_rule_of_s3_counts_if_it_is_enabled_and_new() {
    let all =
        r#"{"prefix":"","and":[],"tag":[],"object_size_greater_than":null,"object_size_less_than":null}"#;
    let logs = r#"{"prefix":"logs/","and":[],"tag":[]}"#;
    let tagged = r#"{"prefix":"","and":[],"tag":[{"key":"tmp","value":"1"}]}"#;
    let both = r#"{"and":[{"prefix":"logs/","tags":{"tmp":"1"}}]}"#;
    let small = r#"{"prefix":"","object_size_less_than":100}"#;
    let days = |days: &str| s3("Enabled", all, days);
    let noncurrent = |days: u32, newer: &str| {
        format!(
            r#"{{"rule":[{{"id":"a","status":"Enabled","filter":[],"expiration":[],"noncurrent_version_expiration":[{{"noncurrent_days":{days},"newer_noncurrent_versions":{newer}}}]}}]}}"#
        )
    };
    check(
        "aws_s3_bucket_lifecycle_configuration",
        &[
            ("a new configuration", String::new(), days("30"), Yes),
            ("lower", days("30"), days("7"), Yes),
            ("higher", days("7"), days("30"), No),
            ("the same days as text", days("30"), days("\"30\""), No),
            ("switched on", s3("Disabled", all, "30"), days("30"), Yes),
            ("switched off", days("30"), s3("Disabled", all, "30"), No),
            ("disabled from the start", String::new(), s3("Disabled", all, "30"), No),
            ("renamed", days("30"), days("30").replace("\"a\"", "\"b\""), No),
            ("a prefix removed", s3("Enabled", logs, "30"), days("30"), Yes),
            ("a prefix added", days("30"), s3("Enabled", logs, "30"), No),
            ("a longer prefix", s3("Enabled", logs, "30"), s3("Enabled", &logs.replace("logs/", "logs/a/"), "30"), No),
            ("another prefix", s3("Enabled", logs, "30"), s3("Enabled", &logs.replace("logs/", "data/"), "30"), Yes),
            ("a tag removed", s3("Enabled", both, "30"), s3("Enabled", logs, "30"), Yes),
            ("a tag added", s3("Enabled", tagged, "30"), s3("Enabled", both, "30"), No),
            ("a size removed", s3("Enabled", small, "30"), days("30"), Yes),
            ("a greater size", s3("Enabled", small, "30"), s3("Enabled", &small.replace("100", "200"), "30"), Yes),
            ("a smaller size", s3("Enabled", small, "30"), s3("Enabled", &small.replace("100", "50"), "30"), No),
            ("markers alone", String::new(), days("0").replace("marker\":false", "marker\":true"), No),
            ("uploads alone", String::new(), r#"{"rule":[{"status":"Enabled","abort_incomplete_multipart_upload":[{"days_after_initiation":7}]}]}"#.into(), No),
            ("a date", String::new(), days("0").replace("\"date\":null", "\"date\":\"2027-01-01T00:00:00Z\""), Yes),
            ("an earlier date", days("0").replace("\"date\":null", "\"date\":\"2027-01-01T00:00:00Z\""), days("0").replace("\"date\":null", "\"date\":\"2026-12-01T00:00:00Z\""), Yes),
            ("a later date", days("0").replace("\"date\":null", "\"date\":\"2027-01-01T00:00:00Z\""), days("0").replace("\"date\":null", "\"date\":\"2027-02-01T00:00:00Z\""), No),
            ("versions", String::new(), noncurrent(30, "null"), Yes),
            ("versions sooner", noncurrent(30, "null"), noncurrent(10, "null"), Yes),
            ("fewer versions kept", noncurrent(30, "5"), noncurrent(30, "2"), Yes),
            ("more versions kept", noncurrent(30, "null"), noncurrent(30, "3"), No),
            ("deleted", days("30"), String::new(), No),
        ],
    );
}

#[test]
fn what_is_unknown_in_a_rule_is_unknown() {
    let kind = "aws_s3_bucket_lifecycle_configuration";
    let ask = |before: &str, unknown: &str, after: &str| {
        ask_unknown(before, after, unknown, |sides| expiration_added(kind, sides))
    };
    let rule = r#"{"rule":[{"status":"Enabled","filter":[],"expiration":[{}]}]}"#;
    assert_eq!(ask("", r#"{"rule":[{"expiration":[{"days":true}]}]}"#, rule), Unknown);
    assert_eq!(ask("", r#"{"rule":true}"#, "{}"), Unknown);
    // A filter that is not known lets through something.
    let days = rule.replace("{}", "{\"days\":1}");
    let filter = r#"{"rule":[{"filter":[{"prefix":true}],"expiration":[{}]}]}"#;
    let filtered = days.replace("\"filter\":[]", "\"filter\":[{}]");
    assert_eq!(ask("", filter, &filtered), Yes);
    assert_eq!(ask(&days, filter, &filtered), Unknown);
    assert_eq!(
        ask("", r#"{"rule":[{"status":true}]}"#, &days.replace("\"status\":\"Enabled\",", "")),
        Unknown
    );
    assert_eq!(
        ask("", r#"{"rule":[{"id":true,"expiration":[{}]}]}"#, &rule.replace("{}", "{\"days\":1}")),
        Yes
    );
    assert_eq!(ask("{}", "{}", "{\"a\":1}"), No);
    assert!(super::expires(kind));
    let other = ask_unknown("{}", "{\"a\":1}", "", |sides| expiration_added("aws_instance", sides));
    assert_eq!(other, Unknown);
}

#[test]
fn a_new_bucket_has_nothing_to_lose() {
    let bucket = |days: u32, enabled: bool| {
        format!(
            r#"{{"bucket":"b","lifecycle_rule":[{{"enabled":{enabled},"prefix":"","tags":{{}},"expiration":[{{"days":{days},"date":""}}],"noncurrent_version_expiration":[]}}]}}"#
        )
    };
    check(
        "aws_s3_bucket",
        &[
            ("a new bucket", String::new(), bucket(1, true), No),
            ("a rule added", r#"{"bucket":"b","lifecycle_rule":[]}"#.into(), bucket(1, true), Yes),
            ("switched on", bucket(1, false), bucket(1, true), Yes),
            ("lower", bucket(30, true), bucket(7, true), Yes),
            ("higher", bucket(7, true), bucket(30, true), No),
        ],
    );
}

#[test]
fn a_rule_of_google_deletes_what_meets_all_conditions() {
    let rule = |action: &str, condition: &str| {
        format!(
            r#"{{"name":"b","lifecycle_rule":[{{"action":[{{"type":"{action}","storage_class":""}}],"condition":[{condition}]}}]}}"#
        )
    };
    let none = r#"{"name":"b","lifecycle_rule":[]}"#.to_owned();
    let age = |days: u32| {
        format!(
            r#"{{"age":{days},"num_newer_versions":0,"with_state":"ANY","matches_prefix":[],"created_before":""}}"#
        )
    };
    let archived = |days: u32| age(days).replace("ANY", "ARCHIVED");
    let logs = |days: u32| age(days).replace(r#""matches_prefix":[]"#, r#""matches_prefix":["logs/"]"#);
    check(
        "google_storage_bucket",
        &[
            ("a new bucket", String::new(), rule("Delete", &age(30)), No),
            ("a rule added", none.clone(), rule("Delete", &age(30)), Yes),
            ("a colder class", none.clone(), rule("SetStorageClass", &age(30)), No),
            ("uploads", none.clone(), rule("AbortIncompleteMultipartUpload", &age(1)), No),
            (
                "deletion instead of a colder class",
                rule("SetStorageClass", &age(30)),
                rule("Delete", &age(30)),
                Yes,
            ),
            ("lower", rule("Delete", &age(30)), rule("Delete", &age(7)), Yes),
            ("higher", rule("Delete", &age(7)), rule("Delete", &age(30)), No),
            ("live objects as well", rule("Delete", &archived(30)), rule("Delete", &age(30)), Yes),
            ("old versions alone", rule("Delete", &age(30)), rule("Delete", &archived(30)), No),
            ("a prefix removed", rule("Delete", &logs(30)), rule("Delete", &age(30)), Yes),
            ("a prefix added", rule("Delete", &age(30)), rule("Delete", &logs(30)), No),
            ("a date", none.clone(), rule("Delete", r#"{"created_before":"2020-01-01"}"#), Yes),
            (
                "a later date",
                rule("Delete", r#"{"created_before":"2020-01-01"}"#),
                rule("Delete", r#"{"created_before":"2021-01-01"}"#),
                Yes,
            ),
            (
                "an earlier date",
                rule("Delete", r#"{"created_before":"2021-01-01"}"#),
                rule("Delete", r#"{"created_before":"2020-01-01"}"#),
                No,
            ),
        ],
    );
}

#[test]
fn images_expire_by_count_or_age() {
    let policy = |status: &str, lists: &str, kind: &str, number: u32| {
        let text = format!(
            r#"{{"rules":[{{"rulePriority":1,"description":"x","selection":{{"tagStatus":"{status}"{lists},"countType":"{kind}","countNumber":{number}}},"action":{{"type":"expire"}}}}]}}"#
        );
        format!(r#"{{"repository":"r","policy":{text:?}}}"#)
    };
    let untagged = policy("untagged", "", "sinceImagePushed", 14);
    check(
        "aws_ecr_lifecycle_policy",
        &[
            ("a new policy", String::new(), untagged.clone(), Yes),
            ("sooner", untagged.clone(), policy("untagged", "", "sinceImagePushed", 7), Yes),
            ("later", untagged.clone(), policy("untagged", "", "sinceImagePushed", 30), No),
            (
                "re-described",
                untagged.clone(),
                untagged.replace("description\\\":\\\"x", "description\\\":\\\"y"),
                No,
            ),
            ("tagged images as well", untagged.clone(), policy("any", "", "sinceImagePushed", 14), Yes),
            ("untagged images alone", policy("any", "", "sinceImagePushed", 14), untagged.clone(), No),
            ("by count", untagged.clone(), policy("untagged", "", "imageCountMoreThan", 100), Yes),
            (
                "a prefix fewer",
                policy("tagged", r#","tagPrefixList":["dev","test"]"#, "imageCountMoreThan", 9),
                policy("tagged", r#","tagPrefixList":["dev"]"#, "imageCountMoreThan", 9),
                Yes,
            ),
            (
                "a prefix more",
                policy("tagged", r#","tagPrefixList":["dev"]"#, "imageCountMoreThan", 9),
                policy("tagged", r#","tagPrefixList":["dev","test"]"#, "imageCountMoreThan", 9),
                No,
            ),
            ("a broken policy", untagged, r#"{"policy":"{"}"#.into(), Unknown),
            ("an odd policy", String::new(), r#"{"policy":"{\"rules\":[{}]}"}"#.into(), Unknown),
        ],
    );
    let huge = format!(r#"{{"policy":"{}"}}"#, "x".repeat(2_000_000));
    assert_eq!(ask("", &huge, |sides| expiration_added("aws_ecr_lifecycle_policy", sides)), Unknown);
}

#[test]
fn azure_deletes_by_age() {
    let rule = |enabled: bool, prefix: &str, days: i32| {
        format!(
            r#"{{"rule":[{{"name":"a","enabled":{enabled},"filters":[{{"prefix_match":[{prefix}],"blob_types":["blockBlob"],"match_blob_index_tag":[]}}],"actions":[{{"base_blob":[{{"delete_after_days_since_modification_greater_than":{days},"delete_after_days_since_creation_greater_than":-1,"tier_to_cool_after_days_since_modification_greater_than":10}}],"snapshot":[],"version":[]}}]}}]}}"#
        )
    };
    check(
        "azurerm_storage_management_policy",
        &[
            ("a new policy", String::new(), rule(true, "", 30), Yes),
            ("tiers alone", String::new(), rule(true, "", -1), No),
            ("at once", rule(true, "", 30), rule(true, "", 0), Yes),
            ("sooner", rule(true, "", 30), rule(true, "", 7), Yes),
            ("later", rule(true, "", 7), rule(true, "", 30), No),
            ("switched on", rule(false, "", 7), rule(true, "", 7), Yes),
            ("a prefix removed", rule(true, r#""logs/""#, 7), rule(true, "", 7), Yes),
            ("a prefix more", rule(true, r#""logs/""#, 7), rule(true, r#""logs/","data/""#, 7), Yes),
            ("a prefix fewer", rule(true, r#""logs/","data/""#, 7), rule(true, r#""logs/""#, 7), No),
        ],
    );
}
