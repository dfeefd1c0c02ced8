#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "broadside/sheets/sheet.hpp"

/// What formulas say beside their results.
namespace broadside::sheets {

struct LinkFormula {
    std::string url;
    std::string text;  // empty: as the address
};

/// `=HYPERLINK("https://…";"text")`; nothing where it is another, or is made of other cells.
std::optional<LinkFormula> read_link(std::string_view formula);

/// Whether it is a sum of cells in several rows.
bool is_sum(std::string_view formula);

/// Whether a text is what programs show for a formula that fails: "#REF!".
bool is_formula_error(std::string_view text);

/// Tells of formulas that fail.
void tell_of_errors(std::size_t count, Diagnostics& diagnostics);

/// Tells of formulas whose results no program has left in the file.
void tell_of_unsolved(std::size_t count, Diagnostics& diagnostics);

}  // namespace broadside::sheets
