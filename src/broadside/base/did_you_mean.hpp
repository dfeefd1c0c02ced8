#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadside {

/// The candidate that `word` was most likely meant to be, or nothing when none is near: at most one
/// edit in three characters, counting a swap of neighbours as one edit. Of equally near ones the
/// first.
std::optional<std::string> nearest(std::string_view word,
                                   const std::vector<std::string>& candidates);

/// The candidates by how near they are to `word`, equally near ones in the order they come in.
std::vector<std::string> by_nearness(std::string_view word, std::vector<std::string> candidates);

}  // namespace broadside
