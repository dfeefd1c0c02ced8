#include "broadside/imports/table_language.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

#include "broadside/imports/codes.hpp"
#include "broadside/imports/column_answers.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

template <typename Visit>
void for_each_said(const Table& table, Visit&& visit) {
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows) {
            for (const Content& content : row.cells)
                if (content.cell != nullptr) visit(content);
        }
    }
}

}  // namespace

LanguageGuess language_of(const Table& table) {
    LanguageCounts answers;
    load::DecimalEvidence decimals;
    bool has_pounds = false;
    std::vector<std::string_view> texts = {table.title, table.subtitle};
    for (const Column& column : table.columns) texts.push_back(column.title);
    for (const Note& note : table.notes) texts.push_back(note.text);
    for_each_said(table, [&](const Content& content) {
        texts.push_back(content.text);
        has_pounds = has_pounds || content.text.find("£") != std::string::npos;
        const bool is_text = content.cell->type == sheets::CellType::Text;
        const bool is_word = is_text || content.cell->type == sheets::CellType::Boolean;
        const auto answer = is_word ? answer_in({}, content.text) : std::nullopt;
        if (answer && !answer->language.empty()) answers[answer->language] += 2;
        if (const auto figure = figure_in(content); figure && is_text)
            load::add_evidence(*figure, decimals);
    });
    LanguageGuess guess = guessed_language(texts, answers, decimals.commas > decimals.points);
    if (table.has_furigana && guess.language.starts_with("zh")) guess.language = "ja";
    if (has_pounds && guess.language == "en") guess.language = "en-GB";
    return guess;
}

std::string digits_of(const Table& table) {
    std::map<char32_t, std::size_t> cells;  // by the zero of their digits
    for_each_said(table, [&](const Content& content) {
        // Dates and addresses are written for machines in every language.
        if (!figure_in(content)) return;
        const std::u32string text = unicode::decode(content.text);
        const auto digit = std::find_if(text.begin(), text.end(), unicode::is_digit);
        if (digit != text.end()) ++cells[unicode::zero_of(*digit)];
    });
    const auto most = largest(cells);
    for (const unicode::DigitSystem& system : unicode::kDigitSystems) {
        if (most != cells.end() && system.zero == most->first)
            return system.zero == unicode::kAsciiZero ? "" : std::string(system.name);
    }
    return "";
}

}  // namespace broadside::imports
