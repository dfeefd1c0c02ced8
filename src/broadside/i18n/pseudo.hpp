#pragma once

#include <string>
#include <string_view>

#include "broadside/unicode/script.hpp"

/// Stand-in words, by which one sees what breaks in a language before there is a translator for it.
namespace broadside::i18n {

/// A text with the same marks, placeholders, addresses and line breaks, two fifths longer: from
/// left to right its letters have accents, from right to left they are Arabic ones. Letters beyond
/// English stay themselves.
std::string pseudo_text(std::string_view source, unicode::Direction direction);

}  // namespace broadside::i18n
