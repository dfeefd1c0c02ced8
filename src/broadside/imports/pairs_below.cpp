#include "broadside/imports/pairs_below.hpp"

#include <string_view>
#include <vector>

#include "broadside/base/contains.hpp"
#include "broadside/imports/folded_words.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

/// Before a date.
constexpr std::string_view kAsOf[] = {"as of",         "as at",          "updated",
                                      "updated on",    "last updated",   "last update",
                                      "stand",         "aktualisiert",   "aktualisiert am",
                                      "mis à jour le", "mise à jour",    "dernière mise à jour",
                                      "actualizado",   "actualizado el", "última actualización",
                                      "atualizado",    "atualizado em",  "última atualização",
                                      "aggiornato",    "aggiornato al",  "aggiornato il",
                                      "bijgewerkt",    "bijgewerkt op",  "uppdaterad",
                                      "opdateret",     "oppdatert",      "päivitetty",
                                      "stan na",       "stan na dzień",  "aktualizacja",
                                      "aktualizováno", "aktualizované",  "frissítve",
                                      "actualizat",    "ажурирано",      "по состоянию на",
                                      "обновлено",     "станом на",      "оновлено",
                                      "ενημέρωση",     "güncelleme",     "son güncelleme",
                                      "آخر تحديث",     "تاريخ التحديث",  "به‌روزرسانی",
                                      "עודכן",         "cập nhật",       "diperbarui",
                                      "最終更新",      "更新日",         "最終更新日",
                                      "更新日期",      "更新时间",       "更新時間",
                                      "업데이트",      "기준일"};

std::string_view without_colon(std::string_view text) {
    for (const std::string_view colon : {":", "："})
        if (text.ends_with(colon)) text.remove_suffix(colon.size());
    return unicode::trimmed(text);
}

bool ends_in_colon(std::string_view text) { return without_colon(text).size() < text.size(); }

}  // namespace

PairsBelow::PairsBelow(const sheets::Sheet& sheet, std::size_t body,
                       const std::set<std::string>& rows)
    : sheet_(sheet), rows_(rows), body_(body) {
    for (std::size_t row = body; row < sheet.rows.size(); ++row) {
        const auto& cells = sheet.rows[row].cells;
        for (std::size_t i = 1; i < cells.size(); ++i) said_.insert(cells[i].text);
        if (cells.size() > 2 || (row == body && cells.size() == 2))
            has_colons_ = has_colons_ || ends_in_colon(cells.front().text);
    }
}

/// A sign of the table's cells, and words.
bool PairsBelow::is_key(std::size_t row) const {
    constexpr std::size_t kLongestSign = 3;
    const auto& cells = sheet_.rows[row].cells;
    const std::string &sign = cells[0].text, &meaning = cells[1].text;
    return said_.count(sign) > 0 && unicode::decode(sign).size() <= kLongestSign &&
           !unicode::has_digit(sign) && unicode::decode(meaning).size() > kLongestSign &&
           cells[1].type == sheets::CellType::Text;
}

/// Sums have names and a number, too.
bool PairsBelow::has_shape(std::size_t row) const {
    static const std::vector<std::string> words = folded_words(kAsOf);
    const auto& cells = sheet_.rows[row].cells;
    if (cells.size() != 2 || rows_.count(cells[0].text) > 0) return false;
    const std::string_view name = without_colon(cells[0].text);
    if (name.empty() || is_name_of_sum(name)) return false;
    return is_key(row) || contains(words, unicode::folded(name)) ||
           (!has_colons_ && ends_in_colon(cells[0].text));
}

/// Behind an empty row, or a line that stands alone; many pairs are a table.
bool PairsBelow::is_apart(std::size_t row) const {
    constexpr std::size_t kMost = 30;
    const std::size_t last = row;
    while (row > body_ && last - row < kMost && has_shape(row - 1)) --row;
    return row > body_ && sheet_.rows[row - 1].cells.size() < 2;
}

std::string PairsBelow::line(std::size_t row) const {
    const auto& cells = sheet_.rows[row].cells;
    if (is_key(row)) return cells[0].text + " = " + cells[1].text;
    return std::string(without_colon(cells[0].text)) + ": " + cells[1].text;
}

}  // namespace broadside::imports
