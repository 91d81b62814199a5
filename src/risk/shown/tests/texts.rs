//! Which texts are shown and which are not.

use super::{shown, shown_as, why};
use crate::risk::shown::{Shown, Why};

#[test]
fn harmless_kinds_of_text_are_shown() {
    for text in [
        // Words of enumerations, and names made of words.
        "ENABLED",
        "Disabled",
        "Enabled",
        "PAY_PER_REQUEST",
        "STANDARD",
        "gp3",
        "t3.large",
        "db.m6g.xlarge",
        "db.r6gd.16xlarge",
        "c5n.9xlarge",
        "m6i.large",
        "cache.t4g.micro",
        "Standard_D2s_v3",
        "Standard_E4ds_v5",
        "e2-standard-4",
        "n1-highmem-8",
        "db-f1-micro",
        "general-public-license",
        "optional",
        "required",
        "tcp",
        "udp",
        "icmp",
        "HTTPS",
        "https",
        "mysql",
        "postgres",
        "aurora-postgresql",
        "default.postgres14",
        "nginx",
        "KmsKey",
        "VpcEndpoint",
        "readWrite",
        "ReadOnlyAccess",
        "RETAIN",
        "arm64",
        "x86_64",
        "ipv4",
        "ip-name",
        "python3.12",
        "nodejs20.x",
        "al2023",
        "kube-system",
        "kubernetes.io/ingress.class",
        "main-prod",
        "core-prod",
        "acme-artifacts",
        "shop-prod-db-final",
        "orders_v2",
        "/healthz",
        "/ready",
        "/dev/sda1",
        "roles/owner",
        "ec2.internal",
        "us-east-1",
        "eu-west-1a",
        "europe-west1-b",
        "westeurope",
        "euw1-az3",
        "TLSv1.2_2021",
        "ELBSecurityPolicy-TLS13-1-2-2021-06",
        "AES256",
        "SHA256",
        "StringEquals",
        "ForAllValues",
        "true",
        "false",
        "AWSCURRENT",
        "COGNITO_USER_POOLS",
        "jumpbox",
        "checkpoint",
        "bigquery",
        "acme/infra-live",
        "prod",
        "dev",
        // Versions and constraints.
        "14.9",
        "1.29",
        "v1.29.3",
        "1.2.3-rc.1",
        "5.7.mysql_aurora.2.11.2",
        "2012-10-17",
        "~> 5.0",
        ">= 1.5.0",
        "1.14.2",
        "8.0.mysql_aurora.3.05.2",
        // Numbers and switches in texts.
        "1",
        "0",
        "-1",
        "443",
        "0.5",
        "345600",
        "123456789012",
        // Addresses and ranges.
        "10.0.0.1",
        "0.0.0.0/0",
        "10.40.0.0/16",
        "::/0",
        "2001:db8::/32",
        "fe80::1",
        "198.51.100.99",
        // Ids and paths of clouds.
        "i-0abc1234",
        "i-c762ccb7e6a121610",
        "sg-3ecb1430015fd9be1",
        "vpc-ddd0c81c8c5edd600",
        "subnet-f829be9f7bbeafcf2",
        "eipalloc-0123456789abcdef0",
        "tgw-attach-0123456789abcdef0",
        "arn:aws:iam::123456789012:root",
        "arn:aws:iam::aws:policy/ReadOnlyAccess",
        "arn:aws:s3:::acme-assets-prod/*",
        "arn:aws-cn:s3:::bucket",
        "arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/web/50dc6c495c0c9188",
        "arn:aws:ecs:eu-west-1:123456789012:task-definition/api:7",
        "arn:aws:s3:::home/${aws:username}/*",
        "/subscriptions/2b2b8075-4921-4534-af69-3f9c0e70119f/resourceGroups/rg/providers/Microsoft.Network/x/y",
        "projects/acme-prod/locations/europe-west1/keyRings/main/cryptoKeys/data",
        "https://www.googleapis.com/compute/v1/projects/acme/global/networks/main",
        // Times, durations, sizes, schedules.
        "2026-11-21T00:52:20Z",
        "03:00",
        "03:00:00",
        "13:14-13:44",
        "wed:06:38-wed:07:08",
        "30s",
        "1h30m",
        "P7D",
        "PT1H",
        "PT1H30M",
        "256Mi",
        "500m",
        "10Gi",
        "50%",
        "rate(5 minutes)",
        "cron(0 3 * * ? *)",
        "0 3 * * *",
        "*/5 * * * MON-FRI",
        "*",
        "/",
        "",
    ] {
        assert_eq!(why(&shown(text)), None, "{text}");
    }
}

#[test]
fn everything_else_is_hidden_and_says_why() {
    for (text, expected) in [
        // Free text, and what looks like a sentence.
        ("old value", Why::Text),
        ("Allow all for everyone", Why::Text),
        ("hunter2!", Why::Text),
        ("correct horse battery staple", Why::Text),
        ("user@example.com", Why::Text),
        ("a:b", Why::Text),
        ("db:5432", Why::Text),
        ("user:pass", Why::Text),
        ("postgres://app:not-a-real-password@db.internal/app", Why::Text),
        ("jdbc:mysql://db.internal:3306/app?user=app&password=x", Why::Text),
        ("Server=tcp:x;Password=y;", Why::Text),
        ("https://hooks.example/services/T0/B0", Why::Text),
        ("https://example.com", Why::Text),
        ("${random_password.db}", Why::Text),
        ("#!/bin/sh\necho hello", Why::Text),
        ("two\nlines", Why::Text),
        ("::error::owned", Why::Text),
        ("<script>", Why::Text),
        ("\u{202e}nimda", Why::Text),
        ("pässword", Why::Text),
        ("\u{1b}[2J", Why::Text),
        // What people make out of words.
        ("Tr0ub4dor", Why::Text),
        ("s3cr3t", Why::Text),
        ("s3cr3t-in-list-1", Why::Text),
        ("P4ssw0rd", Why::Text),
        ("aB3xK9mP", Why::Text),
        ("xK9mP2qL", Why::Text),
        ("dGhpc2lz", Why::Text),
        ("qxjzvwkd", Why::Text),
        ("a1b-c2d-e3f-g4h", Why::Text),
        ("XK7DQ-9PLM2-VVB31-AA8KX", Why::Text),
        // Keys and digests.
        ("AKIAIOSFODNN7EXAMPLE", Why::RandomLooking),
        ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Why::RandomLooking),
        ("ghp_16C7e42F292c6912E7710c838347Ae178B4a", Why::RandomLooking),
        ("sk_live_4eC39HqLyjWDarjtT1zdp7dc", Why::RandomLooking),
        ("xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcHrzqqgy", Why::RandomLooking),
        ("eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.abc", Why::RandomLooking),
        ("5f4dcc3b5aa765d61d8327deb882cf99", Why::RandomLooking),
        ("02c22cc4b785774941de986983bd67dacd37e83f", Why::RandomLooking),
        ("0123456789abcdef", Why::RandomLooking),
        ("4111111111111111", Why::RandomLooking),
        ("JBSWY3DPEHPK3PXPJBSWY3DP", Why::RandomLooking),
        ("db-M5ENSHXFPU6XHZ4G4ZEI5QIO2U", Why::RandomLooking),
        ("canary-b1946ac92492d2347c6235b4d2611184", Why::RandomLooking),
        ("QWxhZGRpbjpvcGVuIHNlc2FtZQ==", Why::RandomLooking),
        ("qwertyuiopasdfghjklzxcvb", Why::RandomLooking),
        ("key-5f4dcc3b5aa765d61", Why::RandomLooking),
        ("token-0123456789abcdef0", Why::RandomLooking),
        ("arn:aws:s3:::b1946ac92492d2347c6235b4d2611184", Why::RandomLooking),
        ("projects/acme/secrets/b1946ac92492d2347c6235b4", Why::RandomLooking),
        ("/subscriptions/x/b1946ac92492d2347c6235b4d2611184", Why::RandomLooking),
        // The same form as an id, but no prefix that is known, or no name that promises one.
        ("2b2b8075-4921-4534-af69-3f9c0e70119f", Why::Text),
        ("x-0abc1234", Why::Text),
        ("registry.example/team/api:1.2.3", Why::Text),
    ] {
        let shown = shown(text);
        assert_eq!(why(&shown), Some(expected), "{text}");
        let Shown::Hidden { length, .. } = shown else { panic!("{text}") };
        assert_eq!(length, Some(text.chars().count()), "{text}");
    }
}

#[test]
fn a_name_may_promise_a_kind_of_text() {
    for (path, text, is_shown) in [
        (&["vault_id"][..], "2b2b8075-4921-4534-af69-3f9c0e70119f", true),
        (&["subnet_ids", "0"], "2b2b8075-4921-4534-af69-3f9c0e70119f", true),
        (&["id"], "2b2b8075-4921-4534-af69-3f9c0e70119f", true),
        (&["secret_id"], "2b2b8075-4921-4534-af69-3f9c0e70119f", false),
        (&["name"], "2b2b8075-4921-4534-af69-3f9c0e70119f", false),
        (&["image"], "123456789012.dkr.ecr.eu-west-1.amazonaws.com/api:1.14.2", true),
        (&["image"], "nginx:1.27-alpine", true),
        (&["image"], "ghcr.io/acme/api:9fceb02", true),
        (&["image"], "user:hunter2@registry.example/api", false),
        (&["image"], "https://registry.example/api", false),
        (&["members", "0"], "allUsers", true),
        (&["members", "0"], "user:jo@example.com", true),
        (&["members", "0"], "user:b1946ac92492d2347c6235b4d2611184@example.com", false),
        (&["description"], "user:jo@example.com", false),
    ] {
        let shown = shown_as("x", path, &serde_json::to_string(text).unwrap());
        assert_eq!(why(&shown).is_none(), is_shown, "{path:?} {text}");
    }
}

#[test]
fn numbers_and_switches_are_shown_and_long_ones_cut() {
    assert_eq!(shown_as("x", &["x"], "5432"), Shown::Value("5432".to_owned()));
    assert_eq!(shown_as("x", &["x"], "true"), Shown::Value("true".to_owned()));
    let Shown::Value(long) = shown_as("x", &["x"], &"9".repeat(400)) else { panic!("hidden") };
    assert_eq!(long.chars().count(), 121);
    assert!(long.ends_with('…'));
    assert_eq!(shown(""), Shown::Value("\"\"".to_owned()));
}

#[test]
fn an_object_is_one_line_each_part_by_its_own_path() {
    let rule = r#"{"cidr_blocks":["0.0.0.0/0"],"description":"","from_port":22,"note":"for the two of us",
        "password":"hunter2","prefix_list_ids":[],"protocol":"tcp","self":null}"#;
    assert_eq!(
        shown_as("aws_security_group", &["ingress", "0"], rule),
        Shown::Value(
            "{cidr_blocks: [0.0.0.0/0], from_port: 22, note: (text, 17 characters), \
             password: (secret-like name, 7 characters), protocol: tcp}"
                .to_owned()
        )
    );
    let Shown::Value(long) = shown_as("x", &["x"], &format!("[{}1]", "12345,".repeat(10_000))) else {
        panic!("hidden")
    };
    assert_eq!(long.chars().count(), 201);
}
