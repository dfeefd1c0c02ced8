#pragma once

namespace broadside {

/// Which way the title of a column runs. Rotated: upwards, in one line. Slanted: upwards to the end
/// side, by 45°. Auto: upwards in a table that would be too wide for its place otherwise.
enum class HeadTurn { Upright, Auto, Rotated, Slanted };

}  // namespace broadside
