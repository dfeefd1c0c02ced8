#pragma once

#include <cstddef>
#include <vector>

#include "broadside/doc/document.hpp"

namespace broadside::layout {

/// How many texts of filled cells say what the legend says of the fill.
std::size_t count_words_of_legend(const std::vector<doc::Box>& blocks);

}  // namespace broadside::layout
