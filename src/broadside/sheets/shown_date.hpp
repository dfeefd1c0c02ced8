#pragma once

#include <string>
#include <string_view>

#include "broadside/sheets/sheet.hpp"

namespace broadside::sheets {

/// How a spreadsheet shows a date.
struct ShownDate {
    std::string pattern = {};  // see `Cell::date_pattern`
    bool has_year = true;
    bool is_year = false;  // and nothing else
};

/// By a format's first section, without the time that may stand beside the date. Years are written
/// in full.
ShownDate shown_by_format(std::string_view section);

/// By what a cell shows.
ShownDate shown_as(std::string_view text, std::string_view date);

/// What day number 0 is. In 1900 there is a 29 February that never was.
enum class DateSystem { Since1900, Since1904 };

/// Of ISO 8601; empty where a day has no date.
std::string date_of(double day, DateSystem system);

/// A year is a number, and a day or month of no year is a text; all else is a date.
void set_date(Cell& cell, std::string date, const ShownDate& shown);

}  // namespace broadside::sheets
