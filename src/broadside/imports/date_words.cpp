#include <algorithm>

#include "broadside/imports/table.hpp"
#include "broadside/unicode/date.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::imports {

namespace {

void write_date(const sheets::Cell* cell, std::string_view language, std::string& text) {
    if (cell == nullptr || cell->date.empty() || text != cell->text) return;
    const std::string& pattern = cell->date_pattern;
    const auto written = [&](std::string_view tag) {
        return unicode::format_date_as(cell->date, tag, pattern, unicode::kAsciiZero);
    };
    // A time may stand behind the date.
    const std::size_t end =
        cell->text.starts_with(cell->date) ? cell->date.size() : written("en").size();
    const std::string date =
        pattern.empty() ? unicode::format_date(cell->date, language, unicode::DateLength::Numeric,
                                               unicode::kAsciiZero)
                        : written(language);
    text = date + cell->text.substr(std::min(end, cell->text.size()));
}

}  // namespace

void write_as_shown(Table& table) {
    for (Column& column : table.columns) write_date(column.head.cell, table.language, column.title);
    for (Section& section : table.sections) {
        write_date(section.title.cell, table.language, section.title.text);
        for (Row& row : section.rows) {
            for (Content& content : row.cells)
                write_date(content.cell, table.language, content.text);
        }
    }
}

}  // namespace broadside::imports
