//! Which `moved`, `removed` and `import` blocks speak of a resource, without looking at all of them.

use std::collections::HashMap;

use super::endpoint::Endpoint;

/// The positions of blocks, by what they name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Index(HashMap<Endpoint, Vec<usize>>);

impl Index {
    /// Returns an index of blocks by what each of them names.
    pub(super) fn of<'e>(endpoints: impl Iterator<Item = &'e Endpoint>) -> Index {
        let mut index = Index::default();
        for (position, endpoint) in endpoints.enumerate() {
            index.0.entry(endpoint.clone()).or_default().push(position);
        }
        index
    }

    /// Returns the positions of the blocks that name exactly this, or a module around it, outermost first.
    pub(crate) fn around(&self, endpoint: &Endpoint) -> Vec<usize> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let mut positions = Vec::new();
        let mut around = Endpoint { modules: Vec::new(), resource: None };
        for name in &endpoint.modules {
            around.modules.push(name.clone());
            positions.extend(self.0.get(&around).into_iter().flatten());
        }
        if endpoint.resource.is_some() {
            positions.extend(self.0.get(endpoint).into_iter().flatten());
        }
        positions
    }
}
