#pragma once

#include <string>
#include <string_view>

#include "broadside/base/table_part.hpp"
#include "broadside/base/units.hpp"

/// How the nouns' dumps write single values. Nothing but a dump has this form.
namespace broadside {

/// A number to 0.01 without trailing zeros, and never "-0".
std::string number(double value);
std::string number(Pt length);

/// The text in quotes, on one line; what an eye cannot tell from a space, or not see at all, is
/// escaped.
std::string quoted(std::string_view text);

std::string_view word(HeaderScope scope);
std::string_view word(RowKind kind);

}  // namespace broadside
