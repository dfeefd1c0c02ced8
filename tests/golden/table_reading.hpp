#pragma once

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include "golden/plain_text.hpp"
#include "support/browser.hpp"

/// A table read as by ear: each cell with its heads.
namespace broadside::testing {

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

inline std::string without_indent(const std::string& line) {
    return line.substr(std::min(line.find_first_not_of(' '), line.size()));
}

enum class HeadOf { Nothing, Column, Row };

struct HeardCell {
    HeadOf head_of = HeadOf::Nothing;
    std::string text;
};

using HeardRow = std::vector<HeardCell>;

/// Whatever spaces, hyphens and joiners the lines are broken at.
inline std::string heard(std::string text) {
    for (const char* unheard : {"\u2066", "\u2067", "\u2068", "\u2069", "\u00ad", "\u2060"})
        text = replaced(std::move(text), unheard, "");
    return squeezed(std::move(text));
}

/// "section, row, column: content" of every cell of the table's body. A row of column heads, with a
/// head of its own or without, is a head, a row of nothing but one row head a section.
inline std::vector<std::string> facts_of(const std::vector<HeardRow>& rows) {
    const auto all = [](const HeardRow& row, HeadOf kind) {
        return std::all_of(row.begin(), row.end(),
                           [&](const HeardCell& cell) { return cell.head_of == kind; });
    };
    std::vector<std::string> facts, columns;
    std::string section;
    for (const HeardRow& row : rows) {
        columns.resize(std::max(columns.size(), row.size()));
        const bool is_head = std::none_of(row.begin(), row.end(), [](const HeardCell& cell) {
            return cell.head_of == HeadOf::Nothing;
        });
        if (is_head && !all(row, HeadOf::Row)) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                if (columns[i] != row[i].text) columns[i] += row[i].text;
            }
            continue;
        }
        if (all(row, HeadOf::Row)) {
            section = row.front().text;
            continue;
        }
        std::string row_head;
        for (const HeardCell& cell : row) {
            if (cell.head_of == HeadOf::Row) row_head = cell.text;
        }
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (row[i].head_of == HeadOf::Nothing)
                facts.push_back(section + ", " + row_head + ", " + columns[i] + ": " + row[i].text);
        }
    }
    return facts;
}

/// The tables of a page, as a browser tells of them.
inline std::vector<HeardRow> rows_of(const Accessible& page) {
    std::vector<HeardRow> rows;
    for (const Accessible* table : page.all("table")) {
        for (const Accessible* row : table->all("row")) {
            HeardRow& cells = rows.emplace_back();
            for (const Accessible& cell : row->children) {
                if (cell.role != "cell" && cell.role != "rowheader" && cell.role != "columnheader")
                    throw std::runtime_error("a row holds a " + cell.role);
                const HeadOf head = cell.role == "rowheader"      ? HeadOf::Row
                                    : cell.role == "columnheader" ? HeadOf::Column
                                                                  : HeadOf::Nothing;
                cells.push_back({head, heard(cell.name)});
            }
        }
    }
    return rows;
}

/// The table that is meant, from the dump of the document; covered slots say what covers them.
class DocTableReader {
public:
    explicit DocTableReader(const std::string& dump) {
        for (const std::string& indented : lines_of(dump)) read(indented);
        settle();
    }

    const std::vector<HeardRow>& rows() const { return rows_; }

private:
    void read(const std::string& indented) {
        const std::string line = without_indent(indented);
        const std::size_t indent = indented.size() - line.size();
        std::size_t number = 0, row = 0, column = 0;
        if (indent <= 4) is_table_ = line.starts_with("table ");
        if (!is_table_) return;
        if (indent == 6 && line.starts_with("row ")) {
            settle();
            rows_.emplace_back();
        } else if (std::sscanf(line.c_str(), "%zu covered by %zu %zu", &number, &row, &column) ==
                   3) {
            settle();
            rows_.back().push_back(rows_.at(row).at(column));
        } else if (indent == 8 && line.find(" cell ") != std::string::npos) {
            settle();
            rows_.back().push_back({head_of(line), ""});
        } else if (is_short_ || line == "short") {
            is_short_ = true;
        } else if (indent > 8 && line.starts_with("badge ")) {
            badge_ = unquoted(line);
        } else if (indent > 8 && line.find('"') != std::string::npos) {
            const std::size_t spoken = line.find(" spoken \"");
            rows_.back().back().text +=
                heard(unquoted(spoken == line.npos ? line : line.substr(spoken)));
        }
    }

    static HeadOf head_of(const std::string& line) {
        if (line.find(" scope row") != std::string::npos) return HeadOf::Row;
        return line.find(" scope ") != std::string::npos ? HeadOf::Column : HeadOf::Nothing;
    }

    /// A badge stands first in the dump and is said last.
    void settle() {
        if (!badge_.empty()) rows_.back().back().text += heard(badge_);
        badge_.clear();
        is_short_ = false;
    }

    std::vector<HeardRow> rows_;
    std::string badge_;
    bool is_table_ = false;
    bool is_short_ = false;  // the short form of a head, which is last and not heard
};

}  // namespace broadside::testing
