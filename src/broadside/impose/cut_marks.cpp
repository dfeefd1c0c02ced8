#include "broadside/impose/cut_marks.hpp"

#include <algorithm>

#include "broadside/scene/grid.hpp"

namespace broadside::impose {

namespace {

/// What printers call a hairline.
constexpr Pt kHairline{0.25};

/// Where cards begin and end, one way across the sheet.
std::vector<Pt> cuts(std::size_t cards, Pt card, Pt gap, Pt sheet) {
    const Pt first = (sheet - Imposition::extent(cards, card, gap)) / 2;
    std::vector<Pt> places;
    const auto add = [&](Pt at) {
        const bool is_inside = !fits(at, Pt(0)) && !fits(sheet, at);
        const Pt place = scene::on_grid(at);
        if (is_inside && (places.empty() || !nearly(places.back(), place))) places.push_back(place);
    };
    for (std::size_t i = 0; i < cards; ++i) {
        const Pt begin = first + (card + gap) * static_cast<double>(i);
        add(begin);
        add(begin + card);
    }
    return places;
}

}  // namespace

std::vector<scene::Op> cut_marks(const Imposition& imposition, Colour paper) {
    if (!imposition.has_cut_marks) return {};
    const auto& [sheet, card, columns, rows, gap, has_marks] = imposition;
    constexpr Colour kBlack{0, 0, 0}, kWhite{255, 255, 255};
    const Colour colour = contrast(paper, kBlack) >= contrast(paper, kWhite) ? kBlack : kWhite;
    std::vector<scene::Op> ops = {scene::BeginGroup{{scene::Role::CutMark}}};
    // `at` makes a point of how far it is along the cut, and of where the cut is.
    const auto add = [&](const std::vector<Pt>& places, Pt room, Pt length, auto at) {
        const Pt mark = std::min(kCutMarkLength, room - kCutMarkGap);
        if (!fits(kLeastCutMark, mark)) return;
        const Pt end = scene::on_grid(room - kCutMarkGap), begin = scene::on_grid(end - mark);
        for (const Pt place : places) {
            ops.push_back(scene::StrokeLine{at(begin, place), at(end, place), kHairline, colour});
            const Pt far_end = scene::on_grid(length - begin), near = scene::on_grid(length - end);
            ops.push_back(
                scene::StrokeLine{at(near, place), at(far_end, place), kHairline, colour});
        }
    };
    const Size room = imposition.room();
    add(cuts(columns, card.width, gap, sheet.width), room.height, sheet.height,
        [](Pt along, Pt place) {
            return Point{place, along};
        });
    add(cuts(rows, card.height, gap, sheet.height), room.width, sheet.width,
        [](Pt along, Pt place) {
            return Point{along, place};
        });
    if (ops.size() == 1) return {};
    ops.push_back(scene::EndGroup{});
    return ops;
}

}  // namespace broadside::impose
