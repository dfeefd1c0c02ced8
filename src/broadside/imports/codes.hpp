#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "broadside/imports/table.hpp"
#include "broadside/load/typed_figures.hpp"

/// Figures that count nothing: numbers of telephones, postcodes, numberings, versions.
namespace broadside::imports {

/// Two thirds: what is left over are cells that stay words.
constexpr bool is_most(std::size_t part, std::size_t whole) {
    return part > 0 && part * 3 >= whole * 2;
}

/// Whether a cell says that there is nothing to say: "n/a", a dash.
bool is_missing(const Content& content);

std::optional<load::TypedFigure> figure_in(const Content& content);

/// Whether the figures that cells of a column have are codes, whose digits stay as they are: by the
/// column's head, by zeros in front, by their length, as ranges whose ends are below their
/// beginnings or all of which have as many digits, and as decimals that are "1.1" and "1.10".
bool are_codes(std::string_view head, const std::vector<const Content*>& said);

}  // namespace broadside::imports
