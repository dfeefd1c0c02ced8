#pragma once

#include <string>
#include <vector>

#include "broadside/i18n/catalogue.hpp"

namespace broadside::i18n {

/// What a translation lost or added besides words: `line breaks: expected 1, got 0`.
/// Only what is wrong in every language is told: marks, line breaks, placeholders in braces, spaces
/// at either end, the equals sign before a verdict, an address that is none.
std::vector<std::string> mismatches(const Message& message);

}  // namespace broadside::i18n
