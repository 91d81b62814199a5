//! Bindings of Google IAM.

use super::super::super::Answer::{No, Unknown, Yes};
use super::super::super::testing::{ask, ask_unknown};
use super::super::google_public;

#[test]
fn everyone_is_all_users_in_every_place_that_names_members() {
    let policy = |member: &str| {
        let text =
            format!(r#"{{"bindings":[{{"role":"roles/run.invoker","members":["user:a@b.c","{member}"]}}]}}"#);
        format!("{text:?}")
    };
    for (says, before, after, expected) in [
        ("a member", "", r#""allUsers""#, Yes),
        ("a member in any case", "", r#""allusers""#, Yes),
        ("everyone with an account", r#""user:a@b.c""#, r#""allAuthenticatedUsers""#, Yes),
        ("a user", "", r#""user:a@b.c""#, No),
        ("a user with a strange name", "", r#""user:allUsers@example.com""#, No),
        ("members", r#"["user:a@b.c"]"#, r#"["user:a@b.c","allUsers"]"#, Yes),
        ("members as before", r#"["allUsers","user:a@b.c"]"#, r#"["user:d@e.f","allUsers"]"#, No),
        ("a whole binding", "", r#"{"role":"roles/storage.objectViewer","members":["allUsers"]}"#, Yes),
        (
            "another role",
            r#"{"role":"roles/a","member":"allUsers"}"#,
            r#"{"role":"roles/b","member":"allUsers"}"#,
            Yes,
        ),
        (
            "the same role",
            r#"{"role":"roles/a","member":"allUsers","etag":"1"}"#,
            r#"{"role":"roles/a","member":"allUsers","etag":"2"}"#,
            No,
        ),
        ("an access list", "[]", r#"["OWNER:project-owners-1","READER:allUsers"]"#, Yes),
        ("an access control", "", r#"{"bucket":"b","entity":"allUsers","role":"READER"}"#, Yes),
        ("a canned access list", "", r#"{"bucket":"b","predefined_acl":"publicRead"}"#, Yes),
        (
            "a dataset",
            "",
            r#"{"dataset_id":"d","role":"READER","special_group":"allAuthenticatedUsers"}"#,
            Yes,
        ),
        (
            "a dataset for its project",
            "",
            r#"{"dataset_id":"d","role":"READER","special_group":"projectReaders"}"#,
            No,
        ),
        ("a policy", &policy("user:x@y.z"), &policy("allUsers"), Yes),
        ("a policy as before", &policy("allUsers"), &policy("allUsers"), No),
        ("a policy made private", &policy("allUsers"), &policy("user:x@y.z"), No),
        ("a policy of no kind", "", r#""{\"members\":[\"allUsers\"]}""#, Unknown),
        ("a broken policy", "", r#""{\"bindings\"""#, Unknown),
        ("an empty policy", "", r#""{}""#, No),
        ("nothing", r#""allUsers""#, "", No),
    ] {
        assert_eq!(ask(before, after, google_public), expected, "{says}");
    }
}

#[test]
fn an_unknown_member_is_unknown() {
    assert_eq!(ask_unknown("", "", "true", google_public), Unknown);
    assert_eq!(ask_unknown("", r#"["user:a@b.c",null]"#, "[false,true]", google_public), Unknown);
    assert_eq!(ask_unknown("", r#"["allUsers",null]"#, "[false,true]", google_public), Yes);
    assert_eq!(ask_unknown("", r#"{"role":"r"}"#, r#"{"member":true,"etag":true}"#, google_public), Unknown);
    assert_eq!(ask_unknown("", r#"{"member":"user:a@b.c"}"#, r#"{"etag":true}"#, google_public), No);
}
