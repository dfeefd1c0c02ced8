#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

#include "broadside/base/limits.hpp"
#include "broadside/load/block_fields.hpp"
#include "broadside/load/length.hpp"

namespace broadside::load {

namespace {

using model::CellDesign;
using model::ColumnDesign;
using model::TableBlock;

constexpr Word<model::CellFill> kFills[] = {{"none", model::CellFill::None},
                                            {"tint", model::CellFill::Tint},
                                            {"solid", model::CellFill::Solid}};

constexpr Word<bool> kValueWords[] = {{"cell", false}, {"legend", true}};

constexpr Word<bool> kUnits[] = {{"cell", false}, {"head", true}};

constexpr ObjectType kColumnDesign{
    "table_column", "",
    std::array{
        optional<&ColumnDesign::width, kWidth>("width"),
        optional<&ColumnDesign::alignment, kOneOf<kAlignments>>(
            "align", "Alignment of its cells; bars begin on one line whatever it is."),
        optional<&ColumnDesign::vertical_alignment, kOneOf<kVerticalAlignments>>(
            "vertical_align", "Where in the height of its row a cell's content stands.",
            R"("middle")"),
        optional<&ColumnDesign::is_emphasised, kFlag>(
            "emphasis", "It stands out: on palette.emphasis, between two strong rules.", "false"),
        optional<&ColumnDesign::fill, kOneOf<kFills>>(
            "fill",
            "Behind cells with a value: the tint of its tone, or, solid, its ink under words "
            "and symbols in the paper's colour, or the page's ink; default: as the table says."),
        optional<&ColumnDesign::head, kOneOf<kHeadTurns>>(
            "head",
            "rotated: its title runs upwards, and columns of its kind are equally wide; "
            "auto: only in a table that would be too wide otherwise; slanted: by 45°, and so are "
            "the heads behind it.",
            R"("upright")"),
        optional<&ColumnDesign::hides_words, kOneOf<kValueWords>>(
            "value_words",
            "legend: a value whose fill tells it has its word in the legend alone, and for who "
            "listens to the page.",
            R"("cell")"),
        optional<&ColumnDesign::has_unit_in_head, kOneOf<kUnits>>(
            "units", "head: a column's unit stands once, in brackets behind its title.",
            R"("cell")")}};

using DesignsOfKinds = std::map<model::ColumnKind, ColumnDesign>;

template <std::size_t index>
constexpr Field<DesignsOfKinds> kind_field() {
    return {
        {model::kColumnKinds[index].word, Presence::Optional, {.definition = kColumnDesign.name}},
        [](const Node& node, Report& report, DesignsOfKinds& designs) {
            designs[model::kColumnKinds[index].meaning] = read_object<kColumnDesign>(node, report);
        }};
}

template <std::size_t... index>
constexpr auto kind_fields(std::index_sequence<index...>) {
    return std::array{kind_field<index>()...};
}

constexpr ObjectType kTableKinds{
    "table_kinds", "Widths, alignment and heads of all columns of a kind.",
    kind_fields(std::make_index_sequence<std::size(model::kColumnKinds)>())};

std::vector<model::TableColumn> read_table_columns(const Node& node, Report& report) {
    std::vector<model::TableColumn> columns;
    for (const NodeMember& member : id_members_of(node, report)) {
        columns.push_back(
            {member.key, member.node.place(), read_object<kColumnDesign>(member.node, report)});
    }
    return columns;
}

constexpr ValueType<std::vector<model::TableColumn>> kTableColumns{
    read_table_columns, {.definition = "table_column", .shape = Schema::Shape::ById}};

constexpr ObjectType kCellDesign{
    "table_cells", "Cells that begin in one of the rows and in one of the columns.",
    std::array{
        optional<&CellDesign::rows, kSelection>("rows", "Ids of rows; by default all."),
        optional<&CellDesign::columns, kSelection>("columns", "Ids of columns; by default all."),
        optional<&CellDesign::alignment, kOneOf<kAlignments>>(
            "align", "Their alignment; figures leave the axis of their column."),
        optional<&CellDesign::vertical_alignment, kOneOf<kVerticalAlignments>>(
            "vertical_align", "Where in their height their content stands.")},
    R"("anyOf": [{"required": ["align"]}, {"required": ["vertical_align"]}])"};

std::vector<CellDesign> read_cell_designs(const Node& node, Report& report) {
    std::vector<CellDesign> designs;
    for (const Node& item : items_of(node, report)) {
        designs.push_back(read_object<kCellDesign>(item, report));
        if (item.is(JsonType::Object) && !item.value->find("align") &&
            !item.value->find("vertical_align"))
            report.error(
                item.place(),
                {"missing-key", "expected \"align\" or \"vertical_align\" of these cells", {}});
    }
    return designs;
}

constexpr ValueType<std::vector<CellDesign>> kCellDesigns{
    read_cell_designs, {.definition = kCellDesign.name, .shape = Schema::Shape::List}};

constexpr ObjectType kTableBlock{
    "table_block", "",
    std::array{
        kind_of_block<TableBlock, BlockKind::Table>(), break_of_block<TableBlock>(),
        optional<&TableBlock::sections, kSelection>("sections",
                                                    "Sections to show; by default all."),
        optional<&TableBlock::select_columns, kSelection>(
            "select", "Columns to show, in this order; by default all."),
        optional<&TableBlock::select_rows, kSelection>(
            "rows", "Rows to show, in this order within their sections; by default all."),
        optional<&TableBlock::caption, kReference>(
            "caption", "Id of one of the dataset's \"texts\": stands above the table."),
        optional<&TableBlock::fill, kOneOf<kFills>>(
            "fill",
            "Behind cells with a value, in all columns; left out: a tint where many of them span "
            "columns, as in a schedule."),
        optional<&TableBlock::is_transposed, kFlag>(
            "transpose",
            "Rows stand as columns, under their names, and columns as rows; keys of "
            "\"columns\" then are ids of rows.",
            "false"),
        optional<&TableBlock::guides, kCount<std::size_t, 1, limits::kMaxColumns>>(
            "guides",
            "A rule behind every so many columns, for the eye to count by; default: none."),
        optional<&TableBlock::emphasised_rows, kSelection>(
            "emphasis",
            "Ids of rows that stand out: on palette.emphasis, between two "
            "strong rules; in a transposed table also of columns."),
        optional<&TableBlock::stripes, kFlag>("stripes", "Every other row of a section is tinted.",
                                              "false"),
        optional<&TableBlock::equal_rows, kFlag>(
            "equal_rows", "All rows are as high as the highest, as in a timetable.", "false"),
        optional<&TableBlock::says_continued, kFlag>(
            "continued",
            "The title of a section that stands again on the next page says so, as "
            "(continued) in the language of the page.",
            "false"),
        optional<&TableBlock::keep, kOneOf<kKeeps>>(
            "keep",
            "What stands on one page, where a page holds it: groups, rows that merged "
            "cells join and rows under a row; sections, these and whole sections.",
            R"("none")"),
        optional<&TableBlock::band_symbol, kOneOf<kBandSymbols>>(
            "band_symbol",
            "Where the symbol of a row's band stands: behind its name, or at the end of the column "
            "of names.",
            R"("name")"),
        optional<&TableBlock::narrow, kOneOf<kNarrowTables>>(
            "narrow",
            "Of HTML in a window that is too narrow for it: cards, one a row; scroll, sideways "
            "beside heads of rows that stay.",
            R"("cards")"),
        optional<&TableBlock::kinds, kValueOf<kTableKinds>>("kinds"),
        optional<&TableBlock::columns, kTableColumns>(
            "columns",
            "Widths, alignment and heads, by column id; they win over those of the kind."),
        optional<&TableBlock::cells, kCellDesigns>(
            "cells",
            "Alignment of single cells, which wins over that of their columns; of several "
            "that name a cell, the last wins.")}};

}  // namespace

WidthRule read_width(const Node& node, Report& report) {
    const auto width = node.is(JsonType::String) ? parse_width_rule(node.text()) : std::nullopt;
    if (!width) {
        report_mismatch(node, report,
                        {"bad-width",
                         "a width",
                         {"widths: min-content, max-content, fit-content(60mm), 2fr, 30mm, 25%; at "
                          "least 1pt, 0.001fr or 0.1%"}});
    }
    return width.value_or(WidthRule{Fraction{}});
}

model::TableBlock read_table_block(const Node& node, Report& report) {
    return read_object<kTableBlock>(node, report);
}

std::vector<ObjectKeys> table_objects() {
    return {kObjectOf<kTableBlock>, kObjectOf<kTableKinds>, kObjectOf<kColumnDesign>,
            kObjectOf<kCellDesign>};
}

}  // namespace broadside::load
