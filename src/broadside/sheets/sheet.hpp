#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/result.hpp"

/// A spreadsheet as its file has it: cells, and no guess at what they mean.
namespace broadside::sheets {

/// Boolean: its text is "TRUE" or "FALSE".
enum class CellType : std::uint8_t { Text, Number, Date, Boolean };

/// A cell that says something, or that covers others.
///
/// Guarantees: texts are valid UTF-8 that a dataset takes, without white space at their ends; a
/// number is one of JSON without exponent; a date is one of ISO 8601.
struct Cell {
    std::uint32_t column = 0;  // from 0
    CellType type = CellType::Text;
    bool is_strong = false;      // all of it is bold
    std::uint8_t indent = 0;     // spaces in front of a text, or steps of a workbook
    bool is_label = false;       // a text of digits that are no quantity's: "01067", "Q3"
    bool is_sum = false;         // a formula that sums cells of several rows up
    bool is_grouped = false;     // a number that is shown with separators of thousands
    std::uint32_t row_span = 1;  // rows that it covers, itself included
    std::uint32_t column_span = 1;
    std::string rich;    // of a text with emphasis, the same in a dataset's markup; empty: none
    std::string text;    // of a text, or how a number or date is best written in words
    std::string number;  // with the digits that the sheet shows, where it says how many
    std::string unit;    // of a number: "%", or a currency's sign
    std::string before, behind;  // what the sheet shows around a number's digits: "£", " kg"
    std::string date;  // also of a text that has one: with a time, or shown without its year
    std::string date_pattern;  // that shows it, of CLDR: "dd/MM/y"; empty: as languages have it
    std::string url;           // where it leads; as written
};

struct Row {
    std::vector<Cell> cells;    // by their columns
    bool has_left_out = false;  // cells besides, of which no words are left
};

/// Guarantees: spans stay inside it and cover nothing that says something; its last row and its
/// last column are not empty; at most limits::kMaxRows, kMaxColumns and kMaxSheetCells.
struct Sheet {
    std::string name;
    std::vector<Row> rows;
    std::size_t columns = 0;
    bool has_furigana = false;  // signs of how Japanese words are read

    /// Null where a cell says nothing.
    const Cell* at(std::size_t row, std::size_t column) const;
};

struct SheetRequest {
    std::string sheet;     // a name, or a number from 1; empty: the first that has cells
    std::string encoding;  // of a text; empty: UTF-8, UTF-16, else guessed
};

/// How messages call the formats that are read.
std::vector<std::string_view> sheet_formats();

/// PASS bytes → sheet, by the bytes and, where these do not tell, by the name. Warnings tell of
/// what the file has and the sheet has not: hidden rows and columns, other sheets, remarks. Fails
/// on a file that is none of these, damaged, or larger than limits.
Result<Sheet> read_sheet(const std::string& name, std::string_view bytes,
                         const SheetRequest& request);

}  // namespace broadside::sheets
