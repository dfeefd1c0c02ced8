#include "broadside/imports/json_additions.hpp"

#include <algorithm>

namespace broadside::imports {

namespace {

std::string new_line(std::size_t indent) { return "\n" + std::string(indent, ' '); }

}  // namespace

LineEnd line_end(std::string_view json, std::size_t end) {
    const auto after_blanks = [&](std::size_t at) {
        return std::min(json.find_first_not_of(" \t", at), json.size());
    };
    LineEnd result{end};
    std::size_t at = after_blanks(end);
    if (json.substr(at, 1) == ",") {
        result = {at + 1, true};
        at = after_blanks(at + 1);
    }
    if (json.substr(at, 2) == "//") result.offset = std::min(json.find('\n', at), json.size());
    return result;
}

void JsonAdditions::add(const load::JsonValue& list, std::size_t position, std::string text,
                        std::size_t indent) {
    Group& group = groups_[{list.offset, position}];
    group.list = &list;
    group.indent = indent;
    if (!group.text.empty()) group.text += "," + new_line(indent);
    group.text += text;
}

void JsonAdditions::add_to(std::string_view json, std::vector<load::Splice>& splices) const {
    for (const auto& [place, group] : groups_) {
        const auto insert = [&](std::size_t at, std::string text) {
            splices.push_back({at, at, std::move(text)});
        };
        const auto& members = group.list->members;
        const std::string line = new_line(group.indent);
        const std::size_t position = place.second;
        if (members.empty()) {
            insert(group.list->offset + 1, line + group.text + new_line(group.indent - 2));
        } else if (position == 0) {
            const load::JsonMember& first = members.front();
            insert(first.key.empty() ? first.value.offset : first.offset, group.text + "," + line);
        } else {
            const std::size_t end = load::value_end(json, members[position - 1].value);
            const LineEnd behind = line_end(json, end);
            if (position < members.size() && behind.has_comma) {
                insert(behind.offset, line + group.text + ",");
            } else if (position < members.size()) {
                insert(end, "," + line + group.text);
            } else {
                insert(end, ",");
                insert(behind.offset, line + group.text);
            }
        }
    }
}

}  // namespace broadside::imports
