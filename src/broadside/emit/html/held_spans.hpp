#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/doc/document.hpp"

namespace broadside::emit {

/// Where lines of pages do not end, those of browsers do not either: a no-break space in place of
/// that space, or a word joiner behind a hyphen, a dash or a slash, and before a solidus of full
/// width. `language`: of spans without one. Of spans: none where nothing is held. Figures on an
/// axis are one line anyway, and addresses have places of their own.
std::string with_lines_held(const std::string& text, std::string_view language);
std::optional<std::vector<doc::Span>> with_lines_held(const std::vector<doc::Span>& spans,
                                                      std::string_view language);

}  // namespace broadside::emit
