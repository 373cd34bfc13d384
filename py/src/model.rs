//! How an object of a vendor appears in Python: read-only attributes with the names of the core, equality and hash, a
//! short repr, and pickling through the vendor's own JSON. The rest is that of every value.

/// Declares the Python class for a struct of the core.
///
/// What can stay in its table (`core/src/table`) says `lazily`. A time field names its raw text as well:
/// `end_time(end_time_raw)`. `with links` adds the ways to read links, and
/// methods of its own follow in braces.
macro_rules! model {
    (
        $(#[$meta:meta])*
        $name:ident shows $core:ty, as $py:tt in $module:tt $(, $lazily:ident)? {
            $($(#[$field_meta:meta])* $field:ident $(($raw:ident))?,)+
        }
        $(with $links:ident)?
        $({ $($methods:tt)* })?
    ) => {
        $(#[$meta])*
        #[pyo3::pyclass(frozen, eq, hash, module = $module, name = $py)]
        #[derive(Clone, PartialEq)]
        pub(crate) struct $name(pub(crate) crate::rows::Row<$core>);

        impl crate::rows::Shows for $name {
            type Core = $core;
            const FIELDS: &'static [crate::row::Attribute<$core>] = &[$({
                const PLACE: usize = crate::row::place::<$core>(stringify!($field));
                crate::row::Attribute {
                    name: stringify!($field),
                    get: |row, py| crate::row::field(row, py, PLACE, |core: &$core| &core.$field),
                    text: crate::row::text_at(PLACE, |core: &$core| &core.$field),
                }
            }),+];

            fn of(row: crate::rows::Row<$core>) -> Self {
                Self(row)
            }
        }

        impl std::hash::Hash for $name {
            fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
                if let Some(json) = crate::value::Value::wire(self) {
                    crate::value::hash_json(&json, state);
                }
            }
        }

        impl crate::value::Value for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn wire(&self) -> Option<serde_json::Value> {
                serde_json::to_value(&*self.0).ok()
            }
        }
        crate::value::value_methods!($name);
        crate::columns::record!($core $(, $lazily)?: $($field),+);

        impl crate::convert::ToPython for $core {
            fn to_python<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                Ok(pyo3::Bound::new(py, $name(self.clone().into()))?.into_any())
            }

            fn cell_to_python<'py>(
                cell: backupjobs::table::Cell<'_>,
                py: pyo3::Python<'py>,
            ) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                crate::row::in_cell!($name, $core, cell, py; $($lazily)?)
            }
        }

        #[pyo3::pymethods]
        impl $name {
            $(
                $(#[$field_meta])*
                #[getter]
                fn $field<'py>(&self, py: pyo3::Python<'py>) -> pyo3::PyResult<pyo3::Bound<'py, pyo3::PyAny>> {
                    const PLACE: usize = crate::row::place::<$core>(stringify!($field));
                    crate::row::field(self.0.seen(), py, PLACE, |core: &$core| &core.$field)
                }

                $(
                    /// The same time as the server wrote it.
                    #[getter]
                    fn $raw(&self) -> Option<&str> {
                        self.0.$field.as_ref().map(backupjobs::Time::raw)
                    }
                )?
            )+

            $(
                /// The target of the link of that name.
                fn link_href(&self, name: &str) -> Option<&str> {
                    self.0.$links.as_ref()?.href(name)
                }

                /// The id of what the link of that name leads to.
                fn link_id(&self, name: &str) -> Option<&str> {
                    self.0.$links.as_ref()?.id(name)
                }
            )?

            $($($methods)*)?

            fn __repr__(&self, py: pyo3::Python<'_>) -> pyo3::PyResult<String> {
                let fields = [$((stringify!($field), crate::convert::ToPython::to_python(&self.0.$field, py)?)),+];
                crate::value::repr($py, &fields)
            }

            fn __reduce__<'py>(
                slf: &pyo3::Bound<'py, Self>,
            ) -> pyo3::PyResult<(pyo3::Bound<'py, pyo3::PyAny>, (String,))> {
                use pyo3::types::PyAnyMethods as _;
                let json = serde_json::to_string(&*slf.get().0)
                    .map_err(|e| pyo3::exceptions::PyValueError::new_err(e.to_string()))?;
                Ok((slf.get_type().getattr("_from_json")?, (json,)))
            }

            /// For unpickling.
            #[staticmethod]
            fn _from_json(json: &str) -> pyo3::PyResult<Self> {
                serde_json::from_str::<$core>(json)
                    .map(|core| Self(core.into()))
                    .map_err(|e| pyo3::exceptions::PyValueError::new_err(e.to_string()))
            }
        }
    };
}
pub(crate) use model;

/// Refuses to pickle or copy what holds a connection or a secret.
macro_rules! no_pickle {
    ($why:literal) => {
        Err(pyo3::exceptions::PyTypeError::new_err($why))
    };
}
pub(crate) use no_pickle;
