#include "broadside/layout/solve_grid.hpp"

#include "broadside/layout/natural_setting.hpp"

namespace broadside::layout {

SharedGrid solve_grid(Typesetter& typesetter) {
    const doc::Document& first = typesetter.peers().first();
    SharedGrid grid;
    // A page as high as its content has nothing to fill.
    if (first.fit && !first.page.auto_height) {
        grid.fitted = fit(typesetter);
    } else {
        grid.fitted.setting = natural_setting(typesetter);
    }
    if (!grid.fitted.fits) return grid;
    typesetter.use(grid.fitted.setting);
    grid.flowed = flow(typesetter, grid.fitted.spread);
    return grid;
}

}  // namespace broadside::layout
