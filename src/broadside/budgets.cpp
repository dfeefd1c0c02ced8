#include "broadside/budgets.hpp"

#include <utility>

#include "broadside/files/remembering_stores.hpp"
#include "broadside/job/editions.hpp"
#include "broadside/job/length_budget.hpp"

namespace broadside {

Result<std::vector<LayoutBudgets>> budgets(const Job& job, FileStore& store) {
    RememberedStreams files(store);
    std::vector<Diagnostic> diagnostics;
    const auto sources = read_sources(job, Need::Pages, files, diagnostics);
    if (!sources) return diagnostics;
    const auto shaper = take(open_shaper(*sources), diagnostics);
    if (!shaper) return diagnostics;
    const Languages all = languages_of_locked_grids(job, *sources, files);
    std::vector<LayoutBudgets> report;
    for (const LayoutSource& layout : sources->layouts) {
        if (!layout.has_all_families) continue;
        auto languages = take(length_budgets_of_job(*sources, layout, all, **shaper), diagnostics);
        if (languages) report.push_back({layout.input.layout.name, *std::move(languages)});
    }
    count_equal(diagnostics);
    if (has_errors(diagnostics)) return diagnostics;
    return {std::move(report), std::move(diagnostics)};
}

}  // namespace broadside
