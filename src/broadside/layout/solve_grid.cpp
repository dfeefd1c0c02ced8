#include "broadside/layout/solve_grid.hpp"

#include <cstddef>
#include <utility>

#include "broadside/layout/natural_setting.hpp"

namespace broadside::layout {

namespace {

constexpr double kLittle = 0.5;  // of a page: not worth another one

// Pages. More are not set again and again for one that could be saved.
constexpr std::size_t kFew = 5, kMany = 24;

/// How many pages are to hold what takes a few pages by itself.
std::size_t pages_wanted(const Flowed& flowed) {
    const std::size_t pages = flowed.pages.size();
    const bool has_little_on_last = flowed.pages.back().used < flowed.room * kLittle;
    return pages > 1 && pages <= kFew && has_little_on_last ? pages - 1 : pages;
}

SharedGrid natural_grid(Typesetter& typesetter) {
    SharedGrid grid;
    grid.fitted.setting = natural_setting(typesetter);
    grid.flowed = flow_at(grid.fitted.setting, typesetter);
    return grid;
}

/// With widths that move where that is worth it, on `least_pages` and more. What is reported is of
/// the grid that is returned.
template <typename IsWorthIt>
SharedGrid grid_with(FreeWidths free, std::size_t least_pages, Typesetter& typesetter,
                     IsWorthIt is_worth_it) {
    SharedGrid natural = natural_grid(typesetter);
    const std::size_t pages = natural.flowed.pages.size();
    if (pages < least_pages || pages > kMany || typesetter.has_overflows()) return natural;
    SharedGrid freed = natural;
    freed.fitted.setting.free_widths = free;
    freed.flowed = flow_at(freed.fitted.setting, typesetter);
    if (!typesetter.has_overflows() && is_worth_it(freed.flowed, natural.flowed)) return freed;
    natural.flowed = flow_at(natural.fitted.setting, typesetter);
    return natural;
}

/// What columns that the layout gives no width leave over goes to long texts where pages get much
/// lower by it.
SharedGrid lower_grid(Typesetter& typesetter) {
    constexpr double kMuchLower = 15.0 / 16;
    const auto height_of = [](const Flowed& flowed) {
        Pt height;
        for (const auto& page : flowed.pages) height += page.used;
        return height;
    };
    return grid_with(FreeWidths::Open, 1, typesetter,
                     [&](const Flowed& freed, const Flowed& natural) {
                         return height_of(freed) < height_of(natural) * kMuchLower;
                     });
}

/// On a page less, where rows that stand closer are enough for it.
SharedGrid drawn_together(SharedGrid grid, Typesetter& typesetter) {
    const std::size_t pages = pages_wanted(grid.flowed);
    if (pages == grid.flowed.pages.size() || typesetter.has_overflows()) return grid;
    const auto holds = [&](const Setting& setting) {
        return flow_at(setting, typesetter).pages.size() <= pages && !typesetter.has_overflows();
    };
    Setting tight = grid.fitted.setting;
    tight.padding_scale = kTightPadding;
    if (holds(tight))
        grid.fitted.setting = with_scale_near(1, &Setting::padding_scale, tight, holds);
    grid.flowed = flow_at(grid.fitted.setting, typesetter);
    return grid;
}

/// On fewer pages, within a `fit` that takes any number, where columns that are as wide as what
/// they hold can give long texts some of that.
SharedGrid flowing_grid(Typesetter& typesetter) {
    return grid_with(FreeWidths::All, 2, typesetter,
                     [](const Flowed& freed, const Flowed& natural) {
                         return freed.pages.size() < natural.pages.size();
                     });
}

SharedGrid grid_of(Typesetter& typesetter) {
    const doc::Document& first = typesetter.peers().first();
    // A page as high as its content has nothing to fill.
    if (first.page.auto_height) return natural_grid(typesetter);
    if (!first.fit) return drawn_together(lower_grid(typesetter), typesetter);
    const bool may_flow = first.fit->pages == 0;
    auto pages = static_cast<std::size_t>(first.fit->pages);
    if (may_flow) {
        SharedGrid natural = flowing_grid(typesetter);
        pages = pages_wanted(natural.flowed);
        if (pages > 1 && pages == natural.flowed.pages.size()) return natural;
    }
    typesetter.clear_overflows();
    SharedGrid grid;
    grid.fitted = fit(typesetter, static_cast<int>(pages));
    const bool breaks_words = grid.fitted.setting.long_words == LongWords::Broken;
    if (may_flow && (!grid.fitted.fits || breaks_words)) {
        typesetter.clear_overflows();
        return flowing_grid(typesetter);
    }
    if (!grid.fitted.fits) return grid;
    typesetter.use(grid.fitted.setting);
    grid.flowed = flow(typesetter, grid.fitted.spread);
    return grid;
}

/// With sections that are not broken where that takes no page more.
SharedGrid with_whole_sections(SharedGrid grid, Typesetter& typesetter) {
    if (grid.flowed.pages.size() < 2 || typesetter.has_overflows()) return grid;
    typesetter.use(grid.fitted.setting);
    Flowed whole = flow(typesetter, grid.fitted.spread, ShortSections::Whole);
    if (whole.pages.size() == grid.flowed.pages.size()) grid.flowed = std::move(whole);
    return grid;
}

}  // namespace

SharedGrid solve_grid(Typesetter& typesetter) {
    return with_whole_sections(grid_of(typesetter), typesetter);
}

}  // namespace broadside::layout
