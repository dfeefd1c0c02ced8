#include "broadside/base/phrases.hpp"
#include "cli/print.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/printable.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::cli {

namespace {

using Row = std::vector<std::string>;

/// Columns with two spaces between them; `sides` says of each but the last where its cells stand,
/// `<` or `>`. The last cell of a row takes the rest of its line, and makes no column wider.
std::string aligned(const std::vector<Row>& rows, std::string_view sides) {
    std::vector<std::size_t> widths(sides.size());
    for (const Row& row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    }
    std::string text;
    for (const Row& row : rows) {
        for (std::size_t i = 0; i + 1 < row.size(); ++i)
            text += sides[i] == '>' ? fmt::format("{:>{}}  ", row[i], widths[i])
                                    : fmt::format("{:<{}}  ", row[i], widths[i]);
        text += row.back() + '\n';
    }
    return text;
}

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

std::string table_of(const std::string& layout, const LanguageBudgets& budgets) {
    const auto over = std::count_if(budgets.texts.begin(), budgets.texts.end(),
                                    [](const TextRow& row) { return row.second.is_over(); });
    // Not the number of i18n status, which counts what is for translation, printed or not.
    std::string table = fmt::format(
        "{} {}: {} texts on the page, names and numbers too; {} too long\n"
        "  characters  left  mm left  text\n",
        layout, budgets.language, budgets.texts.size(), over);
    for (const auto& [key, budget] : tightest(budgets)) {
        table += fmt::format("  {:>10}  {:>+4}  {:>+7.1f}  {}\n", budget.characters_used,
                             characters_left(budget), budget.mm_available - budget.mm_used, key);
    }
    return table;
}

std::string json_of(const std::string& layout, const LanguageBudgets& budgets) {
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

std::string code_points(const std::vector<char32_t>& codes) {
    std::string text;
    for (const char32_t code : codes) text += (text.empty() ? "" : " ") + code_point(code);
    return text.empty() ? "-" : text;
}

std::string table_of(const FontReport& report) {
    std::vector<Row> rows = {{"language", "face", "characters", "missing"}};
    for (const LanguageFonts& fonts : report.languages) {
        for (const FaceUse& face : fonts.faces) {
            const std::string name =
                fmt::format("{} {}", face.family, style_name(face.weight, face.slant));
            rows.push_back({fonts.language, printable(name), fmt::to_string(face.characters),
                            code_points(face.missing)});
        }
        const std::string patterns = fonts.patterns.empty() ? "none" : printable(fonts.patterns);
        rows.push_back({fonts.language, "hyphenation: " + patterns});
    }
    return aligned(rows, "<<>");
}

std::string json_of(const std::string& language, const FaceUse& face) {
    std::vector<std::string> missing;
    for (const char32_t code : face.missing) missing.push_back(json_text(code_point(code)));
    return fmt::format(
        R"({{"language":{},"family":{},"weight":{},"slant":"{}","characters":{},"missing":[{}]}})",
        json_text(language), json_text(face.family), face.weight, word_of(kSlants, face.slant),
        face.characters, fmt::join(missing, ","));
}

std::string json_of(const FontReport& report) {
    std::string text;
    for (const LanguageFonts& fonts : report.languages) {
        for (const FaceUse& face : fonts.faces) text += json_of(fonts.language, face) + '\n';
        const std::string hyphenation =
            fonts.patterns.empty() ? "null"
                                   : fmt::format(R"({},"package":{})", json_text(fonts.patterns),
                                                 json_text(fonts.patterns_package));
        text += fmt::format("{{\"language\":{},\"hyphenation\":{}}}\n", json_text(fonts.language),
                            hyphenation);
    }
    return text;
}

/// Whole percents, rounded down: 100 means all.
std::size_t percent(const TranslationStatus& status) {
    return status.texts == 0 ? 100 : status.translated * 100 / status.texts;
}

/// With a column of what is too long where any language was measured.
std::string table_of(const std::vector<TranslationStatus>& languages) {
    const bool is_measured =
        std::any_of(languages.begin(), languages.end(),
                    [](const TranslationStatus& status) { return status.too_long.has_value(); });
    std::vector<Row> rows = {
        {"language", "translated", "%", "missing", "stale", "mismatched", "obsolete", "identical"}};
    if (is_measured) rows.front().emplace_back("too long");
    rows.front().emplace_back("review");
    for (const TranslationStatus& status : languages) {
        Row& row = rows.emplace_back(
            Row{status.language, fmt::format("{}/{}", status.translated, status.texts)});
        for (const std::size_t number : {percent(status), status.missing, status.stale,
                                         status.mismatched, status.obsolete, status.identical})
            row.push_back(fmt::to_string(number));
        if (is_measured) row.push_back(status.too_long ? fmt::to_string(*status.too_long) : "?");
        row.emplace_back(word_of(kReviews, status.is_reviewed));
    }
    return aligned(rows, "<>>>>>>>>");
}

std::string json_of(const TranslationStatus& status) {
    const std::string too_long =
        status.too_long ? fmt::format(",\"too_long\":{}", *status.too_long) : "";
    // A tag is letters, digits and hyphens: nothing to escape.
    return fmt::format(
        R"({{"language":"{}","review":"{}","texts":{},"translated":{},"missing":{},"stale":{},)"
        R"("mismatched":{},"obsolete":{},"identical":{}{}}})"
        "\n",
        status.language, word_of(kReviews, status.is_reviewed), status.texts, status.translated,
        status.missing, status.stale, status.mismatched, status.obsolete, status.identical,
        too_long);
}

/// A path as a shell takes it for one word.
std::string shell_word(const std::string& path) {
    const auto is_plain = [](char c) {
        return c < 0 || unicode::is_ascii_letter_or_digit(c) ||
               std::string_view("/._-+,:@%=").find(c) != std::string_view::npos;
    };
    if (!path.empty() && std::all_of(path.begin(), path.end(), is_plain)) return path;
    std::string word = "'";
    for (const char c : path) word += c == '\'' ? "'\\''" : std::string(1, c);
    return word + "'";
}

}  // namespace

std::string next_step(const std::string& folder, std::string_view layout) {
    return fmt::format("print it: broadside build {} -l {}\n", printable(shell_word(folder)),
                       layout);
}

std::string import_text(const ImportReport& report) {
    const std::string sheet =
        report.sheet.empty() ? "" : fmt::format("sheet \"{}\", ", report.sheet);
    std::string text = printable(report.path) + "\n";
    text += fmt::format("{}language {}: {}, {}, {}, {}\n", printable(sheet), report.language,
                        counted(report.rows, "row"), counted(report.sections, "section"),
                        counted(report.columns.size(), "column"), counted(report.notes, "note"));
    std::vector<Row> rows;
    for (const ImportedColumn& column : report.columns)
        rows.push_back({"  " + column.letter, printable(column.kind), printable(column.title)});
    text += aligned(rows, "<<<");
    constexpr std::size_t kMostChanges = 40;
    const std::size_t shown = std::min(report.changes.size(), kMostChanges);
    for (std::size_t i = 0; i < shown; ++i) text += "  " + printable(report.changes[i]) + "\n";
    if (report.changes.size() > shown)
        text += fmt::format("  and {} more\n", report.changes.size() - shown);
    if (!report.is_written) return text + "nothing to change\n";
    return text + next_step(report.folder, report.layout);
}

std::string budgets_text(const std::vector<LayoutBudgets>& report, DiagnosticsForm form) {
    std::string text;
    for (const LayoutBudgets& layout : report) {
        for (const LanguageBudgets& budgets : layout.languages)
            text += form == DiagnosticsForm::Json ? json_of(layout.layout, budgets)
                                                  : table_of(layout.layout, budgets);
    }
    return text;
}

std::string fonts_text(const FontReport& report, DiagnosticsForm form) {
    return form == DiagnosticsForm::Json ? json_of(report) : table_of(report);
}

std::string status_text(const std::vector<TranslationStatus>& languages, DiagnosticsForm form) {
    if (form != DiagnosticsForm::Json) return table_of(languages);
    std::string lines;
    for (const TranslationStatus& status : languages) lines += json_of(status);
    return lines;
}

}  // namespace broadside::cli
