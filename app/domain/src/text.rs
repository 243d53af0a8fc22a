//! Enums that travel as short lowercase words: in the database, in addresses and in forms.

/// Gives a field-less enum `as_str`, `FromStr`, `ALL` and, on the server, a place in SQL as `TEXT`.
macro_rules! text_enum {
    ($name:ident { $($variant:ident => $word:literal),+ $(,)? }) => {
        impl $name {
            /// Every value, in the order people are shown them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word that stands for it in the database, in forms and in addresses.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::text::UnknownWord;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok(Self::$variant),)+
                    other => Err($crate::text::UnknownWord(other.into())),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #[cfg(feature = "sql")]
        const _: () = {
            use sqlx::{Database, Decode, Encode, Type};

            impl<DB: Database> Type<DB> for $name where str: Type<DB> {
                fn type_info() -> DB::TypeInfo { <str as Type<DB>>::type_info() }
                fn compatible(ty: &DB::TypeInfo) -> bool { <str as Type<DB>>::compatible(ty) }
            }
            impl<'q, DB: Database> Encode<'q, DB> for $name where &'q str: Encode<'q, DB> {
                fn encode_by_ref(
                    &self,
                    buffer: &mut <DB as Database>::ArgumentBuffer,
                ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
                    <&'q str as Encode<'q, DB>>::encode(self.as_str(), buffer)
                }
            }
            impl<'r, DB: Database> Decode<'r, DB> for $name where &'r str: Decode<'r, DB> {
                fn decode(value: <DB as Database>::ValueRef<'r>) -> Result<Self, sqlx::error::BoxDynError> {
                    Ok(<&'r str as Decode<'r, DB>>::decode(value)?.parse()?)
                }
            }
        };
    };
}
pub(crate) use text_enum;

/// A word outside the list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown word: {0}")]
pub struct UnknownWord(pub String);
