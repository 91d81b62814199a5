//! A piece of memory that is filled at the end and emptied at the front, and is cleared only once.

/// Bytes that were read and are still needed.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    memory: Vec<u8>,
    filled: usize,
}

impl Buffer {
    /// Returns the bytes.
    pub(super) fn bytes(&self) -> &[u8] {
        self.memory.get(..self.filled).unwrap_or_default()
    }

    pub(super) fn len(&self) -> usize {
        self.filled
    }

    /// Returns room for `count` more bytes; [`Buffer::add`] says how many of them were written.
    pub(super) fn room(&mut self, count: usize) -> &mut [u8] {
        let end = self.filled + count;
        if self.memory.len() < end {
            self.memory.resize(end, 0);
        }
        self.memory.get_mut(self.filled..end).unwrap_or_default()
    }

    pub(super) fn add(&mut self, count: usize) {
        self.filled = (self.filled + count).min(self.memory.len());
    }

    pub(super) fn extend(&mut self, bytes: &[u8]) {
        self.room(bytes.len()).copy_from_slice(bytes);
        self.add(bytes.len());
    }

    /// Gives up the first `count` bytes.
    pub(super) fn drop_front(&mut self, count: usize) {
        let count = count.min(self.filled);
        self.memory.copy_within(count..self.filled, 0);
        self.filled -= count;
    }
}
