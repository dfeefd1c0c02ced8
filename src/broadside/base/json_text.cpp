#include "broadside/base/json_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/utf8.hpp"

namespace broadside {

namespace {

constexpr std::string_view kReplacementCharacter = "\xEF\xBF\xBD";

}  // namespace

std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const std::size_t length = utf8_sequence_length(text, i);
        const auto last =
            static_cast<unsigned char>(text[i + std::max<std::size_t>(length, 1) - 1]);
        if (length == 0) {
            json += kReplacementCharacter;
        } else if (byte == '"' || byte == '\\') {
            json.append({'\\', text[i]});
        } else if (byte < 0x20 || byte == 0x7F) {
            json += fmt::format("\\u{:04x}", byte);
        } else if (byte == 0xC2 && last < 0xA0) {  // C1, which terminals obey too
            json += fmt::format("\\u{:04x}", last);
        } else {
            json += text.substr(i, length);
        }
        i += std::max<std::size_t>(length, 1);
    }
    return json + '"';
}

}  // namespace broadside
