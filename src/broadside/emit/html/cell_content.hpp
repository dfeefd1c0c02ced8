#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/emit/html/figures.hpp"
#include "broadside/emit/html/writer.hpp"

namespace broadside::emit {

/// Writes what stands in the cells of a table.
class HtmlCellContent {
public:
    /// Keeps references. `figures`: one a column; `says_words`: of symbols, too, where rows are
    /// cards.
    HtmlCellContent(HtmlWriter& writer, const std::vector<FigureTails>& figures, bool says_words)
        : html_(writer), figures_(figures), says_words_(says_words) {}

    void write(const doc::Cell& cell, std::size_t column) { write(cell, column, cell.content); }

    /// Some of its parts.
    void write(const doc::Cell& cell, std::size_t column, std::span<const doc::Content> parts);

    /// How many pictures stand above its words.
    static std::size_t parts_before_words(const doc::Cell& cell);

private:
    const FigureTails* figures_of(const doc::Paragraph& text, const doc::Cell& cell,
                                  std::size_t column) const;
    void symbol(const doc::SymbolLine& line, bool is_alone);

    HtmlWriter& html_;
    const std::vector<FigureTails>& figures_;
    bool says_words_;
};

}  // namespace broadside::emit
