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
    const Setting natural;
    Setting hyphenated = natural;
    hyphenated.hyphenation = text::Hyphenation::On;
    Setting tight = hyphenated;
    tight.symbol_scale = kTightSymbols;
    Setting turned = tight;
    turned.turned_heads = true;
    for (const Setting& setting : {natural, hyphenated, tight, turned}) {
        if (overflows_at(setting, typesetter) == 0) return setting;
    }
    const Setting broken = with_long_words(hyphenated, typesetter);
    return overflows_at(broken, typesetter) == 0 ? broken : with_long_words(turned, typesetter);
}

}  // namespace broadside::layout
