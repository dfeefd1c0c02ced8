#include "broadside/layout/solve_grid.hpp"

#include "broadside/layout/natural_setting.hpp"

namespace broadside::layout {

namespace {

constexpr double kLittle = 1.0 / 3;  // of a page: not worth another one

bool is_hardly_two_pages(const Flowed& flowed) {
    return flowed.pages.size() == 2 && flowed.pages.back().used < flowed.room * kLittle;
}

SharedGrid natural_grid(Typesetter& typesetter) {
    SharedGrid grid;
    grid.fitted.setting = natural_setting(typesetter);
    typesetter.use(grid.fitted.setting);
    grid.flowed = flow(typesetter, {});
    return grid;
}

}  // namespace

SharedGrid solve_grid(Typesetter& typesetter) {
    const doc::Document& first = typesetter.peers().first();
    // A page as high as its content has nothing to fill.
    if (!first.fit || first.page.auto_height) return natural_grid(typesetter);
    const bool may_flow = first.fit->pages == 0;
    if (may_flow) {
        SharedGrid natural = natural_grid(typesetter);
        if (natural.flowed.pages.size() > 1 && !is_hardly_two_pages(natural.flowed)) return natural;
    }
    typesetter.clear_overflows();
    SharedGrid grid;
    grid.fitted = fit(typesetter);
    const bool breaks_words = grid.fitted.setting.long_words == LongWords::Broken;
    if (may_flow && (!grid.fitted.fits || breaks_words)) {
        typesetter.clear_overflows();
        return natural_grid(typesetter);
    }
    if (!grid.fitted.fits) return grid;
    typesetter.use(grid.fitted.setting);
    grid.flowed = flow(typesetter, grid.fitted.spread);
    return grid;
}

}  // namespace broadside::layout
