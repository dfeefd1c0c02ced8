#include "broadside/base/excerpt.hpp"

namespace broadside {

namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

}  // namespace

std::string excerpt(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    while (limit > 0 && is_continuation(text[limit])) --limit;
    const std::size_t space = text.rfind(' ', limit);
    if (space != std::string_view::npos && space > limit / 2) limit = space;
    return std::string(text.substr(0, limit)) + "…";
}

}  // namespace broadside
