#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/contains.hpp"
#include "broadside/imports/folded_words.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/unicode/characters.hpp"
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
    "औसत",          "trung bình",   "rata-rata",  "เฉลี่ย",        "укупно",     "вкупно",
    "усяго",        "jumla",        "کل",         "სულ",         "ჯამი",       "ընդամենը",
    "ድምር",          "ጠቅላላ",         "просек",     "сярэдняе",    "purata",     "wastani",
    "اوسط",         "საშუალო",      "միջին",      "አማካይ"};

constexpr std::string_view kWordsWithoutSpaces[] = {"合计", "总计", "小计", "总和", "合計",
                                                    "総計", "小計", "總計", "합계", "총계",
                                                    "소계", "平均", "평균"};

/// What is left of one sum without another.
constexpr std::string_view kResultWords[] = {
    "result",   "balance",    "net",        "profit",     "surplus",   "difference", "margin",
    "ergebnis", "saldo",      "differenz",  "überschuss", "gewinn",    "rest",       "résultat",
    "solde",    "bénéfice",   "différence", "resultado",  "beneficio", "diferencia", "risultato",
    "utile",    "differenza", "resultaat",  "verschil",   "resultat",  "överskott",  "tulos",
    "wynik",    "zysk",       "výsledek",   "rozdíl",     "eredmény",  "результат",  "сальдо",
    "прибыль",  "разница",    "прибуток",   "αποτέλεσμα", "sonuç",     "kâr",        "fark",
    "الصافي",   "الرصيد",     "יתרה",       "差額",       "差引",      "余额",       "净额",
    "結余"};

/// Means by the same words that papers and television have: they have to add up.
constexpr std::string_view kDoubtfulWords[] = {"media", "média", "medie", "المعدل"};

bool has_figure(const Content& content) {
    return content.cell != nullptr && (content.cell->type == sheets::CellType::Number ||
                                       load::figure_of(content.text).has_value());
}

const std::vector<std::string>& words_of_sums() {
    static const std::vector<std::string> words = [] {
        std::vector<std::string> all = folded_words(kSumWords);
        for (const std::string& word : folded_words(kDoubtfulWords)) all.push_back(word);
        return all;
    }();
    return words;
}

const std::vector<std::string>& words_without_spaces() {
    static const std::vector<std::string> words = folded_words(kWordsWithoutSpaces);
    return words;
}

/// "Total", "Total:" and "Total (€)", but not "Total Wine & More".
bool is_word_of_sum(std::string_view text) {
    const auto without_colon = [](std::string_view name) {
        name = unicode::trimmed(name);
        return name.ends_with(':') ? unicode::trimmed(name.substr(0, name.size() - 1)) : name;
    };
    text = without_colon(text);
    if (text.ends_with(')')) text = without_colon(text.substr(0, text.find('(')));
    const std::string folded = unicode::folded(text);
    return (contains(words_of_sums(), folded) && !contains(kDoubtfulWords, folded)) ||
           contains(words_without_spaces(), folded);
}

/// The first cell that says something; null: none does.
const Content* first_said(const Row& row) {
    const auto said = std::find_if(row.cells.begin(), row.cells.end(),
                                   [](const Content& content) { return content.cell != nullptr; });
    return said == row.cells.end() ? nullptr : &*said;
}

bool begins_as_sum(const Row& row) {
    const Content* first = first_said(row);
    return first != nullptr && !has_figure(*first) && is_name_of_sum(first->text);
}

bool begins_as_result(const Row& row) {
    static const std::vector<std::string> words = folded_words(kResultWords);
    const Content* first = first_said(row);
    if (first == nullptr) return false;
    const std::string name = unicode::folded(first->text);
    return contains(words, std::string_view(name).substr(0, name.find_first_of(" :\n(")));
}

/// A number of JSON with the digits that the sheet shows.
std::optional<std::string> number_in(const Content& content, char decimal) {
    if (content.cell == nullptr) return std::nullopt;
    if (content.cell->type == sheets::CellType::Number) return content.cell->number;
    const auto figure = load::figure_of(content.text);
    return figure ? load::number_of(figure->digits, decimal) : std::nullopt;
}

std::optional<double> value_of(const Content& content, char decimal) {
    const auto number = number_in(content, decimal);
    return number ? sheets::parse_double(*number) : std::nullopt;
}

/// Whether a number is the sum or the mean of those above it, rounded as all of them are.
bool adds_up(const std::vector<const Row*>& above, const Row& row, std::size_t column,
             char decimal) {
    const auto number = number_in(row.cells[column], decimal);
    const auto told = number ? sheets::parse_double(*number) : std::nullopt;
    if (!told) return false;
    double sum = 0, count = 0;
    for (const Row* other : above) {
        const auto value = value_of(other->cells[column], decimal);
        sum += value.value_or(0);
        count += value ? 1 : 0;
    }
    const std::size_t point = std::min(number->find('.'), number->size() - 1);
    const double last_digit =
        std::pow(10, static_cast<double>(point + 1) - static_cast<double>(number->size()));
    const auto is_near = [&](double value, double rounded) {
        constexpr double kMost = 0.01;
        const double off = std::min(rounded * last_digit, kMost * std::abs(value));
        return std::abs(*told - value) <= std::max(off, last_digit / 2) * (1 + 1e-9);
    };
    return count > 1 && (is_near(sum, (count + 1) / 2) || is_near(sum / count, 1));
}

/// Whether it holds for most of the row's numbers, whichever their decimal sign is.
bool adds_up(const std::vector<const Row*>& above, const Row& row) {
    std::size_t figures = 0, sums = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!has_figure(row.cells[i])) continue;
        ++figures;
        sums += adds_up(above, row, i, '.') || adds_up(above, row, i, ',') ? 1 : 0;
    }
    return sums * 2 > figures;
}

/// A row whose numbers are sums by their formulas, which is called "Total" and no more, or whose
/// name begins so and whose numbers add up: "Total Wine & More" is a shop.
bool is_sum(const Table& table, const Section& section, const Row& row) {
    std::size_t figures = 0, sums = 0;
    for (const Content& content : row.cells) {
        figures += content.cell != nullptr && has_figure(content) ? 1 : 0;
        sums += content.cell != nullptr && content.cell->is_sum ? 1 : 0;
    }
    if (figures == 0) return false;
    if (sums * 2 > figures) return true;
    if (!begins_as_sum(row)) return false;
    if (is_word_of_sum(first_said(row)->text)) return true;
    std::vector<const Row*> above;
    const auto add = [&](const Section& summed) {
        for (const Row& other : summed.rows)
            if (other.sheet_row < row.sheet_row && !begins_as_sum(other)) above.push_back(&other);
    };
    add(section);
    if (adds_up(above, row)) return true;
    // Of several sums in one section, each sums up what stands below the one before.
    const auto last = std::find_if(
        section.rows.rbegin(), section.rows.rend(),
        [&](const Row& other) { return other.sheet_row < row.sheet_row && begins_as_sum(other); });
    if (last != section.rows.rend()) {
        std::erase_if(above, [&](const Row* other) { return other->sheet_row < last->sheet_row; });
        if (adds_up(above, row)) return true;
    }
    // What sums all sections up stands below them all.
    if (&section != &table.sections.back()) return false;
    above.clear();
    for (const Section& other : table.sections) add(other);
    return adds_up(above, row);
}

/// Sums of the rows above one, in all sections.
std::vector<const Row*> sums_above(const Table& table, const Row& row) {
    std::vector<const Row*> sums;
    for (const Section& section : table.sections) {
        for (const Row& other : section.rows)
            if (other.sheet_row < row.sheet_row && is_sum(table, section, other))
                sums.push_back(&other);
    }
    return sums;
}

/// Whether most figures of a row are what is left of one sum above it without another: "Result".
/// Per cents of these are no differences, and one figure alone may be one by chance: its name has
/// to say so.
bool is_result(const std::vector<const Row*>& sums, const Row& row) {
    constexpr std::size_t kFewest = 2;
    const auto is_difference = [&](const Row& one, const Row& other, char decimal) {
        constexpr double kRounded = 0.02;
        std::size_t figures = 0, differences = 0;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].cell == nullptr || !has_figure(row.cells[i])) continue;
            ++figures;
            const auto told = value_of(row.cells[i], decimal),
                       from = value_of(one.cells[i], decimal),
                       less = value_of(other.cells[i], decimal);
            differences += told && from && less && std::abs(*from - *less - *told) <= kRounded;
        }
        return differences * 2 > figures && (differences >= kFewest || begins_as_result(row));
    };
    for (const Row* one : sums) {
        for (const Row* other : sums) {
            if (one != other &&
                (is_difference(*one, *other, '.') || is_difference(*one, *other, ',')))
                return true;
        }
    }
    return false;
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
            if (const Content* said = first_said(section.rows[i])) cells[names] = {said->cell, "Σ"};
        }
    }
}

bool is_name_of_sum(std::string_view text) {
    constexpr std::size_t kLongest = 80;
    if (text.size() > kLongest) return false;
    const std::string folded = unicode::folded(text);
    const auto begins = [&](const std::string& word) { return folded.starts_with(word); };
    const auto is_first_word = [&](const std::string& word) {
        constexpr std::string_view kEnds = " :\n(";
        return begins(word) &&
               (folded.size() == word.size() || kEnds.find(folded[word.size()]) != kEnds.npos);
    };
    return std::any_of(words_of_sums().begin(), words_of_sums().end(), is_first_word) ||
           std::any_of(words_without_spaces().begin(), words_without_spaces().end(), begins);
}

void find_summaries(Table& table) {
    constexpr std::size_t kMost = 3;
    std::size_t others = 0;
    for (Section& section : table.sections) {
        std::size_t& sums = section.summaries;
        const std::size_t size = section.rows.size();
        // A result stands below a sum.
        const bool is_last_result =
            size > 1 && !is_sum(table, section, section.rows[size - 1]) &&
            is_sum(table, section, section.rows[size - 2]) &&
            is_result(sums_above(table, section.rows[size - 1]), section.rows[size - 1]);
        sums = is_last_result ? 1 : 0;
        while (sums < std::min(kMost, size) &&
               is_sum(table, section, section.rows[size - sums - 1]))
            ++sums;
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
