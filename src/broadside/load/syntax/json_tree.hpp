#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

enum class JsonType : std::uint8_t { Null, Boolean, Number, String, Array, Object };

struct JsonMember;

/// A JSON value as it was written: members keep their order, numbers their digits, everything its
/// place.
struct JsonValue {
    JsonType type = JsonType::Null;
    std::uint32_t offset = 0;
    std::string_view text;  // of a string; a number's digits as written; "true" or "false"
    std::vector<JsonMember> members;  // of an object, whose keys are unique; or an array's items

    /// Null where there is none, and in what is no object.
    const JsonMember* find(std::string_view key) const;
};

struct JsonMember {
    std::string_view key;      // an item of an array has none
    std::uint32_t offset = 0;  // of the key
    JsonValue value;
};

/// The values of a text. Their words are those of the text as far as that is possible: it outlives
/// them.
struct JsonTree {
    JsonValue root;
    std::vector<std::unique_ptr<const std::string>> unescaped = {};  // words with escapes in them
};

/// The items of an array that the root has under this key are handed on as they are read, and the
/// tree has none of them: a long list is never whole in memory. What is handed on lasts as long as
/// the call.
struct PassedItems {
    std::string_view key;  // empty: the root is the array
    std::function<void(const JsonValue&)> take;
};

/// Keys of one object: reported, of which the first one is kept; or all kept, to find places.
enum class Duplicates { Reported, Kept };

/// Reads the JSON of the report's file, with comments. A syntax error is reported and gives
/// nothing; of duplicate keys each is reported and the first one kept.
std::optional<JsonTree> parse_json(Report& report, const PassedItems* passed = nullptr);

/// The same of a file that was read before, or of which it does not count what is wrong with it.
std::optional<JsonTree> read_json(const SourceFile& file);

}  // namespace broadside::load
