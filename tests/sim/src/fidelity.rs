//! How sure we are of each operation: a table per room, from which the README's is written.

/// Where an operation is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// A page of the vendor's documentation.
    Documented,
    /// The vendor's machine-readable specification, or the vendor's own bindings.
    Specification,
    /// A public client that real servers answered.
    Client,
    /// Nobody says; inferred from its neighbours.
    Guessed,
}

impl Source {
    /// Its letter in the table.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Documented => 'D',
            Self::Specification => 'S',
            Self::Client => 'C',
            Self::Guessed => 'G',
        }
    }
}

/// One operation as it stands in the versions that have it.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// What it does, in a few words; the same words for the same operation in every version.
    pub name: &'static str,
    /// Method.
    pub method: &'static str,
    /// Path with `{version}` and ids in braces, and the query where that names the operation (`?action=cancel`).
    pub path: &'static str,
    /// The versions in which it has this form, with the sources for each group.
    pub served: &'static [(&'static [&'static str], &'static [Source])],
}
