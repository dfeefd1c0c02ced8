#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "broadside/sheets/sheet.hpp"

/// One reader a format. Each adds what is wrong to `diagnostics`, without the name of the file, and
/// gives nothing then.
namespace broadside::sheets {

struct SheetInput {
    const std::string& name;  // of the file
    std::string_view bytes;
    const SheetRequest& request;
};

/// Rows of fields between the separator that makes the most even rows (RFC 4180, and what programs
/// write for it). `utf8`: the file's text.
std::optional<Sheet> read_delimited(std::string_view utf8, Diagnostics& diagnostics);

/// A table of GitHub Flavored Markdown; of several the one that is asked for, with the heading
/// before it as its name.
std::optional<Sheet> read_markdown(const SheetInput& input, std::string_view utf8,
                                   Diagnostics& diagnostics);

/// Office Open XML (ECMA-376, SpreadsheetML).
std::optional<Sheet> read_xlsx(const SheetInput& input, Diagnostics& diagnostics);

/// OpenDocument 1.3, spreadsheets.
std::optional<Sheet> read_ods(const SheetInput& input, Diagnostics& diagnostics);

/// Which of a file's sheets is asked for, by name or number from 1; nothing where there is none
/// such, which is an error that names them all. Empty `wanted`: npos.
std::optional<std::size_t> chosen_sheet(const std::string& wanted,
                                        const std::vector<std::string>& names,
                                        Diagnostics& diagnostics);

/// A hint for what is no spreadsheet.
std::string known_formats();

/// Tells that cells have remarks.
void tell_of_remarks(Diagnostics& diagnostics);

/// Tells of sheets besides the one that is read, and of those that are hidden.
void tell_of_others(const std::vector<std::string>& names, const std::set<std::string>& hidden,
                    const std::string& read, Diagnostics& diagnostics);

}  // namespace broadside::sheets
