#include "broadside/layout/measure_budgets.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "broadside/layout/missing_glyphs.hpp"
#include "broadside/layout/place_pages.hpp"
#include "broadside/layout/solve_grid.hpp"

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
        std::vector<Diagnostic> found = typesetter.take_diagnostics();
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

}  // namespace

Result<std::vector<DocumentBudgets>> measure_budgets(const Documents& documents,
                                                     ReferenceGrid reference,
                                                     text::Shaper& shaper) {
    return BudgetSurvey(documents, shaper).run(reference);
}

}  // namespace broadside::layout
