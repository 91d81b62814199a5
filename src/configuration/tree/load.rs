//! Reads a tree: the root module first, then whatever it calls, within limits.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::rc::Rc;

use super::manifest::{self, Record};
use super::moves::Index;
use super::{Endpoint, Module, Settings, Tree, query};
use crate::configuration::limits;
use crate::configuration::source::{Reader, Source, join};
use crate::configuration::syntax::Block;
use crate::configuration::value;
use crate::problem::{Code, Problem};

const LOCK: &str = ".terraform.lock.hcl";

/// The problems of a tree are listed up to this number: they are for people.
const PROBLEMS: usize = 100;

/// Reads a tree.
pub(super) fn tree(source: &Source, settings: &Settings) -> Tree {
    let mut loader = Loader {
        reader: source.open(),
        settings,
        snapshot: matches!(source, Source::Archive(_)),
        bytes: 0,
        resources: 0,
        full: false,
        known: HashMap::new(),
        tree: Tree {
            source: source.clone(),
            files: Vec::new(),
            directories: Vec::new(),
            modules: BTreeMap::new(),
            given: given(source, settings),
            values: BTreeMap::new(),
            moved: Vec::new(),
            moved_from: Index::default(),
            moved_to: Index::default(),
            removed: Vec::new(),
            removed_from: Index::default(),
            imports: Vec::new(),
            imported_to: Index::default(),
            lock: None,
            root_exists: true,
            problems: Vec::new(),
        },
    };
    loader.modules();
    loader.refactorings();
    match loader.reader.read(LOCK) {
        Ok(lock) => loader.tree.lock = lock,
        Err(problem) => loader.problem(problem),
    }
    loader.tree
}

/// Returns the values with which root variables were planned: a plan file knows some.
fn given(source: &Source, settings: &Settings) -> BTreeMap<String, Option<value::Literal>> {
    let mut given = match source {
        Source::Archive(plan) => plan.facts().variables.clone(),
        _ => BTreeMap::new(),
    };
    given.extend(settings.variables.iter().map(|(name, value)| (name.clone(), Some(value.clone()))));
    given
}

pub(super) struct Loader<'s> {
    pub(super) reader: Reader,
    pub(super) settings: &'s Settings,
    pub(super) snapshot: bool,
    pub(super) bytes: usize,
    /// The resources of all modules so far.
    resources: usize,
    /// A limit of the whole tree is reached: nothing more is read.
    pub(super) full: bool,
    /// The directories that were read, by what they are when links are followed.
    known: HashMap<String, Option<usize>>,
    pub(super) tree: Tree,
}

/// A module that is yet to be read.
pub(super) struct Pending {
    pub(super) key: String,
    /// What the reader calls the directory.
    pub(super) handle: String,
    /// What a person calls it.
    pub(super) shown: String,
    pub(super) remote: bool,
    above: Option<Rc<Above>>,
    depth: usize,
}

/// The modules around a module: one that is among them calls itself.
struct Above {
    identity: String,
    above: Option<Rc<Above>>,
}

impl Above {
    fn holds(&self, identity: &str) -> bool {
        let mut next = Some(self);
        while let Some(above) = next {
            if above.identity == identity {
                return true;
            }
            next = above.above.as_deref();
        }
        false
    }
}

impl Loader<'_> {
    pub(super) fn problem(&mut self, problem: Problem) {
        if self.tree.problems.len() < PROBLEMS {
            self.tree.problems.push(problem);
        }
    }

    fn modules(&mut self) {
        let installed = self.installed();
        let root = Pending {
            key: String::new(),
            handle: String::new(),
            shown: String::new(),
            remote: false,
            above: None,
            depth: 0,
        };
        let mut pending = VecDeque::from([root]);
        while let Some(next) = pending.pop_front() {
            if self.too_many() {
                return;
            }
            let identity = self.reader.identity(&next.handle);
            let declared = self.enter(&next, &identity);
            let module = Module {
                key: next.key.clone(),
                directory: next.shown.clone(),
                remote: next.remote,
                declared,
            };
            self.tree.modules.insert(next.key.clone(), module);
            let above = Rc::new(Above { identity, above: next.above.clone() });
            let Some(declared) = declared.and_then(|index| self.tree.directories.get(index)) else {
                continue;
            };
            self.resources += declared.resources.len();
            let calls: Vec<(String, Option<String>)> =
                declared.calls.iter().map(|(name, call)| (name.clone(), self.source_of(call))).collect();
            for (name, source) in calls {
                let key = if next.key.is_empty() { name } else { format!("{}.{name}", next.key) };
                match self.locate(&key, source.as_deref(), &next, &installed) {
                    Some((handle, shown, remote)) => pending.push_back(Pending {
                        key,
                        handle,
                        shown,
                        remote,
                        above: Some(Rc::clone(&above)),
                        depth: next.depth + 1,
                    }),
                    None if self.too_many() => return,
                    None => {
                        let remote = true;
                        let module =
                            Module { key: key.clone(), directory: String::new(), remote, declared: None };
                        self.tree.modules.insert(key, module);
                    }
                }
            }
        }
    }

    /// Says so if modules or resources are more than anybody has.
    fn too_many(&mut self) -> bool {
        let too_many = self.tree.modules.len() >= limits::MODULES || self.resources > limits::RESOURCES;
        if too_many {
            let (modules, resources) = (limits::MODULES, limits::RESOURCES);
            let message = format!(
                "there are more than {modules} modules, or {resources} resources in them: the others are not read"
            );
            self.problem(Problem::new(Code::LimitExceeded, message));
        }
        too_many
    }

    /// Reads the directory of a module, unless it is known or must not be entered.
    fn enter(&mut self, next: &Pending, identity: &str) -> Option<usize> {
        let name = next.key.replace('.', ".module.");
        if next.above.as_deref().is_some_and(|above| above.holds(identity)) {
            self.problem(Problem::new(Code::InputUnreadable, format!("`module.{name}` calls itself")));
            return None;
        }
        if next.depth > limits::MODULE_DEPTH {
            let message =
                format!("`module.{name}` is nested more than {} deep and is not read", limits::MODULE_DEPTH);
            self.problem(Problem::new(Code::LimitExceeded, message));
            return None;
        }
        if let Some(known) = self.known.get(identity) {
            return *known;
        }
        let declared = self.directory(next);
        self.known.insert(identity.to_owned(), declared);
        declared
    }

    fn source_of(&self, call: &Block) -> Option<String> {
        let (text, json) = self.tree.written(call.body.attribute("source")?);
        value::literal_string(text, json)
    }

    /// Returns handle, name and remoteness of the directory of a module; none if it is not at hand.
    fn locate(
        &self,
        key: &str,
        source: Option<&str>,
        parent: &Pending,
        installed: &BTreeMap<String, Record>,
    ) -> Option<(String, String, bool)> {
        let local = source.filter(|source| source.starts_with("./") || source.starts_with("../"));
        if self.snapshot {
            let record = installed.get(key)?;
            return Some((key.to_owned(), join("", &record.directory), local.is_none() || parent.remote));
        }
        // A local source says where it is: a list that `init` wrote long ago, or that was committed, must not.
        if let Some(source) = local {
            let directory = join(&parent.handle, source);
            return Some((directory.clone(), directory, parent.remote));
        }
        let record = installed.get(key)?;
        let directory = join("", &record.directory);
        Some((directory.clone(), directory, true))
    }

    /// Reads the list of installed modules.
    fn installed(&mut self) -> BTreeMap<String, Record> {
        let directory =
            self.settings.data_dir.as_ref().filter(|_| matches!(self.reader, Reader::Directory(_)));
        let directory =
            directory.map_or_else(|| ".terraform".to_owned(), |path| path.to_string_lossy().into_owned());
        let path = format!("{directory}/modules/modules.json");
        let text = match &mut self.reader {
            Reader::Archive(plan) => Ok(plan.manifest().map(<[u8]>::to_vec)),
            reader => reader.read(&path),
        };
        let records = text
            .and_then(|text| text.map_or_else(|| Ok(BTreeMap::new()), |text| manifest::parse(&text, &path)));
        records.unwrap_or_else(|problem| {
            self.problem(problem);
            BTreeMap::new()
        })
    }

    /// Gathers `moved`, `removed` and `import` blocks of every module.
    fn refactorings(&mut self) {
        let (mut moved, mut removed, mut imports) = (Vec::new(), Vec::new(), Vec::new());
        let mut faults = Vec::new();
        for (key, module) in &self.tree.modules {
            let Some(declared) = module.declared.and_then(|index| self.tree.directories.get(index)) else {
                continue;
            };
            let endpoint = |block: &Block, name: &str| {
                let (text, json) = self.tree.written(block.body.attribute(name)?);
                Endpoint::parse(&value::reference(text, json)).map(|endpoint| endpoint.within(key))
            };
            for block in &declared.moved {
                match (endpoint(block, "from"), endpoint(block, "to")) {
                    (Some(from), Some(to)) => moved.push(query::moved(&self.tree, block, from, to)),
                    _ => faults.push((block.file, block.line)),
                }
            }
            for block in &declared.removed {
                match endpoint(block, "from") {
                    Some(from) => removed.push(query::removed(&self.tree, block, from)),
                    None => faults.push((block.file, block.line)),
                }
            }
            for block in &declared.imports {
                match endpoint(block, "to") {
                    Some(to) => imports.push(query::import(&self.tree, block, to)),
                    None => faults.push((block.file, block.line)),
                }
            }
        }
        for (file, line) in faults {
            self.fault(file, line, "the block does not name a resource or module");
        }
        self.tree.moved_from = Index::of(moved.iter().map(|moved| &moved.endpoints.0));
        self.tree.moved_to = Index::of(moved.iter().map(|moved| &moved.endpoints.1));
        self.tree.removed_from = Index::of(removed.iter().map(|removed| &removed.endpoint));
        self.tree.imported_to = Index::of(imports.iter().map(|import| &import.endpoint));
        self.tree.moved = moved;
        self.tree.removed = removed;
        self.tree.imports = imports;
    }
}
