#include "broadside/base/json_text.hpp"

#include <fmt/format.h>

#include "broadside/unicode/utf8.hpp"

namespace broadside {

std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (const char c : unicode::to_utf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        const auto last = static_cast<unsigned char>(json.back());
        if (c == '"' || c == '\\') {
            json.append({'\\', c});
        } else if (byte < 0x20 || byte == 0x7F) {
            json += fmt::format("\\u{:04x}", byte);
        } else if (last == 0xC2 && byte < 0xA0) {
            json.pop_back();  // C1, which terminals obey too
            json += fmt::format("\\u{:04x}", byte);
        } else {
            json += c;
        }
    }
    return json + '"';
}

}  // namespace broadside
