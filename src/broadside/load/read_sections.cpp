#include "broadside/load/read_sections.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/dataset_keys.hpp"
#include "broadside/load/read_cell.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/load/syntax/pointer.hpp"

namespace broadside::load {

namespace {

void read_row_band(const Node& node, Report& report, model::Row& row) {
    if (node.is(JsonType::Null)) {
        row.band.pointer = node.pointer;
    } else if (node.is(JsonType::Object)) {
        const ObjectReader object(node, kRowBandKeys, report);
        object.read("id", row.band, read_reference);
        row.band_provenance = read_provenance(object);
    } else {
        row.band = read_reference(node, report);
    }
}

class SectionsReader {
public:
    SectionsReader(const ColumnsRead& columns, Report& report)
        : columns_(columns), report_(report) {
        for (const model::Column& column : columns.columns) {
            column_ids_.push_back(column.id);
            if (columns.doubtful.count(column.id) == 0) readable_.emplace(column.id, &column);
        }
        std::sort(column_ids_.begin(), column_ids_.end());
    }

    std::size_t row_count() const { return row_count_; }

    model::Section read_section(const Node& node) {
        model::Section section;
        section.pointer = node.pointer;
        const ObjectReader object(node, kSectionKeys, report_);
        object.read("id", section.id, read_id);
        object.read("title", section.title, read_nonempty_text);
        if (const auto id = object.find("id")) section_ids_.add(section.id, id->place(), report_);
        if (const auto rows = object.find("rows")) {
            for (const Node& row : items_of(*rows, report_)) {
                if (++row_count_ > limits::kMaxRows || columns_.columns.empty()) continue;
                section.rows.push_back(read_row(row));
            }
        }
        return section;
    }

private:
    model::Row read_row(const Node& node) {
        model::Row row;
        row.pointer = node.pointer;
        const ObjectReader object(node, kRowKeys, report_, column_ids_);
        object.read("id", row.id, read_id);
        if (const auto id = object.find("id")) row_ids_.add(row.id, id->place(), report_);
        if (const auto band = object.find("band")) read_row_band(*band, report_, row);
        row.provenance = read_provenance(object);
        for (const JsonMember& member : node.value->members) {
            const auto column = readable_.find(member.key);
            if (column == readable_.end()) continue;
            const Node cell{&member.value, child_pointer(node.pointer, member.key)};
            row.cells.emplace(member.key, read_cell(cell, report_, *column->second));
        }
        return row;
    }

    const ColumnsRead& columns_;
    Report& report_;
    std::vector<std::string_view> column_ids_;
    std::unordered_map<std::string_view, const model::Column*> readable_;
    UniqueIds section_ids_;
    UniqueIds row_ids_;  // over all sections: translations name a row by its id alone
    std::size_t row_count_ = 0;
};

}  // namespace

std::vector<model::Section> read_sections(const Node& node, Report& report,
                                          const ColumnsRead& columns) {
    std::vector<model::Section> sections;
    SectionsReader reader(columns, report);
    for (const Node& item : items_of(node, report)) sections.push_back(reader.read_section(item));
    if (reader.row_count() == 0 && node.is(JsonType::Array)) {
        report.error(node.place(), {"empty-list", "expected at least one row, got none"});
    }
    if (reader.row_count() > limits::kMaxRows) {
        report.error(node.place(), {"too-many", fmt::format("expected at most {} rows, got {}",
                                                            limits::kMaxRows, reader.row_count())});
    }
    return sections;
}

}  // namespace broadside::load
