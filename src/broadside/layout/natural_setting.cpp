#include "broadside/layout/natural_setting.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "broadside/layout/bisect.hpp"

namespace broadside::layout {

namespace {

struct Tried {
    std::size_t overflows = 0;
    std::size_t hyphenated_columns = 0;
    std::size_t broken_words = 0;
};

Tried try_setting(const Setting& setting, Typesetter& typesetter) {
    flow_at(setting, typesetter);
    const Tried tried{typesetter.overflow_count(), typesetter.tally().hyphenated_columns,
                      typesetter.broken_word_count()};
    typesetter.clear_overflows();
    return tried;
}

std::size_t overflows_at(const Setting& setting, Typesetter& typesetter) {
    return try_setting(setting, typesetter).overflows;
}

}  // namespace

Setting with_long_words(const Setting& setting, Typesetter& typesetter) {
    const std::size_t count = overflows_at(setting, typesetter);
    if (count == 0) return setting;
    Setting broken = setting;
    broken.long_words = LongWords::Broken;
    return overflows_at(broken, typesetter) < count ? broken : setting;
}

Setting with_scale_near(double bound, double Setting::*scale, const Setting& setting,
                        const std::function<bool(const Setting&)>& holds) {
    constexpr int kBisections = 4;
    Setting probe = setting;
    const auto holds_at = [&](double value) {
        probe.*scale = value;
        return holds(probe);
    };
    if (!holds_at(bound)) probe.*scale = bisected(setting.*scale, bound, kBisections, holds_at);
    return probe;
}

Setting natural_setting(Typesetter& typesetter) {
    constexpr double kSmallest = 0.75;  // type of a book becomes that of a caption
    const Setting natural;
    Setting close = natural;
    close.symbol_scale = kTightSymbols;
    Setting whole_cells = close;
    whole_cells.hyphenated_heads = true;
    Setting hyphenated = natural;
    hyphenated.hyphenation = text::Hyphenation::On;
    Setting tight = hyphenated;
    tight.symbol_scale = kTightSymbols;
    Setting turned = tight;
    turned.turned_heads = true;
    Setting smaller = turned;
    const std::optional<doc::Fit>& fit = typesetter.peers().first().fit;
    smaller.type_scale = fit ? std::min(1.0, fit->min_scale) : kSmallest;
    Setting whole = smaller;
    whole.hyphenation = text::Hyphenation::Off;
    whole.hyphenated_heads = true;
    Setting parted = smaller;
    parted.hyphenated_single_words = parted.hyphenated_row_titles = true;
    const auto holds = [&](const Setting& setting) {
        return overflows_at(setting, typesetter) == 0;
    };
    std::vector<Setting> ladder{natural, hyphenated, tight, turned, whole, smaller, parted};
    // Charts are read in the type of what is around them.
    if (typesetter.peers().first().page.auto_height) {
        Setting of_own_type = tight;
        of_own_type.hyphenated_single_words = of_own_type.hyphenated_row_titles = true;
        ladder.insert(ladder.begin() + 3, of_own_type);
    }
    const bool may_be_smaller = !fit && !typesetter.peers().first().page.auto_height;
    for (Setting setting : ladder) {
        const Tried tried = try_setting(setting, typesetter);
        if (tried.overflows > 0) continue;
        // Hyphens are more of a nuisance than symbols close by; all over a table, than small type.
        if (tried.hyphenated_columns > 0 && holds(close))
            setting = close;
        else if (tried.hyphenated_columns > 0 && holds(whole_cells))
            setting = whole_cells;
        else if (tried.hyphenated_columns > 1 && may_be_smaller && holds(whole))
            setting = whole;
        // Larger type would break more words where some are.
        const bool may_grow = setting.hyphenation == text::Hyphenation::Off;
        if (setting.type_scale < 1 && may_grow)
            setting = with_scale_near(1, &Setting::type_scale, setting, holds);
        if (setting.symbol_scale < 1)
            setting = with_scale_near(1, &Setting::symbol_scale, setting, holds);
        return setting;
    }
    turned.hyphenated_single_words = turned.hyphenated_row_titles = true;
    hyphenated.hyphenated_single_words = hyphenated.hyphenated_row_titles = true;
    Setting broken = with_long_words(hyphenated, typesetter);
    if (overflows_at(broken, typesetter) > 0) broken = with_long_words(turned, typesetter);
    if (!may_be_smaller) return broken;
    const Tried in_own_type = try_setting(broken, typesetter);
    const Setting in_smaller_type = with_long_words(parted, typesetter);
    const Tried tried = try_setting(in_smaller_type, typesetter);
    const bool breaks_fewer =
        in_own_type.overflows > 0 || tried.broken_words < in_own_type.broken_words;
    return tried.overflows == 0 && breaks_fewer ? in_smaller_type : broken;
}

}  // namespace broadside::layout
