#include "broadside/imports/column_answers.hpp"

#include <algorithm>

#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

/// The cells of a column that say something.
template <typename Visit>
void for_each_text(const Table& table, std::size_t column, Visit&& visit) {
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows)
            if (!row.cells[column].text.empty()) visit(std::string_view(row.cells[column].text));
    }
}

/// What stands beside an empty circle.
struct Beside {
    bool has_full = false;      // then it is empty, and says no
    bool has_japanese = false;  // then it says yes

    void add(std::string_view text) {
        constexpr std::string_view kFull[] = {"●", "⬤", "◐", "◑", "◒", "◓", "◔", "◕"};
        constexpr std::string_view kJapanese[] = {"×", "✕", "✗", "✘", "✖", "❌", "△", "▲", "◎"};
        const auto begins = [&](std::string_view sign) { return text.starts_with(sign); };
        has_full = has_full || std::any_of(std::begin(kFull), std::end(kFull), begins);
        has_japanese =
            has_japanese || std::any_of(std::begin(kJapanese), std::end(kJapanese), begins);
    }
    bool says() const { return has_full || has_japanese; }
    Answer circle() const { return has_full && !has_japanese ? Answer::No : Answer::Yes; }
};

/// "J" and "O" where "N", a dash or nothing else stands beside them, too, and "t" of databases,
/// beside "f"; 0: none.
char letter_of_yes(const Table& table, std::size_t column) {
    bool has_no = false, has_false = false, has_other = false;
    std::string letters;
    for_each_text(table, column, [&](std::string_view text) {
        const char letter = text.size() == 1 ? unicode::in_small_ascii(text)[0] : '\0';
        if (letter == 'n' || letter == 'f') {
            (letter == 'n' ? has_no : has_false) = true;
        } else if (letter == 'j' || letter == 'o' || letter == 't') {
            if (letters.find(letter) == letters.npos) letters += letter;
        } else {
            const auto answer = answer_of(text);
            has_other = has_other || !answer || !answer->is_missing();
        }
    });
    const bool has_own_no = letters == "t" ? has_false && !has_no : has_no && !has_false;
    return has_own_no && !has_other && letters.size() == 1 ? letters[0] : '\0';
}

/// Whether a word that is no answer is a letter or a Roman numeral, as sizes and kings have.
bool has_letters(const Table& table, std::size_t column) {
    bool is_found = false;
    for_each_text(table, column, [&](std::string_view text) {
        const std::u32string letters = unicode::decode(text);
        const bool is_letter = letters.size() == 1 && unicode::is_letter(letters.front());
        const bool is_numeral = letters.find_first_not_of(U"IVXLCDMS") == letters.npos;
        is_found =
            is_found || ((is_letter || is_numeral) && !answer_in(table.columns[column], text));
    });
    return is_found;
}

}  // namespace

std::optional<AnswerText> answer_in(const Column& column, std::string_view text) {
    if (column.letter_of_yes != '\0' && text.size() == 1 &&
        unicode::in_small_ascii(text)[0] == column.letter_of_yes)
        return AnswerText{Answer::Yes, std::string(text)};
    if (column.letter_of_yes == 't' && text.size() == 1 && unicode::in_small_ascii(text)[0] == 'f')
        return AnswerText{Answer::No, std::string(text)};
    auto answer = answer_of(text);
    if (answer && !(column.told_signs.empty() && column.kept_signs.empty())) {
        const std::string sign = unicode::folded(answer->word);
        if (column.kept_signs.count(sign) > 0) return std::nullopt;
        const auto told = column.told_signs.find(sign);
        if (told != column.told_signs.end())
            return AnswerText{told->second, answer->word, answer->rest};
    }
    if (answer && answer->is_cross && column.has_letters) return std::nullopt;
    if (answer && answer->is_cross) answer->answer = column.cross;
    if (answer && answer->is_circle) answer->answer = column.circle;
    return answer;
}

void tell_signs(Table& table) {
    std::vector<Beside> columns(table.columns.size());
    Beside all;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for_each_text(table, i, [&](std::string_view text) {
            columns[i].add(text);
            all.add(text);
        });
        table.columns[i].letter_of_yes = letter_of_yes(table, i);
        table.columns[i].has_letters = has_letters(table, i);
    }
    // Where a column has circles alone, the others tell.
    for (std::size_t i = 0; i < columns.size(); ++i)
        table.columns[i].circle = (columns[i].says() ? columns[i] : all).circle();
}

}  // namespace broadside::imports
