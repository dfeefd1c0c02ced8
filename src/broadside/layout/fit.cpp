#include "broadside/layout/fit.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

#include "broadside/base/contains.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/layout/limiting_edition.hpp"
#include "broadside/layout/misfit.hpp"
#include "broadside/layout/natural_setting.hpp"
#include "broadside/layout/spread.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr double kRoomyPadding = 1.3;  // white space that type is not grown into
constexpr double kNarrowest = 0.62;    // of the measure: what is left keeps the page's proportions
constexpr double kLittleSmaller = 0.88;  // than type that costs something seen at a glance
constexpr double kHardlySmaller = 0.94, kFarFewer = 0.5;
constexpr double kSparse = 0.1;    // share of a page that is not left empty
constexpr int kBisections = 7;     // to 1/128 of the range of type sizes
constexpr Pt kLoose = 12_pt;       // spare height of a row in which type looks small
constexpr Pt kLeastPerRow = 5_pt;  // of it that type leaves, so that rows stay apart

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
    Fitting(Typesetter& typesetter, int pages)
        : fit_(common_fit(typesetter.peers())), typesetter_(typesetter), pages_(pages) {}

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
        if (holds(setting)) {
            setting = with_fewer(last_.parted_names, most_parted_, setting);
            setting = with_fewer(last_.narrowed_columns, most_narrowed_columns_, setting);
            return spread_out(
                grown(last_.breaks_content ? with_room_beside_symbols(setting) : setting));
        }
        for (const FitRung rung : rungs()) {
            if (is_of_width(rung) && !is_too_wide_) continue;
            if (rung == FitRung::FontSize) {
                Setting smallest = setting;
                smallest.type_scale = fit_.min_scale;
                if (holds(smallest)) return finished(largest_between(smallest, setting));
                setting = smallest;
            } else {
                apply(rung, setting);
                if (holds(setting)) return finished(enlarged(setting));
                if (rung != FitRung::Hyphenate) continue;
                setting.hyphenated_single_words = true;
                if (holds(setting)) return finished(enlarged(setting));
            }
        }
        setting.hyphenated_single_words = setting.hyphenated_row_titles = true;
        if (setting.hyphenation == text::Hyphenation::On && holds(setting))
            return finished(enlarged(setting));
        // Narrower heads also leave texts more room, which may make rows lower.
        const bool is_too_wide_upright = is_too_wide_;
        for (const auto narrower : {&Setting::short_heads, &Setting::turned_heads}) {
            Setting changed = setting;
            changed.*narrower = true;
            if (holds(changed)) return finished(enlarged(changed));
        }
        setting.turned_heads = is_too_wide_upright;
        Setting broken = setting;
        broken.long_words = LongWords::Broken;
        if (holds(broken))
            return spread_out(relaxed(with_turned_heads(with_no_more_broken(broken))));
        setting = with_long_words(setting, typesetter_);
        report_misfit(measure(setting), pages_, typesetter_);
        return {setting, {}, nullptr, false};
    }

    Fitted finished(const Setting& largest) {
        Setting whole = with_turned_heads(with_whole_words(largest));
        whole = with_fewer(last_.narrowed_columns, most_narrowed_columns_, whole);
        return spread_out(relaxed(with_fewer(last_.broken.lines_of_open_names, most_lines_of_names_,
                                             whole, kHardlySmaller, kFarFewer)));
    }

    /// Heads above symbols that may turn do so rather than be in scraps.
    Setting with_turned_heads(const Setting& torn) {
        const std::size_t count = last_.torn_heads;
        if (count == 0 || torn.turned_heads) return torn;
        Setting turned = torn;
        turned.turned_heads = true;
        turned.type_scale = std::max(fit_.min_scale, torn.type_scale * kLittleSmaller);
        if (holds(turned) && last_.torn_heads < count) return with_whole_words(enlarged(turned));
        return noted(torn);
    }

    /// As the layout orders them; then those that it left out and that keep words whole.
    std::vector<FitRung> rungs() const {
        std::vector<FitRung> rungs = fit_.order;
        for (const FitRung rung : {FitRung::Symbols, FitRung::Heads}) {
            if (!contains(rungs, rung)) rungs.push_back(rung);
        }
        // Those beside words keep the size of their type as long as they can.
        if (typesetter_.peers().have_symbols_before_words()) {
            std::erase(rungs, FitRung::Symbols);
            rungs.push_back(FitRung::Symbols);
        }
        return rungs;
    }

    static bool is_of_width(FitRung rung) {
        return rung == FitRung::Symbols || rung == FitRung::Heads;
    }

    /// Where a word has to be broken, type is as large again as it can be without breaking others.
    Setting with_no_more_broken(const Setting& smallest) {
        measure(smallest);
        most_broken_words_ = typesetter_.broken_word_count();
        return noted(enlarged(smallest));
    }

    /// What came after the smallest type may allow a larger one.
    Setting enlarged(const Setting& smallest) {
        Setting natural = smallest;
        natural.type_scale = std::max(1.0, fit_.min_scale);
        if (smallest.type_scale >= natural.type_scale) return smallest;
        return holds(natural) ? natural : largest_between(smallest, natural);
    }

    Flowed measure(const Setting& setting) {
        ++attempts_;
        return flow_at(setting, typesetter_);
    }

    /// Content that needs fewer pages than it may have is not spread over all of them.
    void choose_pages(const Setting& natural) {
        if (pages_ <= 1) return;
        const Flowed flowed = measure(natural);
        pages_ = std::clamp(static_cast<int>(flowed.pages.size()), 1, pages_);
    }

    bool holds(const Setting& setting) {
        const Flowed flowed = measure(setting);
        is_too_wide_ = typesetter_.has_overflows();
        last_ = typesetter_.tally();
        const bool fits =
            static_cast<int>(flowed.pages.size()) <= pages_ && !is_too_wide_ &&
            typesetter_.broken_word_count() <= most_broken_words_ &&
            last_.parted_names <= most_parted_ &&
            last_.broken.lines_of_open_names <= most_lines_of_names_ &&
            last_.narrowed_columns <= most_narrowed_columns_ &&
            last_.broken.is_within(most_broken_) && (may_squeeze_ || !last_.is_squeezed) &&
            (!keeps_rows_apart_ ||
             flowed.spare >= setting.scaled(kLeastPerRow) * static_cast<double>(flowed.body_rows));
        typesetter_.clear_overflows();
        if (!fits) too_large_ = setting;
        return fits;
    }

    /// What is noted of the last that was tried is of this one then.
    Setting noted(const Setting& chosen) {
        holds(chosen);
        return chosen;
    }

    static void apply(FitRung rung, Setting& setting) {
        switch (rung) {
            case FitRung::Symbols: setting.symbol_scale = kTightSymbols; return;
            case FitRung::Heads: setting.hyphenated_heads = true; return;
            case FitRung::Padding: setting.padding_scale = kTightPadding; return;
            case FitRung::Widths: setting.free_widths = FreeWidths::All; return;
            case FitRung::Hyphenate: setting.hyphenation = text::Hyphenation::On; return;
            case FitRung::FontSize: return;
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

    /// No word is hyphenated where type that is hardly smaller does without, or at least none that
    /// stands alone; heads, which are seen first, not where it is a little smaller.
    Setting with_whole_words(const Setting& setting) {
        Setting chosen = setting;
        const auto is_chosen = [&](auto Setting::*what, auto value, double least) {
            Setting high = chosen;
            high.*what = value;
            Setting low = high;
            low.type_scale = std::max(fit_.min_scale, chosen.type_scale * least);
            if (!holds(low)) return false;
            chosen = holds(high) ? high : largest_between(low, high);
            return true;
        };
        if (setting.hyphenation == text::Hyphenation::On &&
            !is_chosen(&Setting::hyphenation, text::Hyphenation::Off, kHardlySmaller))
            is_chosen(&Setting::hyphenated_single_words, false, kHardlySmaller);
        if (chosen.hyphenated_heads && chosen.hyphenation == text::Hyphenation::Off)
            is_chosen(&Setting::hyphenated_heads, false, kLittleSmaller);
        return noted(chosen);
    }

    /// Names are hyphenated or broken, and columns narrower than the content that they are given,
    /// where type that is a little smaller would not make them fewer, to that `share` of them.
    /// `count` is of the last that was tried.
    Setting with_fewer(const std::size_t& count, std::size_t& most, const Setting& setting,
                       double type = kLittleSmaller, double share = 1) {
        const std::size_t before = count;
        if (before == 0) return setting;
        Setting chosen = setting, smaller = setting;
        smaller.type_scale = std::max(fit_.min_scale, setting.type_scale * type);
        const double enough =
            std::min(share * static_cast<double>(before), static_cast<double>(before - 1));
        if (holds(smaller) && static_cast<double>(count) <= enough) {
            most = count;
            chosen = largest_between(smaller, setting);
        }
        return noted(chosen);
    }

    /// Type grows only as far as the white space can grow with it, and breaks no names for that.
    /// Columns of single lines are broken only where the page would not be filled, those of long
    /// texts also where much white space would have to fill it.
    Setting grown(const Setting& natural) {
        may_squeeze_ = last_.is_squeezed;
        most_parted_ = last_.parted_names;
        most_narrowed_columns_ = last_.narrowed_columns;
        most_broken_.columns = last_.broken.columns;
        Setting roomy = natural;
        roomy.padding_scale = kRoomyPadding;
        if (!holds(roomy)) return natural;
        Setting largest = roomy;
        largest.type_scale = fit_.max_scale;
        if (holds(largest)) return narrowed(largest);
        const Setting unbroken = largest_between(roomy, largest);
        if (pages_ != 1) return unbroken;
        const Flowed flowed = measure(unbroken);
        if (is_filled(flowed, unbroken)) {
            if (spread_of(flowed, unbroken, fit_.row_space).per_row < unbroken.scaled(kLoose))
                return unbroken;
            most_broken_ = typesetter_.tally().broken;
            keeps_rows_apart_ = true;
        }
        most_broken_.columns = kAny;
        if (holds(largest)) return narrowed(largest);
        return largest_between(unbroken, largest);
    }

    /// With rows and gaps as high as they may be.
    bool is_filled(const Flowed& flowed, const Setting& setting) const {
        const Spread spread = spread_of(flowed, setting, fit_.row_space);
        const Pt taken = spread.per_row * static_cast<double>(flowed.body_rows) +
                         spread.per_gap * gaps_of(flowed);
        return flowed.spare - taken <= flowed.room * kSparse;
    }

    /// Where the largest type leaves a part of the page empty, it and white space become a little
    /// less for texts that are broken otherwise beside others that are not. If none is then, lines
    /// become as short as they can be before any is broken: no row is strewn over the width of the
    /// page.
    Setting narrowed(const Setting& largest) {
        if (pages_ != 1 || !is_sparse(measure(largest))) return largest;
        const Setting narrow = with_fewer_broken(largest);
        const Flowed wide = measure(narrow);
        if (typesetter_.tally().broken.few_texts > 0) return narrow;
        const auto is_as_high = [&](const Setting& setting) {
            const Flowed flowed = measure(setting);
            return !typesetter_.has_overflows() && flowed.pages.size() == wide.pages.size() &&
                   fits(wide.spare, flowed.spare);
        };
        return with_scale_near(kNarrowest, &Setting::measure, narrow, is_as_high);
    }

    /// White space and type have grown too large where a little less of both breaks far fewer of
    /// the few texts that are broken.
    Setting with_fewer_broken(const Setting& grown) {
        holds(grown);
        const std::size_t broken = last_.broken.few_texts;
        if (broken == 0) return grown;
        Setting tighter = grown;
        tighter.padding_scale = std::min(grown.padding_scale, 1.0);
        for (const Setting& setting : {grown, tighter}) {
            const double type = std::max(kLittleSmaller, 1 / setting.type_scale);
            if (!holds(setting)) continue;
            const Setting chosen = with_fewer(last_.broken.few_texts, most_broken_.few_texts,
                                              setting, type, kFarFewer);
            if (2 * last_.broken.few_texts <= broken) return chosen;
            most_broken_.few_texts = kAny;
        }
        return noted(grown);
    }

    static bool is_sparse(const Flowed& flowed) { return flowed.spare > flowed.room * kSparse; }

    /// The white space beside symbols, and symbols that stand without words as far as they have it.
    Setting with_largest_symbols(Setting setting,
                                 const std::function<bool(const Setting&)>& is_good) const {
        if (setting.symbol_scale >= 1) return setting;
        setting = with_scale_near(1, &Setting::symbol_scale, setting, is_good);
        setting.symbol_floor = setting.symbol_scale;
        return with_scale_near(1, &Setting::symbol_floor, setting, is_good);
    }

    /// A table that only was too wide gets back what it did not have to give.
    Setting relaxed(Setting setting) {
        const auto holds_too = [this](const Setting& probe) { return holds(probe); };
        setting = with_largest_symbols(setting, holds_too);
        // One page less is no reason for rows that stand closer than they have to.
        if (fit_.pages == 0 && pages_ > 1)
            return with_scale_near(1, &Setting::padding_scale, setting, holds_too);
        if (pages_ != 1 || setting.padding_scale >= 1 || !is_sparse(measure(setting)))
            return setting;
        for (const double padding : {kRoomyPadding, 1.0}) {
            Setting probe = setting;
            probe.padding_scale = padding;
            if (holds(probe)) return probe;
        }
        return setting;
    }

    /// Symbols give columns of words the room in which they break no lines, where they have it.
    Setting with_room_beside_symbols(const Setting& setting) {
        const auto breaks_none = [this](const Setting& probe) {
            return holds(probe) && !last_.is_squeezed;
        };
        Setting tight = setting;
        tight.symbol_scale = std::min(tight.symbol_scale, kTightSymbols);
        const Setting chosen =
            breaks_none(tight) ? with_largest_symbols(tight, breaks_none) : setting;
        return noted(chosen);
    }

    /// No head is in three lines where type that is hardly smaller does without. Only a single page
    /// is filled to its foot: on several, rows are as high on one as on another.
    Fitted spread_out(Setting setting) {
        Flowed flowed = measure(setting);
        if (typesetter_.tally().broken.high_heads > 0) {
            setting = with_fewer(last_.broken.high_heads, most_broken_.high_heads, noted(setting),
                                 kHardlySmaller);
            flowed = measure(setting);
        }
        if (typesetter_.tally().breaks_content) {
            setting = with_room_beside_symbols(setting);
            flowed = measure(setting);
        }
        Spread spread;
        if (pages_ == 1) spread = spread_of(flowed, setting, fit_.row_space);
        if (pages_ > 1 && fit_.pages > 1) spread = spread_over(flowed, typesetter_, fit_.row_space);
        return {setting, spread, nullptr, true};
    }

    const doc::Fit fit_;
    Typesetter& typesetter_;
    int pages_, attempts_ = 0;
    bool is_too_wide_ = false;  // the last that was tried, or too high for any page
    Tally last_;                // of the same
    static constexpr std::size_t kAny = std::numeric_limits<std::size_t>::max();
    bool may_squeeze_ = true;
    std::size_t most_parted_ = kAny, most_narrowed_columns_ = kAny, most_lines_of_names_ = kAny;
    BrokenTexts most_broken_{kAny, kAny, kAny, kAny, kAny, kAny};
    bool keeps_rows_apart_ = false;
    std::size_t most_broken_words_ = kAny;
    std::optional<Setting> too_large_;  // the last that did not hold: the one next to what does
};

}  // namespace

Fitted fit(Typesetter& typesetter, int pages) { return Fitting(typesetter, pages).run(); }

}  // namespace broadside::layout
