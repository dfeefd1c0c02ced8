#pragma once

namespace broadside {

/// Which way the title of a column runs. Rotated: upwards, in one line. Auto: upwards in a table
/// that would be too wide for its place otherwise.
enum class HeadTurn { Upright, Auto, Rotated };

}  // namespace broadside
