#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::conformance {

/// Glyphs of the table glyf (OpenType 1.9), each of which is read once.
class TrueTypeOutlines {
public:
    /// `places` ascend inside the table: a glyph ends where the next one begins.
    TrueTypeOutlines(std::string_view glyf, std::vector<std::size_t> places)
        : glyf_(glyf), places_(std::move(places)), states_(places_.size() - 1) {}

    /// What is wrong with a glyph, or with those that it is made of; empty: nothing, or it was said
    /// before.
    std::string mistake_of(std::size_t glyph) { return read(glyph, 0); }

private:
    enum class State : std::uint8_t { Unread, Open, Read };

    std::string read(std::size_t glyph, std::size_t depth);
    std::string read_parts(std::string_view bytes, std::size_t depth);

    std::string_view glyf_;
    std::vector<std::size_t> places_;
    std::vector<State> states_;
};

}  // namespace broadside::conformance
