#pragma once

#include <string>

#include "broadside/base/units.hpp"

namespace broadside {

/// What layout decided, for reports.
struct Decisions {
    double type_scale = 1;  // the factor on the type size
    double padding_scale = 1;
    bool hyphenated = false;
    Pt smallest_type = {};        // that is printed
    std::string limited_by = {};  // the language that allows no larger type in a shared grid
    auto operator<=>(const Decisions&) const = default;
};

}  // namespace broadside
