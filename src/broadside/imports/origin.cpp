#include "broadside/imports/origin.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::imports {

namespace {

constexpr std::string_view kPrefix = "// broadside import, to know what is edited: ";

/// Before the rows in their order, a sum with a sign behind it.
constexpr std::string_view kRows = "rows:";
constexpr char kSum = '+';

void add_rows(std::string_view rows, Origin& origin) {
    for (std::size_t at = 0; at + kOriginDigits <= rows.size(); at += kOriginDigits) {
        const std::string row(rows.substr(at, kOriginDigits));
        origin.rows.emplace(row, origin.rows.size());
        if (at + kOriginDigits == rows.size() || rows[at + kOriginDigits] != kSum) continue;
        origin.sums.insert(row);
        ++at;
    }
}

std::string write_rows(const Table& table) {
    std::string rows(kRows);
    for (const Section& section : table.sections) {
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            rows += digest(section.rows[i].id).substr(0, kOriginDigits);
            if (section.is_summary(i)) rows += kSum;
        }
    }
    return rows;
}

}  // namespace

std::optional<Origin> read_origin(std::string_view json, const load::JsonValue& root) {
    Origin origin;
    origin.begin = json.find(kPrefix, load::value_end(json, root));
    if (origin.begin == json.npos) return std::nullopt;
    origin.end = std::min(json.find('\n', origin.begin), json.size());
    const std::size_t name = origin.begin + kPrefix.size();
    std::string_view line = json.substr(name, origin.end - name);
    // The name is a string of JSON, in which no quote stands alone.
    std::size_t end = 1;
    while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
    const SourceFile file{"", std::string(line.substr(0, end + 1))};
    if (const auto tree = load::read_json(file)) origin.sheet = std::string(tree->root.text);
    line.remove_prefix(std::min(end + 1, line.size()));
    while (!line.empty()) {
        const std::string_view said = unicode::take_until(line, ' ');
        if (said.starts_with(kRows)) {
            add_rows(said.substr(kRows.size()), origin);
        } else {
            origin.words.emplace(said);
        }
    }
    return origin;
}

std::string write_origin(const Table& table) {
    std::set<std::string> words = {digest(table.title), digest(table.subtitle)};
    for (const Note& note : table.notes) words.insert(digest(rich_text(note.text)));
    for (const Section& section : table.sections)
        words.insert(digest(rich_text(section.title.text)));
    return fmt::format("{}{} {} {}", kPrefix, load::json_string(table.sheet), fmt::join(words, " "),
                       write_rows(table));
}

std::string digest(std::string_view words) { return to_string(digest_of(words)).substr(0, 8); }

}  // namespace broadside::imports
