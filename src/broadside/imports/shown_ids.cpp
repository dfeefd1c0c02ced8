#include "broadside/imports/shown_ids.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "broadside/base/phrases.hpp"
#include "broadside/imports/ids.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::imports {

namespace {

bool is_part_of_id(char c) { return unicode::is_ascii_letter_or_digit(c) || c == '-'; }

std::string_view name_of(const model::Row& row) {
    for (const model::Cell& cell : *row.cells)
        if (!cell.names->empty()) return cell.names->front().text;
    return {};
}

}  // namespace

ShownIds::ShownIds(const Table& table, const model::Dataset& dataset) {
    for (const Column& column : table.columns) add(column.id, column.title);
    for (const Section& section : table.sections) {
        add(section.id, section.title.text);
        for (const Row& row : section.rows) add(row.id, std::string(name_of(table, row)));
    }
    for (const model::Column& column : dataset.columns) add(column.id, column.title.text);
    for (const model::Section& section : dataset.sections) {
        add(section.id, section.title.text);
        for (const model::Row& row : section.rows) add(row.id, std::string(name_of(row)));
    }
}

void ShownIds::add(const std::string& id, std::string words) {
    if (is_of_digest(id) && !words.empty())
        words_.try_emplace(id, excerpt(one_line(std::move(words))));
}

std::string ShownIds::in(const std::string& message) const {
    if (words_.empty()) return message;
    std::string shown;
    for (std::size_t at = 0; at < message.size();) {
        if (!is_part_of_id(message[at])) {
            shown += message[at++];
            continue;
        }
        std::size_t end = at;
        while (end < message.size() && is_part_of_id(message[end])) ++end;
        const std::string id = message.substr(at, end - at);
        const auto words = words_.find(id);
        shown += words == words_.end() ? id : words->second;
        at = end;
    }
    return shown;
}

}  // namespace broadside::imports
