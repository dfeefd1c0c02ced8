#include <algorithm>

#include "broadside/imports/label_heads.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/unicode/characters.hpp"
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

/// A workbook has no signs of its own in numbers: it shows those of its reader's language. What
/// stands around the digits stands where the sheet shows it; digits of other scripts stay.
void write_number(const sheets::Cell* cell, const unicode::NumberFormat& format,
                  std::string& text) {
    if (cell == nullptr || cell->type != sheets::CellType::Number || text != cell->text) return;
    std::string_view digits = cell->number;
    const std::size_t at = text.find(digits);
    if (at == text.npos || (cell->before.empty() && cell->behind.empty() && !cell->is_grouped)) {
        const std::size_t point = text.find('.');
        if (point != text.npos) text.replace(point, 1, format.decimal);
        return;
    }
    std::string shown(text.substr(0, at));  // a plus
    if (digits.starts_with('-')) {
        shown += '-';
        digits.remove_prefix(1);
    }
    std::string number(digits);
    if (cell->is_grouped)
        number = unicode::format_number(digits, format, unicode::kAsciiZero).text;
    else if (const std::size_t point = number.find('.'); point != number.npos)
        number.replace(point, 1, format.decimal);
    // Languages differ in whether a space stands there: "# %".
    const std::string behind = unicode::trimmed(cell->behind) != "%" ? cell->behind
                               : format.percent == "#%"              ? "%"
                                                                     : " %";
    shown.append(cell->before).append(number).append(behind);
    text = unicode::trimmed(shown);
}

}  // namespace

void write_as_shown(Table& table) {
    const unicode::NumberFormat& format =
        unicode::number_format(table.language, unicode::kAsciiZero);
    for (Column& column : table.columns) write_date(column.head.cell, table.language, column.title);
    for (Section& section : table.sections) {
        write_date(section.title.cell, table.language, section.title.text);
        for (Row& row : section.rows) {
            for (std::size_t i = 0; i < table.columns.size(); ++i) {
                Content& content = row.cells[i];
                write_date(content.cell, table.language, content.text);
                // 1.10 of chapters has no decimals.
                if (!is_head_of_numbering(table.columns[i].title))
                    write_number(content.cell, format, content.text);
            }
        }
    }
}

}  // namespace broadside::imports
