//! Plan files that were just made: recorded ones, with the time of their making changed, and the tool that shows them.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// A plan file with its JSON.
#[derive(Debug, Clone)]
pub struct Planned {
    pub archive: Vec<u8>,
    pub json: String,
}

/// Returns a recorded plan as if it had been made at an instant.
pub fn planned(name: &str, at: Timestamp) -> Planned {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let json = fs::read_to_string(fixtures.join("plans").join(name).join("plan.json")).unwrap();
    let (before, rest) = json.split_once("\"timestamp\":\"").unwrap();
    let (made, after) = rest.split_once('"').unwrap();
    let now = Timestamp::from_second(at.as_second()).unwrap().to_string();
    assert_eq!(made.len(), now.len());
    let json = format!("{before}\"timestamp\":\"{now}\"{after}");
    let folder = fixtures.join("plan-files").join(name);
    let mut files = Vec::new();
    list(&folder, &folder, &mut files);
    let entries: Vec<(String, Vec<u8>)> = files
        .into_iter()
        .map(|(name, mut content)| {
            if name == "tfplan" {
                replace(&mut content, made.as_bytes(), now.as_bytes());
            }
            (name, content)
        })
        .collect();
    Planned { archive: zip(&entries), json }
}

/// Puts a `terraform` into a folder that shows these plan files and no others, and writes down what it applies.
pub fn tool(folder: &Path, plans: &[&Planned]) {
    for plan in plans {
        fs::write(folder.join(format!("{}.json", hash(&plan.archive))), &plan.json).unwrap();
    }
    let script = "#!/bin/sh\n\
        here=$(dirname \"$0\")\n\
        case \"$1\" in\n\
        version) echo '{\"terraform_version\":\"1.11.4\"}' ;;\n\
        show) if [ -f \"$here/before-show\" ]; then . \"$here/before-show\"; fi\n\
          exec cat \"$here/$(sha256sum \"$4\" | cut -d' ' -f1).json\" ;;\n\
        apply) for last; do :; done; sha256sum \"$last\" | cut -d' ' -f1 >> \"$here/applied\"; exit 7 ;;\n\
        esac\n";
    write_program(&folder.join("terraform"), script);
}

/// Writes a script that can be run.
pub fn write_program(path: &Path, script: &str) {
    fs::write(path, script).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    }
}

pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn list(top: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            list(top, &path, files);
        } else {
            let name = path.strip_prefix(top).unwrap().to_str().unwrap().to_owned();
            files.push((name, fs::read(&path).unwrap()));
        }
    }
}

/// Replaces a text by one of the same length wherever it stands.
pub fn replace(content: &mut [u8], from: &[u8], to: &[u8]) {
    let mut at = 0;
    while at + from.len() <= content.len() {
        if content[at..].starts_with(from) {
            content[at..at + from.len()].copy_from_slice(to);
        }
        at += 1;
    }
}

/// Writes a zip archive whose entries are only stored.
pub fn zip(entries: &[(String, Vec<u8>)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in entries {
        let mut checksum = flate2::Crc::new();
        checksum.update(content);
        let size = u32::try_from(content.len()).unwrap();
        let mut common: Vec<u8> = Vec::new();
        // Version, flags, method, time and date.
        common.extend([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        common.extend(checksum.sum().to_le_bytes());
        common.extend(size.to_le_bytes());
        common.extend(size.to_le_bytes());
        common.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
        common.extend([0, 0]);
        let offset = u32::try_from(archive.len()).unwrap();
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(content);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(&common);
        // Comment, disk, attributes.
        directory.extend([0; 10]);
        directory.extend(offset.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let start = u32::try_from(archive.len()).unwrap();
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    archive.extend(count);
    archive.extend(count);
    archive.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend([0; 2]);
    archive
}
