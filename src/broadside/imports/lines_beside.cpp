#include "broadside/imports/lines_beside.hpp"

#include "broadside/imports/heads.hpp"

namespace broadside::imports {

std::vector<std::string> lines_beside(const sheets::Sheet& sheet, std::size_t begin,
                                      std::size_t body, std::size_t end) {
    constexpr std::size_t kFewest = 4;  // columns: two of the table, the empty one and this
    if (sheet.columns < kFewest || body >= end) return {};
    const std::size_t last = sheet.columns - 1;
    std::size_t rows = 0;
    std::vector<std::string> lines;
    for (std::size_t row = begin; row < end; ++row) {
        rows += sheet.rows[row].cells.size() > 1 ? 1 : 0;
        for (const sheets::Cell& cell : sheet.rows[row].cells) {
            if (cell.column < last && cell.column + cell.column_span >= last) return {};
            if (cell.column < last) continue;
            if (!is_word_of_head(cell)) return {};
            lines.push_back(cell.text);
        }
    }
    return lines.size() * 2 > rows ? std::vector<std::string>() : lines;
}

}  // namespace broadside::imports
