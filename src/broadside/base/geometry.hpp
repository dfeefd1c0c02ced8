#pragma once

#include <algorithm>

#include "broadside/base/units.hpp"

namespace broadside {

/// Page coordinates: origin at the top left, x to the right, y down.
struct Point {
    Pt x, y;
    bool operator==(const Point&) const = default;
};

struct Size {
    Pt width, height;
    bool operator==(const Size&) const = default;
};

struct Insets {
    Pt top, right, bottom, left;
    bool operator==(const Insets&) const = default;
};

struct Rect {
    Pt x, y, width, height;

    bool operator==(const Rect&) const = default;
    constexpr Pt right() const { return x + width; }
    constexpr Pt bottom() const { return y + height; }
    constexpr Point centre() const { return {x + width / 2, y + height / 2}; }
};

constexpr Rect inset(const Rect& rect, const Insets& by) {
    return {rect.x + by.left, rect.y + by.top, rect.width - by.left - by.right,
            rect.height - by.top - by.bottom};
}

/// The smallest that holds both.
constexpr Rect united(const Rect& a, const Rect& b) {
    const Pt x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

constexpr Rect moved(const Rect& rect, Pt dx, Pt dy) {
    return {rect.x + dx, rect.y + dy, rect.width, rect.height};
}

}  // namespace broadside
