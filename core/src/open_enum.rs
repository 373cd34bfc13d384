//! Enums that stay open: a word we do not know is kept, and is never taken for a good one.

/// Declares an enum over the vendor's words. Unknown words become `Other` with the raw text.
///
/// The numbers are for C (0 is an unknown word) and only ever grow.
macro_rules! open_enum {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal => $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$vmeta])* $variant,)+
            /// A word this version does not know, as the vendor wrote it.
            Other(String),
        }

        impl $name {
            /// Every word we know, with its number for C.
            pub const KNOWN: &'static [(&'static str, i32)] = &[$(($word, $code)),+];

            /// The vendor's word.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }

            /// The number used in C; 0 for a word we do not know.
            #[must_use]
            pub const fn code(&self) -> i32 {
                match self {
                    $(Self::$variant => $code,)+
                    Self::Other(_) => 0,
                }
            }

            const fn of_code(code: i32) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }

            /// True when the word is one we know.
            #[must_use]
            pub const fn is_known(&self) -> bool {
                !matches!(self, Self::Other(_))
            }
        }

        impl From<&str> for $name {
            /// Compares without regard to case, as the vendors do on input.
            fn from(word: &str) -> Self {
                let known = $crate::open_enum::code_of(Self::KNOWN, word).and_then(Self::of_code);
                known.unwrap_or_else(|| Self::Other(word.to_owned()))
            }
        }

        impl $crate::table::Member for $name {
            const KIND: $crate::table::Kind = $crate::table::Kind::Word(Self::KNOWN);

            fn from_cell(cell: $crate::table::Cell<'_>) -> Option<Self> {
                cell.code().and_then(Self::of_code).or_else(|| cell.text().map(Self::from))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
                Ok(Self::from(crate::lenient::word(from)?.as_str()))
            }
        }
    };
}
pub(crate) use open_enum;

/// The number of a word that is known.
pub(crate) fn code_of(known: &[(&str, i32)], word: &str) -> Option<i32> {
    let word = word.trim();
    known.iter().find(|(name, _)| word.eq_ignore_ascii_case(name)).map(|(_, code)| *code)
}

#[cfg(test)]
#[allow(dead_code, unreachable_pub)]
mod tests {
    open_enum! {
        /// Colours.
        pub enum Colour {
            /// Red.
            Red = 1 => "RED",
        }
    }

    #[test]
    fn unknown_words_survive_a_round_trip() {
        let colours: Vec<Colour> = serde_json::from_str(r#"["RED","red","MAUVE",7]"#).expect("json");
        assert_eq!(colours, [Colour::Red, Colour::Red, Colour::Other("MAUVE".into()), Colour::Other("7".into())]);
        assert_eq!(colours[2].code(), 0);
        assert_eq!(serde_json::to_string(&colours).expect("json"), r#"["RED","RED","MAUVE","7"]"#);
    }
}
