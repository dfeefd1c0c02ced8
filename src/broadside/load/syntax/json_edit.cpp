#include "broadside/load/syntax/json_edit.hpp"

#include <fmt/format.h>

#include "broadside/load/syntax/json_syntax.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

namespace {

/// What an editor shows as nothing or as another: also spaces that look like others, soft hyphen
/// and joiners, all in the Basic Multilingual Plane.
bool is_unclear(char32_t c) {
    return unicode::is_control(c) || unicode::is_invisible(c) ||
           (unicode::is_space(c) && c != ' ') || c == unicode::kSoftHyphen ||
           (c >= unicode::kZeroWidthSpace && c <= 0x200D);
}

/// The bracket that closes what ends at `offset`, and one more.
std::size_t after_bracket(std::string_view json, std::size_t offset) {
    return skip_space(json, offset) + 1;
}

}  // namespace

std::string json_string(std::string_view text) {
    std::string json = "\"";
    for (const auto& [c, begin, size] : unicode::characters_of(text)) {
        if (c == '"' || c == '\\') {
            json.append({'\\', text[begin]});
        } else if (c == '\n') {
            json += "\\n";
        } else if (is_unclear(c)) {
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            json += text.substr(begin, size);
        }
    }
    return json + "\"";
}

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
