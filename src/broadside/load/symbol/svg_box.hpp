#pragma once

#include <limits>
#include <optional>

#include "broadside/base/path.hpp"

namespace broadside::load {

/// A rectangle in the units of the drawing; the largest by default.
struct SvgBox {
    double left = -std::numeric_limits<double>::infinity();
    double top = -std::numeric_limits<double>::infinity();
    double right = std::numeric_limits<double>::infinity();
    double bottom = std::numeric_limits<double>::infinity();

    bool contains(const SvgBox& other, double slack) const;
    bool meets(const SvgBox& other) const;
};

SvgBox intersection(const SvgBox& a, const SvgBox& b);

/// The smallest that holds both.
SvgBox united(const SvgBox& a, const SvgBox& b);

/// Every coordinate at most `limit`; numbers that are none are not.
bool is_within(double limit, const Path& path);

/// The smallest that a path without its stroke lies in.
SvgBox bounds(const Path& path);

/// The rectangle that a path is, upright or lying, whichever way around.
std::optional<SvgBox> as_box(const Path& path);

}  // namespace broadside::load
