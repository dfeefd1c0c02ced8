#pragma once

#include <string_view>

namespace broadside::emit {

/// Whether a table `CFF ` of a subset has every part that drawing needs, inside the table: Cairo
/// goes where the table points without looking, and to nowhere for what it does not name.
bool is_sound_cff(std::string_view table);

}  // namespace broadside::emit
