#pragma once

#include <string_view>

/// The shapes that ids and dates must have.
namespace broadside::load {

/// ASCII letters, digits, `-`, `_` and `.`; not empty, and not starting with a point, as ids become
/// file names.
bool is_id(std::string_view text);

/// `2022`, `2022-01` or `2022-01-31`: a day of the Gregorian calendar, possibly reduced (ISO 8601).
bool is_date(std::string_view text);

}  // namespace broadside::load
