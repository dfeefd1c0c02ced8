#pragma once

namespace broadside {

/// Base direction of a text or a document.
enum class Direction { LeftToRight, RightToLeft };

/// Alignment in logical terms: `Start` is the left edge in a left-to-right document.
enum class Alignment { Start, Centre, End };

}  // namespace broadside
