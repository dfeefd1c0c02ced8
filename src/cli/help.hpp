#pragma once

#include <string>
#include <string_view>

#include "cli/arguments.hpp"

namespace broadside::cli {

/// The help of a topic, made from the option tables, with a line feed at its end.
std::string help_text(HelpTopic topic);

/// Breaks `text` at spaces into lines of at most `width` bytes; the second line and all after it
/// start with `indent` spaces. A longer word has a line of its own.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace broadside::cli
