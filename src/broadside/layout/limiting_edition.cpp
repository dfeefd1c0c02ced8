#include "broadside/layout/limiting_edition.hpp"

#include <algorithm>
#include <cmath>

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

namespace {

/// In the grid that lengths are compared on: equal is equal, whichever pair is asked about.
long steps(Pt length) { return std::lround(length.value * 256); }

bool needs_less(const RoomNeeded& a, const RoomNeeded& b) {
    if (a.overflows != b.overflows) return b.overflows;
    if (a.pages != b.pages) return a.pages < b.pages;
    if (steps(a.spare) != steps(b.spare)) return steps(a.spare) > steps(b.spare);
    // Of equals the first by name, in whatever order the languages were asked for.
    return a.document->metadata.language > b.document->metadata.language;
}

}  // namespace

std::vector<RoomNeeded> rooms_needed(const Setting& setting, const Typesetter& typesetter) {
    std::vector<RoomNeeded> rooms;
    for (const doc::Document* document : typesetter.peers().documents()) {
        Typesetter alone = typesetter.only({document});
        const Flowed flowed = flow_at(setting, alone);
        rooms.push_back({document, alone.has_overflows(), flowed.pages.size(), flowed.spare});
    }
    return rooms;
}

const doc::Document* limiting_edition(const Setting& setting, const Typesetter& typesetter) {
    if (!typesetter.peers().are_several()) return nullptr;
    const std::vector<RoomNeeded> rooms = rooms_needed(setting, typesetter);
    return std::max_element(rooms.begin(), rooms.end(), needs_less)->document;
}

}  // namespace broadside::layout
