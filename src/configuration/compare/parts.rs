//! Parts that run something or decide where the state goes: provisioners, data sources, providers, the backend.

use std::collections::BTreeSet;

use super::pairs::Pairs;
use super::{Change, Difference, Sides};
use crate::configuration::Tree;
use crate::configuration::syntax::Block;
use crate::configuration::tree::{Location, module_address, provisioners as provisioners_of};

/// Adds provisioners that are not at base.
pub(super) fn provisioners(sides: &Sides<'_>, pairs: &Pairs<'_>, differences: &mut Vec<Difference>) {
    let (base, head) = (sides.base.tree(), sides.head.tree());
    for (end, now) in pairs.heads() {
        let mut known = BTreeSet::new();
        for fate in pairs.origins(&end) {
            known.extend(
                fate.base.block().body.blocks("provisioner").map(|block| base.normal_labelled(block)),
            );
        }
        let blocks = now.block().body.blocks("provisioner");
        for (block, provisioner) in blocks.zip(provisioners_of(head, now.block())) {
            if !known.contains(&head.normal_labelled(block)) {
                differences.push(Difference {
                    address: end.address(),
                    change: Change::ProvisionerAppeared {
                        provisioner: provisioner.kind,
                        on_destroy: provisioner.on_destroy,
                    },
                    head: Some(provisioner.location),
                    base: pairs.origins(&end).next().map(|fate| fate.base.location()),
                });
            }
        }
    }
    for removed in &head.removed {
        let known: Vec<&String> = base
            .removed
            .iter()
            .filter(|known| known.from == removed.from)
            .flat_map(|known| &known.commands)
            .collect();
        for (provisioner, command) in removed.provisioners.iter().zip(&removed.commands) {
            if known.contains(&command) {
                continue;
            }
            differences.push(Difference {
                address: removed.from.clone(),
                change: Change::ProvisionerAppeared {
                    provisioner: provisioner.kind.clone(),
                    on_destroy: provisioner.on_destroy,
                },
                head: Some(provisioner.location.clone()),
                base: None,
            });
        }
    }
}

/// Adds data sources that run a program or call an address, where they or what they do is new.
pub(super) fn data_sources(sides: &Sides<'_>, pairs: &Pairs<'_>, differences: &mut Vec<Difference>) {
    let runs = |block: &Block| &*block.kind == "data" && matches!(block.label(0), Some("external" | "http"));
    for (end, now) in pairs.heads().filter(|(_, now)| runs(now.block())) {
        let text = sides.head.tree().normal_labelled(now.block());
        let same =
            pairs.origins(&end).any(|fate| sides.base.tree().normal_labelled(fate.base.block()) == text);
        if !same {
            let was = pairs.origins(&end).next().map(|fate| fate.base.location());
            differences.push(Difference {
                address: end.address(),
                change: Change::DataSourceAppeared { changed: was.is_some() },
                head: Some(now.location()),
                base: was,
            });
        }
    }
}

/// Adds provider configurations that changed or are gone.
pub(super) fn providers(sides: &Sides<'_>, differences: &mut Vec<Difference>) {
    let (base, head) = (sides.base.tree(), sides.head.tree());
    for (key, module) in &base.modules {
        let (Some(was), Some(is)) = (base.declared(key), head.declared(key)) else {
            continue;
        };
        for (name, blocks) in &was.providers {
            let now = is.providers.get(name).map(Vec::as_slice).unwrap_or_default();
            let before: Vec<String> = blocks.iter().map(|block| base.normal_labelled(block)).collect();
            let after: Vec<String> = now.iter().map(|block| head.normal_labelled(block)).collect();
            if before != after {
                let names: Vec<&str> = module.key.split('.').filter(|name| !name.is_empty()).collect();
                differences.push(Difference {
                    address: module_address(&names),
                    change: Change::ProviderConfigurationChanged { provider: name.clone() },
                    head: now.first().map(|block| head.block_location(block)),
                    base: blocks.first().map(|block| base.block_location(block)),
                });
            }
        }
    }
}

/// Adds what changed of the root module as a whole: where its state is kept, which providers it may use.
pub(super) fn root(sides: &Sides<'_>, differences: &mut Vec<Difference>) {
    let (base, head) = (sides.base.tree(), sides.head.tree());
    let (was, is) = (backend(base), backend(head));
    let text = |backend: &Option<Backend>| backend.as_ref().map(|backend| backend.text.clone());
    // What is new as a whole keeps its state nowhere else.
    if !base.is_empty() && text(&was) != text(&is) {
        let kind = |backend: &Option<Backend>| backend.as_ref().map(|backend| backend.kind.clone());
        differences.push(Difference {
            address: String::new(),
            change: Change::BackendChanged { before: kind(&was), after: kind(&is) },
            head: is.map(|backend| backend.location),
            base: was.map(|backend| backend.location),
        });
    }
    // A lock file that was not there could not be loosened.
    if base.lock.is_some() && base.lock != head.lock {
        let location = || Location { file: ".terraform.lock.hcl".into(), line: 1 };
        differences.push(Difference {
            address: String::new(),
            change: Change::LockFileChanged,
            head: head.lock.is_some().then(location),
            base: Some(location()),
        });
    }
}

struct Backend {
    kind: String,
    text: String,
    location: Location,
}

fn backend(tree: &Tree) -> Option<Backend> {
    let mut blocks = tree.declared("")?.terraform.iter().flat_map(|terraform| &terraform.body.blocks);
    let block = blocks.rfind(|block| matches!(&*block.kind, "backend" | "cloud"))?;
    let kind = block.label(0).unwrap_or("cloud").to_owned();
    Some(Backend { kind, text: tree.normal_labelled(block), location: tree.block_location(block) })
}
