#pragma once

#include <cstdint>

namespace broadside {

/// What becomes of a table in a window that is too narrow for it: each of its rows is a card, or it
/// scrolls sideways.
enum class NarrowTable : std::uint8_t { Cards, Scroll };

}  // namespace broadside
