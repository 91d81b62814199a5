//! A strict reader of zip archives.
//!
//! Readers of zip archives disagree about what an odd one holds: the first or the last entry of a name, the size in
//! one header or in the other, an archive behind another. Whoever judges a plan must see what Terraform will apply,
//! so that only the one form is read that Terraform and OpenTofu write, and every other is refused.

use std::collections::HashSet;
use std::io::{Read, Seek, SeekFrom};

use flate2::Crc;
use flate2::read::DeflateDecoder;

use crate::configuration::limits;
use crate::problem::{Code, Problem};

const END: [u8; 4] = *b"PK\x05\x06";
const CENTRAL: [u8; 4] = *b"PK\x01\x02";
const LOCAL: [u8; 4] = *b"PK\x03\x04";
const END_LENGTH: usize = 22;
const CENTRAL_LENGTH: usize = 46;
const LOCAL_LENGTH: usize = 30;

/// An archive whose directory has been read and found sound.
pub(super) struct Archive<R> {
    reader: R,
    entries: Vec<Entry>,
}

/// An entry of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// The name, a relative path.
    pub(super) name: String,
    /// The size of the content.
    pub(super) size: u64,
    flags: u16,
    method: u16,
    checksum: u32,
    compressed: u64,
    offset: u64,
}

impl<R: Read + Seek> Archive<R> {
    /// Reads and checks the directory.
    pub(super) fn open(mut reader: R) -> Result<Archive<R>, Problem> {
        let length = reader.seek(SeekFrom::End(0)).map_err(unreadable)?;
        let end_at = length.checked_sub(END_LENGTH as u64).ok_or_else(|| damaged("it is too short"))?;
        let end: [u8; END_LENGTH] = read_array(&mut reader, end_at)?;
        if !end.starts_with(&END) {
            return Err(damaged("it does not end with its directory"));
        }
        let count = u16_at(&end, 10);
        let (size, start) = (u64::from(u32_at(&end, 12)), u64::from(u32_at(&end, 16)));
        let one_disk = u32_at(&end, 4) == 0 && u16_at(&end, 8) == count && u16_at(&end, 20) == 0;
        if !one_disk || start + size != end_at {
            return Err(damaged("its directory does not stand where it should"));
        }
        if usize::from(count) > limits::ARCHIVE_ENTRIES {
            return Err(too_large(&format!("it has {count} entries")));
        }
        let most = limits::ARCHIVE_ENTRIES * (CENTRAL_LENGTH + 1024);
        if size > most as u64 {
            return Err(too_large("its directory is too long"));
        }
        let directory = read_exactly(&mut reader, start, size)?;
        let entries = parse_directory(&directory, usize::from(count))?;
        check(&entries, start)?;
        Ok(Archive { reader, entries })
    }

    /// Returns the entry of that name.
    pub(super) fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name == name)
    }

    /// Returns every entry.
    pub(super) fn entries(&self) -> Vec<Entry> {
        self.entries.clone()
    }

    /// Returns the content of an entry.
    pub(super) fn read(&mut self, entry: &Entry) -> Result<Vec<u8>, Problem> {
        let lie = || damaged(&format!("the two headers of `{}` disagree", entry.name));
        let header: [u8; LOCAL_LENGTH] = read_array(&mut self.reader, entry.offset)?;
        let name = u16_at(&header, 26);
        let extra = u16_at(&header, 28);
        let written = read_exactly(&mut self.reader, entry.offset + LOCAL_LENGTH as u64, u64::from(name))?;
        let same = header.starts_with(&LOCAL)
            && written == entry.name.as_bytes()
            && u16_at(&header, 6) == entry.flags
            && u16_at(&header, 8) == entry.method;
        // With a descriptor behind the content, the sizes of the header in front of it are zero.
        let streamed = entry.flags & 8 != 0;
        let sized = u64::from(u32_at(&header, 18)) == entry.compressed
            && u64::from(u32_at(&header, 22)) == entry.size;
        if !same || !(streamed || sized) {
            return Err(lie());
        }
        let start = entry.offset + LOCAL_LENGTH as u64 + u64::from(name) + u64::from(extra);
        self.reader.seek(SeekFrom::Start(start)).map_err(unreadable)?;
        let compressed = self.reader.by_ref().take(entry.compressed);
        let mut content = Vec::new();
        // One byte more than promised is enough to know that the promise is a lie.
        let promised = entry.size + 1;
        if entry.method == 0 {
            compressed.take(promised).read_to_end(&mut content).map_err(unreadable)?;
        } else {
            let broken = |_| damaged(&format!("`{}` cannot be unpacked", entry.name));
            DeflateDecoder::new(compressed).take(promised).read_to_end(&mut content).map_err(broken)?;
        }
        let mut checksum = Crc::new();
        checksum.update(&content);
        if content.len() as u64 != entry.size || checksum.sum() != entry.checksum {
            return Err(damaged(&format!("`{}` is not what its header says", entry.name)));
        }
        Ok(content)
    }
}

fn parse_directory(directory: &[u8], count: usize) -> Result<Vec<Entry>, Problem> {
    let short = || damaged("its directory breaks off");
    let mut entries = Vec::with_capacity(count);
    let mut rest = directory;
    while !rest.is_empty() {
        let (header, behind) = rest.split_at_checked(CENTRAL_LENGTH).ok_or_else(short)?;
        let (name, behind) = behind.split_at_checked(u16_at(header, 28).into()).ok_or_else(short)?;
        let extra = usize::from(u16_at(header, 30)) + usize::from(u16_at(header, 32));
        rest = behind.get(extra..).ok_or_else(short)?;
        if !header.starts_with(&CENTRAL) {
            return Err(damaged("its directory holds something else than entries"));
        }
        let name = std::str::from_utf8(name).map_err(|_| damaged("the name of an entry is not Unicode"))?;
        check_name(name)?;
        // The upper half are the permissions and kind of a file on Unix.
        if u32_at(header, 38) >> 16 & 0o170_000 == 0o120_000 {
            return Err(refused(&format!("`{name}` is a symbolic link")));
        }
        entries.push(Entry {
            name: name.to_owned(),
            flags: u16_at(header, 8),
            method: u16_at(header, 10),
            checksum: u32_at(header, 16),
            compressed: u32_at(header, 20).into(),
            size: u32_at(header, 24).into(),
            offset: u32_at(header, 42).into(),
        });
    }
    if entries.len() == count {
        Ok(entries)
    } else {
        Err(damaged("it does not have as many entries as it says"))
    }
}

fn check_name(name: &str) -> Result<(), Problem> {
    let parts = || name.trim_end_matches('/').split('/');
    let odd = name.is_empty()
        || name.contains(['\\', ':'])
        || name.chars().any(char::is_control)
        || parts().any(|part| matches!(part, "" | "." | ".."));
    if odd { Err(refused(&format!("`{}` is no name of a file in it", name.escape_debug()))) } else { Ok(()) }
}

/// Checks what the entries say of themselves, before anything is unpacked.
fn check(entries: &[Entry], directory: u64) -> Result<(), Problem> {
    let mut names = HashSet::new();
    let mut sum = 0_u64;
    for entry in entries {
        let name = &entry.name;
        if !names.insert(name.as_str()) {
            return Err(refused(&format!("it has several entries `{name}`")));
        }
        // Bit 3 says that a descriptor follows the content, bit 11 that the name is UTF-8; 1 and 2 are hints.
        if entry.flags & !0b1000_0000_1110 != 0 || !matches!(entry.method, 0 | 8) {
            return Err(refused(&format!("`{name}` is encrypted or packed in an unknown way")));
        }
        sum = sum.saturating_add(entry.size);
        let ratio = entry.size > entry.compressed.saturating_mul(limits::ARCHIVE_RATIO);
        if sum > limits::ARCHIVE_BYTES || (entry.size > limits::ARCHIVE_RATIO_FROM && ratio) {
            return Err(too_large(&format!("`{name}` unpacks to {} bytes", entry.size)));
        }
    }
    let mut places: Vec<(u64, u64)> = entries
        .iter()
        .map(|entry| {
            (entry.offset, entry.offset + LOCAL_LENGTH as u64 + entry.name.len() as u64 + entry.compressed)
        })
        .collect();
    places.sort_unstable();
    let ends = places.iter().map(|(_, end)| *end);
    let starts = places.iter().map(|(start, _)| *start).skip(1).chain([directory]);
    let first = places.first().map_or(0, |(start, _)| *start);
    if first != 0 || ends.zip(starts).any(|(end, next)| end > next) {
        return Err(refused("its entries overlap, or something stands before them"));
    }
    Ok(())
}

fn read_array<const N: usize>(reader: &mut (impl Read + Seek), at: u64) -> Result<[u8; N], Problem> {
    let mut bytes = [0; N];
    reader.seek(SeekFrom::Start(at)).map_err(unreadable)?;
    reader.read_exact(&mut bytes).map_err(|_| damaged("it breaks off"))?;
    Ok(bytes)
}

fn read_exactly(reader: &mut (impl Read + Seek), at: u64, length: u64) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    reader.seek(SeekFrom::Start(at)).map_err(unreadable)?;
    reader.take(length).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(damaged("it breaks off")) }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    bytes.get(at..at + 2).and_then(|two| two.try_into().ok()).map_or(0, u16::from_le_bytes)
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|four| four.try_into().ok()).map_or(0, u32::from_le_bytes)
}

fn unreadable(error: std::io::Error) -> Problem {
    Problem::new(Code::InputUnreadable, format!("plan file cannot be read: {error}"))
}

fn damaged(what: &str) -> Problem {
    Problem::new(Code::PlanInvalid, format!("plan file is damaged: {what}"))
        .help("plan again, and give the new file")
}

fn refused(what: &str) -> Problem {
    Problem::new(Code::PlanInvalid, format!("plan file is not one that Terraform or OpenTofu writes: {what}"))
        .help("give the file as `plan -out=FILE` wrote it, not packed again")
}

fn too_large(what: &str) -> Problem {
    Problem::new(Code::LimitExceeded, format!("plan file is too large to be read: {what}"))
}
