#pragma once

#include <cstddef>
#include <set>
#include <string>

#include "broadside/sheets/sheet.hpp"

namespace broadside::imports {

/// Lines of two cells below the rows of a table that are said of it: "As of" and a date, "Contact:"
/// and an address, or a sign of its cells and what that means.
class PairsBelow {
public:
    /// `body`: where rows begin; `rows`: names that are rows' in any case. The sheet outlives it.
    PairsBelow(const sheets::Sheet& sheet, std::size_t body, const std::set<std::string>& rows);

    bool is_pair(std::size_t row) const { return has_shape(row) && is_apart(row); }

    /// Both cells as one line: "As of: 1 May", "A = avoid".
    std::string line(std::size_t row) const;

private:
    bool has_shape(std::size_t row) const;
    bool is_apart(std::size_t row) const;
    bool is_key(std::size_t row) const;

    const sheets::Sheet& sheet_;
    const std::set<std::string>& rows_;
    std::size_t body_;
    std::set<std::string> said_;  // by cells that are no names
    bool has_colons_ = false;     // behind names of rows with more
};

}  // namespace broadside::imports
