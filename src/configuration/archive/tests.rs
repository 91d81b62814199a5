use std::io::{Cursor, Write};
use std::sync::Arc;

use flate2::Compression;
use flate2::write::DeflateEncoder;

use super::{PlanFile, PlanFileFacts, UiMode};
use crate::configuration::{Literal, Settings, Tree};
use crate::plan::address::Address;
use crate::problem::Code;

/// An entry to be written, with what of it shall lie.
#[derive(Clone)]
struct Written {
    name: String,
    local_name: Option<String>,
    content: Vec<u8>,
    stored: bool,
    size: Option<u32>,
    checksum: Option<u32>,
    flags: u16,
    mode: u32,
    local_size: Option<u32>,
    offset: Option<u32>,
}

fn entry(name: &str, content: impl Into<Vec<u8>>) -> Written {
    Written {
        name: name.into(),
        local_name: None,
        content: content.into(),
        stored: false,
        size: None,
        checksum: None,
        flags: 8,
        mode: 0,
        local_size: None,
        offset: None,
    }
}

/// Writes an archive as Go does: streaming, with a descriptor behind every entry.
fn zip(entries: &[Written]) -> Vec<u8> {
    let mut archive: Vec<u8> = Vec::new();
    let mut directory: Vec<u8> = Vec::new();
    for entry in entries {
        let packed = if entry.stored {
            entry.content.clone()
        } else {
            let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
            encoder.write_all(&entry.content).expect("memory");
            encoder.finish().expect("memory")
        };
        let mut checksum = flate2::Crc::new();
        checksum.update(&entry.content);
        let checksum = entry.checksum.unwrap_or_else(|| checksum.sum());
        let size = entry.size.unwrap_or(entry.content.len() as u32);
        let method: u16 = if entry.stored { 0 } else { 8 };
        let offset = entry.offset.unwrap_or(archive.len() as u32);
        let streamed = entry.flags & 8 != 0;
        let common = |name: &str, local: bool| {
            let mut bytes = Vec::new();
            bytes.extend(20_u16.to_le_bytes());
            bytes.extend(entry.flags.to_le_bytes());
            bytes.extend(method.to_le_bytes());
            bytes.extend([0; 4]);
            let hidden = local && streamed;
            bytes.extend(if hidden { 0 } else { checksum }.to_le_bytes());
            bytes.extend(if hidden { 0 } else { packed.len() as u32 }.to_le_bytes());
            let size = if local { entry.local_size.unwrap_or(size) } else { size };
            bytes.extend(if hidden { 0 } else { size }.to_le_bytes());
            bytes.extend((name.len() as u16).to_le_bytes());
            bytes.extend(0_u16.to_le_bytes());
            bytes
        };
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(common(&entry.name, false));
        directory.extend([0; 6]);
        directory.extend((entry.mode << 16).to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(entry.name.as_bytes());
        let local = entry.local_name.as_deref().unwrap_or(&entry.name);
        archive.extend(b"PK\x03\x04");
        archive.extend(common(local, true));
        archive.extend(local.as_bytes());
        archive.extend(&packed);
        if streamed {
            archive.extend(b"PK\x07\x08");
            archive.extend([0; 12]);
        }
    }
    let start = archive.len() as u32;
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend((entries.len() as u16).to_le_bytes());
    archive.extend((entries.len() as u16).to_le_bytes());
    archive.extend((directory.len() as u32).to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}

fn open(bytes: Vec<u8>) -> Result<PlanFile, crate::problem::Problem> {
    PlanFile::read_from(Cursor::new(bytes))
}

/// A plan of version 3, made by 1.11.4.
const PLAN: &[u8] = b"\x08\x03\x72\x061.11.4";

#[test]
fn an_archive_as_terraform_writes_it_is_read() {
    let manifest = "[{\"Key\":\"\",\"Dir\":\".\"},{\"Key\":\"m\",\"Source\":\"acme/m/aws\",\"Dir\":\".terraform/modules/m\"},{\"Key\":\"m.n\",\"Source\":\"./n\",\"Dir\":\".terraform/modules/m/n\"}]";
    let database = "resource \"aws_db\" \"x\" {\n  lifecycle {\n    prevent_destroy = true\n  }\n}\n";
    let archive = zip(&[
        entry("tfplan", PLAN),
        entry("tfstate", "{}"),
        entry("tfconfig/m-/main.tf", "\nmodule \"m\" {\n  source = \"acme/m/aws\"\n}\n"),
        entry("tfconfig/m-m/main.tf", "module \"n\" {\n  source = \"./n\"\n}\n"),
        entry("tfconfig/m-m.n/db.tf", database),
        entry("tfconfig/modules.json", manifest),
        Written { stored: true, ..entry(".terraform.lock.hcl", "provider {}\n") },
        Written { flags: 0, ..entry("tfschemas", "x") },
    ]);
    assert!(PlanFile::recognise(&archive));
    let plan = Arc::new(open(archive).expect("a plan file"));
    assert_eq!(plan.plan(), PLAN);
    assert!(plan.has_configuration());
    assert_eq!((plan.facts().version, plan.facts().terraform_version.as_str()), (3, "1.11.4"));
    let tree = Tree::read(&plan.source(), &Settings::default());
    assert_eq!(tree.problems(), []);
    assert!(tree.lock.is_some());
    let address = Address::parse("module.m[\"a.b\"].module.n[0].aws_db.x[1]").expect("an address");
    let found = tree.resource(&address).expect("a block");
    assert_eq!(found.location().to_string(), ".terraform/modules/m/n/db.tf:1");
    assert_eq!(found.call().map(|call| call.to_string()).as_deref(), Some("main.tf:2"));
    assert_eq!(tree.guards(&address).len(), 1);
}

#[test]
fn an_archive_that_terraform_does_not_write_is_refused() {
    let plan = entry("tfplan", PLAN);
    let with = |entries: &[Written]| zip(&[std::slice::from_ref(&plan), entries].concat());
    let zeros = vec![0; 11 << 20];
    let mut behind = zip(std::slice::from_ref(&plan));
    behind.push(0);
    let mut before = vec![0; 3];
    before.extend(zip(std::slice::from_ref(&plan)));
    let many: Vec<Written> =
        (0..5_000).map(|number| entry(&format!("tfconfig/m-/{number}.tf"), "")).collect();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("two of one name", with(&[entry("tfplan", "x")]), "several entries `tfplan`"),
        (
            "two files of one name",
            with(&[entry("tfconfig/m-/a.tf", ""), entry("tfconfig/m-/a.tf", "x")]),
            "several entries",
        ),
        ("up", with(&[entry("tfconfig/../x", "")]), "no name of a file"),
        ("absolute", with(&[entry("/tfconfig/x", "")]), "no name of a file"),
        ("backslash", with(&[entry("tfconfig\\x", "")]), "no name of a file"),
        ("drive", with(&[entry("C:x", "")]), "no name of a file"),
        ("control", with(&[entry("a\nb", "")]), "no name of a file"),
        ("nameless", with(&[entry("", "")]), "no name of a file"),
        ("link", with(&[Written { mode: 0o120_777, ..entry("tfconfig/m-/a.tf", "x") }]), "symbolic link"),
        ("encrypted", with(&[Written { flags: 9, ..entry("x", "") }]), "encrypted"),
        ("bomb", with(&[entry("tfconfig/m-/a.tf", zeros)]), "too large"),
        ("sum", with(&[Written { size: Some(u32::MAX), ..entry("tfstate", "x") }]), "too large"),
        ("many", with(&many), "too large"),
        (
            "longer",
            with(&[Written { size: Some(3), ..entry("tfconfig/m-/a.tf", "xxxx") }]),
            "not what its header says",
        ),
        (
            "shorter",
            with(&[Written { size: Some(5), ..entry("tfconfig/m-/a.tf", "xxxx") }]),
            "not what its header says",
        ),
        (
            "checksum",
            with(&[Written { checksum: Some(1), ..entry("tfconfig/m-/a.tf", "x") }]),
            "not what its header says",
        ),
        (
            "two names",
            with(&[Written {
                local_name: Some("tfconfig/m-/b.tf".into()),
                ..entry("tfconfig/m-/a.tf", "x")
            }]),
            "headers",
        ),
        (
            "two sizes",
            with(&[Written { flags: 0, local_size: Some(9), ..entry("tfconfig/m-/a.tf", "x") }]),
            "headers",
        ),
        ("overlap", with(&[Written { offset: Some(0), ..entry("tfconfig/m-/a.tf", "x") }]), "overlap"),
        ("behind", behind, "does not end with its directory"),
        ("before", before, "does not stand where it should"),
        ("no plan", zip(&[entry("x", "")]), "no entry `tfplan`"),
        ("empty", zip(&[]), "no entry `tfplan`"),
        ("short", b"PK\x03\x04".to_vec(), "too short"),
        ("text", b"x".repeat(100), "does not end with its directory"),
        ("no protocol buffers", zip(&[entry("tfplan", "\x0b")]), "unknown encoding"),
        ("breaks off", zip(&[entry("tfplan", "\x72\x7f1.11")]), "breaks off"),
    ];
    for (name, bytes, expected) in cases {
        let problem = open(bytes).expect_err(name);
        assert!(problem.message.contains(expected), "{name}: {problem}");
    }
}

#[test]
fn no_byte_of_an_archive_makes_the_reader_fail_otherwise() {
    let archive = zip(&[entry("tfplan", PLAN), entry("tfconfig/m-/a.tf", "resource \"a\" \"b\" {}")]);
    for at in 0..archive.len() {
        for flip in [1, 0x80, 0xFF] {
            let mut bytes = archive.clone();
            bytes[at] ^= flip;
            if let Err(problem) = open(bytes) {
                assert!(
                    matches!(problem.code, Code::PlanInvalid | Code::InputNotAPlan | Code::LimitExceeded),
                    "{problem}"
                );
            }
        }
        let _ = open(archive[..at].to_vec());
    }
}

#[test]
fn a_file_of_the_configuration_that_is_too_large_costs_that_file() {
    let large: Vec<u8> =
        (0..5_u32 << 18).flat_map(|number| number.wrapping_mul(0x9E37_79B9).to_le_bytes()).collect();
    let archive = zip(&[
        entry("tfplan", PLAN),
        entry("tfconfig/modules.json", "[{\"Key\":\"\",\"Dir\":\".\"}]"),
        entry("tfconfig/m-/a.tf", "resource \"aws_db\" \"x\" {}"),
        entry("tfconfig/m-/b.tf", large),
    ]);
    let tree = Tree::read(&Arc::new(open(archive).expect("a plan file")).source(), &Settings::default());
    assert_eq!(tree.addresses(), ["aws_db.x"]);
    assert_eq!(tree.problems().len(), 1);
}

#[test]
fn facts_are_read_and_unknown_fields_skipped() {
    let message = |number: u8, content: &[u8]| {
        let key = u16::from(number) << 3 | 2;
        let mut bytes = if key < 128 { vec![key as u8] } else { vec![key as u8 | 0x80, (key >> 7) as u8] };
        bytes.push(content.len() as u8);
        bytes.extend(content);
        bytes
    };
    let variable = |name: &str, packed: &[u8]| {
        message(2, &[message(1, name.as_bytes()), message(2, &message(1, packed))].concat())
    };
    let plan = [
        vec![0x08, 3],
        message(5, b"module.a"),
        message(5, b"aws_x.y"),
        message(16, b"aws_x.z"),
        message(13, &[message(1, b"s3"), message(2, b"\x0a\x00"), message(3, b"prod")].concat()),
        message(21, b"2026-01-01T00:00:00Z"),
        vec![0x88, 0x01, 1],
        vec![0xA0, 0x01, 1],
        vec![0xBD, 0x06, 0, 0, 0, 0],
        vec![0xB9, 0x06, 0, 0, 0, 0, 0, 0, 0, 0],
        message(99, b"later"),
        variable("on", b"\x92\xc4\x06\"bool\"\xc3"),
        variable("name", b"\x92\xc4\x08\"string\"\xa4prod"),
        variable("count", b"\x92\xc4\x08\"number\"\xcd\x01\x00"),
        variable("big", b"\x92\xc4\x08\"number\"\xa31e9"),
        variable("list", b"\x92\xc4\x08[\"list\"]\x90"),
        variable("odd", b"\x92\xc4\xff"),
    ]
    .concat();
    let facts = PlanFileFacts::parse(&plan).expect("facts");
    assert_eq!(facts.targets, ["module.a", "aws_x.y"]);
    assert_eq!(facts.replaced, ["aws_x.z"]);
    assert_eq!((facts.backend.as_str(), facts.workspace.as_str()), ("s3", "prod"));
    assert_eq!((facts.mode, facts.errored), (UiMode::Destroy, true));
    let variables: Vec<String> = facts
        .variables
        .iter()
        .map(|(name, value)| format!("{name}={:?}", value.as_ref().map(Literal::text)))
        .collect();
    assert_eq!(
        variables,
        [
            "big=Some(\"1e9\")",
            "count=Some(\"256\")",
            "list=None",
            "name=Some(\"prod\")",
            "odd=None",
            "on=Some(\"true\")",
        ]
    );
    assert!(!format!("{:?}", facts.variables).contains("prod"), "what a variable holds is not for logs");
    let change = |address: &str, action: u8| {
        message(3, &[message(9, &[8, action]), message(13, address.as_bytes())].concat())
    };
    let changes = |changes: &[Vec<u8>]| PlanFileFacts::parse(&changes.concat()).expect("facts").changes;
    let told = changes(&[change("a.b", 5), change("a.c", 0), change("a.d", 10)]).expect("changes");
    let told: Vec<(&str, u64)> =
        told.iter().map(|((address, _), action)| (address.as_str(), *action)).collect();
    assert_eq!(told, [("a.b", 5), ("a.d", 9)]);
    assert_eq!(changes(&[change("a.b", 5), change("", 5)]), None, "of no object");
    assert_eq!(changes(&[change("a.b", 5), change("a.b", 3)]), None, "two of one");
    for broken in
        [&b"\x0b"[..], b"\x72", b"\x72\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", b"\x08", b"\x0f"]
    {
        assert!(PlanFileFacts::parse(broken).is_err(), "{broken:?}");
    }
}
