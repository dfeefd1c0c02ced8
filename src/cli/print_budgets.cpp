#include "cli/print_budgets.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <utility>
#include <vector>

#include <fmt/format.h>

namespace broadside::cli {

namespace {

/// More rows than this and the tight ones are lost among those that are not.
constexpr std::size_t kMostRows = 12;

using Row = std::pair<std::string, LengthBudget>;

long long characters_left(const LengthBudget& budget) {
    return static_cast<long long>(budget.characters_available) -
           static_cast<long long>(budget.characters_used);
}

std::vector<Row> tightest(const LanguageBudgets& budgets) {
    std::vector<Row> rows(budgets.texts.begin(), budgets.texts.end());
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
        return characters_left(a.second) < characters_left(b.second);
    });
    rows.resize(std::min(rows.size(), kMostRows));
    return rows;
}

}  // namespace

std::string budget_table(const std::string& layout, const LanguageBudgets& budgets) {
    const auto over = std::count_if(budgets.texts.begin(), budgets.texts.end(),
                                    [](const Row& row) { return row.second.is_over(); });
    // Not the number of i18n status, which counts what is for translation, printed or not.
    std::string table = fmt::format(
        "{} {}: {} texts on the page, names and numbers too; {} too "
        "long\n",
        layout, budgets.language, budgets.texts.size(), over);
    table += "  characters  left  mm left  text\n";
    for (const auto& [key, budget] : tightest(budgets)) {
        table += fmt::format("  {:>10}  {:>+4}  {:>+7.1f}  {}\n", budget.characters_used,
                             characters_left(budget), budget.mm_available - budget.mm_used, key);
    }
    return table;
}

std::string budget_lines(const std::string& layout, const LanguageBudgets& budgets) {
    std::string lines;
    for (const auto& [key, budget] : budgets.texts) {
        // Ids and tags have no character that JSON would want escaped.
        lines +=
            fmt::format(R"({{"layout":"{}","language":"{}","text":"{}","characters_available":{},)"
                        R"("characters_used":{},"mm_available":{:.2f},"mm_used":{:.2f}}})"
                        "\n",
                        layout, budgets.language, key, budget.characters_available,
                        budget.characters_used, budget.mm_available, budget.mm_used);
    }
    return lines;
}

void print_budgets(const std::vector<LayoutBudgets>& report, const Invocation& invocation) {
    if (invocation.loudness == Loudness::ErrorsOnly) return;
    const bool is_json = invocation.form == DiagnosticsForm::Json;
    for (const LayoutBudgets& layout : report) {
        for (const LanguageBudgets& budgets : layout.languages) {
            const std::string text = is_json ? budget_lines(layout.layout, budgets)
                                             : budget_table(layout.layout, budgets);
            std::fwrite(text.data(), 1, text.size(), stdout);
        }
    }
}

}  // namespace broadside::cli
