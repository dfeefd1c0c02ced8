#pragma once

#include <set>
#include <string>
#include <vector>

#include "broadside/load/read_value.hpp"
#include "broadside/model/dataset.hpp"

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

}  // namespace broadside::load
