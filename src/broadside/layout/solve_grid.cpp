#include "broadside/layout/solve_grid.hpp"

#include "broadside/layout/natural_setting.hpp"

namespace broadside::layout {

SharedGrid solve_grid(Typesetter& typesetter) {
    const doc::Document& first = typesetter.peers().first();
    SharedGrid grid;
    // A page as high as its content has nothing to fill.
    bool fills = first.fit && !first.page.auto_height;
    if (!fills || first.fit->pages == 0) {
        grid.fitted.setting = natural_setting(typesetter);
        typesetter.use(grid.fitted.setting);
        grid.flowed = flow(typesetter, {});
        fills = fills && grid.flowed.pages.size() == 1;
    }
    if (!fills) return grid;
    typesetter.clear_overflows();
    grid.fitted = fit(typesetter);
    if (!grid.fitted.fits) return grid;
    typesetter.use(grid.fitted.setting);
    grid.flowed = flow(typesetter, grid.fitted.spread);
    return grid;
}

}  // namespace broadside::layout
