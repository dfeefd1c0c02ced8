#pragma once

#include <cstddef>
#include <string>

#include "broadside/base/diagnostic.hpp"
#include "broadside/sheets/sheet.hpp"

namespace broadside::imports {

/// What stands behind a word for remarks and its colon: "Cash only." of "Notes: Cash only."; empty:
/// a line does not begin so.
std::string_view behind_remark_word(std::string_view line);

/// Lines of one cell directly below the rows of a table, which are rows or remarks on it.
class LinesBelow {
public:
    /// `body`, `end`: where rows begin and lines do.
    LinesBelow(const sheets::Sheet& sheet, std::size_t body, std::size_t end);

    /// Whether a line says where the table is from or how to read it ("Source: …", "n/a = …"), or
    /// is a sentence, where no name of a row is one.
    bool is_remark(const sheets::Cell& cell) const;

    /// Tells of lines before the row `notes` that are taken for rows, and are longer than names.
    void tell_of_rows(std::size_t notes, const std::string& file, Diagnostics& diagnostics) const;

private:
    const sheets::Sheet& sheet_;
    std::size_t end_, column_;
    bool has_remarks_ = false, has_sentences_ = false, has_long_names_ = false;
};

}  // namespace broadside::imports
