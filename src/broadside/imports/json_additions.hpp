#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "broadside/load/syntax/json_edit.hpp"

namespace broadside::imports {

/// Where the line of a value ends: behind its comma, and a comment that follows.
struct LineEnd {
    std::size_t offset = 0;
    bool has_comma = false;
};

/// `end`: of the value.
LineEnd line_end(std::string_view json, std::size_t end);

/// What is added to lists and objects of a JSON file, each on a line of its own. A comment behind
/// what stands there stays behind it.
class JsonAdditions {
public:
    /// `position`: how many of the list's own stand before it. `indent`: of its line.
    void add(const load::JsonValue& list, std::size_t position, std::string text,
             std::size_t indent);

    void add_to(std::string_view json, std::vector<load::Splice>& splices) const;

private:
    struct Group {
        const load::JsonValue* list = nullptr;
        std::size_t indent = 0;
        std::string text = {};  // items with commas between them
    };
    std::map<std::pair<std::size_t, std::size_t>, Group> groups_;  // by offset and position
};

}  // namespace broadside::imports
