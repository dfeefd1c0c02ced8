#pragma once

#include <string>

#include "broadside/imports/language_guess.hpp"
#include "broadside/imports/table.hpp"

namespace broadside::imports {

/// By all of its words; of those for yes and no each counts as two.
LanguageGuess language_of(const Table& table);

/// The name of the digits that most cells with figures have, where these are not those of ASCII.
std::string digits_of(const Table& table);

}  // namespace broadside::imports
