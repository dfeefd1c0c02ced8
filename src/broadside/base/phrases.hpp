#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Stretches of messages.
namespace broadside {

/// "1 page", "2 pages": for words that take an s.
std::string counted(std::size_t count, std::string_view what);

/// The first `most` with commas, and an ellipsis for the others.
std::string shortlist(std::span<const std::string> words, std::size_t most);

/// With spaces for line feeds.
std::string one_line(std::string text);

}  // namespace broadside
