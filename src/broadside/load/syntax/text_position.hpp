#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"

namespace broadside::load {

/// The lines of a text, each of which ends with a line feed: looked for once, however many
/// positions are asked for.
class LineIndex {
public:
    explicit LineIndex(std::string_view text);

    /// An offset past the end is the end.
    TextPosition position_of(std::size_t offset) const;

private:
    std::vector<std::size_t> starts_;
    std::size_t size_;
};

}  // namespace broadside::load
