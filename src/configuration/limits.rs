//! How much of a configuration is read before it is refused: a hostile one must end in bounded time, with words.

/// The largest file that is read, in bytes.
///
/// The scanner takes a few milliseconds for one of this size; configuration that people write is a thousand times
/// smaller.
pub const FILE_BYTES: usize = 4 << 20;

/// The largest sum of all files of one tree, in bytes.
pub const TREE_BYTES: usize = 64 << 20;

/// The largest number of files of one tree.
pub const FILES: usize = 20_000;

/// The largest number of entries of one directory that is looked at.
pub const ENTRIES: usize = 100_000;

/// The largest number of module calls of one tree, each counted as often as it is reached.
pub const MODULES: usize = 10_000;

/// The largest number of resources of one tree, each counted as often as its module is called.
pub const RESOURCES: usize = 200_000;

/// The largest depth of modules in modules.
pub const MODULE_DEPTH: usize = 64;

/// The largest depth of blocks in blocks, and of objects in JSON syntax.
pub const BLOCK_DEPTH: usize = 64;

/// How many symbolic links are followed on the way to one file.
pub const LINKS: usize = 32;

/// The largest number of faults that are reported of one file, and of one kind of one tree.
pub const FAULTS: usize = 3;

/// The largest number of entries in a plan file.
pub const ARCHIVE_ENTRIES: usize = 4_096;

/// The largest sum of the uncompressed sizes in a plan file, in bytes.
pub const ARCHIVE_BYTES: u64 = 512 << 20;

/// How many times its compressed size an entry of a plan file may have...
pub const ARCHIVE_RATIO: u64 = 200;

/// ... once it is larger than this, in bytes.
pub const ARCHIVE_RATIO_FROM: u64 = 10 << 20;
