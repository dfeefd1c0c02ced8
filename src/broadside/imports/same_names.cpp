#include "broadside/imports/same_names.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "broadside/load/cell_content.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

/// What a cell of a dataset says under a key, also where it is bare.
const load::JsonValue* said_under(const load::JsonValue& cell, model::ColumnKind kind,
                                  const std::string& key) {
    if (cell.type == load::JsonType::Object) {
        const load::JsonMember* member = cell.find(key);
        return member == nullptr ? nullptr : &member->value;
    }
    return key == load::bare_key(kind) ? &cell : nullptr;
}

/// What the cells of a row of a table or of a dataset say.
template <typename CellOf>
std::vector<std::string> said_in_row(const Table& table, CellOf&& cell_of) {
    std::vector<std::string> said;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        said.push_back(said_in(table.columns[i], cell_of(i)));
    return said;
}

/// In a column of numbers, one is the same however it is written.
std::string said_as(std::string_view words, model::ColumnKind kind) {
    const auto number =
        kind == model::ColumnKind::Number ? sheets::parse_double(words) : std::nullopt;
    return number ? fmt::format("{}", *number) : unicode::folded(words);
}

/// Whether two names begin and end with the same letters, but for half of them, and have the same
/// digits: "Phone 12" is another than "Phone 11".
bool is_rewording(std::string_view a, std::string_view b) {
    const auto digits_in = [](std::string_view name) {
        std::u32string digits = unicode::decode(name);
        std::erase_if(digits, [](char32_t c) { return !unicode::is_digit(c); });
        return digits;
    };
    if (digits_in(a) != digits_in(b)) return false;
    const std::size_t least = std::min(a.size(), b.size());
    std::size_t begin = 0, end = 0;
    while (begin < least && a[begin] == b[begin]) ++begin;
    while (end < least - begin && a[a.size() - end - 1] == b[b.size() - end - 1]) ++end;
    return 2 * (begin + end) >= std::max(a.size(), b.size());
}

}  // namespace

std::string said_in(const Column& column, const Content& content) {
    const Facts facts = facts_of(column, content);
    if (facts.empty()) return "";
    const SourceFile file{"", facts.front().second};
    const auto tree = load::read_json(file);
    if (!tree) return "";
    const load::JsonValue& said = tree->root;
    return said_as(said.type == load::JsonType::Array ? said.members.front().value.text : said.text,
                   column.kind);
}

std::string said_in(const Column& column, const load::JsonValue& row) {
    const load::JsonMember* cell = row.find(column.id);
    if (cell == nullptr) return "";
    for (const char* key : {"value", "number", "date", "names", "text"}) {
        const load::JsonValue* said = said_under(cell->value, column.kind, key);
        if (said == nullptr) continue;
        const bool is_list = said->type == load::JsonType::Array && !said->members.empty();
        return said_as(is_list ? said->members.front().value.text : said->text, column.kind);
    }
    return "";
}

std::size_t facts_of_reworded(const Table& table, const Row& row, std::size_t name,
                              const std::vector<std::size_t>& places,
                              const load::JsonValue& known) {
    if (!is_rewording(said_in(table.columns[name], row.cells[name]),
                      said_in(table.columns[name], known)))
        return 0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i == name || places[i] == static_cast<std::size_t>(-1)) continue;
        const Column& column = table.columns[i];
        const std::string said = said_in(column, row.cells[i]);
        if (said != said_in(column, known)) return 0;
        const bool tells = column.kind != model::ColumnKind::Symbol && !column.has_answers;
        same += tells && !said.empty() ? 1 : 0;
    }
    return same;
}

std::map<std::size_t, std::string> ids_by_cells(const Table& table, const RowsOfOneName& rows) {
    struct Pair {
        bool is_of_one_section;
        std::size_t same, told, known;
    };
    std::vector<Pair> pairs;
    std::map<std::size_t, std::string> ids;
    std::vector<std::vector<std::string>> told, known;
    for (const auto& [row, section] : rows.told)
        told.push_back(said_in_row(
            table, [&, own = row](std::size_t i) -> const Content& { return own->cells[i]; }));
    for (const RowsOfOneName::Known& row : rows.known)
        known.push_back(
            said_in_row(table, [&](std::size_t) -> const load::JsonValue& { return *row.json; }));
    for (std::size_t i = 0; i < rows.told.size(); ++i) {
        const auto& [row, section] = rows.told[i];
        ids[row->sheet_row];
        for (std::size_t k = 0; k < rows.known.size(); ++k) {
            std::size_t same = 0;
            for (std::size_t c = 0; c < table.columns.size(); ++c)
                same += told[i][c] == known[k][c] ? 1 : 0;
            pairs.push_back({section == rows.known[k].section, same, i, k});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
        return std::tie(b.is_of_one_section, b.same, a.told, a.known) <
               std::tie(a.is_of_one_section, a.same, b.told, b.known);
    });
    std::set<std::size_t> taken;
    for (const Pair& pair : pairs) {
        std::string& id = ids[rows.told[pair.told].row->sheet_row];
        if (id.empty() && taken.insert(pair.known).second) id = rows.known[pair.known].id;
    }
    return ids;
}

}  // namespace broadside::imports
