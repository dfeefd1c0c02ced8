#include "broadside/layout/measure_budgets.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "broadside/layout/missing_glyphs.hpp"
#include "broadside/layout/place_pages.hpp"
#include "broadside/layout/solve_grid.hpp"
#include "broadside/layout/wrap.hpp"

namespace broadside::layout {

namespace {

using Documents = std::vector<const doc::Document*>;

class BudgetSurvey {
public:
    BudgetSurvey(const Documents& documents, text::Shaper& shaper)
        : documents_(documents), all_(documents, shaper), budgets_(documents.size()) {
        for (std::size_t i = 0; i < documents.size(); ++i) {
            budgets_of_[documents[i]] = &budgets_[i];
            budgets_[i].missing_glyphs = missing_glyphs(*documents[i], all_);
            if (budgets_[i].missing_glyphs.empty()) complete_.push_back(documents[i]);
        }
    }

    Result<std::vector<DocumentBudgets>> run(ReferenceGrid reference) {
        if (!budgets_.front().missing_glyphs.empty()) return budgets_.front().missing_glyphs;
        const bool is_shared = reference == ReferenceGrid::Shared;
        Typesetter typesetter = all_.only(is_shared ? complete_ : Documents{documents_.front()});
        const SharedGrid grid = solve_grid(typesetter);
        Diagnostics found = typesetter.take_diagnostics();
        if (has_errors(found)) return found;
        if (is_shared)
            measure_each(grid.flowed, typesetter);
        else
            measure_in_first(grid.flowed, typesetter);
        return {std::move(budgets_), std::move(found)};
    }

private:
    void measure_each(const Flowed& flowed, Typesetter& typesetter) {
        for (const doc::Document* document : complete_) {
            for (const TextRoom& room : text_rooms(*document, flowed, typesetter))
                add(*document, text_budgets(*room.paragraph, room, typesetter));
        }
    }

    void measure_in_first(const Flowed& flowed, Typesetter& first) {
        Typesetter others = all_.only(complete_);
        others.use(first.setting());
        for (const TextRoom& room : text_rooms(*documents_.front(), flowed, first)) {
            others.peers().for_each(*room.paragraph, [&](const doc::Paragraph& peer) {
                add(others.peers().home(&peer), text_budgets(peer, room, others));
            });
        }
    }

    void add(const doc::Document& document, std::vector<TextBudget> budgets) {
        std::vector<TextBudget>& texts = budgets_of_.at(&document)->texts;
        std::move(budgets.begin(), budgets.end(), std::back_inserter(texts));
    }

    const Documents& documents_;
    Typesetter all_;
    Documents complete_;
    std::vector<DocumentBudgets> budgets_;
    std::unordered_map<const doc::Document*, DocumentBudgets*> budgets_of_;
};

/// Room of a character that fits exactly is not lost to rounding.
constexpr double kRounding = 1e-6;

class BudgetMeasure {
public:
    BudgetMeasure(const doc::Paragraph& paragraph, const MeasuredText& text, double scale)
        : paragraph_(paragraph), text_(text), scale_(scale) {}

    std::vector<TextBudget> measure(const TextRoom& room) const {
        TextBudget whole;
        whole.origin = paragraph_.origin;
        whole.available = room.width * static_cast<double>(room.lines);
        whole.used = length_in(room.width);
        const Pt widest_word = text_.min_content * scale_;
        if (!fits(widest_word, room.width))
            whole.used = std::max(whole.used, whole.available + (widest_word - room.width));
        for (std::size_t i = 0; i < paragraph_.spans.size(); ++i)
            whole.characters_used += characters_of(i);
        std::vector<TextBudget> joined = parts();
        for (TextBudget& part : joined) {
            part.available = std::max(Pt(0), part.used + whole.available - whole.used);
            count_available(part);
        }
        if (!joined.empty()) return joined;
        count_available(whole);
        return {std::move(whole)};
    }

private:
    Pt length_in(Pt width) const {
        const std::vector<LineBreaks> lines = fill_lines(text_, width / scale_);
        if (lines.empty()) return Pt(0);
        return width * static_cast<double>(lines.size() - 1) + lines.back().width * scale_;
    }

    /// The texts that the paragraph joins, each of one span or several, as far as they are used.
    std::vector<TextBudget> parts() const {
        std::vector<TextBudget> parts;
        for (std::size_t i = 0; i < paragraph_.spans.size(); ++i) {
            const SourcePlace& origin = paragraph_.spans[i].origin;
            if (!origin) continue;
            if (parts.empty() || parts.back().origin != origin)
                parts.emplace_back().origin = origin;
            parts.back().characters_used += characters_of(i);
            parts.back().used += width_of(i);
        }
        return parts;
    }

    static void count_available(TextBudget& budget) {
        if (budget.used <= Pt(0)) return;
        const double characters = static_cast<double>(budget.characters_used);
        budget.characters_available = static_cast<std::size_t>(
            std::floor(characters * (budget.available / budget.used) + kRounding));
    }

    /// As a reader counts them: a note's mark is not part of the text.
    std::size_t characters_of(std::size_t span) const {
        std::size_t count = 0;
        for (const text::Cluster& cluster : text_.shaped->clusters) {
            const bool is_read = !cluster.is_hidden && paragraph_.spans[span].note.empty();
            if (is_read && span_of(cluster) == span) ++count;
        }
        return count;
    }

    Pt width_of(std::size_t span) const {
        Pt width;
        for (const text::Cluster& cluster : text_.shaped->clusters) {
            if (span_of(cluster) == span)
                width += paragraph_.spans[span].style.size * (cluster.advance * scale_);
        }
        return width;
    }

    std::size_t span_of(const text::Cluster& cluster) const {
        return text_.shaped->items[cluster.item].span;
    }

    const doc::Paragraph& paragraph_;
    const MeasuredText& text_;
    double scale_;
};

}  // namespace

Result<std::vector<DocumentBudgets>> measure_budgets(const Documents& documents,
                                                     ReferenceGrid reference,
                                                     text::Shaper& shaper) {
    return BudgetSurvey(documents, shaper).run(reference);
}

std::vector<TextBudget> text_budgets(const doc::Paragraph& paragraph, const TextRoom& room,
                                     Typesetter& typesetter) {
    const MeasuredText* text = typesetter.measured(paragraph);
    if (!text || room.width <= Pt(0)) return {};
    return BudgetMeasure(paragraph, *text, typesetter.setting().type_scale).measure(room);
}

}  // namespace broadside::layout
