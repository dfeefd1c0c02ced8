#include "broadside/imports/column_answers.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "broadside/imports/language_guess.hpp"
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

struct AnswerLetters {
    std::string yes, no;
};

std::string initial_of(std::string_view word) {
    return unicode::folded(word.substr(0, unicode::character_at(word, 0).size));
}

/// "J" and "O" beside "N", "t" of databases beside "f", and the first letters of the words for yes
/// and no in the table's language, which may stand beside these words: "S" and "Sim". In English,
/// "N" beside a letter that is no "Y" may be north.
AnswerLetters letters_in(const Table& table, std::size_t column) {
    std::set<std::string> letters, words;
    bool has_other = false;
    for_each_text(table, column, [&](std::string_view text) {
        if (const std::string letter = unicode::folded(text);
            unicode::decode(letter).size() == 1 && unicode::is_letter(unicode::decode(letter)[0])) {
            letters.insert(letter);
            return;
        }
        const auto answer = answer_of(text);
        if (answer && !answer->is_missing()) words.insert(unicode::folded(answer->word));
        has_other = has_other || !answer;
    });
    const std::string_view yes = word_for(Answer::Yes, table.language),
                           no = word_for(Answer::No, table.language);
    const AnswerLetters own = {initial_of(yes), initial_of(no)};
    const bool is_beside_words =
        words.count(unicode::folded(yes)) + words.count(unicode::folded(no));
    for (const AnswerLetters& known :
         {AnswerLetters{"j", "n"}, AnswerLetters{"o", "n"}, AnswerLetters{"t", "f"}, own}) {
        const bool is_own = known.yes == own.yes && known.no == own.no;
        const bool has_no = letters.count(known.no) > 0 || (is_own && is_beside_words);
        const bool are_all = letters.size() <= letters.count(known.yes) + letters.count(known.no);
        if (letters.count(known.yes) > 0 && has_no && are_all && known.yes != known.no &&
            !has_other && (words.empty() || (is_own && is_beside_words)))
            return known;
    }
    return {};
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
    if (!column.letter_of_yes.empty()) {
        const std::string letter = unicode::folded(text);
        if (letter == column.letter_of_yes) return AnswerText{Answer::Yes, std::string(text)};
        if (letter == column.letter_of_no) return AnswerText{Answer::No, std::string(text)};
    }
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
        AnswerLetters letters = letters_in(table, i);
        table.columns[i].letter_of_yes = std::move(letters.yes);
        table.columns[i].letter_of_no = std::move(letters.no);
        table.columns[i].has_letters = has_letters(table, i);
    }
    // Where a column has circles alone, the others tell.
    for (std::size_t i = 0; i < columns.size(); ++i)
        table.columns[i].circle = (columns[i].says() ? columns[i] : all).circle();
}

void collect_words(Table& table) {
    std::array<std::map<std::string, std::size_t>, kAnswers> words;
    bool has_no = false;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (!table.columns[i].has_answers) continue;
        for (const Section& section : table.sections) {
            for (std::size_t row = 0; row < section.rows.size(); ++row) {
                const Content& content = section.rows[row].cells[i];
                has_no = has_no || (content.cell == nullptr && !section.is_summary(row));
                if (content.cell == nullptr) continue;
                const auto answer = answer_in(table.columns[i], content.text);
                if (!answer) continue;
                has_no = has_no || answer->answer == Answer::No;
                const auto characters = unicode::decode(answer->word);
                const bool is_word = characters.size() > 1 ||
                                     unicode::is_letter_without_word_spaces(characters.front());
                if (!answer->is_cross && is_word && unicode::is_letter(characters.front()) &&
                    content.cell->type == sheets::CellType::Text)
                    ++words[static_cast<std::size_t>(answer->answer)][answer->word];
            }
        }
    }
    for (std::size_t i = 0; i < kAnswers; ++i) {
        const auto most = largest(words[i]);
        const auto answer = static_cast<Answer>(i);
        const bool is_no = answer == Answer::None && !has_no;
        table.answers[i] = most != words[i].end()
                               ? most->first
                               : std::string(word_for(is_no ? Answer::No : answer, table.language));
    }
}

}  // namespace broadside::imports
