#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/report.hpp"
#include "broadside/model/records.hpp"

/// What a dataset says of the records that it takes.
namespace broadside::load {

std::vector<model::RecordField> read_record_fields(const Node& node, Report& report);

inline constexpr ValueType<std::vector<model::RecordField>> kRecordFields{
    read_record_fields, {.definition = "record_field", .shape = Schema::Shape::ById, .least = 1}};

ObjectKeys record_field_object();

/// What is wrong with a value of the type: a value of a record, which is not empty, or the default
/// of its field. Nothing: it is one.
std::optional<Problem> problem_of(std::string_view value, model::FieldType type);

}  // namespace broadside::load
