#include "broadside/load/syntax/text_position.hpp"

#include <algorithm>

namespace broadside::load {

LineIndex::LineIndex(std::string_view text) : starts_{0}, size_(text.size()) {
    for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1))
        starts_.push_back(end + 1);
}

TextPosition LineIndex::position_of(std::size_t offset) const {
    offset = std::min(offset, size_);
    const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
    return {static_cast<std::size_t>(next - starts_.begin()), offset - *(next - 1) + 1};
}

}  // namespace broadside::load
