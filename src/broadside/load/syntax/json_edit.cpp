#include "broadside/load/syntax/json_edit.hpp"

#include <algorithm>

#include "broadside/load/syntax/json_syntax.hpp"

namespace broadside::load {

namespace {

/// The bracket that closes what ends at `offset`, and one more.
std::size_t after_bracket(std::string_view json, std::size_t offset) {
    return skip_space(json, offset) + 1;
}

}  // namespace

std::size_t value_end(std::string_view json, const JsonValue& value) {
    switch (value.type) {
        case JsonType::Object:
        case JsonType::Array:
            if (value.members.empty()) return after_bracket(json, value.offset + 1);
            return after_bracket(json, value_end(json, value.members.back().value));
        default: return token_end(json, value.offset);
    }
}

std::string spliced(std::string_view text, std::vector<Splice> splices) {
    std::stable_sort(splices.begin(), splices.end(), [](const Splice& one, const Splice& other) {
        return one.begin < other.begin;
    });
    std::string result;
    std::size_t at = 0;
    for (const Splice& splice : splices) {
        result.append(text.substr(at, splice.begin - at)).append(splice.replacement);
        at = splice.end;
    }
    return result.append(text.substr(at));
}

}  // namespace broadside::load
