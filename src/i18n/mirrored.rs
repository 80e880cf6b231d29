//! English laid out from right to left.

use super::{Language, en};

pub(super) use super::en::{LATE, MESSAGES, OTHERS, OTHERS_LATE, PRINTED};

pub(super) const LANGUAGE: Language = Language { ranges: &["ar-XB"], direction: Some("rtl"), ..en::LANGUAGE };
