#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "broadside/placed/parts.hpp"
#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"

/// Where lines and cells are placed, and the words of a PDF that stand there.
namespace broadside::testing {

struct PlacedLine {
    std::size_t page = 0;
    double left = 0, baseline = 0, width = 0;
    double size = 0;  // of its first run
    std::string text;
};

struct PlacedCell {
    std::size_t page = 0;
    std::string row;  // its id
    std::size_t column = 0;
    double left = 0, top = 0, width = 0, height = 0;
};

inline std::vector<PlacedLine> placed_lines(const placed::Document& document) {
    std::vector<PlacedLine> lines;
    for (std::size_t page = 0; page < document.pages.size(); ++page) {
        placed::for_each_part(document.pages[page].items, [&](const placed::Text& text) {
            for (const placed::Line& line : text.lines) {
                PlacedLine& read = lines.emplace_back(PlacedLine{
                    page, line.left.value, line.baseline.value, line.width.value, 0, {}});
                for (const placed::Run& run : line.runs) {
                    if (read.text.empty()) read.size = run.glyphs.size.value;
                    read.text += run.glyphs.utf8;
                }
            }
        });
    }
    return lines;
}

inline std::vector<std::string> texts_of(const std::vector<PlacedLine>& lines) {
    std::vector<std::string> texts;
    for (const PlacedLine& line : lines) texts.push_back(line.text);
    return texts;
}

/// Cells of a document that is one page with one table.
inline std::vector<PlacedCell> placed_cells(const placed::Document& document) {
    std::vector<PlacedCell> cells;
    placed::for_each_part(document.pages.front().items, [&](const placed::Table& table) {
        for (const placed::Cell& cell : table.cells)
            cells.push_back({0, table.rows.at(cell.row).id, cell.column, cell.box.x.value,
                             cell.box.y.value, cell.box.width.value, cell.box.height.value});
    });
    return cells;
}

inline bool holds(const PlacedCell& cell, const PlacedLine& line) {
    constexpr double kGrid = 0.01;
    return line.left >= cell.left - kGrid &&
           line.left + line.width <= cell.left + cell.width + kGrid && line.baseline > cell.top &&
           line.baseline < cell.top + cell.height;
}

/// How far a word's middle is from the middle of a line's letters, in ems; a word beside the line
/// is far away. A raised note mark is within half an em. A separator that is not seen stands behind
/// its line.
inline double distance(const PdfWord& word, const PlacedLine& line) {
    const double room = word.text == "·" ? line.size : 0;
    const bool is_beside = word.page != line.page || word.centre_x() < line.left - room ||
                           word.centre_x() > line.left + line.width + room;
    if (is_beside) return 1e9;
    return std::abs(word.centre_y() - (line.baseline - 0.3 * line.size)) / line.size;
}

/// The words of the PDF that stand where each line was placed, in the same order as the lines.
/// Words that stand nowhere near a line come last.
inline std::vector<std::string> pdf_lines(const std::vector<PlacedLine>& lines,
                                          std::vector<PdfWord> words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
    std::vector<std::string> texts(lines.size());
    for (const PdfWord& word : words) {
        const auto nearest = std::min_element(lines.begin(), lines.end(),
                                              [&](const PlacedLine& a, const PlacedLine& b) {
                                                  return distance(word, a) < distance(word, b);
                                              });
        if (nearest == lines.end() || distance(word, *nearest) > 0.5) {
            texts.push_back(word.text);
            continue;
        }
        texts[static_cast<std::size_t>(nearest - lines.begin())] += word.text + " ";
    }
    for (std::string& text : texts) text = one_line(text);
    return texts;
}

using CellId = std::pair<std::string, std::size_t>;  // the row's id, the column

/// What the PDF says where each cell was placed, lines joined by spaces.
inline std::map<CellId, std::string> pdf_cells(const placed::Document& placed,
                                               const std::string& pdf) {
    const std::vector<PlacedLine> lines = placed_lines(placed);
    const std::vector<std::string> texts = pdf_lines(lines, pdf_words(pdf));
    std::map<CellId, std::string> cells;
    for (const PlacedCell& cell : placed_cells(placed)) {
        std::string& text = cells[{cell.row, cell.column}];
        for (std::size_t i = 0; i < lines.size(); ++i) {
            if (holds(cell, lines[i])) text = one_line(text + " " + texts[i]);
        }
    }
    return cells;
}

}  // namespace broadside::testing
