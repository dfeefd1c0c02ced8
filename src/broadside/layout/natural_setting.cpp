#include "broadside/layout/natural_setting.hpp"

namespace broadside::layout {

Setting natural_setting(Typesetter& typesetter) {
    Setting setting;
    typesetter.use(setting);
    flow(typesetter, {});
    if (typesetter.has_overflows()) setting.hyphenation = text::Hyphenation::On;
    typesetter.clear_overflows();
    return setting;
}

}  // namespace broadside::layout
