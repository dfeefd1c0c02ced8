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

}  // namespace broadside::imports
