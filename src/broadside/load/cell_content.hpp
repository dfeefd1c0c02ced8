#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/model/dataset.hpp"

/// Which keys of a cell are its content, and what goes together.
namespace broadside::load {

/// A key that is content without any other.
struct ContentKey {
    std::string_view key;
    bool can_lead = false;      // to the cell's URL
    bool is_shared = false;     // of shared cells too
    bool joins_record = false;  // stands beside what a record says
};

inline constexpr ContentKey kContentKeys[] = {
    {.key = "names", .can_lead = true},
    {.key = "text", .can_lead = true, .is_shared = true},
    {.key = "value", .is_shared = true},
    {.key = "ref"},
    {.key = "number", .can_lead = true},
    {.key = "date", .can_lead = true},
    {.key = "picture", .can_lead = true, .is_shared = true, .joins_record = true},
    {.key = "tags", .joins_record = true},
    {.key = "blank"},
    {.key = "record", .can_lead = true, .joins_record = true}};

constexpr bool is_any_content(const ContentKey&) { return true; }
constexpr bool is_shared_content(const ContentKey& content) { return content.is_shared; }

/// Members of a JSON Schema that want one of the keys which `fits` takes, with a zero at the end.
template <bool (*fits)(const ContentKey&)>
inline constexpr auto kWantsContent = [] {
    std::array<char, 512> text{};
    std::size_t size = 0;
    const auto add = [&](std::string_view more) {
        for (const char c : more) text[size++] = c;
    };
    for (const ContentKey& content : kContentKeys) {
        if (!fits(content)) continue;
        add(size == 0 ? R"("anyOf": [{"required": [")" : R"(, {"required": [")");
        add(content.key);
        add(R"("]})");
    }
    add("]");
    return text;
}();

/// All keys of what cells of a column of that kind say.
std::span<const std::string_view> content_keys(model::ColumnKind kind);

/// The key of what a cell without keys says.
inline std::string_view bare_key(model::ColumnKind kind) { return content_keys(kind).front(); }

/// Reports what does not fit the column, what contradicts the rest, and where nothing is said.
void check_content(const ObjectReader& object, const Node& node, Report& report,
                   const model::Column& column, const model::Cell& cell);

/// The same of a cell of the dataset's `"cells"`.
void check_shared_content(const Node& node, Report& report);

}  // namespace broadside::load
