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

/// "U+00A0"
std::string code_point(char32_t character);

/// With spaces for line feeds.
std::string one_line(std::string text);

/// At most `limit` bytes of a UTF-8 text, cut at the end of a word where one is near, between
/// characters elsewhere, with an ellipsis where something was left out. By default as much as
/// messages quote of a value.
std::string excerpt(std::string_view text, std::size_t limit = 40);

}  // namespace broadside
