#pragma once

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "golden/plain_text.hpp"
#include "golden/poppler.hpp"

/// Reads the dump of the placed stage, and finds the words of a PDF by it.
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

/// A character of the Basic Multilingual Plane in UTF-8.
inline std::string utf8(unsigned code) {
    const auto byte = [](unsigned value) { return static_cast<char>(value); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xc0 | (code >> 6)), byte(0x80 | (code & 0x3f))};
    return {byte(0xe0 | (code >> 12)), byte(0x80 | ((code >> 6) & 0x3f)),
            byte(0x80 | (code & 0x3f))};
}

/// The first quoted text of a dump's line, in whichever quotes that stage uses.
inline std::string unquoted(const std::string& line) {
    const std::size_t start = line.find_first_of("\"'");
    if (start == std::string::npos) return {};
    std::string text;
    for (std::size_t i = start + 1; i < line.size() && line[i] != line[start]; ++i) {
        unsigned code = 0;
        if (std::sscanf(line.c_str() + i, "\\u%4x", &code) == 1) {
            text += utf8(code);
            i += 5;
            continue;
        }
        if (line[i] == '\\' && i + 1 < line.size()) ++i;
        text += line[i];
    }
    return text;
}

/// The number before the last word of a run: `… "Signal" Noto Sans 700 10 #16233a`.
inline double run_size(const std::string& line) {
    std::istringstream words(line.substr(line.rfind('"') + 1));
    double size = 0;
    std::string before;
    for (std::string word; words >> word; before = word) {
        if (word.front() == '#') std::sscanf(before.c_str(), "%lf", &size);
    }
    return size;
}

inline std::string without_indent(const std::string& line) {
    return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

inline std::vector<PlacedLine> placed_lines(const std::string& dump) {
    std::vector<PlacedLine> lines;
    std::size_t pages = 0;
    for (const std::string& indented : lines_of(dump)) {
        const std::string line = without_indent(indented);
        PlacedLine text;
        if (line.starts_with("page ")) {
            ++pages;
        } else if (std::sscanf(line.c_str(), "line %lf,%lf width %lf", &text.left, &text.baseline,
                               &text.width) == 3) {
            text.page = pages - 1;
            lines.push_back(text);
        } else if (line.starts_with("run ") && !lines.empty()) {
            if (lines.back().text.empty()) lines.back().size = run_size(line);
            lines.back().text += unquoted(line);
        }
    }
    return lines;
}

/// Cells of a document that is one page with one table.
inline std::vector<PlacedCell> placed_cells(const std::string& dump) {
    std::vector<PlacedCell> cells;
    std::vector<std::string> row_ids;
    for (const std::string& indented : lines_of(dump)) {
        const std::string line = without_indent(indented);
        PlacedCell cell;
        std::size_t row = 0;
        if (line.starts_with("row ")) {
            const std::size_t at = line.find(" id ");
            std::istringstream id(at == std::string::npos ? "" : line.substr(at + 4));
            id >> row_ids.emplace_back();
        } else if (std::sscanf(line.c_str(), "cell %zu %zu %lf,%lf %lfx%lf", &row, &cell.column,
                               &cell.left, &cell.top, &cell.width, &cell.height) == 6) {
            cell.row = row_ids.at(row);
            cells.push_back(cell);
        }
    }
    return cells;
}

inline bool holds(const PlacedCell& cell, const PlacedLine& line) {
    return line.left >= cell.left && line.left + line.width <= cell.left + cell.width &&
           line.baseline > cell.top && line.baseline < cell.top + cell.height;
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
inline std::map<CellId, std::string> pdf_cells(const std::string& placed, const std::string& pdf) {
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
