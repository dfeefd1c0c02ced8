#pragma once

#include <optional>
#include <string_view>

#include "broadside/imports/table.hpp"

/// What signs and letters say by what stands beside them in their column.
namespace broadside::imports {

/// How a cell answers in its column, which decides what its crosses, circles and letters say.
std::optional<AnswerText> answer_in(const Column& column, std::string_view text);

/// Tells every column what its circles and letters say, before its kind is known.
void tell_signs(Table& table);

/// What the sheet says most often for each answer, where that is a word; else the language's own. A
/// dash says no where nothing else does: no other sign, and no cell that is empty.
void collect_words(Table& table);

}  // namespace broadside::imports
