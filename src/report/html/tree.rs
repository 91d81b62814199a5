//! The whole plan: by class and level, and by module, instances counted together.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{ADDRESS, LEVELS, Page, counts, level};
use crate::plan::address::Address;
use crate::policy::{Class, Risk};
use crate::report::Report;
use crate::report::markup::{cut, xml};
use crate::report::reached::operations;
use crate::report::words::counted;
use crate::risk::ChangeAssessment;

/// Modules nested deeper stand under one name: browsers do not nest without end.
const DEPTH: usize = 12;
/// So many resources of a module are shown open.
const OPEN: usize = 20;

/// A module of the configuration, whatever the number of its instances.
#[derive(Default)]
struct Module<'c> {
    by_risk: [u64; 5],
    prohibited: bool,
    resources: BTreeMap<String, Resource<'c>>,
    modules: BTreeMap<String, Module<'c>>,
}

/// A resource of the configuration, whatever the number of its instances.
#[derive(Default)]
struct Resource<'c> {
    by_risk: [u64; 5],
    prohibited: bool,
    changes: Vec<&'c ChangeAssessment>,
}

impl Page {
    pub(super) fn plan(&mut self, report: &Report<'_>) {
        let changes = &report.assessment.changes;
        if changes.is_empty() {
            return;
        }
        self.heading("By class");
        self.classes(changes);
        self.heading("By module");
        let mut root = Module::default();
        for change in changes {
            root.add(change);
        }
        self.html.push_str("<div class=\"tree\">\n");
        self.module("root module", &root);
        self.html.push_str("</div>\n");
    }

    fn classes(&mut self, changes: &[ChangeAssessment]) {
        let mut classes: BTreeMap<Class, [u64; 5]> = BTreeMap::new();
        for change in changes {
            count(classes.entry(change.class).or_default(), change.risk);
        }
        self.html.push_str("<table><thead><tr><th></th>");
        for risk in LEVELS {
            put!(self.html, "<th class=\"level {name}\">{name}</th>", name = risk.name());
        }
        self.html.push_str("<th>all</th></tr></thead>\n<tbody>\n");
        for (class, by_risk) in classes {
            put!(self.html, "<tr><th>{}</th>", class.name());
            for (risk, count) in LEVELS.into_iter().zip(counts(&by_risk)) {
                match count {
                    0 => self.html.push_str("<td class=\"empty\">\u{b7}</td>"),
                    _ => put!(self.html, "<td class=\"{}\"><span>{count}</span></td>", risk.name()),
                }
            }
            put!(self.html, "<td class=\"sum\">{}</td></tr>\n", by_risk.iter().sum::<u64>());
        }
        self.html.push_str("</tbody></table>\n");
    }

    fn module(&mut self, name: &str, module: &Module<'_>) {
        let open =
            if worst(&module.by_risk) >= Risk::Medium || module.prohibited { " open=\"open\"" } else { "" };
        put!(self.html, "<details{open}><summary>");
        self.share(&counts(&module.by_risk));
        put!(
            self.html,
            "<code>{}</code> <span class=\"quiet small\">{}</span></summary>\n<ul>\n",
            xml(&cut(name, ADDRESS)),
            tally(&module.by_risk)
        );
        let mut resources: Vec<(&String, &Resource<'_>)> = module.resources.iter().collect();
        resources.sort_by_key(|(_, resource)| (!resource.prohibited, Reverse(worst(&resource.by_risk))));
        let risky = resources
            .iter()
            .take_while(|(_, resource)| resource.prohibited || worst(&resource.by_risk) >= Risk::Medium)
            .count();
        let few = resources.len() <= 8;
        let (open, folded) = resources.split_at(if few { resources.len() } else { risky.min(OPEN) });
        for (name, resource) in open {
            self.resource(name, resource);
        }
        let mut modules: Vec<(&String, &Module<'_>)> = module.modules.iter().collect();
        modules.sort_by_key(|(_, module)| (!module.prohibited, Reverse(worst(&module.by_risk))));
        for (name, module) in modules {
            self.html.push_str("<li>");
            self.module(name, module);
            self.html.push_str("</li>\n");
        }
        if !folded.is_empty() {
            let mut by_risk = [0; 5];
            for (_, resource) in folded {
                for (sum, count) in by_risk.iter_mut().zip(resource.by_risk) {
                    *sum += count;
                }
            }
            put!(
                self.html,
                "<li><details><summary>{} <span class=\"quiet small\">{}</span></summary>\n<ul>\n",
                counted(folded.len(), "more resource", "more resources"),
                tally(&by_risk)
            );
            for (name, resource) in folded {
                self.resource(name, resource);
            }
            self.html.push_str("</ul></details></li>\n");
        }
        self.html.push_str("</ul></details>\n");
    }

    fn resource(&mut self, name: &str, resource: &Resource<'_>) {
        let prohibited =
            if resource.prohibited { " <span class=\"tag critical\">prohibited</span>" } else { "" };
        put!(
            self.html,
            "<li class=\"leaf\">{}<div><code>{}</code> <span class=\"quiet small\">{}</span>{prohibited}</div></li>\n",
            level(worst(&resource.by_risk)),
            xml(&cut(name, ADDRESS)),
            xml(&operations(resource.changes.iter().copied()))
        );
    }
}

impl<'c> Module<'c> {
    fn add(&mut self, change: &'c ChangeAssessment) {
        let (path, name) = match Address::parse(&change.address) {
            Ok(mut address) => {
                let modules = std::mem::take(&mut address.modules);
                let path: Vec<String> = modules.iter().map(|step| format!("module.{}", step.name)).collect();
                (path, address.configuration())
            }
            Err(_) => (Vec::new(), change.address.clone()),
        };
        let (above, below) = path.split_at(path.len().min(DEPTH));
        let below = (!below.is_empty()).then(|| below.join("."));
        let mut module = self;
        module.count(change);
        for name in above.iter().cloned().chain(below) {
            module = module.modules.entry(name).or_default();
            module.count(change);
        }
        let resource = module.resources.entry(name).or_default();
        count(&mut resource.by_risk, change.risk);
        resource.prohibited |= change.is_prohibited();
        resource.changes.push(change);
    }

    fn count(&mut self, change: &ChangeAssessment) {
        count(&mut self.by_risk, change.risk);
        self.prohibited |= change.is_prohibited();
    }
}

fn count(by_risk: &mut [u64; 5], risk: Risk) {
    if let Some(count) = by_risk.get_mut(risk as usize) {
        *count += 1;
    }
}

fn worst(by_risk: &[u64; 5]) -> Risk {
    LEVELS.into_iter().zip(counts(by_risk)).find(|(_, count)| *count > 0).map_or(Risk::None, |(risk, _)| risk)
}

/// Returns `8 changes: 1 critical, 7 low`.
fn tally(by_risk: &[u64; 5]) -> String {
    let parts = LEVELS.into_iter().zip(counts(by_risk)).filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts.map(|(risk, count)| format!("{count} {}", risk.name())).collect();
    let all = usize::try_from(by_risk.iter().sum::<u64>()).unwrap_or(usize::MAX);
    format!("{}: {}", counted(all, "change", "changes"), parts.join(", "))
}
