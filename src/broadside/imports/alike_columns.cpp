#include "broadside/imports/alike_columns.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "broadside/imports/answers.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

bool is_of_words(const Column& column) {
    return column.kind == model::ColumnKind::Text || column.kind == model::ColumnKind::Plain;
}

/// What a column says, in folded form, but for what says nothing.
std::set<std::string> words_in(const Table& table, std::size_t column) {
    std::set<std::string> words;
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows) {
            const std::string& text = row.cells[column].text;
            const auto answer = answer_of(text);
            if (!text.empty() && !(answer && answer->is_missing()))
                words.insert(unicode::folded(text));
        }
    }
    return words;
}

bool share_words(const std::set<std::string>& one, const std::set<std::string>& other) {
    return std::any_of(one.begin(), one.end(),
                       [&](const std::string& word) { return other.count(word) > 0; });
}

/// Short cells stand in the middle of their column, words in lines at its edge.
model::ColumnKind kind_of(const Table& table, std::size_t first, std::size_t end) {
    constexpr std::size_t kShort = 14;  // letters
    std::size_t all = 0, are_short = 0;
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows) {
            for (std::size_t i = first; i < end; ++i) {
                if (row.cells[i].text.empty()) continue;
                ++all;
                are_short += unicode::decode(row.cells[i].text).size() <= kShort ? 1 : 0;
            }
        }
    }
    return 4 * are_short >= 3 * all ? model::ColumnKind::Plain : model::ColumnKind::Text;
}

}  // namespace

void set_alike_columns_alike(Table& table) {
    for (std::size_t first = 0, end = 0; first < table.columns.size(); first = end) {
        end = first + 1;
        if (!is_of_words(table.columns[first])) continue;
        std::set<std::string> last = words_in(table, first);
        bool is_mixed = false;
        while (end < table.columns.size() && is_of_words(table.columns[end])) {
            std::set<std::string> next = words_in(table, end);
            if (!share_words(last, next)) break;
            is_mixed = is_mixed || table.columns[end].kind != table.columns[first].kind;
            last = std::move(next);
            ++end;
        }
        if (!is_mixed) continue;
        const model::ColumnKind kind = kind_of(table, first, end);
        for (std::size_t i = first; i < end; ++i) table.columns[i].kind = kind;
    }
}

}  // namespace broadside::imports
