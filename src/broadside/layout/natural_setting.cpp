#include "broadside/layout/natural_setting.hpp"

#include <algorithm>
#include <optional>

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

Setting with_largest(double Setting::*scale, Setting setting,
                     const std::function<bool(const Setting&)>& holds) {
    constexpr int kBisections = 4;
    Setting probe = setting;
    probe.*scale = 1;
    if (holds(probe)) return probe;
    double too_large = 1;
    for (int i = 0; i < kBisections; ++i) {
        probe.*scale = (setting.*scale + too_large) / 2;
        (holds(probe) ? setting.*scale : too_large) = probe.*scale;
    }
    return setting;
}

Setting natural_setting(Typesetter& typesetter) {
    constexpr double kSmallest = 0.75;  // type of a book becomes that of a caption
    const Setting natural;
    Setting hyphenated = natural;
    hyphenated.hyphenation = text::Hyphenation::On;
    Setting tight = hyphenated;
    tight.symbol_scale = kTightSymbols;
    Setting parted = tight;
    parted.hyphenated_single_words = true;
    Setting turned = parted;
    turned.turned_heads = true;
    Setting smaller = turned;
    const std::optional<doc::Fit>& fit = typesetter.peers().first().fit;
    smaller.type_scale = fit ? std::min(1.0, fit->min_scale) : kSmallest;
    const auto holds = [&](const Setting& setting) {
        return overflows_at(setting, typesetter) == 0;
    };
    for (const Setting& setting : {natural, hyphenated, tight, parted, turned, smaller}) {
        if (!holds(setting)) continue;
        if (setting.type_scale < 1) return with_largest(&Setting::type_scale, setting, holds);
        if (setting.symbol_scale < 1) return with_largest(&Setting::symbol_scale, setting, holds);
        return setting;
    }
    hyphenated.hyphenated_single_words = true;
    const Setting broken = with_long_words(hyphenated, typesetter);
    return overflows_at(broken, typesetter) == 0 ? broken : with_long_words(turned, typesetter);
}

}  // namespace broadside::layout
