#include "broadside/base/excerpt.hpp"

#include "broadside/unicode/utf8.hpp"

namespace broadside {

std::string excerpt(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    while (limit > 0 && unicode::is_continuation(text[limit])) --limit;
    const std::size_t space = text.rfind(' ', limit);
    if (space != std::string_view::npos && space > limit / 2) limit = space;
    return std::string(text.substr(0, limit)) + "…";
}

}  // namespace broadside
