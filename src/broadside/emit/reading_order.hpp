#pragma once

#include <string>
#include <vector>

#include "broadside/scene/op.hpp"

namespace broadside::emit {

using Runs = std::vector<const scene::Run*>;

/// From the order of places to the order of reading: Unicode Bidirectional Algorithm, L2, for one
/// level above the line's own. What reads from right to left stands backwards.
Runs in_reading_order(Runs runs, Direction line);

Runs pointers_to(const std::vector<scene::Run>& runs);

/// What the text says, without the hyphens and the ends of its lines.
std::string text_of(const scene::DrawText& text);

}  // namespace broadside::emit
