#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/unicode/numbers.hpp"

/// Sections of a format of SpreadsheetML: for numbers above, below and of zero, or under
/// conditions.
namespace broadside::sheets {

/// One without what it quotes, and what that is.
struct FormatSection {
    std::string code;
    std::string literals;
    std::string label;           // all but the currency in brackets
    std::string before, behind;  // words, signs and spaces around the digits
    std::string condition;       // "[>=1000]", without its brackets
    char32_t zero = unicode::kAsciiZero;
    bool is_last = false;
};

/// At least one.
std::vector<FormatSection> sections_of(std::string_view format);

}  // namespace broadside::sheets
