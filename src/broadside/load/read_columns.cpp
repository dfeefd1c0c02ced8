#include "broadside/load/read_columns.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/dataset_keys.hpp"
#include "broadside/load/read_cell.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/object_reader.hpp"

namespace broadside::load {

namespace {

using model::ColumnKind;

ColumnKind read_column_kind(const Node& node, Report& report) {
    static constexpr Word<ColumnKind> kKinds[] = {{"name", ColumnKind::Name},
                                                  {"text", ColumnKind::Text},
                                                  {"symbol", ColumnKind::Symbol},
                                                  {"plain", ColumnKind::Plain}};
    return read_word(node, report, kKinds);
}

/// Ids that would hide a row's own keys.
bool is_reserved(std::string_view id) {
    return std::any_of(std::begin(kRowKeyList), std::end(kRowKeyList),
                       [&](const Key& key) { return key.name == id; });
}

std::string read_column_id(const Node& node, Report& report) {
    std::string id = read_id(node, report);
    if (is_reserved(id)) {
        report_mismatch(
            node, report,
            {"reserved-id", "another id for a column", {"rows have a key of this name"}});
    }
    return id;
}

void report_kind_conflicts(const Node& node, Report& report, ColumnKind kind) {
    const std::string reason = fmt::format("the column is of kind {}", to_string(kind));
    for (const NodeMember& member : members_of(node, report)) {
        const bool misplaced =
            (member.key == "sample" && kind != ColumnKind::Name) ||
            (member.key == "merge" && kind != ColumnKind::Text && member.node.text() == "true") ||
            (member.key == "values" && (kind == ColumnKind::Name || kind == ColumnKind::Plain));
        if (misplaced) report_misplaced_key(member, report, reason);
    }
    if (kind == ColumnKind::Symbol && !node.value->find("values")) {
        report.error(node.place(),
                     {"missing-key", "missing key \"values\": a symbol column needs a vocabulary"});
    }
}

model::Column read_column(const Node& node, Report& report) {
    model::Column column;
    column.pointer = node.pointer;
    const ObjectReader object(node, kColumnKeys, report);
    object.read("id", column.id, read_column_id);
    object.read("title", column.title, read_nonempty_text);
    object.read("values", column.values, read_reference);
    object.read("merge", column.merge, read_flag);
    object.read("notes", column.notes, read_references);
    object.read("sample", column.sample, read_sample);
    object.read("translate", column.translate, read_flag);
    if (const auto kind = object.find("kind")) {
        column.kind = read_column_kind(*kind, report);
        report_kind_conflicts(node, report, column.kind);
    }
    return column;
}

model::Spanner read_spanner(const Node& node, Report& report) {
    model::Spanner spanner;
    spanner.pointer = node.pointer;
    const ObjectReader object(node, kSpannerKeys, report);
    object.read("title", spanner.title, read_nonempty_text);
    if (const auto columns = object.find("columns")) {
        nonempty_items_of(*columns, report, "column");
        if (columns->is(JsonType::Array)) spanner.columns = read_references(*columns, report);
    }
    return spanner;
}

}  // namespace

ColumnsRead read_columns(const Node& node, Report& report) {
    ColumnsRead read;
    UniqueIds ids;
    const std::vector<Node> items = nonempty_items_of(node, report, "column");
    if (items.size() > limits::kMaxColumns) {
        report.error(items[limits::kMaxColumns].place(),
                     {"too-many", fmt::format("expected at most {} columns, got {}",
                                              limits::kMaxColumns, items.size())});
        return read;
    }
    for (const Node& item : items) {
        const std::size_t errors_before = report.count();
        model::Column column = read_column(item, report);
        if (report.count() > errors_before) read.doubtful.insert(column.id);
        if (const JsonMember* id = item.value->find("id"))
            ids.add(column.id, {id->value.offset, item.pointer + "/id"}, report);
        read.columns.push_back(std::move(column));
    }
    return read;
}

std::vector<model::Spanner> read_spanners(const Node& node, Report& report) {
    std::vector<model::Spanner> spanners;
    for (const Node& item : items_of(node, report)) spanners.push_back(read_spanner(item, report));
    return spanners;
}

}  // namespace broadside::load
