#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/folded_words.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/unicode/folding.hpp"

namespace broadside::imports {

namespace {

/// In scripts with spaces, whole words that a name begins with.
constexpr std::string_view kSumWords[] = {
    "total",        "totals",       "subtotal",   "sub-total",   "sum",        "grand total",
    "overall",      "summe",        "gesamt",     "gesamtsumme", "insgesamt",  "zwischensumme",
    "zusammen",     "totaux",       "sous-total", "somme",       "suma",       "totales",
    "totale",       "totali",       "somma",      "totais",      "soma",       "totaal",
    "subtotaal",    "summa",        "totalt",     "i alt",       "ialt",       "yhteensä",
    "kokku",        "kopā",         "iš viso",    "viso",        "razem",      "ogółem",
    "łącznie",      "celkem",       "součet",     "spolu",       "súčet",      "összesen",
    "ukupno",       "skupaj",       "итого",      "всего",       "сумма",      "разом",
    "усього",       "всього",       "общо",       "σύνολο",      "toplam",     "المجموع",
    "الإجمالي",     "جمع",          "مجموع",      "סה\"כ",       "סך הכל",     "कुल",
    "tổng",         "tổng cộng",    "jumlah",     "รวม",         "average",    "mean",
    "median",       "durchschnitt", "mittelwert", "moyenne",     "médiane",    "promedio",
    "mediana",      "gemiddelde",   "gemiddeld",  "medelvärde",  "genomsnitt", "gennemsnit",
    "gjennomsnitt", "keskiarvo",    "średnia",    "średnio",     "průměr",     "priemer",
    "átlag",        "prosjek",      "среднее",    "в среднем",   "середнє",    "средно",
    "μέσος όρος",   "ortalama",     "المتوسط",    "متوسط",       "میانگین",    "ממוצע",
    "औसत",          "trung bình",   "rata-rata",  "เฉลี่ย"};

constexpr std::string_view kWordsWithoutSpaces[] = {"合计", "总计", "小计", "总和", "合計",
                                                    "総計", "小計", "總計", "합계", "총계",
                                                    "소계", "平均", "평균"};

bool has_figure(const Content& content) {
    return content.cell != nullptr && (content.cell->type == sheets::CellType::Number ||
                                       load::figure_of(content.text).has_value());
}

/// By its first word, or as its numbers are sums of rows above.
bool is_sum(const Row& row) {
    std::size_t figures = 0, sums = 0;
    const Content* first = nullptr;
    for (const Content& content : row.cells) {
        if (content.cell == nullptr) continue;
        if (first == nullptr) first = &content;
        figures += has_figure(content) ? 1 : 0;
        sums += content.cell->is_sum ? 1 : 0;
    }
    if (first == nullptr || figures == 0) return false;
    return sums * 2 > figures || (!has_figure(*first) && is_name_of_sum(first->text));
}

/// The words that name a sum whose name is not in the column of names: "Total" below "No."; the
/// end: there are none.
std::vector<Content>::iterator name_elsewhere(std::vector<Content>& cells, std::size_t names) {
    const auto is_word = [](const Content& content) {
        return content.cell != nullptr && !content.text.empty() && !has_figure(content);
    };
    const auto column = cells.begin() + static_cast<std::ptrdiff_t>(names);
    const auto before = std::find_if(cells.begin(), column, is_word);
    if (before != column) return before;
    return std::find_if(cells.begin(), cells.end(), [&](const Content& content) {
        return is_word(content) && is_name_of_sum(content.text);
    });
}

}  // namespace

void name_summaries(Table& table) {
    std::size_t names = 0;
    while (names < table.columns.size() && table.columns[names].kind != model::ColumnKind::Name)
        ++names;
    if (names == table.columns.size()) return;
    for (Section& section : table.sections) {
        for (std::size_t i = section.rows.size() - section.summaries; i < section.rows.size();
             ++i) {
            std::vector<Content>& cells = section.rows[i].cells;
            if (cells[names].cell != nullptr && !cells[names].text.empty()) continue;
            const auto name = name_elsewhere(cells, names);
            if (name != cells.end()) {
                cells[names] = std::move(*name);
                *name = {};
                continue;
            }
            const auto said = std::find_if(cells.begin(), cells.end(), [](const Content& content) {
                return content.cell != nullptr;
            });
            if (said != cells.end()) cells[names] = {said->cell, "Σ"};
        }
    }
}

bool is_name_of_sum(std::string_view text) {
    static const std::vector<std::string> words = folded_words(kSumWords);
    static const std::vector<std::string> others = folded_words(kWordsWithoutSpaces);
    constexpr std::size_t kLongest = 80;
    if (text.size() > kLongest) return false;
    const std::string folded = unicode::folded(text);
    const auto begins = [&](const std::string& word) { return folded.starts_with(word); };
    const auto is_first_word = [&](const std::string& word) {
        constexpr std::string_view kEnds = " :\n(";
        return begins(word) &&
               (folded.size() == word.size() || kEnds.find(folded[word.size()]) != kEnds.npos);
    };
    return std::any_of(words.begin(), words.end(), is_first_word) ||
           std::any_of(others.begin(), others.end(), begins);
}

void find_summaries(Table& table) {
    constexpr std::size_t kMost = 3;
    std::size_t others = 0;
    for (Section& section : table.sections) {
        std::size_t& sums = section.summaries;
        const std::size_t size = section.rows.size();
        while (sums < std::min(kMost, size) && is_sum(section.rows[size - sums - 1])) ++sums;
        if (sums == size) sums = 0;
        if (&section != &table.sections.back()) others = std::max(others, sums);
    }
    // What sums all sections up stands below them all.
    if (table.sections.size() < 2 || table.sections.back().summaries <= others) return;
    Section& last = table.sections.back();
    const auto first = last.rows.end() - static_cast<std::ptrdiff_t>(last.summaries - others);
    Section whole;
    whole.rows.assign(std::make_move_iterator(first), std::make_move_iterator(last.rows.end()));
    whole.summaries = whole.rows.size();
    last.rows.erase(first, last.rows.end());
    last.summaries = others;
    table.sections.push_back(std::move(whole));
}

}  // namespace broadside::imports
