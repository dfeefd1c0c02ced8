#include "broadside/imports/remarks.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/imports/folded_words.hpp"
#include "broadside/sheets/sheet_builder.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

/// Before a colon.
constexpr std::string_view kRemarkWords[] = {
    "source",      "sources",       "data source", "note",       "notes",
    "nb",          "n.b.",          "remark",      "remarks",    "legend",
    "key",         "abbreviations", "disclaimer",  "quelle",     "quellen",
    "datenquelle", "hinweis",       "hinweise",    "anmerkung",  "anmerkungen",
    "anm.",        "bemerkung",     "bemerkungen", "legende",    "abkürzungen",
    "stand",       "remarque",      "remarques",   "légende",    "nota",
    "notas",       "fuente",        "fuentes",     "leyenda",    "observaciones",
    "fonte",       "fonti",         "fontes",      "nota bene",  "note bene",
    "legenda",     "observações",   "bron",        "bronnen",    "opmerking",
    "opmerkingen", "toelichting",   "källa",       "källor",     "anm",
    "anmärkning",  "kilde",         "kilder",      "bemærk",     "bemærkning",
    "merk",        "merknad",       "lähde",       "lähteet",    "huom",
    "huom.",       "huomautus",     "źródło",      "źródła",     "uwaga",
    "uwagi",       "zdroj",         "zdroje",      "poznámka",   "poznámky",
    "forrás",      "megjegyzés",    "sursa",       "notă",       "observație",
    "izvor",       "napomena",      "vir",         "opomba",     "allikas",
    "märkus",      "avots",         "piezīme",     "šaltinis",   "pastaba",
    "kaynak",      "not",           "nguồn",       "ghi chú",    "sumber",
    "catatan",     "источник",      "источники",   "примечание", "примечания",
    "джерело",     "примітка",      "източник",    "забележка",  "извор",
    "напомена",    "πηγή",          "σημείωση",    "المصدر",     "ملاحظة",
    "ملاحظات",     "منبع",          "توضیح",       "מקור",       "הערה",
    "הערות",       "स्रोत",          "टिप्पणी",      "ที่มา",        "หมายเหตุ",
    "来源",        "数据来源",      "资料来源",    "注",         "备注",
    "说明",        "來源",          "資料來源",    "備註",       "說明",
    "出典",        "出所",          "資料",        "注記",       "備考",
    "출처",        "자료",          "주",          "비고",       "забелешка",
    "крыніца",     "заўвага",       "chanzo",      "maelezo",    "ماخذ",
    "نوٹ",         "წყარო",         "შენიშვნა",    "աղբյուր",    "ծանոթություն",
    "ምንጭ",         "ማስታወሻ"};

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    while (!text.empty()) words += unicode::take_until(text, " \n").empty() ? 0 : 1;
    return words;
}

constexpr std::size_t kFewWords = 3;
constexpr std::size_t kFewCharacters = 10;  // of a script without spaces

/// What says where a table is from, what it means or how to read it.
bool has_shape_of_remark(std::string_view line) {
    if (!behind_remark_word(line).empty()) return true;
    // A short sign and what it means.
    constexpr std::size_t kLongestSign = 12;
    const std::size_t equal = line.find(" = ");
    return equal > 0 && equal <= kLongestSign && equal + 3 < line.size();
}

/// Several words with a full stop.
bool is_sentence(std::string_view line) {
    for (const std::string_view stop : {"。", "．", "।"})
        if (line.ends_with(stop)) return true;
    // "Ltd." and "approx." end no sentence, and an initial does not either.
    constexpr std::size_t kShort = 3;
    if (!line.ends_with('.') || count_words(line) < kFewWords) return false;
    const std::string_view last = line.substr(line.find_last_of(" \n") + 1);
    const std::u32string letters = unicode::decode(last);
    constexpr std::string_view kAbbreviations[] = {"Ltd.", "Inc.", "Corp.", "Co.", "GmbH.", "Str."};
    return letters.size() > kShort && !contains(kAbbreviations, last);
}

/// More words than names have, as a rule.
bool may_be_sentence(std::string_view line) {
    if (count_words(line) > kFewWords) return true;
    const std::u32string characters = unicode::decode(line);
    return characters.size() > kFewCharacters &&
           std::all_of(characters.begin(), characters.end(), [](char32_t c) {
               return !unicode::is_letter(c) || unicode::is_letter_without_word_spaces(c);
           });
}

}  // namespace

std::string_view behind_remark_word(std::string_view line) {
    static const std::vector<std::string> words = folded_words(kRemarkWords);
    constexpr std::size_t kLongestWord = 40;
    for (const std::string_view colon : {":", "："}) {
        const std::size_t at = line.find(colon);
        if (at < kLongestWord && at + colon.size() < line.size() &&
            contains(words, unicode::folded(unicode::trimmed(line.substr(0, at)))))
            return unicode::trimmed(line.substr(at + colon.size()));
    }
    return {};
}

LinesBelow::LinesBelow(const sheets::Sheet& sheet, std::size_t body, std::size_t end)
    : sheet_(sheet), end_(end), column_(sheet.rows[end - 1].cells.front().column) {
    for (std::size_t row = body; row < end; ++row) {
        const auto& cells = sheet.rows[row].cells;
        if (cells.size() < 2) continue;
        const std::string& name = cells.front().text;
        column_ = std::min<std::size_t>(column_, cells.front().column);
        has_remarks_ = has_remarks_ || has_shape_of_remark(name);
        has_sentences_ = has_sentences_ || is_sentence(name);
        has_long_names_ = has_long_names_ || may_be_sentence(name);
    }
}

bool LinesBelow::is_remark(const sheets::Cell& cell) const {
    return cell.column <= column_ && ((!has_remarks_ && has_shape_of_remark(cell.text)) ||
                                      (!has_sentences_ && is_sentence(cell.text)));
}

void LinesBelow::tell_of_rows(std::size_t notes, const std::string& file,
                              Diagnostics& diagnostics) const {
    constexpr std::size_t kMostNamed = 4;
    std::vector<std::string> lines;
    for (std::size_t row = end_; row < notes && !has_long_names_; ++row) {
        if (sheet_.rows[row].cells.empty()) continue;
        const sheets::Cell& cell = sheet_.rows[row].cells.front();
        if (cell.column <= column_ && may_be_sentence(cell.text))
            lines.push_back(
                fmt::format("{} \"{}\"", sheets::cell_name(row, cell.column), excerpt(cell.text)));
    }
    if (lines.empty()) return;
    diagnostics.push_back(warning("doubtful-rows",
                                  fmt::format("what may be a remark is taken for a row: {}",
                                              shortlist(lines, kMostNamed)),
                                  {"leave a row empty between the table and what is said of it"})
                              .at(FilePlace{file}));
}

}  // namespace broadside::imports
