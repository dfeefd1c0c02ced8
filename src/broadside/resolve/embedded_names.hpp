#pragma once

#include <cstddef>
#include <optional>
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

/// Where a right-to-left line is nothing but figures that read as in a sentence of it: ranges
/// ("8–20"), figures behind a relation ("< 5%"), and what a unit or a currency stands beside
/// ("980–1,450 ₪", "5 kg"). None of any other line. The parts that keep their own order from left
/// to right, in order of their places: units, and figures with a sign or a tolerance.
std::optional<std::vector<TextRange>> find_quantities(std::string_view line);

}  // namespace broadside::resolve
