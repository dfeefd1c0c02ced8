#pragma once

#include <string>

namespace broadside::testing {

/// The text with `to` wherever it has `from`.
inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
        text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace broadside::testing
