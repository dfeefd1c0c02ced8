#include "broadside/load/layout_parts.hpp"

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/length.hpp"

namespace broadside::load {

namespace {

using model::ColumnDesign;
using model::ColumnKind;

enum class BlockKind { Header, Legend, Table, Notes, Links, Imprint, Text, Picture, Row };

enum class Nesting { Page, Row };

BlockKind read_block_kind(const Node& node, Report& report) {
    static constexpr Word<BlockKind> kWords[] = {
        {"header", BlockKind::Header}, {"legend", BlockKind::Legend},
        {"table", BlockKind::Table},   {"notes", BlockKind::Notes},
        {"links", BlockKind::Links},   {"imprint", BlockKind::Imprint},
        {"text", BlockKind::Text},     {"picture", BlockKind::Picture},
        {"row", BlockKind::Row}};
    return read_word(node, report, kWords);
}

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

constexpr Word<Alignment> kAlignments[] = {
    {"start", Alignment::Start}, {"center", Alignment::Centre}, {"end", Alignment::End}};

constexpr Word<model::CellFill> kFills[] = {{"none", model::CellFill::None},
                                            {"tint", model::CellFill::Tint},
                                            {"solid", model::CellFill::Solid}};

constexpr ValueType<WidthRule> kWidth{read_width, {.definition = "width"}};

constexpr Word<HeadTurn> kHeadTurns[] = {
    {"upright", HeadTurn::Upright}, {"auto", HeadTurn::Auto}, {"rotated", HeadTurn::Rotated}};

constexpr ObjectType kColumnDesign{
    "table_column", "",
    std::array{
        optional<&ColumnDesign::width, kWidth>("width"),
        optional<&ColumnDesign::alignment, kOneOf<kAlignments>>("align", "Alignment of its cells."),
        optional<&ColumnDesign::is_emphasised, kFlag>(
            "emphasis", "It stands out: on palette.emphasis, between two strong rules.", "false"),
        optional<&ColumnDesign::fill, kOneOf<kFills>>(
            "fill",
            "Behind cells with a value: the tint of its tone, or, solid, its ink under words "
            "and symbols in the paper's colour; default: as the table says."),
        optional<&ColumnDesign::head, kOneOf<kHeadTurns>>(
            "head",
            "rotated: its title runs upwards, and columns of its kind are equally wide; "
            "auto: only in a table that would be too wide otherwise.",
            R"("upright")")}};

using DesignsOfKinds = std::map<ColumnKind, ColumnDesign>;

template <ColumnKind kind>
constexpr Field<DesignsOfKinds> kind_field(std::string_view name) {
    return {{name, Presence::Optional, {.definition = kColumnDesign.name}},
            [](const Node& node, Report& report, DesignsOfKinds& designs) {
                designs[kind] = read_object<kColumnDesign>(node, report);
            }};
}

constexpr ObjectType kTableKinds{
    "table_kinds", "Widths, alignment and heads of all columns of a kind.",
    std::array{kind_field<ColumnKind::Name>("name"), kind_field<ColumnKind::Text>("text"),
               kind_field<ColumnKind::Symbol>("symbol"), kind_field<ColumnKind::Plain>("plain"),
               kind_field<ColumnKind::Number>("number"), kind_field<ColumnKind::Date>("date")}};

std::vector<model::TableColumn> read_table_columns(const Node& node, Report& report) {
    std::vector<model::TableColumn> columns;
    for (const NodeMember& member : id_members_of(node, report)) {
        columns.push_back(
            {member.key, member.node.place(), read_object<kColumnDesign>(member.node, report)});
    }
    return columns;
}

/// An empty list would mean "all", which is not what was written.
std::vector<model::Reference> read_selection(const Node& node, Report& report) {
    if (node.is(JsonType::Array) && node.value->members.empty()) {
        report.error(
            node.place(),
            {"empty-list", "expected at least one id, got none", {"leave the key out for all"}});
    }
    return read_references(node, report);
}

using model::LinksBlock;
using model::NotesBlock;
using model::PictureBlock;
using model::TableBlock;
using model::TextBlock;

constexpr ValueType<std::vector<model::Reference>> kSelection{
    read_selection,
    {.definition = "id",
     .shape = Schema::Shape::List,
     .least = 1,
     .list_members = R"("uniqueItems": true)"}};
constexpr ValueType<std::vector<model::TableColumn>> kTableColumns{
    read_table_columns, {.definition = "table_column", .shape = Schema::Shape::ById}};

/// What a block is; its reader was chosen by it.
template <typename Block, const auto& words>
constexpr Field<Block> kind_of_block() {
    return {{"kind", kRequired, {.words = words}, "Kind of the block."}};
}

constexpr std::string_view kPlainWords[] = {"header", "legend", "imprint"};
constexpr std::string_view kTableWords[] = {"table"};
constexpr std::string_view kNotesWords[] = {"notes"};
constexpr std::string_view kLinksWords[] = {"links"};
constexpr std::string_view kTextWords[] = {"text"};
constexpr std::string_view kPictureWords[] = {"picture"};
constexpr std::string_view kRowWords[] = {"row"};

constexpr ObjectType kPlainBlock{
    "plain_block",
    "header: title, subtitle, publisher; legend: the values used; imprint: the page's foot.",
    std::array{kind_of_block<model::Block, kPlainWords>()}};

constexpr ObjectType kTableBlock{
    "table_block", "",
    std::array{kind_of_block<TableBlock, kTableWords>(),
               optional<&TableBlock::sections, kSelection>("sections",
                                                           "Sections to show; by default all."),
               optional<&TableBlock::select_columns, kSelection>(
                   "select", "Columns to show, in this order; by default all."),
               optional<&TableBlock::select_rows, kSelection>(
                   "rows", "Rows to show, in this order within their sections; by default all."),
               optional<&TableBlock::caption, kReference>(
                   "caption", "Id of one of the dataset's \"texts\": stands above the table."),
               optional<&TableBlock::fill, kOneOf<kFills>>(
                   "fill", "Behind cells with a value, in all columns.", R"("none")"),
               optional<&TableBlock::stripes, kFlag>(
                   "stripes", "Every other row of a section is tinted.", "false"),
               optional<&TableBlock::kinds, kValueOf<kTableKinds>>("kinds"),
               optional<&TableBlock::columns, kTableColumns>(
                   "columns",
                   "Widths, alignment and heads, by column id; they win over those of the kind.")}};

int read_note_columns(const Node& node, Report& report) {
    return static_cast<int>(read_count(node, report, {1, limits::kMaxNoteColumns}));
}

constexpr ValueType<int> kNoteColumns{
    read_note_columns, {.members = R"("type": "integer", "minimum": 1, "maximum": 6)"}};
static_assert(limits::kMaxNoteColumns == 6);

constexpr ObjectType kNotesBlock{
    "notes_block", "",
    std::array{kind_of_block<NotesBlock, kNotesWords>(),
               optional<&NotesBlock::columns, kNoteColumns>("columns", "Balanced columns.", "2")}};

constexpr ObjectType kLinksBlock{
    "links_block", "",
    std::array{kind_of_block<LinksBlock, kLinksWords>(),
               optional<&LinksBlock::qr, kFlag>("qr", "A QR code beside each link.", "false")}};

int read_heading_level(const Node& node, Report& report) {
    return static_cast<int>(read_count(node, report, {2, 3}));
}

constexpr ValueType<int> kHeadingLevel{
    read_heading_level, {.members = R"("type": "integer", "minimum": 2, "maximum": 3)"}};

constexpr ObjectType kTextBlock{
    "text_block", "",
    std::array{
        kind_of_block<TextBlock, kTextWords>(),
        optional<&TextBlock::text, kNonemptyText>("text", "Rich text, the same in every language."),
        optional<&TextBlock::ref, kReference>(
            "ref", "Id of one of the dataset's \"texts\", which locales translate."),
        optional<&TextBlock::heading, kHeadingLevel>(
            "heading",
            "Its first paragraph is a heading: 2 under the title, 3 under one of level 2.")},
    R"("oneOf": [{"required": ["text"]}, {"required": ["ref"]}])"};

model::TextBlock read_text_block(const Node& node, Report& report) {
    model::TextBlock block;
    const ObjectReader object = read_fields<kTextBlock>(node, report, block);
    const bool has_text = object.find("text").has_value();
    if (has_text == object.find("ref").has_value()) {
        report.error(node.place(), {"conflicting-keys",
                                    fmt::format("expected \"text\" or \"ref\", got {}",
                                                has_text ? "both" : "neither"),
                                    {"\"ref\" names one of the dataset's \"texts\""}});
    }
    return block;
}

constexpr ObjectType kPictureBlock{
    "picture_block", "",
    std::array{
        kind_of_block<PictureBlock, kPictureWords>(),
        optional<&PictureBlock::ref, kReference>(
            "ref", "Id of one of the dataset's \"pictures\"; default: its \"logo\"."),
        optional<&PictureBlock::height, kSize>(
            "height",
            "At most: one wider than the page, or than its fixed width in a row, is less high.",
            R"("36pt")"),
        optional<&PictureBlock::alignment, kOneOf<kAlignments>>(
            "align", "Where in the width of the block it stands.", R"("start")")}};

std::vector<model::Block> read_block_list(const Node& node, Report& report, Nesting nesting);

constexpr ObjectType kRowBlock{
    "row_block", "",
    std::array{kind_of_block<model::RowBlock, kRowWords>(),
               Field<model::RowBlock>{
                   {"blocks",
                    kRequired,
                    {.definition = "block_in_row", .shape = Schema::Shape::List, .least = 1},
                    "Blocks side by side."}},
               Field<model::RowBlock>{{"widths",
                                       Presence::Optional,
                                       {.definition = "width", .shape = Schema::Shape::List},
                                       "One for each block; by default 1fr."}}}};

model::RowBlock read_row(const Node& node, Report& report) {
    model::RowBlock row;
    const ObjectReader object(node, kObjectOf<kRowBlock>, report);
    if (const auto blocks = object.find("blocks"))
        row.blocks = read_block_list(*blocks, report, Nesting::Row);
    const auto widths = object.find("widths");
    if (!widths) {
        row.widths.assign(row.blocks.size(), Fraction{});
        return row;
    }
    for (const Node& width : items_of(*widths, report))
        row.widths.push_back(read_width(width, report));
    if (row.widths.size() != row.blocks.size() && widths->is(JsonType::Array)) {
        report.error(widths->place(),
                     {"bad-count", fmt::format("expected one width for each of {} blocks, got {}",
                                               row.blocks.size(), row.widths.size())});
    }
    return row;
}

template <typename BlockType>
BlockType read_plain_block(const Node& node, Report& report) {
    const ObjectReader object(node, kObjectOf<kPlainBlock>, report);
    return BlockType{};
}

model::Block read_block(const Node& node, Report& report, Nesting nesting) {
    model::Block block;
    block.place = node.place();
    const JsonMember* kind = node.value->find("kind");
    if (!node.is(JsonType::Object)) {
        report_mismatch(node, report, {"wrong-type", "an object"});
        return block;
    }
    if (!kind) {
        report.error(
            node.place(),
            {"missing-key", "missing key \"kind\"", {"a block is {\"kind\": \"table\", …}"}});
        return block;
    }
    const Node kind_node{&kind->value, node.file};
    const std::size_t errors_before = report.count();
    const BlockKind block_kind = read_block_kind(kind_node, report);
    if (report.count() > errors_before) return block;
    switch (block_kind) {
        case BlockKind::Header:
            block.kind = read_plain_block<model::HeaderBlock>(node, report);
            break;
        case BlockKind::Legend:
            block.kind = read_plain_block<model::LegendBlock>(node, report);
            break;
        case BlockKind::Imprint:
            block.kind = read_plain_block<model::ImprintBlock>(node, report);
            break;
        case BlockKind::Table: block.kind = read_object<kTableBlock>(node, report); break;
        case BlockKind::Notes: block.kind = read_object<kNotesBlock>(node, report); break;
        case BlockKind::Links: block.kind = read_object<kLinksBlock>(node, report); break;
        case BlockKind::Text: block.kind = read_text_block(node, report); break;
        case BlockKind::Picture: block.kind = read_object<kPictureBlock>(node, report); break;
        case BlockKind::Row:
            if (nesting == Nesting::Row) {
                report_mismatch(kind_node, report,
                                {"nested-row", "another kind of block inside a row"});
            } else {
                block.kind = read_row(node, report);
            }
            break;
    }
    return block;
}

std::vector<model::Block> read_block_list(const Node& node, Report& report, Nesting nesting) {
    std::vector<model::Block> blocks;
    for (const Node& item : nonempty_items_of(node, report, "block")) {
        blocks.push_back(read_block(item, report, nesting));
    }
    return blocks;
}

}  // namespace

std::vector<model::Block> read_blocks(const Node& node, Report& report) {
    return read_block_list(node, report, Nesting::Page);
}

std::vector<ObjectKeys> block_objects() {
    return {kObjectOf<kPlainBlock>,   kObjectOf<kTableBlock>,   kObjectOf<kTableKinds>,
            kObjectOf<kColumnDesign>, kObjectOf<kNotesBlock>,   kObjectOf<kLinksBlock>,
            kObjectOf<kTextBlock>,    kObjectOf<kPictureBlock>, kObjectOf<kRowBlock>};
}

}  // namespace broadside::load
