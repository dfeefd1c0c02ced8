#include "broadside/load/read_blocks.hpp"

#include <fmt/format.h>

#include "broadside/base/limits.hpp"
#include "broadside/load/layout_keys.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/load/width_rule.hpp"

namespace broadside::load {

namespace {

enum class BlockKind { Header, Legend, Table, Notes, Links, Imprint, Text, Row };

enum class Nesting { Page, Row };

BlockKind read_block_kind(const Node& node, Report& report) {
    static constexpr Word<BlockKind> kWords[] = {
        {"header", BlockKind::Header}, {"legend", BlockKind::Legend},
        {"table", BlockKind::Table},   {"notes", BlockKind::Notes},
        {"links", BlockKind::Links},   {"imprint", BlockKind::Imprint},
        {"text", BlockKind::Text},     {"row", BlockKind::Row}};
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

Alignment read_alignment(const Node& node, Report& report) {
    static constexpr Word<Alignment> kWords[] = {
        {"start", Alignment::Start}, {"center", Alignment::Centre}, {"end", Alignment::End}};
    return read_word(node, report, kWords);
}

model::ColumnDesign read_column_design(const Node& node, Report& report) {
    model::ColumnDesign design;
    const ObjectReader object(node, kTableColumnKeys, report);
    object.read("width", design.width, read_width);
    object.read("align", design.alignment, read_alignment);
    return design;
}

std::map<model::ColumnKind, model::ColumnDesign> read_table_kinds(const Node& node,
                                                                  Report& report) {
    std::map<model::ColumnKind, model::ColumnDesign> kinds;
    const ObjectReader object(node, kTableKindsKeys, report);
    for (const model::ColumnKind kind : {model::ColumnKind::Name, model::ColumnKind::Text,
                                         model::ColumnKind::Symbol, model::ColumnKind::Plain}) {
        if (const auto design = object.find(model::to_string(kind)))
            kinds[kind] = read_column_design(*design, report);
    }
    return kinds;
}

std::vector<model::TableColumn> read_table_columns(const Node& node, Report& report) {
    std::vector<model::TableColumn> columns;
    for (const NodeMember& member : id_members_of(node, report)) {
        model::TableColumn column;
        column.column = member.key;
        column.pointer = member.node.pointer;
        column.design = read_column_design(member.node, report);
        columns.push_back(std::move(column));
    }
    return columns;
}

/// An empty list would mean "all", which is not what was written.
std::vector<model::Reference> read_selection(const Node& node, Report& report) {
    if (node.is(JsonType::Array) && node.value->items.empty()) {
        report.error(
            node.place(),
            {"empty-list", "expected at least one id, got none", {"leave the key out for all"}});
    }
    return read_references(node, report);
}

model::TableBlock read_table(const Node& node, Report& report) {
    model::TableBlock table;
    const ObjectReader object(node, kTableBlockKeys, report);
    object.read("sections", table.sections, read_selection);
    object.read("select", table.select_columns, read_selection);
    object.read("kinds", table.kinds, read_table_kinds);
    object.read("columns", table.columns, read_table_columns);
    return table;
}

model::NotesBlock read_notes(const Node& node, Report& report) {
    model::NotesBlock notes;
    const ObjectReader object(node, kNotesBlockKeys, report);
    object.read("columns", notes.columns, [](const Node& count, Report& count_report) {
        return static_cast<int>(read_count(count, count_report, {1, limits::kMaxNoteColumns}));
    });
    return notes;
}

model::LinksBlock read_links(const Node& node, Report& report) {
    model::LinksBlock links;
    const ObjectReader object(node, kLinksBlockKeys, report);
    object.read("qr", links.qr, read_flag);
    return links;
}

model::TextBlock read_text_block(const Node& node, Report& report) {
    model::TextBlock block;
    const ObjectReader object(node, kTextBlockKeys, report);
    object.read("text", block.text, read_nonempty_text);
    object.read("ref", block.ref, read_reference);
    const bool has_text = object.find("text").has_value();
    if (has_text == object.find("ref").has_value()) {
        report.error(node.place(), {"conflicting-keys",
                                    fmt::format("expected \"text\" or \"ref\", got {}",
                                                has_text ? "both" : "neither"),
                                    {"\"ref\" names one of the dataset's \"texts\""}});
    }
    return block;
}

std::vector<model::Block> read_block_list(const Node& node, Report& report, Nesting nesting);

model::RowBlock read_row(const Node& node, Report& report) {
    model::RowBlock row;
    const ObjectReader object(node, kRowBlockKeys, report);
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
    const ObjectReader object(node, kPlainBlockKeys, report);
    return BlockType{};
}

model::Block read_block(const Node& node, Report& report, Nesting nesting) {
    model::Block block;
    block.pointer = node.pointer;
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
    const Node kind_node{&kind->value, node.pointer + "/kind"};
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
        case BlockKind::Table: block.kind = read_table(node, report); break;
        case BlockKind::Notes: block.kind = read_notes(node, report); break;
        case BlockKind::Links: block.kind = read_links(node, report); break;
        case BlockKind::Text: block.kind = read_text_block(node, report); break;
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

}  // namespace broadside::load
