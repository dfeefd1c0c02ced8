#pragma once

#include <optional>
#include <string_view>

#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// What a key may not be, as a part of a file's name; nothing: it may be.
std::optional<Problem> problem_of_key(std::string_view key);

}  // namespace broadside::load
