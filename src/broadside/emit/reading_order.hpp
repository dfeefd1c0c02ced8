#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/scene/op.hpp"

namespace broadside::emit {

using Runs = std::vector<const LineRun*>;

/// From the order of places to the order of reading: the reversals of the Unicode Bidirectional
/// Algorithm, L2, undone.
Runs in_reading_order(Runs runs, Direction line);

Runs pointers_to(const std::vector<LineRun>& runs);

/// Of valid UTF-8.
std::string_view without_last_character(std::string_view text);

/// What the text says, without the hyphens and the ends of its lines.
std::string text_of(const scene::DrawText& text);

}  // namespace broadside::emit
