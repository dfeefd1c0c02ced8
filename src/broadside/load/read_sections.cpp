#include "broadside/load/dataset_parts.hpp"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/read_cell.hpp"

namespace broadside::load {

namespace {

using model::Row;
using model::Section;

constexpr ObjectType kRowBand{
    "row_band", "A band and why the row is in it.",
    std::array{required<&Row::band, kReference>("id", "The band."),
               source_field<&Row::band_provenance>(), certainty_field<&Row::band_provenance>(),
               checked_field<&Row::band_provenance>()}};

void read_row_band(const Node& node, Report& report, Row& row) {
    if (node.is(JsonType::Null)) {
        row.band.place = node.place();
    } else if (node.is(JsonType::Object)) {
        read_fields<kRowBand>(node, report, row);
    } else {
        row.band = read_reference(node, report);
    }
}

constexpr ObjectType kRow{
    "row", "Its own keys, and one cell for each column id.",
    std::array{required<&Row::id, kId>("id", "Unique in the whole dataset."),
               Field<Row>{{"band",
                           Presence::Optional,
                           {.members = R"("anyOf": [{"$ref": "#/$defs/id"}, {"type": "null"}, )"
                                       R"({"$ref": "#/$defs/row_band"}])"},
                           "A band's id; null keeps the row out of every rule."},
                          read_row_band},
               source_field<&Row::provenance>(), certainty_field<&Row::provenance>(),
               checked_field<&Row::provenance>()},
    R"("additionalProperties": {"$ref": "#/$defs/cell_or_value"})"};

constexpr ObjectType kSection{
    "section", "",
    std::array{
        required<&Section::id, kId>("id"),
        optional<&Section::title, kNonemptyText>(
            "title", "Rich text of the section bar; without it there is none."),
        Field<Section>{
            {"rows", kRequired, {.definition = "row", .shape = Schema::Shape::List}, "The rows."}},
        Field<Section>{{"summary",
                        Presence::Optional,
                        {.definition = "row", .shape = Schema::Shape::List},
                        "Rows below them that sum them up: set strong, under a rule."}},
        optional<&Section::notes, kReferences>("notes", "Notes on the title.")},
    R"("if": {"required": ["notes"]}, "then": {"required": ["title"]})"};

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
        section.place = node.place();
        const ObjectReader object = read_fields<kSection>(node, report_, section);
        if (const auto id = object.find("id")) section_ids_.add(section.id, id->place(), report_);
        if (object.find("notes") && !object.find("title")) {
            for (const NodeMember& member : members_of(node, report_)) {
                if (member.key == "notes")
                    report_misplaced_key(member, report_, "the section has no title");
            }
        }
        for (const std::string_view key : {"rows", "summary"}) {
            const auto rows = object.find(key);
            if (!rows) continue;
            const std::vector<Node> items = items_of(*rows, report_);
            const std::size_t left = limits::kMaxRows - std::min(limits::kMaxRows, row_count_);
            section.rows.reserve(section.rows.size() + std::min(items.size(), left));
            for (const Node& row : items) {
                if (++row_count_ > limits::kMaxRows || columns_.columns.empty()) continue;
                section.rows.push_back(read_row(row));
                section.rows.back().is_summary = key == "summary";
            }
        }
        return section;
    }

private:
    model::Row read_row(const Node& node) {
        model::Row row;
        row.place = node.place();
        const ObjectReader object = read_fields<kRow>(node, report_, row, column_ids_);
        if (const auto id = object.find("id")) row_ids_.add(row.id, id->place(), report_);
        std::vector<model::Cell> cells;
        cells.reserve(std::min(node.value->members.size(), columns_.columns.size()));
        for (const JsonMember& member : node.value->members) {
            const auto column = readable_.find(member.key);
            if (column == readable_.end()) continue;
            model::Cell& cell =
                cells.emplace_back(read_cell({&member.value, node.file}, report_, *column->second));
            cell.column = static_cast<std::uint16_t>(column->second - columns_.columns.data());
        }
        std::sort(cells.begin(), cells.end(),
                  [](const model::Cell& a, const model::Cell& b) { return a.column < b.column; });
        row.cells = std::move(cells);
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

std::span<const Key> row_keys() { return kKeysOf<kRow>; }

std::vector<ObjectKeys> section_objects() {
    return {kObjectOf<kSection>, kObjectOf<kRow>, kObjectOf<kRowBand>};
}

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
