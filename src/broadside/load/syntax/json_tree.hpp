#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

enum class JsonType { Null, Boolean, Number, String, Array, Object };

struct JsonMember;

/// A JSON value as it was written: members keep their order, numbers their digits, everything its
/// place.
struct JsonValue {
    JsonType type = JsonType::Null;
    std::uint32_t offset = 0;
    std::string text;  // of a string; a number's digits as written; "true" or "false"
    std::vector<JsonValue> items;
    std::vector<JsonMember> members;  // keys are unique

    const JsonMember* find(std::string_view key) const;
};

struct JsonMember {
    std::string key;
    std::uint32_t offset = 0;  // of the key
    JsonValue value;
};

/// Reads the JSON of the report's file, with comments. A syntax error is reported and gives
/// nothing; of duplicate keys each is reported and the first one kept.
std::optional<JsonValue> parse_json(Report& report);

/// The same of a file that was read before, or of which it does not count what is wrong with it.
std::optional<JsonValue> read_json(const SourceFile& file);

}  // namespace broadside::load
