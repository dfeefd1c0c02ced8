#pragma once

#include <string>
#include <string_view>

#include "broadside/doc/document.hpp"

/// How `dump` writes single values. Nothing but `dump` reads this form.
namespace broadside::doc {

/// A number to 0.01 without trailing zeros, and never "-0".
std::string number(double value);
std::string number(Pt length);

/// The text in quotes; what an eye cannot tell from a space, or not see at all, is escaped.
std::string quoted(std::string_view text);

std::string_view word(Alignment alignment);
std::string_view word(HeaderScope scope);
std::string_view word(RowKind kind);
std::string_view word(FitRung rung);

std::string words(const WidthRule& width);
std::string words(const TextStyle& style);
std::string words(const RuleStyle& rule);
std::string words(const BandStyle& band);
std::string words(const Symbol& symbol);

}  // namespace broadside::doc
