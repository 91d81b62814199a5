//! What the files of one directory declare together: primary files first, then override files on top.

use std::collections::BTreeMap;

use crate::configuration::syntax::{Attribute, Block, Body, FileId};

/// What a module directory declares.
#[derive(Debug, Clone, Default)]
pub(crate) struct Declared {
    /// Resources, data sources, ephemeral resources and actions, by what an address calls them: `aws_x.y`,
    /// `data.aws_x.y`.
    pub(crate) resources: BTreeMap<String, Block>,
    /// Module calls by name.
    pub(crate) calls: BTreeMap<String, Block>,
    /// Variables by name.
    pub(crate) variables: BTreeMap<String, Block>,
    /// Local values by name.
    pub(crate) locals: BTreeMap<String, Attribute>,
    /// Provider configurations by name and alias: `aws`, `aws.west`.
    pub(crate) providers: BTreeMap<String, Vec<Block>>,
    /// `terraform` blocks.
    pub(crate) terraform: Vec<Block>,
    /// `moved` blocks.
    pub(crate) moved: Vec<Block>,
    /// `removed` blocks.
    pub(crate) removed: Vec<Block>,
    /// `import` blocks.
    pub(crate) imports: Vec<Block>,
    /// Names that are declared twice, or overridden without being declared.
    pub(crate) faults: Vec<(FileId, u32, String)>,
}

impl Declared {
    /// Adds what a primary file declares. `alias` gives the alias of a provider block.
    pub(super) fn add(&mut self, body: Body, alias: impl Fn(&Block) -> Option<String>) {
        for block in body.blocks {
            match (&*block.kind, block.labels.len()) {
                ("resource" | "data" | "ephemeral" | "action", 2) => self.declare_resource(block),
                ("check", _) => {
                    let nested: Vec<Block> =
                        block.body.blocks.into_iter().filter(|block| &*block.kind == "data").collect();
                    for data in nested.into_iter().filter(|data| data.labels.len() == 2) {
                        self.declare_resource(data);
                    }
                }
                ("module", 1) => declare(&mut self.calls, &mut self.faults, block, |block| label(block, 0)),
                ("variable", 1) => {
                    declare(&mut self.variables, &mut self.faults, block, |block| label(block, 0));
                }
                ("provider", 1) => {
                    let name = provider_name(&block, &alias);
                    self.providers.entry(name).or_default().push(block);
                }
                ("locals", 0) => {
                    for attribute in block.body.attributes {
                        self.locals.insert(attribute.name.to_string(), attribute);
                    }
                }
                ("terraform", 0) => self.terraform.push(block),
                ("moved", 0) => self.moved.push(block),
                ("removed", 0) => self.removed.push(block),
                ("import", 0) => self.imports.push(block),
                ("resource" | "data" | "ephemeral" | "action" | "module" | "variable" | "provider", _) => {
                    let fault = format!("`{}` has the wrong number of labels", block.kind);
                    self.faults.push((block.file, block.line, fault));
                }
                _ => {}
            }
        }
    }

    /// Changes what is declared by what an override file says.
    pub(super) fn override_by(&mut self, body: Body, alias: impl Fn(&Block) -> Option<String>) {
        for block in body.blocks {
            match (&*block.kind, block.labels.len()) {
                ("resource" | "data" | "ephemeral" | "action", 2) => {
                    override_block(&mut self.resources, &mut self.faults, resource_name(&block), block);
                }
                ("module", 1) => override_block(&mut self.calls, &mut self.faults, label(&block, 0), block),
                ("variable", 1) => {
                    override_block(&mut self.variables, &mut self.faults, label(&block, 0), block);
                }
                ("provider", 1) => {
                    let name = provider_name(&block, &alias);
                    match self.providers.get_mut(&name).and_then(|blocks| blocks.first_mut()) {
                        Some(declared) => merge(declared, block),
                        None => self.providers.entry(name).or_default().push(block),
                    }
                }
                ("locals", 0) => {
                    for attribute in block.body.attributes {
                        self.locals.insert(attribute.name.to_string(), attribute);
                    }
                }
                ("terraform", 0) => self.override_terraform(block),
                ("moved" | "import" | "removed", 0) => {
                    let fault = format!("`{}` cannot stand in an override file", block.kind);
                    self.faults.push((block.file, block.line, fault));
                }
                _ => {}
            }
        }
    }

    fn declare_resource(&mut self, block: Block) {
        declare(&mut self.resources, &mut self.faults, block, resource_name);
    }

    /// A backend replaces whatever backend or cloud block there was; all else of `terraform` does not matter here.
    fn override_terraform(&mut self, block: Block) {
        let is_backend = |block: &Block| matches!(&*block.kind, "backend" | "cloud");
        if block.body.blocks.iter().any(is_backend) {
            for terraform in &mut self.terraform {
                terraform.body.blocks.retain(|block| !is_backend(block));
            }
        }
        self.terraform.push(block);
    }
}

/// Returns what an address calls a resource.
pub(crate) fn resource_name(block: &Block) -> String {
    let prefix = match &*block.kind {
        "resource" => "",
        "data" => "data.",
        "ephemeral" => "ephemeral.",
        _ => "action.",
    };
    format!("{prefix}{}.{}", block.label(0).unwrap_or_default(), block.label(1).unwrap_or_default())
}

fn label(block: &Block, position: usize) -> String {
    block.label(position).unwrap_or_default().to_owned()
}

fn provider_name(block: &Block, alias: impl Fn(&Block) -> Option<String>) -> String {
    let name = label(block, 0);
    match alias(block) {
        Some(alias) => format!("{name}.{alias}"),
        None => name,
    }
}

fn declare(
    declared: &mut BTreeMap<String, Block>,
    faults: &mut Vec<(FileId, u32, String)>,
    block: Block,
    name: impl Fn(&Block) -> String,
) {
    let name = name(&block);
    match declared.entry(name) {
        std::collections::btree_map::Entry::Vacant(entry) => {
            entry.insert(block);
        }
        std::collections::btree_map::Entry::Occupied(mut entry) => {
            faults.push((block.file, block.line, format!("`{}` is declared twice", entry.key())));
            // Of the two, the one that says that it is guarded must not be lost.
            let guards = |block: &Block| {
                block.body.blocks("lifecycle").any(|l| l.body.attribute("prevent_destroy").is_some())
            };
            if guards(&block) && !guards(entry.get()) {
                entry.insert(block);
            }
        }
    }
}

fn override_block(
    declared: &mut BTreeMap<String, Block>,
    faults: &mut Vec<(FileId, u32, String)>,
    name: String,
    block: Block,
) {
    match declared.get_mut(&name) {
        Some(below) => merge(below, block),
        None => {
            faults.push((block.file, block.line, format!("`{name}` is overridden, but declared nowhere")));
            declared.insert(name, block);
        }
    }
}

/// Lays an override over a block: attributes one by one, nested blocks type by type, arguments of `lifecycle` one by
/// one. What comes from the override keeps its file, which tells who won.
fn merge(below: &mut Block, above: Block) {
    for attribute in above.body.attributes {
        replace(&mut below.body.attributes, attribute);
    }
    let (lifecycles, blocks): (Vec<Block>, Vec<Block>) =
        above.body.blocks.into_iter().partition(|block| &*block.kind == "lifecycle");
    // `dynamic "ingress"` generates blocks of the type `ingress`: either replaces both.
    let generated = |block: &Block| match &*block.kind {
        "dynamic" => block.label(0).unwrap_or_default().to_owned(),
        kind => kind.to_owned(),
    };
    let replaced: Vec<String> = blocks.iter().map(generated).collect();
    below.body.blocks.retain(|block| !replaced.contains(&generated(block)));
    below.body.blocks.extend(blocks);
    for lifecycle in lifecycles {
        if !below.body.blocks.iter().any(|block| &*block.kind == "lifecycle") {
            below.body.blocks.push(lifecycle);
            continue;
        }
        let mut first = true;
        for declared in below.body.blocks.iter_mut().filter(|block| &*block.kind == "lifecycle") {
            let overridden = |name: &str| lifecycle.body.attribute(name).is_some();
            declared.body.attributes.retain(|attribute| !overridden(&attribute.name));
            if std::mem::take(&mut first) {
                declared.body.attributes.extend(lifecycle.body.attributes.iter().cloned());
                declared.body.blocks.extend(lifecycle.body.blocks.iter().cloned());
            }
        }
    }
}

fn replace(attributes: &mut Vec<Attribute>, attribute: Attribute) {
    match attributes.iter_mut().find(|below| below.name == attribute.name) {
        Some(below) => *below = attribute,
        None => attributes.push(attribute),
    }
}
