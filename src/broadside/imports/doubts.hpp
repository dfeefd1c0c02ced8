#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/table.hpp"

/// What a sheet has that its table has not, or may be read in another way, which is told.
namespace broadside::imports {

/// Numbers with three digits behind their only separator, where nothing tells which sign that is.
void tell_of_decimals(const Table& table, const std::string& file, Diagnostics& diagnostics);

/// Heads that are figures, above figures: the sheet may have none. Words above figures in the first
/// row: it may be a second one of heads.
void tell_of_heads(const Table& table, const std::string& file, Diagnostics& diagnostics);

/// Cells that end as if there were a note: `calls` have the name of the first that does.
void tell_of_calls(const std::map<std::string, std::string>& calls, const std::string& file,
                   Diagnostics& diagnostics);

/// Tables beside each other, with an empty column between them, and below each other, with heads of
/// their own, of which one is made. `heads`, `end`: rows where the table begins and ends.
void tell_of_tables(const sheets::Sheet& sheet, std::size_t heads, std::size_t end,
                    const std::string& file, Diagnostics& diagnostics);

/// Columns in which some rows say nothing, and print nothing.
void tell_of_empty_cells(const Table& table, const std::string& file, Diagnostics& diagnostics);

/// Last rows that are taken for sums of others.
void tell_of_sums(const Table& table, const std::string& file, Diagnostics& diagnostics);

/// Names that stand under others.
void tell_of_levels(const Table& table, const std::string& file, Diagnostics& diagnostics);

/// Of what stays in a dataset, though the sheet does not have it. `noun`: of one of them; `reason`:
/// "not in", "empty in".
void tell_of_kept(const std::string& file, std::string_view noun, std::string_view reason,
                  const std::vector<std::string>& ids, Diagnostics& diagnostics);

/// Tells of columns of dates of which the sheet shows the names of days as well.
void tell_of_weekdays(const Table& table, const std::string& file, Diagnostics& diagnostics);

/// Whether a row says all heads again, as on each page of a print.
bool is_again(const std::vector<sheets::Cell>& heads, const std::vector<sheets::Cell>& row);

/// Whether a row consists of dashes alone, as lines are drawn in a text.
bool is_rule(const std::vector<sheets::Cell>& cells);

/// Tells of such rows, which are left out.
void tell_of_rules(std::size_t rules, const std::string& file, Diagnostics& diagnostics);

}  // namespace broadside::imports
