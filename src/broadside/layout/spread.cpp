#include "broadside/layout/spread.hpp"

#include <algorithm>

#include "broadside/layout/bisect.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kMostPerRow = 24_pt;  // spare height that a row takes before it looks empty
constexpr Pt kMostPerGap = 12_pt;

Pt most_per_row(const std::optional<Pt>& row_space, const Setting& setting) {
    return setting.scaled(row_space.value_or(kMostPerRow));
}

/// Whether the same stands on each page.
bool break_alike(const Flowed& one, const Flowed& other) {
    const auto are_alike = [](const FlowItem& item, const FlowItem& its_like) {
        return item.block == its_like.block && item.part.has_value() == its_like.part.has_value() &&
               (!item.part || item.part->rows.size() == its_like.part->rows.size());
    };
    return std::equal(one.pages.begin(), one.pages.end(), other.pages.begin(), other.pages.end(),
                      [&](const FlowPage& page, const FlowPage& its_like) {
                          return std::equal(page.items.begin(), page.items.end(),
                                            its_like.items.begin(), its_like.items.end(),
                                            are_alike);
                      });
}

}  // namespace

double gaps_of(const Flowed& flowed) { return static_cast<double>(flowed.gaps) + flowed.foot_gap; }

Spread spread_of(const Flowed& flowed, const Setting& setting, const std::optional<Pt>& row_space) {
    Spread spread;
    Pt spare = std::max(Pt(0), flowed.spare);
    if (flowed.body_rows > 0) {
        const double rows = static_cast<double>(flowed.body_rows);
        spread.per_row = std::min(spare / rows, most_per_row(row_space, setting));
        spare -= spread.per_row * rows;
    }
    if (flowed.gaps > 0)
        spread.per_gap = std::min(spare / gaps_of(flowed), setting.scaled(kMostPerGap));
    return spread;
}

Spread spread_over(const Flowed& flowed, Typesetter& typesetter,
                   const std::optional<Pt>& row_space) {
    constexpr int kBisections = 6;  // to less than the quantum of row heights
    if (flowed.body_rows == 0) return {};
    Flowed wanted = flow(typesetter, {}, ShortSections::Whole);
    const bool is_whole = wanted.pages.size() <= flowed.pages.size();
    const ShortSections sections = is_whole ? ShortSections::Whole : ShortSections::Broken;
    if (!is_whole) wanted = flow(typesetter, {}, sections);
    const auto holds = [&](Pt per_row) {
        return break_alike(flow(typesetter, {per_row, Pt(0)}, sections), wanted);
    };
    const Pt most = most_per_row(row_space, typesetter.setting());
    return {holds(most) ? most : bisected(Pt(0), most, kBisections, holds), Pt(0)};
}

}  // namespace broadside::layout
