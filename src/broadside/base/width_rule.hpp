#pragma once

#include <variant>

#include "broadside/base/units.hpp"

namespace broadside {

/// CSS Box Sizing 3: the narrowest width at which nothing overflows.
struct MinContent {
    bool operator==(const MinContent&) const = default;
};
/// CSS Box Sizing 3: the width at which no line has to be broken.
struct MaxContent {
    bool operator==(const MaxContent&) const = default;
};
/// CSS Grid: max-content, but at most `limit`, and never less than min-content.
struct FitContent {
    Pt limit;
    bool operator==(const FitContent&) const = default;
};
/// CSS Grid `fr`: a share of what the others leave, never less than min-content.
struct Fraction {
    double share = 1;
    bool operator==(const Fraction&) const = default;
};
/// CSS `auto`, of a table without `fr` columns: a share of what the others leave, by what the
/// column holds.
struct AutoWidth {
    bool operator==(const AutoWidth&) const = default;
};
struct FixedWidth {
    Pt width;
    bool operator==(const FixedWidth&) const = default;
};
/// Of the width of the table: 0 to 100.
struct Percentage {
    double percent = 0;
    bool operator==(const Percentage&) const = default;
};

using WidthRule =
    std::variant<MinContent, MaxContent, FitContent, Fraction, AutoWidth, FixedWidth, Percentage>;

}  // namespace broadside
