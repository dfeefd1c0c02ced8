#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/emit/html/widths.hpp"

namespace broadside::emit {

/// What the rows of a table need to stand as cards where the window is too narrow for it: a name
/// for each value, and what cells from rows above say of this one.
class Cards {
public:
    Cards(const doc::Table& table, std::string_view language);

    /// Of a head, with the marks of its notes.
    struct Title {
        std::string text, detail;
        std::vector<doc::Span> marks;
    };

    /// Of the columns that a cell stands in: their own heads, and what those above them say.
    struct Label {
        Title group, name;
    };
    Label label(std::size_t column, std::size_t column_span) const;

    /// What the longest word of the labels takes with its marks, up to a bound, in rem.
    double width(TextSetting set) const;

    /// The columns of that row whose cell began above it, by that of the cell of this row that
    /// shows what they say: the next value, of heads the next cell, or, behind the last, that.
    std::map<std::size_t, std::vector<std::size_t>> copies(std::size_t row) const;

private:
    const doc::Grid& grid_;
    std::vector<Label> labels_;  // one a column
};

/// A cell as it stands again: leading nowhere, called by no link, and without its badge.
doc::Cell as_copy(const doc::Cell& cell);

}  // namespace broadside::emit
