#include "broadside/load/text_position.hpp"

#include <algorithm>

namespace broadside::load {

TextPosition position_of(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line_feeds = std::count(before.begin(), before.end(), '\n');
    const std::size_t last = before.rfind('\n');
    const std::size_t line_start = last == std::string_view::npos ? 0 : last + 1;
    return {static_cast<std::size_t>(line_feeds) + 1, before.size() - line_start + 1};
}

}  // namespace broadside::load
