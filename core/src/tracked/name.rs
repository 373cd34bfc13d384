//! The name of a member, while it is read.

use super::hand_on;
use serde::de::{self, DeserializeSeed, Deserializer, Visitor};
use std::borrow::Cow;
use std::fmt;

/// As [`Tracked`](super::Tracked) for a name, which is noted.
pub(super) struct Named<'n, 'de, X> {
    pub(super) inner: X,
    pub(super) name: &'n mut Option<Cow<'de, str>>,
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Named<'_, 'de, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<S::Value, D::Error> {
        self.inner.deserialize(Named { inner: from, name: self.name })
    }
}

macro_rules! name_on {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
            self.inner.$method(Named { inner: visitor, name: self.name })
        }
    )*};
}

/// Numbers for names are read, but not noted.
impl<'de, D: Deserializer<'de>> Deserializer<'de> for Named<'_, 'de, D> {
    type Error = D::Error;

    name_on! { deserialize_any deserialize_str deserialize_string deserialize_identifier }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, name: &'static str, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_newtype_struct(name, visitor)
    }

    hand_on! { plain
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_i128 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_u128
    }
    serde::forward_to_deserialize_any! {
        bool f32 f64 char bytes byte_buf option unit unit_struct seq tuple tuple_struct map struct enum ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Named<'_, 'de, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    fn visit_borrowed_str<E: de::Error>(self, name: &'de str) -> Result<V::Value, E> {
        *self.name = Some(Cow::Borrowed(name));
        self.inner.visit_borrowed_str(name)
    }

    fn visit_str<E: de::Error>(self, name: &str) -> Result<V::Value, E> {
        *self.name = Some(Cow::Owned(name.to_owned()));
        self.inner.visit_str(name)
    }
}
