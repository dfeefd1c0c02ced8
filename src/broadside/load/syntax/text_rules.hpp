#pragma once

#include <string_view>

/// The shapes that ids, tags and dates must have.
namespace broadside::load {

/// ASCII letters, digits, `-`, `_` and `.`; not empty, and not starting with a point, as ids become
/// file names.
bool is_id(std::string_view text);

/// Well-formed by RFC 5646 (BCP 47), section 2.1. Grandfathered tags are not accepted, nor are
/// languages of more than three letters: the grammar keeps them free, but there are none, and
/// whoever writes `swedish` means `sv`.
bool is_language_tag(std::string_view text);

/// `2022`, `2022-01` or `2022-01-31`: a day of the Gregorian calendar, possibly reduced (ISO 8601).
bool is_date(std::string_view text);

}  // namespace broadside::load
