#include "broadside/layout/fit.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "broadside/base/limits.hpp"
#include "broadside/layout/limiting_edition.hpp"
#include "broadside/layout/misfit.hpp"
#include "broadside/layout/natural_setting.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr double kTightPadding = 0.55;  // the least white space the padding rung leaves
constexpr double kRoomyPadding = 1.3;   // white space that type is not grown into
constexpr int kBisections = 7;          // to 1/128 of the range of type sizes
constexpr Pt kMostPerRow = 24_pt;       // spare height that a row takes before it looks empty
constexpr Pt kMostPerGap = 12_pt;

/// The bounds that hold for every document: a translation may have small print where another has
/// none.
doc::Fit common_fit(const Peers& peers) {
    doc::Fit common = *peers.first().fit;
    for (const doc::Document* document : peers.documents()) {
        common.min_scale = std::max(common.min_scale, document->fit->min_scale);
        common.max_scale = std::max(common.max_scale, document->fit->max_scale);
    }
    return common;
}

class Fitting {
public:
    explicit Fitting(Typesetter& typesetter)
        : fit_(common_fit(typesetter.peers())), typesetter_(typesetter) {}

    Fitted run() {
        Fitted fitted = search();
        if (fitted.fits && too_large_)
            fitted.limited_by = limiting_edition(*too_large_, typesetter_);
        return fitted;
    }

private:
    Fitted search() {
        Setting setting;
        setting.type_scale = std::max(1.0, fit_.min_scale);
        choose_pages(setting);
        if (holds(setting)) return spread_out(grown(setting));
        for (const doc::FitRung rung : fit_.order) {
            if (rung == doc::FitRung::FontSize) {
                Setting smallest = setting;
                smallest.type_scale = fit_.min_scale;
                if (holds(smallest)) return spread_out(largest_between(smallest, setting));
                setting = smallest;
            } else {
                apply(rung, setting);
                if (holds(setting)) return spread_out(setting);
            }
        }
        Setting broken = setting;
        broken.long_words = LongWords::Broken;
        if (holds(broken)) return spread_out(with_no_more_broken(broken));
        setting = with_long_words(setting, typesetter_);
        report_misfit(measure(setting), fit_.pages, typesetter_);
        return {setting, {}, nullptr, false};
    }

    /// Where a word has to be broken, type is as large again as it can be without breaking others.
    Setting with_no_more_broken(const Setting& smallest) {
        measure(smallest);
        most_broken_ = typesetter_.broken_word_count();
        Setting natural = smallest;
        natural.type_scale = std::max(1.0, fit_.min_scale);
        return holds(natural) ? natural : largest_between(smallest, natural);
    }

    Flowed measure(const Setting& setting) {
        ++attempts_;
        typesetter_.use(setting);
        typesetter_.clear_overflows();
        return flow(typesetter_, {});
    }

    /// Content that needs fewer pages than it may have is not spread over all of them.
    void choose_pages(const Setting& natural) {
        if (fit_.pages == 1) return;
        const Flowed flowed = measure(natural);
        pages_ = std::clamp(static_cast<int>(flowed.pages.size()), 1, fit_.pages);
    }

    bool holds(const Setting& setting) {
        const Flowed flowed = measure(setting);
        const bool fits = static_cast<int>(flowed.pages.size()) <= pages_ &&
                          !typesetter_.has_overflows() &&
                          typesetter_.broken_word_count() <= most_broken_;
        typesetter_.clear_overflows();
        if (!fits) too_large_ = setting;
        return fits;
    }

    static void apply(doc::FitRung rung, Setting& setting) {
        switch (rung) {
            case doc::FitRung::Padding: setting.padding_scale = kTightPadding; return;
            case doc::FitRung::Widths: setting.free_widths = true; return;
            case doc::FitRung::Hyphenate: setting.hyphenation = text::Hyphenation::On; return;
            case doc::FitRung::FontSize: return;
        }
    }

    /// `low` fits and `high` does not; they differ in type scale only.
    Setting largest_between(Setting low, const Setting& high) {
        Setting probe = low;
        double too_large = high.type_scale;
        for (int i = 0; i < kBisections && attempts_ < limits::kMaxFitAttempts; ++i) {
            probe.type_scale = (low.type_scale + too_large) / 2;
            if (holds(probe))
                low.type_scale = probe.type_scale;
            else
                too_large = probe.type_scale;
        }
        return low;
    }

    /// Type grows only as far as the white space can grow with it.
    Setting grown(const Setting& natural) {
        Setting roomy = natural;
        roomy.padding_scale = kRoomyPadding;
        if (!holds(roomy)) return natural;
        Setting largest = roomy;
        largest.type_scale = fit_.max_scale;
        if (holds(largest)) return largest;
        return largest_between(roomy, largest);
    }

    /// Only a single page is filled to its foot: on several, rows of one table would differ from
    /// page to page.
    Fitted spread_out(const Setting& setting) {
        Fitted fitted{setting, {}, nullptr, true};
        const Flowed flowed = measure(setting);
        if (pages_ != 1 || flowed.spare <= Pt(0)) return fitted;
        Pt spare = flowed.spare;
        if (flowed.body_rows > 0) {
            const double rows = static_cast<double>(flowed.body_rows);
            fitted.spread.per_row = std::min(spare / rows, setting.scaled(kMostPerRow));
            spare -= fitted.spread.per_row * rows;
        }
        if (flowed.gaps > 0) {
            const double gaps = static_cast<double>(flowed.gaps);
            fitted.spread.per_gap = std::min(spare / gaps, setting.scaled(kMostPerGap));
        }
        return fitted;
    }

    const doc::Fit fit_;
    Typesetter& typesetter_;
    int pages_ = fit_.pages;
    int attempts_ = 0;
    std::size_t most_broken_ = std::numeric_limits<std::size_t>::max();
    std::optional<Setting> too_large_;  // the last that did not hold: the one next to what does
};

}  // namespace

Fitted fit(Typesetter& typesetter) { return Fitting(typesetter).run(); }

}  // namespace broadside::layout
