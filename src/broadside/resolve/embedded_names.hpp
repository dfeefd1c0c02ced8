#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadside::resolve {

/// Bytes `[begin, end)` of a text.
struct TextRange {
    std::size_t begin = 0, end = 0;
    bool operator==(const TextRange&) const = default;
};

/// What reads from left to right in a right-to-left line and would lose an end if it were not
/// isolated, because signs at the edge of a run take the line's direction: addresses
/// (`https://x.org/a/`), names with signs or figures at an end (`C++`, `.NET`, `3CX`, `Matrix(2)`,
/// `e.V.`), options (`--lang`), telephone numbers. Words of letters alone need nothing; several
/// words in a row are one name. Punctuation of the sentence stays outside, and so does what is
/// isolated already. In order of their places.
std::vector<TextRange> find_embedded_names(std::string_view line);

}  // namespace broadside::resolve
