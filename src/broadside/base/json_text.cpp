#include "broadside/base/json_text.hpp"

#include <fmt/format.h>

namespace broadside {

std::string json_text(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json.append({'\\', c});
        } else if (byte < 0x20) {
            json += fmt::format("\\u{:04x}", byte);
        } else {
            json += c;
        }
    }
    return json + '"';
}

}  // namespace broadside
