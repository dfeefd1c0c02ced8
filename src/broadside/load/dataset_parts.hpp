#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "broadside/load/read_value.hpp"
#include "broadside/model/dataset.hpp"

/// What a dataset is read from: a reader for each of its larger parts.
namespace broadside::load {

struct ColumnsRead {
    std::vector<model::Column> columns;
    std::set<std::string> doubtful;  // ids of columns with errors: their cells cannot be judged
};

ColumnsRead read_columns(const Node& node, Report& report);

std::vector<model::Spanner> read_spanners(const Node& node, Report& report);

inline constexpr ValueType<std::vector<model::Spanner>> kSpanners{
    read_spanners, {.definition = "spanner", .shape = Schema::Shape::List}};

std::vector<ObjectKeys> column_objects();

/// At least one row in all. Cells of doubtful columns are not read; without any column no row is.
std::vector<model::Section> read_sections(const Node& node, Report& report,
                                          const ColumnsRead& columns);

/// A row's own keys, beside those of its cells.
std::span<const Key> row_keys();

std::vector<ObjectKeys> section_objects();

/// Takes every reference out of a dataset with errors that may name something which could not be
/// read: those that are left and name nothing are mistakes of their own. Fills in `unread`, for the
/// references of layouts.
void drop_doubtful_references(const JsonValue& root, model::Dataset& dataset);

}  // namespace broadside::load
