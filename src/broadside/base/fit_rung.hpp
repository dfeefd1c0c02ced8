#pragma once

namespace broadside {

/// What `fit` may do to make content fill its pages: smaller symbols and less white space beside
/// them, hyphens in heads, less white space, free column widths, hyphens everywhere, smaller type.
enum class FitRung { Symbols, Heads, Padding, Widths, Hyphenate, FontSize };

}  // namespace broadside
