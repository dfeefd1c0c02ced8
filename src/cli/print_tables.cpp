#include "cli/print_tables.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/printable.hpp"
#include "cli/print.hpp"

namespace broadside::cli {

namespace {

/// More rows than this and the tight ones are lost among those that are not.
constexpr std::size_t kMostRows = 12;

using TextRow = std::pair<std::string, LengthBudget>;

long long characters_left(const LengthBudget& budget) {
    return static_cast<long long>(budget.characters_available) -
           static_cast<long long>(budget.characters_used);
}

std::vector<TextRow> tightest(const LanguageBudgets& budgets) {
    std::vector<TextRow> rows(budgets.texts.begin(), budgets.texts.end());
    std::stable_sort(rows.begin(), rows.end(), [](const TextRow& a, const TextRow& b) {
        return characters_left(a.second) < characters_left(b.second);
    });
    rows.resize(std::min(rows.size(), kMostRows));
    return rows;
}

using Line = std::vector<std::string>;

std::string_view weight_word(const FaceUse& face) {
    return face.weight >= kBoldWeight ? "bold" : "regular";
}

std::string_view slant_word(const FaceUse& face) {
    return face.slant == FontSlant::Italic ? "italic" : "upright";
}

std::string name_of(const FaceUse& face) {
    std::string name = fmt::format("{} {}", face.family, weight_word(face));
    if (face.slant == FontSlant::Italic) name += " italic";
    return name;
}

std::string code_point(char32_t code) {
    return fmt::format("U+{:04X}", static_cast<unsigned>(code));
}

std::string code_points(const std::vector<char32_t>& codes) {
    std::string text;
    for (const char32_t code : codes) text += (text.empty() ? "" : " ") + code_point(code);
    return text.empty() ? "-" : text;
}

std::vector<Line> table_of(const FontReport& report) {
    std::vector<Line> rows = {{"language", "face", "characters", "missing"}};
    for (const LanguageFonts& fonts : report.languages) {
        for (const FaceUse& face : fonts.faces) {
            rows.push_back({fonts.language, name_of(face), fmt::format("{}", face.characters),
                            code_points(face.missing)});
        }
        const std::string patterns = fonts.patterns.empty() ? "none" : fonts.patterns;
        rows.push_back({fonts.language, "hyphenation: " + patterns, "", ""});
    }
    for (Line& row : rows) {
        for (std::string& cell : row) cell = printable(cell);
    }
    return rows;
}

/// Rows without a count say their second word over the rest of the line, and make no column wider.
std::string aligned(const std::vector<Line>& rows) {
    std::size_t language = 0, face = 0;
    for (const Line& row : rows) {
        language = std::max(language, row[0].size());
        if (!row[2].empty()) face = std::max(face, row[1].size());
    }
    std::string text;
    for (const Line& row : rows) {
        text += row[2].empty() ? fmt::format("{:<{}}  {}\n", row[0], language, row[1])
                               : fmt::format("{:<{}}  {:<{}}  {:>{}}  {}\n", row[0], language,
                                             row[1], face, row[2], rows[0][2].size(), row[3]);
    }
    return text;
}

std::string json_of(const std::string& language, const FaceUse& face) {
    std::string missing;
    for (const char32_t code : face.missing) {
        missing += (missing.empty() ? "" : ",") + json_text(code_point(code));
    }
    return fmt::format(
        R"({{"language":{},"family":{},"weight":{},"slant":"{}","characters":{},"missing":[{}]}})",
        json_text(language), json_text(face.family), face.weight, slant_word(face), face.characters,
        missing);
}

std::string json_of(const FontReport& report) {
    std::string text;
    for (const LanguageFonts& fonts : report.languages) {
        for (const FaceUse& face : fonts.faces) text += json_of(fonts.language, face) + '\n';
        if (fonts.patterns.empty()) {
            text += fmt::format("{{\"language\":{},\"hyphenation\":null}}\n",
                                json_text(fonts.language));
        } else {
            text += fmt::format("{{\"language\":{},\"hyphenation\":{},\"package\":{}}}\n",
                                json_text(fonts.language), json_text(fonts.patterns),
                                json_text(fonts.patterns_package));
        }
    }
    return text;
}

}  // namespace

std::string budget_table(const std::string& layout, const LanguageBudgets& budgets) {
    const auto over = std::count_if(budgets.texts.begin(), budgets.texts.end(),
                                    [](const TextRow& row) { return row.second.is_over(); });
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

std::string fonts_text(const FontReport& report, DiagnosticsForm form) {
    return form == DiagnosticsForm::Json ? json_of(report) : aligned(table_of(report));
}

}  // namespace broadside::cli
