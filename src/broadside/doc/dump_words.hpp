#pragma once

#include <string>
#include <string_view>

#include "broadside/doc/document.hpp"

/// How `dump` writes what only this noun has.
namespace broadside::doc {

std::string_view word(Alignment alignment);

/// With a space before it; nothing of what is usual.
std::string words(VerticalAlignment alignment);
std::string words(HeadTurn head);
std::string words(KeepTogether keep);

std::string words(const WidthRule& width);
std::string words(const TextStyle& style);
std::string words(const RuleStyle& rule);
std::string words(const BandStyle& band);
std::string words(const Symbol& symbol);

/// With a space before it; nothing of what is not known.
std::string words(const Provenance& provenance);

}  // namespace broadside::doc
