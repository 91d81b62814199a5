//! The matrix: the level a change starts at, by the class of its type and what it does to the object.
//!
//! The values hold for production and an object without a guard. A row is a class, a column an operation; what a
//! deletion costs differs so much within a class that the catalog says it for each type, and the class's own
//! value serves for types that nobody listed.

use crate::plan::operation::{Operation, Order};
use crate::policy::{Class, Risk};

/// The levels of one class.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// A new object.
    pub create: Risk,
    /// A change in place that no facet describes.
    pub update: Risk,
    /// The most that a facet can make of a change in place, for a type whose loss is worth the same.
    pub facet: (Risk, Risk),
    /// A replacement that creates first.
    pub create_first: Risk,
    /// A deletion or a replacement that deletes first: the least and the most.
    pub delete: (Risk, Risk),
    /// The object leaves the state and stays.
    pub forget: Risk,
    /// The object enters the state as it is.
    pub import: Risk,
}

/// Returns the levels of a class.
pub fn row(class: Class) -> Row {
    use Risk::{Critical, High, Low, Medium};
    let (create, update, facet, create_first, delete, forget, import) = match class {
        Class::Data => (Low, Medium, (High, High), Critical, (Critical, Critical), Medium, Low),
        Class::Recovery => (Low, Medium, (High, High), High, (Critical, Critical), Medium, Low),
        Class::Crypto => (Low, Medium, (High, Critical), High, (Critical, Critical), Medium, Low),
        Class::Identity => (Medium, Medium, (High, Critical), High, (High, High), Medium, Medium),
        Class::Reachability => (Low, Medium, (High, High), Medium, (High, Critical), Medium, Low),
        Class::Control => (Low, High, (Critical, Critical), Critical, (Critical, Critical), High, Low),
        Class::ControlPlane => (Low, High, (High, High), Critical, (Critical, Critical), Medium, Low),
        Class::Compute => (Low, Low, (High, High), Medium, (Medium, High), Low, Low),
        Class::Opaque => (High, High, (High, High), Critical, (Critical, Critical), Medium, Medium),
        Class::Delivery => (Low, Medium, (Critical, Critical), Medium, (High, High), Low, Low),
        Class::Observability => (Low, Low, (Medium, Medium), Low, (Medium, Medium), Low, Low),
        Class::Config | Class::App => (Low, Low, (Medium, Medium), Low, (Medium, Medium), Low, Low),
        Class::Meta => (Low, Low, (Low, Low), Low, (Low, Low), Low, Low),
    };
    Row { create, update, facet, create_first, delete, forget, import }
}

/// How much an update in place does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// Nothing that anyone could notice: order, or values that the provider computes.
    Nothing,
    /// Tags, labels and descriptions only, or only what makes things safer or larger.
    Mild,
    /// An ordinary update.
    Plain,
    /// An update whose worst facet is worth this level.
    Facet(Risk),
}

/// What the matrix is asked.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The class of the type.
    pub class: Class,
    /// What losing such an object costs, if the catalog lists the type.
    pub delete_risk: Option<Risk>,
    /// What the change does.
    pub operation: Operation,
    /// In which order, for a replacement.
    pub order: Option<Order>,
    /// The object comes under management with this plan.
    pub importing: bool,
    /// How much an update does.
    pub extent: Extent,
}

/// Returns the level a change starts at.
pub fn start(question: &Question) -> Risk {
    let row = row(question.class);
    let (least, most) = row.delete;
    // For a listed type the catalog's own word is better than the class's.
    let loss = question.delete_risk.unwrap_or(least.max(Risk::Medium).min(most));
    match question.operation {
        Operation::NoOp if question.importing => row.import,
        Operation::NoOp | Operation::Read => Risk::None,
        Operation::Create => row.create,
        Operation::Update => update(&row, question),
        Operation::Delete => loss,
        Operation::Replace => match question.order {
            Some(Order::CreateFirst) => row.create_first.min(loss),
            Some(Order::CreateForget) => row.forget,
            Some(Order::DeleteFirst) | None => loss,
        },
        Operation::Forget => row.forget,
    }
}

fn update(row: &Row, question: &Question) -> Risk {
    match question.extent {
        Extent::Nothing => Risk::None,
        Extent::Mild => Risk::Low.min(row.update),
        Extent::Plain => row.update,
        Extent::Facet(risk) => {
            let (least, most) = row.facet;
            let ceiling = question.delete_risk.unwrap_or(least).clamp(least, most);
            risk.min(ceiling).max(row.update)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Extent, Question, start};
    use crate::plan::operation::{Operation, Order};
    use crate::policy::{Class, Risk};

    fn ask(
        class: Class,
        delete_risk: Option<Risk>,
        operation: Operation,
        order: Option<Order>,
        extent: Extent,
    ) -> Risk {
        start(&Question { class, delete_risk, operation, order, importing: false, extent })
    }

    #[test]
    fn a_change_starts_at_the_cell_of_its_class_and_operation() {
        use Extent::{Facet, Mild, Nothing, Plain};
        use Operation::{Create, Delete, Forget, NoOp, Read, Replace, Update};
        use Risk::{Critical, High, Low, Medium};
        let first = Some(Order::CreateFirst);
        for (class, delete_risk, operation, order, extent, expected) in [
            (Class::Data, Some(Critical), Delete, None, Plain, Critical),
            (Class::Data, Some(Medium), Delete, None, Plain, Medium),
            (Class::Data, None, Delete, None, Plain, Critical),
            (Class::Data, Some(Critical), Replace, first, Plain, Critical),
            (Class::Data, Some(Medium), Replace, first, Plain, Medium),
            (Class::Data, Some(Critical), Replace, Some(Order::CreateForget), Plain, Medium),
            (Class::Data, Some(Critical), Update, None, Plain, Medium),
            (Class::Data, Some(Critical), Update, None, Mild, Low),
            (Class::Data, Some(Critical), Update, None, Nothing, Risk::None),
            (Class::Data, Some(Critical), Update, None, Facet(Critical), High),
            (Class::Data, Some(Critical), Update, None, Facet(Low), Medium),
            (Class::Data, Some(Critical), Forget, None, Plain, Medium),
            (Class::Crypto, Some(Critical), Update, None, Facet(Critical), Critical),
            (Class::Crypto, None, Update, None, Facet(Critical), High),
            (Class::Reachability, None, Delete, None, Plain, High),
            (Class::Reachability, Some(Critical), Replace, first, Plain, Medium),
            (Class::Compute, None, Delete, None, Plain, Medium),
            (Class::Compute, Some(High), Update, None, Plain, Low),
            (Class::Control, Some(High), Update, None, Plain, High),
            (Class::Opaque, Some(High), Create, None, Plain, High),
            (Class::Identity, Some(High), Create, None, Plain, Medium),
            (Class::Meta, Some(Low), Delete, None, Plain, Low),
            (Class::Meta, None, Update, None, Facet(Critical), Low),
            (Class::Data, Some(Critical), NoOp, None, Plain, Risk::None),
            (Class::Data, Some(Critical), Read, None, Plain, Risk::None),
        ] {
            assert_eq!(
                ask(class, delete_risk, operation, order, extent),
                expected,
                "{class:?} {operation:?} {order:?} {extent:?} {delete_risk:?}"
            );
        }
    }

    #[test]
    fn losing_a_type_that_nobody_listed_is_never_below_medium_unless_the_class_is_harmless() {
        for &class in Class::ALL {
            let risk = ask(class, None, Operation::Delete, None, Extent::Plain);
            assert!(risk >= Risk::Medium || class == Class::Meta, "{class:?}");
        }
    }
}
