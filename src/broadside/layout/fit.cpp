#include "broadside/layout/fit.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/layout/table.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr double kTightPadding = 0.55;  // the least white space the padding rung leaves
constexpr double kRoomyPadding = 1.3;   // white space that type is not grown into
constexpr int kBisections = 7;          // to 1/128 of the range of type sizes
constexpr Pt kMostPerRow = 24_pt;       // spare height that a row takes before it looks empty
constexpr Pt kMostPerGap = 12_pt;
constexpr std::size_t kNamedTexts = 3;

class Fitting {
public:
    Fitting(const doc::Document& document, Typesetter& typesetter)
        : document_(document), fit_(*document.fit), typesetter_(typesetter) {}

    Fitted run() {
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
        report_failure(setting);
        return {setting, {}, false};
    }

private:
    Flowed measure(const Setting& setting) {
        ++attempts_;
        typesetter_.use(setting);
        typesetter_.clear_overflows();
        return flow(document_, typesetter_, {}, FlowMode::Measure);
    }

    /// Content that needs fewer pages than it may have is not spread over all of them.
    void choose_pages(const Setting& natural) {
        if (fit_.pages == 1) return;
        const Flowed flowed = measure(natural);
        pages_ = std::clamp(static_cast<int>(flowed.pages.size()), 1, fit_.pages);
    }

    bool holds(const Setting& setting) {
        const Flowed flowed = measure(setting);
        const bool fits =
            static_cast<int>(flowed.pages.size()) <= pages_ && !typesetter_.has_overflows();
        typesetter_.clear_overflows();
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
        Fitted fitted{setting, {}, true};
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

    struct LongText {
        Pt height;
        const doc::Paragraph* paragraph;
    };

    void report_failure(const Setting& setting) {
        const Flowed flowed = measure(setting);
        if (typesetter_.has_overflows()) return;
        Diagnostic diagnostic;
        diagnostic.code = "does-not-fit";
        diagnostic.message =
            fmt::format("does not fit: needs {} pages at the smallest type, and `fit` allows {}",
                        flowed.pages.size(), fit_.pages);
        const std::vector<LongText> texts = longest_texts();
        diagnostic.hints.push_back(
            texts.empty()
                ? fmt::format("the table has {} rows of single lines: show fewer of them, or "
                              "allow more pages in the layout's \"fit\"",
                              flowed.body_rows)
                : "shorten the texts named below, lower \"min_font\", or allow more pages in "
                  "the layout's \"fit\"");
        typesetter_.report_overflow(std::move(diagnostic));
        for (const LongText& text : texts) report_long(text);
    }

    std::vector<LongText> longest_texts() {
        std::vector<LongText> texts;
        for (const doc::Block& block : document_.blocks) {
            if (const auto* table = std::get_if<doc::TableBlock>(&block.kind))
                collect(*table, texts);
        }
        std::stable_sort(texts.begin(), texts.end(),
                         [](const LongText& a, const LongText& b) { return a.height > b.height; });
        if (texts.size() > kNamedTexts) texts.resize(kNamedTexts);
        return texts;
    }

    void collect(const doc::TableBlock& table, std::vector<LongText>& texts) {
        const doc::Page& page = document_.page;
        const Pt width = page.size.width - page.margin.left - page.margin.right;
        const std::vector<Pt> widths = table_column_widths(table, width, typesetter_);
        for (const PartCell& part : part_cells(table.grid, all_rows(table.grid))) {
            for (const doc::Content& content : part.cell->content) {
                const auto* paragraph = std::get_if<doc::Paragraph>(&content);
                if (!paragraph || paragraph->empty()) continue;
                const Pt height = typesetter_.height(*paragraph, widths[part.column]);
                const Pt line =
                    typesetter_.setting().scaled(typesetter_.measured(*paragraph)->line_height);
                if (nearly(height, line)) continue;  // nobody shortens a line to nothing
                texts.push_back({height / static_cast<double>(part.row_span), paragraph});
            }
        }
    }

    void report_long(const LongText& text) {
        const MeasuredText& measured = *typesetter_.measured(*text.paragraph);
        Diagnostic diagnostic;
        diagnostic.code = "does-not-fit";
        diagnostic.severity = Severity::Note;
        diagnostic.pointer = text.paragraph->origin;
        diagnostic.message =
            fmt::format("this text of {} characters takes {:.1f} mm of height",
                        measured.shaped->clusters.size(), text.height / millimetres(1));
        typesetter_.report_overflow(std::move(diagnostic));
    }

    const doc::Document& document_;
    const doc::Fit& fit_;
    Typesetter& typesetter_;
    int pages_ = fit_.pages;
    int attempts_ = 0;
};

}  // namespace

Fitted fit(const doc::Document& document, Typesetter& typesetter) {
    return Fitting(document, typesetter).run();
}

}  // namespace broadside::layout
