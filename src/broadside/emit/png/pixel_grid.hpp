#pragma once

#include <algorithm>
#include <cmath>

#include "broadside/base/geometry.hpp"

/// Snapping of page lengths to whole pixels.
namespace broadside::emit {

/// Whole pixels from `begin` up to `end`.
struct PixelSpan {
    double begin = 0, end = 0;
    bool operator==(const PixelSpan&) const = default;
};

/// Each edge goes to the nearest pixel edge, so that spans that meet on the page meet in the
/// picture. What has a length keeps at least one pixel.
inline PixelSpan snap_span(Pt begin, Pt end, double scale) {
    const double first = std::round(begin.value * scale);
    const double last = std::round(end.value * scale);
    return {first, end > begin ? std::max(last, first + 1) : first};
}

/// The pixels of a rule `width` wide around `centre`: whole, and at least one.
inline PixelSpan snap_rule(Pt centre, Pt width, double scale) {
    if (width <= Pt(0)) return {};
    const double pixels = std::max(1.0, std::round(width.value * scale));
    const double first = std::round(centre.value * scale - pixels / 2);
    return {first, first + pixels};
}

}  // namespace broadside::emit
