//! The functions that a condition may call: name, parameters, result and meaning, in one table.

use serde::{Deserialize, Serialize};

use super::names::Kind;
use super::words::Sight;

/// What the arguments of a function are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// That many expressions; no upper end if there is none.
    Values(usize, Option<usize>),
    /// Attribute paths as literal strings, one or more.
    Paths,
    /// One attribute path as a literal string.
    Path,
    /// One attribute path as a literal string, then a value.
    PathAndValue,
    /// Nothing: the function looks at the change as a whole.
    Change,
    /// A glob pattern as a literal string, then a string.
    Glob,
    /// A regular expression as a literal string, then a string.
    Regex,
}

impl Shape {
    /// Returns the least and the greatest number of arguments.
    pub fn arity(self) -> (usize, Option<usize>) {
        match self {
            Shape::Values(least, most) => (least, most),
            Shape::Paths => (1, None),
            Shape::Path => (1, Some(1)),
            Shape::Change => (0, Some(0)),
            Shape::PathAndValue | Shape::Glob | Shape::Regex => (2, Some(2)),
        }
    }

    /// Returns true if the function reads the change itself.
    pub fn reads_the_change(self) -> bool {
        matches!(self, Shape::Paths | Shape::Path | Shape::PathAndValue | Shape::Change)
    }
}

/// A row of the table of functions.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// The name as it stands in a condition.
    pub name: &'static str,
    /// The parameters, for people.
    pub parameters: &'static str,
    /// What the arguments must be.
    pub shape: Shape,
    /// What it yields.
    pub kind: Kind,
    /// What it yields, in one line.
    pub meaning: &'static str,
}

impl Entry {
    /// Returns [`Sight::Change`] if only rules that look at one change may call it.
    pub fn sight(&self) -> Sight {
        if self.shape.reads_the_change() { Sight::Change } else { Sight::Plan }
    }
}

macro_rules! functions {
    ($($Variant:ident $name:literal ($parameters:literal) $shape:expr, $Kind:ident, $meaning:literal;)+) => {
        /// A function of the condition language.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Function {
            $(#[doc = $meaning] $Variant,)+
        }

        impl Function {
            /// Every function, in the order of the table.
            pub const ALL: &[Function] = &[$(Function::$Variant,)+];

            /// Returns the row of the table.
            pub fn entry(self) -> Entry {
                match self {
                    $(Function::$Variant => Entry {
                        name: $name,
                        parameters: $parameters,
                        shape: $shape,
                        kind: Kind::$Kind,
                        meaning: $meaning,
                    },)+
                }
            }
        }
    };
}

functions! {
    Try "try" ("value, ...") Shape::Values(1, None), Any, "the first argument that does not fail; unknown is no failure";
    Can "can" ("value") Shape::Values(1, Some(1)), Bool, "whether the argument does not fail; unknown if it is unknown";
    Contains "contains" ("list, value") Shape::Values(2, Some(2)), Bool, "whether the list has the value; a null list is empty";
    Length "length" ("value") Shape::Values(1, Some(1)), Number, "the number of elements, members or characters; 0 for null";
    Keys "keys" ("object") Shape::Values(1, Some(1)), List, "the keys of an object, sorted";
    Values "values" ("object") Shape::Values(1, Some(1)), List, "the values of an object, in the order of its keys";
    Concat "concat" ("list, ...") Shape::Values(1, None), List, "the elements of all lists; a null list is empty";
    Distinct "distinct" ("list") Shape::Values(1, Some(1)), List, "the list without repetitions";
    Flatten "flatten" ("list") Shape::Values(1, Some(1)), List, "the list with the elements of nested lists in their place";
    AnyTrue "anytrue" ("list") Shape::Values(1, Some(1)), Bool, "whether an element is true; false for an empty list";
    AllTrue "alltrue" ("list") Shape::Values(1, Some(1)), Bool, "whether every element is true; true for an empty list";
    Lower "lower" ("string") Shape::Values(1, Some(1)), TextOrNull, "the string in lower case; null for null";
    Upper "upper" ("string") Shape::Values(1, Some(1)), TextOrNull, "the string in upper case; null for null";
    StartsWith "startswith" ("string, prefix") Shape::Values(2, Some(2)), Bool, "whether the string begins like that; false for null";
    EndsWith "endswith" ("string, suffix") Shape::Values(2, Some(2)), Bool, "whether the string ends like that; false for null";
    StrContains "strcontains" ("string, part") Shape::Values(2, Some(2)), Bool, "whether the string contains that; false for null";
    Glob "glob" ("\"pattern\", string") Shape::Glob, Bool, "whether the whole string matches, `*` standing for any characters; false for null";
    Regex "regex" ("\"pattern\", string") Shape::Regex, Bool, "whether the expression matches somewhere; false for null";
    ToNumber "tonumber" ("value") Shape::Values(1, Some(1)), NumberOrNull, "the number that a string holds; null for null";
    ToString "tostring" ("value") Shape::Values(1, Some(1)), TextOrNull, "the value as a string; null for null";
    Max "max" ("number, ...") Shape::Values(1, None), Number, "the greatest of the numbers";
    Min "min" ("number, ...") Shape::Values(1, None), Number, "the least of the numbers";
    IsUnknown "is_unknown" ("value") Shape::Values(1, Some(1)), Bool, "whether the value is decided during apply";
    IsSet "is_set" ("value") Shape::Values(1, Some(1)), Bool, "whether the value is neither null nor an empty string";
    Changed "changed" ("\"path\", ...") Shape::Paths, Bool, "whether a value on a path differs between before and after; false on create and delete";
    Left "left" ("\"path\", value") Shape::PathAndValue, Bool, "whether before has the value on the path and after gave it up; null and absence count as giving up";
    Became "became" ("\"path\", value") Shape::PathAndValue, Bool, "whether after has the value on the path in a place where before had not; also on create";
    Has "has" ("\"path\", value") Shape::PathAndValue, Bool, "whether the object has the value on the path: after, or before where it is deleted or forgotten";
    Had "had" ("\"path\", value") Shape::PathAndValue, Bool, "whether before has the value on the path";
    Lowered "lowered" ("\"path\", ...") Shape::Paths, Bool, "whether a number on a path went down; null is no number";
    Raised "raised" ("\"path\", ...") Shape::Paths, Bool, "whether a number on a path went up; null is no number";
    LoweredForever "lowered_forever" ("\"path\", ...") Shape::Paths, Bool, "as `lowered`, where null, 0 and less mean for ever";
    Lost "lost" ("\"path\"") Shape::Path, Bool, "whether an element of the list in before is missing in after, whatever the order";
    Gained "gained" ("\"path\"") Shape::Path, Bool, "whether an element of the list in after is missing in before, whatever the order";
    ForcedBy "forced_by" ("\"path\", ...") Shape::Paths, Bool, "whether one of the paths, or one below it, forces the replacement";
    GrantsAdmin "grants_admin" ("\"path\", ...") Shape::Paths, Bool, "whether a policy document newly allows all actions on all resources";
    GrantsEscalation "grants_escalation" ("\"path\", ...") Shape::Paths, Bool, "whether a policy document newly allows, on everything, an action with which an identity can raise its own rights";
    GrantsPublic "grants_public" ("\"path\", ...") Shape::Paths, Bool, "whether a policy document newly allows everyone something, without a condition that limits who";
    NamesAccount "names_account" ("\"path\", ...") Shape::Paths, Bool, "whether an Allow of a policy document newly names an account";
    TrustsAnySubject "trusts_any_subject" ("\"path\", ...") Shape::Paths, Bool, "whether a trust policy newly trusts an OpenID Connect provider for no subject, or for more than one repository";
    LosesKeyAdmin "loses_key_admin" ("\"path\", ...") Shape::Paths, Bool, "whether the account, or everybody, can no longer change a key's policy";
    GrantsKeyAdmin "grants_key_admin" ("\"path\", ...") Shape::Paths, Bool, "whether a key's policy newly allows a principal kms:*";
    Widens "widens" ("\"path\", ...") Shape::Paths, Bool, "whether a policy document allows more than before: something newly allowed, or a Deny lost or narrowed";
    Narrows "narrows" ("\"path\", ...") Shape::Paths, Bool, "whether a policy document allows less than before: an Allow lost, or a Deny gained or widened";
    NewlyWorld "newly_world" ("\"path\", ...") Shape::Paths, Bool, "whether a list of networks newly is the whole internet, or as good as";
    GrantsGooglePublic "grants_google_public" ("") Shape::Change, Bool, "whether allUsers or allAuthenticatedUsers newly gets a role";
    OpensAdminPorts "opens_admin_ports" ("") Shape::Change, Bool, "whether the internet newly reaches a port of administration or data through the rules of the resource";
    OpensOtherPorts "opens_other_ports" ("") Shape::Change, Bool, "whether the internet newly reaches a port other than those of the web, administration or data";
    OpensAnyPorts "opens_any_ports" ("") Shape::Change, Bool, "whether the internet newly reaches any port through the rules of the resource";
    RemovesRules "removes_rules" ("") Shape::Change, Bool, "whether someone who got through the rules of the resource no longer does on some port";
    AddsExpiration "adds_expiration" ("") Shape::Change, Bool, "whether objects newly expire, or sooner, or more of them";
    Major "major" ("version") Shape::Values(1, Some(1)), NumberOrNull, "the first number in a version string; null if there is none";
}

impl Function {
    /// Returns the function of that name.
    pub fn from_name(name: &str) -> Option<Function> {
        Function::ALL.iter().copied().find(|function| function.entry().name == name)
    }
}

/// Returns the table of functions in Markdown.
pub fn table() -> String {
    let functions = Function::ALL.iter().map(|function| {
        let Entry { name, parameters, kind, meaning, .. } = function.entry();
        format!("| `{name}({parameters})` | {} | {meaning} |\n", kind.name())
    });
    let head = "| function | result | meaning |\n|---|---|---|\n".to_owned();
    std::iter::once(head).chain(functions).collect()
}

#[cfg(test)]
mod tests {
    use super::{Function, table};

    #[test]
    fn a_name_leads_back_to_its_function() {
        for function in Function::ALL {
            assert_eq!(Function::from_name(function.entry().name), Some(*function));
        }
    }

    #[test]
    fn the_table_has_a_row_for_every_function() {
        let table = table();
        assert_eq!(table.lines().count(), 2 + Function::ALL.len());
        assert!(table.contains("| `left(\"path\", value)` | bool | whether before has the value"));
    }
}
