#include "broadside/load/block_fields.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/limits.hpp"

namespace broadside::load {

namespace {

enum class Nesting { Page, Row };

using model::ImprintBlock;
using model::LegendBlock;
using model::LinksBlock;
using model::NotesBlock;
using model::PictureBlock;
using model::TextBlock;

constexpr ObjectType kPlainBlock{
    "plain_block",
    "header: title, subtitle, publisher; running-title: the title, at the top of every page but "
    "the first.",
    std::array{kind_of_block<model::Block, BlockKind::Header, BlockKind::RunningTitle>(),
               break_of_block<model::Block>()}};

constexpr Word<bool> kLegendPlaces[] = {{"once", false}, {"page", true}};

constexpr ObjectType kLegendBlock{
    "legend_block", "The values that the page uses, and its bands.",
    std::array{
        kind_of_block<LegendBlock, BlockKind::Legend>(), break_of_block<LegendBlock>(),
        optional<&LegendBlock::values, kSelection>(
            "values",
            "Ids of the values to explain, in this order; by default all. Of several such "
            "legends the last has the bands."),
        optional<&LegendBlock::is_on_each_page, kOneOf<kLegendPlaces>>(
            "place", "once: it stands here; page: on later pages with a part of a table, too.",
            R"("once")")}};

constexpr Word<bool> kPlaces[] = {{"end", false}, {"page", true}};

constexpr ObjectType kImprintBlock{
    "imprint_block", "",
    std::array{
        kind_of_block<ImprintBlock, BlockKind::Imprint>(),
        optional<&ImprintBlock::is_on_each_page, kOneOf<kPlaces>>(
            "place", "end: at the foot of the last page; page: of every page.", R"("end")")}};

constexpr ObjectType kNotesBlock{
    "notes_block", "",
    std::array{kind_of_block<NotesBlock, BlockKind::Notes>(), break_of_block<NotesBlock>(),
               optional<&NotesBlock::columns, kCount<int, 1, limits::kMaxNoteColumns>>(
                   "columns", "Balanced columns.", "2"),
               optional<&NotesBlock::is_by_page, kOneOf<kPlaces>>(
                   "place", "page: the notes of each page stand at its foot; end: all stand here.",
                   R"("end")")}};

constexpr ObjectType kLinksBlock{
    "links_block", "",
    std::array{kind_of_block<LinksBlock, BlockKind::Links>(), break_of_block<LinksBlock>(),
               optional<&LinksBlock::qr, kFlag>("qr", "A QR code beside each link.", "false")}};

constexpr ObjectType kTextBlock{
    "text_block", "",
    std::array{
        kind_of_block<TextBlock, BlockKind::Text>(), break_of_block<TextBlock>(),
        optional<&TextBlock::text, kNonemptyText>("text", "Rich text, the same in every language."),
        optional<&TextBlock::ref, kReference>(
            "ref", "Id of one of the dataset's \"texts\", which locales translate."),
        optional<&TextBlock::heading, kCount<int, 2, 3>>(
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
        kind_of_block<PictureBlock, BlockKind::Picture>(), break_of_block<PictureBlock>(),
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
    std::array{kind_of_block<model::RowBlock, BlockKind::Row>(), break_of_block<model::RowBlock>(),
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

/// A block that is one of whole pages, by a member of it, has no place in a row.
template <const auto& type>
ObjectOf<type> read_block_of_pages(const Node& node, Report& report, Nesting nesting,
                                   bool ObjectOf<type>::*is_of_pages, std::string_view what) {
    const auto block = read_object<type>(node, report);
    if (block.*is_of_pages && nesting == Nesting::Row)
        report.error(node.place(),
                     {"misplaced-key", fmt::format("expected {} outside of a row", what)});
    return block;
}

bool read_break(const Node& node, Report& report, BlockKind kind, Nesting nesting) {
    if (kind == BlockKind::RunningTitle || nesting == Nesting::Row) {
        report.error(node.place(), {"misplaced-key",
                                    "unexpected \"break\" of a block whose page is given",
                                    {"give it to a block of the list \"blocks\" of the page"}});
        return false;
    }
    return read_word(node, report, kBreaks);
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
    const BlockKind block_kind = read_word(kind_node, report, kBlockKinds);
    if (report.count() > errors_before) return block;
    if (const JsonMember* breaks = node.value->find("break"))
        block.breaks_before = read_break({&breaks->value, node.file}, report, block_kind, nesting);
    switch (block_kind) {
        case BlockKind::Header:
            block.kind = read_plain_block<model::HeaderBlock>(node, report);
            break;
        case BlockKind::Legend:
            block.kind = read_block_of_pages<kLegendBlock>(
                node, report, nesting, &LegendBlock::is_on_each_page, "the legend of every page");
            break;
        case BlockKind::Imprint:
            block.kind = read_block_of_pages<kImprintBlock>(
                node, report, nesting, &ImprintBlock::is_on_each_page, "the imprint of every page");
            break;
        case BlockKind::RunningTitle:
            if (nesting == Nesting::Row) {
                report_mismatch(kind_node, report,
                                {"nested-running-title", "a block that stands in a row"});
            } else {
                block.kind = read_plain_block<model::RunningTitleBlock>(node, report);
            }
            break;
        case BlockKind::Table: block.kind = read_table_block(node, report); break;
        case BlockKind::Notes:
            block.kind = read_block_of_pages<kNotesBlock>(
                node, report, nesting, &NotesBlock::is_by_page, "the notes of pages");
            break;
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
    std::vector<model::Block> blocks = read_block_list(node, report, Nesting::Page);
    const auto is_by_page = [](const model::Block& block) {
        const auto* notes = std::get_if<NotesBlock>(&block.kind);
        return notes != nullptr && notes->is_by_page;
    };
    const auto first = std::find_if(blocks.begin(), blocks.end(), is_by_page);
    if (first == blocks.end()) return blocks;
    const auto second = std::find_if(first + 1, blocks.end(), is_by_page);
    if (second != blocks.end())
        report.error(second->place, {"second-block",
                                     "expected one block of notes of pages, got a second",
                                     {},
                                     first->place});
    return blocks;
}

std::vector<ObjectKeys> block_objects() {
    std::vector<ObjectKeys> objects = table_objects();
    objects.insert(objects.begin(),
                   {kObjectOf<kPlainBlock>, kObjectOf<kLegendBlock>, kObjectOf<kImprintBlock>});
    objects.insert(objects.end(),
                   {kObjectOf<kNotesBlock>, kObjectOf<kLinksBlock>, kObjectOf<kTextBlock>,
                    kObjectOf<kPictureBlock>, kObjectOf<kRowBlock>});
    return objects;
}

}  // namespace broadside::load
