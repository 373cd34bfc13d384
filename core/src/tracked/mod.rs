//! Where in an answer the reading stopped.
//!
//! What is read well leaves no trace but the last name of each object, borrowed from the answer. When something cannot be
//! read, the way to it is put together from the inside, while the error comes out.
//!
//! The crate `serde_path_to_error` makes a text of every name on the way in. With it, a small GET takes 4 % more
//! instructions, a POST 3 %, and the library has 320 KB more.

mod name;

use name::Named;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;

/// Reads a value; an error comes with its place, such as `results[3].endTime`: "" when it is about the whole.
pub(crate) fn read<'de, D: Deserializer<'de>, T: DeserializeOwned>(from: D) -> Result<T, (String, D::Error)> {
    let way = Way::default();
    T::deserialize(Tracked { inner: from, way: &way }).map_err(|error| (way.to_string(), error))
}

/// The steps to a place, the last one first.
#[derive(Default)]
struct Way(RefCell<Vec<Step>>);

enum Step {
    Name(String),
    Index(usize),
}

impl Way {
    #[cold]
    #[inline(never)]
    fn through(&self, name: Option<&str>) {
        self.0.borrow_mut().push(Step::Name(name.unwrap_or("?").to_owned()));
    }

    #[cold]
    #[inline(never)]
    fn through_element(&self, index: usize) {
        self.0.borrow_mut().push(Step::Index(index));
    }
}

impl fmt::Display for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.borrow().iter().rev().enumerate() {
            match step {
                Step::Name(name) if number == 0 => f.write_str(name)?,
                Step::Name(name) => write!(f, ".{name}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// A part of serde's machinery around one of the same kind: both do the same, and this one notes where.
struct Tracked<'t, X> {
    inner: X,
    way: &'t Way,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Tracked<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Tracked { inner: from, way: self.way })
    }
}

/// What may hold something goes on being tracked, a plain value does not.
macro_rules! hand_on {
    (tracked $($method:ident($($name:ident: $type:ty),*))*) => {$(
        // One copy for each type, not one in each field of it.
        #[inline(never)]
        fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method($($name,)* Tracked { inner: visitor, way: self.way })
        }
    )*};
    (plain $($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(visitor)
        }
    )*};
}
use hand_on;

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Tracked<'_, D> {
    type Error = D::Error;

    hand_on! { tracked
        deserialize_any()
        deserialize_option()
        deserialize_newtype_struct(name: &'static str)
        deserialize_seq()
        deserialize_tuple(len: usize)
        deserialize_tuple_struct(name: &'static str, len: usize)
        deserialize_map()
        deserialize_struct(name: &'static str, fields: &'static [&'static str])
    }
    hand_on! { plain
        deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8
        deserialize_u16 deserialize_u32 deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char
        deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf deserialize_unit deserialize_identifier
        deserialize_ignored_any
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_unit_struct(name, visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_enum(name, variants, visitor)
    }

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }
}

macro_rules! visit {
    ($($method:ident($type:ty))*) => {$(
        fn $method<E: de::Error>(self, value: $type) -> Result<V::Value, E> {
            self.inner.$method(value)
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tracked<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    visit! {
        visit_bool(bool) visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64) visit_i128(i128) visit_u8(u8)
        visit_u16(u16) visit_u32(u32) visit_u64(u64) visit_u128(u128) visit_f32(f32) visit_f64(f64) visit_char(char)
        visit_str(&str) visit_borrowed_str(&'de str) visit_string(String) visit_bytes(&[u8])
        visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
    }

    fn visit_none<E: de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_none()
    }

    fn visit_unit<E: de::Error>(self) -> Result<V::Value, E> {
        self.inner.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<V::Value, D::Error> {
        self.inner.visit_some(Tracked { inner: from, way: self.way })
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, from: D) -> Result<V::Value, D::Error> {
        self.inner.visit_newtype_struct(Tracked { inner: from, way: self.way })
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<V::Value, A::Error> {
        self.inner.visit_seq(Elements { seq, index: 0, way: self.way })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Members { map, name: None, way: self.way })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        self.inner.visit_enum(data)
    }
}

struct Elements<'t, A> {
    seq: A,
    index: usize,
    way: &'t Way,
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        let element = self.seq.next_element_seed(Tracked { inner: seed, way: self.way });
        if element.is_err() {
            self.way.through_element(self.index);
        }
        self.index += 1;
        element
    }

    fn size_hint(&self) -> Option<usize> {
        self.seq.size_hint()
    }
}

struct Members<'t, 'de, A> {
    map: A,
    /// Of the member that is being read.
    name: Option<Cow<'de, str>>,
    way: &'t Way,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'_, 'de, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.name = None;
        let key = self.map.next_key_seed(Named { inner: seed, name: &mut self.name });
        if key.is_err() {
            self.way.through(self.name.as_deref());
        }
        key
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        let value = self.map.next_value_seed(Tracked { inner: seed, way: self.way });
        if value.is_err() {
            self.way.through(self.name.as_deref());
        }
        value
    }

    fn size_hint(&self) -> Option<usize> {
        self.map.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;
    use std::collections::BTreeMap;

    #[derive(Debug, Deserialize)]
    struct Page {
        #[allow(dead_code)]
        results: Vec<Row>,
    }

    #[derive(Debug, Deserialize)]
    struct Row {
        #[serde(deserialize_with = "crate::lenient::id")]
        #[allow(dead_code)]
        id: String,
        #[serde(default, deserialize_with = "crate::lenient::flag")]
        #[allow(dead_code)]
        active: Option<bool>,
        #[serde(default)]
        #[allow(dead_code)]
        below: Option<Box<Row>>,
        #[serde(default)]
        #[allow(dead_code)]
        named: BTreeMap<String, u8>,
        #[serde(flatten)]
        #[allow(dead_code)]
        extra: crate::Extra,
    }

    fn place<T: DeserializeOwned>(json: &str) -> String {
        match read::<_, T>(&mut serde_json::Deserializer::from_str(json)) {
            Ok(_) => "read".into(),
            Err((place, error)) => format!("{place}: {error}"),
        }
    }

    #[test]
    fn the_place_of_an_error_is_the_innermost() {
        for (json, says) in [
            (r#"{"results":[{"id":1},{"id":2,"active":"so"}]}"#, "results[1].active: expected true or false"),
            (r#"{"results":[{"id":"a","below":{"id":[]}}]}"#, "results[0].below.id: expected a word"),
            (r#"{"results":[{"id":1},{"active":true}]}"#, "results[1]: missing field `id`"),
            (r#"{"results":[{"id":1,"id":2}]}"#, "results[0]: duplicate field `id`"),
            (r#"{"results":[{"id":1,"named":{"a":1,"\u0062":"x"}}]}"#, "results[0].named.b: invalid type"),
            (r#"{"results":{}}"#, "results: invalid type: map"),
            (r#"{"results":[7]}"#, "results[0]: invalid type: integer"),
            (r#"{}"#, ": missing field `results`"),
            (r#"{"results":[{"id":1,"new":{"a":[1]},"below":null}]}"#, "read"),
        ] {
            assert!(place::<Page>(json).starts_with(says), "{json}: {}", place::<Page>(json));
        }
        assert!(place::<Vec<Vec<u8>>>("[[1],[2,-3]]").starts_with("[1][1]: invalid value"));
        assert!(place::<BTreeMap<u8, u8>>(r#"{"1":2,"3":"x"}"#).starts_with("?: invalid type"));
    }
}
