#include "broadside/layout/natural_setting.hpp"

namespace broadside::layout {

namespace {

std::size_t overflows_at(const Setting& setting, Typesetter& typesetter) {
    typesetter.use(setting);
    flow(typesetter, {});
    const std::size_t count = typesetter.overflow_count();
    typesetter.clear_overflows();
    return count;
}

}  // namespace

Setting with_long_words(const Setting& setting, Typesetter& typesetter) {
    const std::size_t count = overflows_at(setting, typesetter);
    if (count == 0) return setting;
    Setting broken = setting;
    broken.long_words = LongWords::Broken;
    return overflows_at(broken, typesetter) < count ? broken : setting;
}

Setting natural_setting(Typesetter& typesetter) {
    Setting setting;
    if (overflows_at(setting, typesetter) == 0) return setting;
    setting.hyphenation = text::Hyphenation::On;
    return with_long_words(setting, typesetter);
}

}  // namespace broadside::layout
