#pragma once

#include "broadside/base/units.hpp"

namespace broadside {

/// The white space that figures get before a guide besides their cell's, of that.
inline constexpr double kRoomBeforeGuide = 0.75;

/// What is added to the white space of cells beside a guide.
struct GuideRoom {
    Pt start, end;
};

/// Of the cells before a guide: a figure or its mark does not touch the rule behind it. What stands
/// in the middle of its column, as symbols do, has the same white space at both sides.
constexpr GuideRoom room_before_guide(Pt padding, bool is_centred) {
    const Pt room = padding * kRoomBeforeGuide;
    return is_centred ? GuideRoom{room / 2, room / 2} : GuideRoom{Pt(0), room};
}

}  // namespace broadside
