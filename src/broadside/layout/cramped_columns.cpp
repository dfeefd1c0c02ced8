#include "broadside/layout/cramped_columns.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/layout/table_misfit.hpp"
#include "broadside/layout/words_of_legend.hpp"
#include "broadside/placed/parts.hpp"

namespace broadside::layout {

namespace {

constexpr double kNarrow = 7;          // em: about fifteen letters
constexpr std::size_t kScraps = 4;     // lines
constexpr std::size_t kMany = 4;       // texts of a column, and
constexpr double kOften = 0.2;         // of all of them
constexpr std::size_t kTornHead = 2;   // hyphens
constexpr std::size_t kLadder = 5;     // lines of a head of symbols
constexpr std::size_t kRow = 6;        // columns of a schedule, of which
constexpr double kUneven = 2;          // one is so many times as wide as another
constexpr double kWideHead = 4;        // em of a head of symbols, with which
constexpr std::size_t kFullHeads = 3;  // columns may take the room of others
constexpr double kStacked = 2;         // em: no wider are characters that stand below each other

std::string words_of(const doc::Cell& cell) {
    std::string words;
    for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
        if (!words.empty()) words += ' ';
        for (const doc::Span& span : paragraph->spans) {
            if (span.note.empty() && !span.symbol) words += span.text;
        }
    }
    return excerpt(words);
}

/// In em of its first run; of a text without any, none.
double room_of(const placed::Text& text) {
    for (const placed::Line& line : text.lines) {
        if (!line.runs.empty()) return text.box.width / line.runs.front().glyphs.size;
    }
    return 0;
}

std::size_t hyphens_of(const placed::Text& text) {
    return static_cast<std::size_t>(
        std::count_if(text.lines.begin(), text.lines.end(),
                      [](const placed::Line& line) { return line.is_hyphenated; }));
}

/// Where its author would have it hyphenated.
bool has_own_hyphens(const doc::Cell& cell) {
    return words_of(cell).find("\u00AD") != std::string::npos;
}

/// All titles of rows are seen at one look, as heads are.
bool is_row_title(const doc::Cell& cell) {
    const std::vector<const doc::Paragraph*> texts = doc::paragraphs_of(cell.content);
    return !texts.empty() && texts.front()->is_row_title;
}

/// Of one column of a table, on all pages.
struct ColumnTexts {
    Pt width;
    std::size_t all = 0, in_scraps = 0, most_lines = 0;
    const doc::Cell* worst = nullptr;
    const doc::Cell* torn_head = nullptr;
    const doc::Cell* high_head = nullptr;
    bool is_wide_for_head = false;  // of symbols, which need less

    void add_head(const placed::Text& head, const doc::Cell& cell, bool is_of_symbols) {
        if (hyphens_of(head) >= kTornHead) torn_head = &cell;
        if (head.lines.size() >= kLadder && room_of(head) > kStacked && is_of_symbols)
            high_head = &cell;
        if (is_of_symbols) is_wide_for_head = room_of(head) > kWideHead;
    }

    void add(const placed::Text& text, const doc::Cell& cell) {
        ++all;
        if (is_row_title(cell) && hyphens_of(text) >= kTornHead && !has_own_hyphens(cell))
            torn_head = &cell;
        if (text.lines.size() < kScraps || room_of(text) >= kNarrow) return;
        ++in_scraps;
        if (text.lines.size() <= most_lines) return;
        most_lines = text.lines.size();
        worst = &cell;
    }

    bool are_in_scraps() const {
        return in_scraps >= kMany &&
               static_cast<double>(in_scraps) >= kOften * static_cast<double>(all);
    }
};

/// A table of the document, and its columns on all pages.
struct TableTexts {
    const doc::Grid* grid = nullptr;
    std::vector<ColumnTexts> columns;

    void add(const placed::Table& part) {
        for (const placed::Cell& placed : part.cells) {
            const placed::Row& row = part.rows[placed.row];
            const auto* cell = std::get_if<doc::Cell>(&grid->at(placed.grid_row, placed.column));
            if (cell == nullptr || placed.column_span > 1 || row.repeated || row.continued)
                continue;
            ColumnTexts& column = columns[placed.column];
            column.width = placed.box.width;
            for (const placed::Content& content : placed.content) {
                const auto* text = std::get_if<placed::Text>(&content);
                if (text == nullptr || text->turn) continue;
                if (row.kind == RowKind::Header)
                    column.add_head(*text, *cell, grid->columns[placed.column].is_symbols);
                else
                    column.add(*text, *cell);
            }
        }
    }
};

std::string told_of(const ColumnTexts& column) {
    const std::string width = fmt::format("{:.0f} mm", column.width / millimetres(1));
    if (column.torn_head && !column.are_in_scraps())
        return fmt::format("{} hyphenate the {} \"{}\"", width,
                           is_row_title(*column.torn_head) ? "title" : "head",
                           words_of(*column.torn_head));
    return fmt::format("{} break {} texts into four lines and more, as \"{}\"", width,
                       column.in_scraps, words_of(*column.worst));
}

/// They have one remedy, and are told once.
Diagnostic high_heads(const TableTexts& table, const std::vector<std::size_t>& columns) {
    const ColumnTexts& first = table.columns[columns.front()];
    const std::string others =
        columns.size() == 1 ? " is" : fmt::format(" and {} more are", columns.size() - 1);
    return warning(
        "cramped",
        fmt::format("column \"{}\"{} cramped: {:.0f} mm break the head \"{}\" into five lines "
                    "and more",
                    table.grid->columns[columns.front()].id, others, first.width / millimetres(1),
                    words_of(*first.high_head)),
        {"give such columns a \"short\" form in the dataset, or say \"head\": \"rotated\" in the "
         "layout"});
}

/// Columns of a schedule, as months, that its words make uneven.
std::optional<Diagnostic> uneven_columns(const TableTexts& table) {
    const std::vector<doc::Slot>& slots = table.grid->slots;
    const auto bar = std::find_if(slots.begin(), slots.end(), [](const doc::Slot& slot) {
        const auto* cell = std::get_if<doc::Cell>(&slot);
        return cell != nullptr && cell->fill && cell->column_span > 1;
    });
    if (bar == slots.end()) return std::nullopt;
    const std::vector<doc::Column>& columns = table.grid->columns;
    const auto begin = static_cast<std::size_t>(bar - slots.begin()) % columns.size();
    std::vector<std::size_t> row;
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (columns[i].width_group == columns[begin].width_group) row.push_back(i);
    if (row.size() < kRow) return std::nullopt;
    const auto [narrow, wide] =
        std::minmax_element(row.begin(), row.end(), [&](std::size_t one, std::size_t other) {
            return table.columns[one].width < table.columns[other].width;
        });
    const Pt least = table.columns[*narrow].width, most = table.columns[*wide].width;
    if (most < least * kUneven) return std::nullopt;
    return warning(
        "uneven-columns",
        fmt::format("columns of one schedule are {:.0f} to {:.0f} mm wide, as \"{}\" and "
                    "\"{}\": cells say in words what the legend says of their fill",
                    least / millimetres(1), most / millimetres(1), table.grid->columns[*narrow].id,
                    table.grid->columns[*wide].id),
        {"\"value_words\": \"legend\" in the layout leaves that to the legend"});
}

std::string remedy_of(const TableTexts& table, const doc::Page& page) {
    const auto wide = std::count_if(table.columns.begin(), table.columns.end(),
                                    [](const ColumnTexts& text) { return text.is_wide_for_head; });
    const std::string others = describe_remedy(page);
    return static_cast<std::size_t>(wide) < kFullHeads
               ? others
               : "turn the heads of symbols, with \"head\": \"rotated\" in the layout, " + others;
}

}  // namespace

Diagnostics cramped_columns(const doc::Document& document, const std::vector<placed::Page>& pages) {
    Diagnostics found;
    if (document.page.auto_height) return found;  // as narrow as its place on a screen
    std::map<std::size_t, TableTexts> tables;     // by number
    doc::for_each_part(document.blocks, [&](const doc::Table& table) {
        tables[table.number] = {&table.grid, std::vector<ColumnTexts>(table.grid.columns.size())};
    });
    for (const placed::Page& page : pages)
        placed::for_each_part(page.items,
                              [&](const placed::Table& part) { tables.at(part.number).add(part); });
    const bool has_words_of_legend = count_words_of_legend(document.blocks) > 0;
    for (const auto& [number, table] : tables) {
        std::vector<std::size_t> under_high_heads;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const ColumnTexts& column = table.columns[i];
            if (column.torn_head || column.are_in_scraps())
                found.push_back(warning("cramped",
                                        fmt::format("column \"{}\" is cramped: {}",
                                                    table.grid->columns[i].id, told_of(column)),
                                        {remedy_of(table, document.page)}));
            else if (column.high_head)
                under_high_heads.push_back(i);
        }
        if (!under_high_heads.empty()) found.push_back(high_heads(table, under_high_heads));
        auto uneven = has_words_of_legend ? uneven_columns(table) : std::nullopt;
        if (uneven) found.push_back(*std::move(uneven));
    }
    return found;
}

}  // namespace broadside::layout
