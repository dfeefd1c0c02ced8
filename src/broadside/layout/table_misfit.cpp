#include "broadside/layout/table_misfit.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/doc/parts.hpp"
#include "broadside/layout/cell.hpp"

namespace broadside::layout {

namespace {

/// The widest word of a cell or a peer of it; none in a cell without words.
std::string describe_word(const doc::Cell& cell, Typesetter& typesetter) {
    const MeasuredText* widest = nullptr;
    typesetter.peers().for_each(cell, [&](const doc::Cell& peer) {
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(peer.content)) {
            const MeasuredText* text = typesetter.measured(*paragraph);
            if (text && (!widest || text->min_content > widest->min_content)) widest = text;
        }
    });
    if (!widest) return {};
    std::string word = fmt::format("\"{}\"", widest_word(*widest));
    if (typesetter.peers().are_several())
        word += fmt::format(" [{}]", widest->document->metadata.language);
    return word;
}

std::string describe_symbol(const doc::Cell& cell) {
    const bool has_marks =
        std::any_of(cell.content.begin(), cell.content.end(), [](const doc::Content& content) {
            const auto* line = std::get_if<doc::SymbolLine>(&content);
            return line && !line->marks.empty();
        });
    return has_marks ? "its symbol with note marks" : "its symbol";
}

/// What keeps a column from being narrower, and where it stands; empty for a column without
/// content.
std::string describe_widest(const doc::Grid& grid, const PartCell* part, Typesetter& typesetter) {
    if (!part) return {};
    std::string what = describe_word(*part->cell, typesetter);
    if (what.empty()) what = describe_symbol(*part->cell);
    const doc::Row& row = grid.rows[part->row];
    return row.kind == RowKind::Header ? what + " in its head"
                                       : fmt::format("{} in row \"{}\"", what, row.id);
}

std::string describe_width(const doc::Grid& grid, const TableDemands& demands, std::size_t column,
                           Pt width, Typesetter& typesetter) {
    const std::string& id = grid.columns[column].id;
    const WidthRule& rule = demands.columns[column].rule;
    if (std::holds_alternative<FixedWidth>(rule) || std::holds_alternative<Percentage>(rule)) {
        return fmt::format("column \"{}\" is {:.1f} mm wide by its width in the layout", id,
                           width / millimetres(1));
    }
    const std::string widest = describe_widest(grid, demands.widest[column], typesetter);
    return fmt::format("column \"{}\" cannot be narrower than {:.1f} mm{}{}", id,
                       demands.columns[column].min_content / millimetres(1),
                       widest.empty() ? "" : ": ", widest);
}

}  // namespace

std::string describe_remedy(const doc::Page& page) {
    return fmt::format("select fewer columns, {}, or reduce the type",
                       page.is_portrait() ? "turn the page to landscape" : "choose a wider page");
}

void report_wide_table(const doc::Grid& grid, const TableDemands& demands,
                       const ColumnWidths& solved, Typesetter& typesetter) {
    constexpr std::size_t kNamedColumns = 3;
    std::vector<std::size_t> widest(demands.columns.size());
    std::iota(widest.begin(), widest.end(), std::size_t{0});
    std::stable_sort(widest.begin(), widest.end(), [&](std::size_t a, std::size_t b) {
        return solved.widths[a] > solved.widths[b];
    });
    widest.resize(std::min(widest.size(), kNamedColumns));
    Hints hints;
    for (const std::size_t i : widest)
        hints.push_back(describe_width(grid, demands, i, solved.widths[i], typesetter));
    const auto is_wide_by_head = [&](std::size_t i) {
        const PartCell* part = demands.widest[i];
        return part && !part->is_turned && part->cell->scope == HeaderScope::Column;
    };
    if (std::any_of(widest.begin(), widest.end(), is_wide_by_head))
        hints.push_back(
            "\"head\": \"auto\" of a column lets its title run upwards where there is no room");
    const bool is_slanted =
        std::any_of(grid.columns.begin(), grid.columns.end(),
                    [](const doc::Column& column) { return column.head == HeadTurn::Slanted; });
    if (is_slanted)
        hints.push_back(
            "slanted heads need room at the table's end: give long ones a \"short\" form, or say "
            "\"rotated\"");
    hints.push_back(describe_remedy(typesetter.peers().first().page));
    typesetter.report_overflow(
        error("overflow",
              fmt::format("the table of {} columns is {:.1f} mm wider than its page allows",
                          demands.columns.size(), solved.missing / millimetres(1)),
              std::move(hints)));
}

void report_narrowed_columns(const doc::Table& table, const TableDemands& demands,
                             const std::vector<Pt>& widths, Typesetter& typesetter) {
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const ColumnDemand& column = demands.columns[i];
        const bool is_meant = column.is_given && std::holds_alternative<MaxContent>(column.rule);
        if (!is_meant || fits(column.unbroken, widths[i])) continue;
        typesetter.report_narrowed_column(
            table.grid.columns[i],
            warning(
                "narrowed-column",
                fmt::format("the page has no room for the \"max-content\" of column \"{}\", {:.1f} "
                            "mm: it gets {:.1f} mm, and lines of its cells are broken",
                            table.grid.columns[i].id, column.unbroken / millimetres(1),
                            widths[i] / millimetres(1)),
                {describe_remedy(typesetter.peers().first().page)})
                .in(typesetter.peers().first().metadata.language));
    }
}

void report_narrow_columns(const doc::Grid& grid, const TableDemands& demands,
                           const std::vector<Pt>& widths, Typesetter& typesetter) {
    constexpr std::size_t kNamed = 3;
    std::vector<std::size_t> narrow;
    for (std::size_t i = 0; i < widths.size(); ++i)
        if (!fits(demands.columns[i].min_content, widths[i])) narrow.push_back(i);
    if (narrow.empty()) return;
    const auto id = [&](std::size_t i) { return fmt::format("\"{}\"", grid.columns[i].id); };
    const std::size_t first = narrow.front();
    const std::string widest = describe_widest(grid, demands.widest[first], typesetter);
    std::string message = fmt::format("column {} is {:.1f} mm wide and needs {:.1f} mm for {}",
                                      id(first), widths[first] / millimetres(1),
                                      demands.columns[first].min_content / millimetres(1),
                                      widest.empty() ? "its padding" : widest);
    std::vector<std::string> others;
    for (std::size_t i = 1; i < std::min(narrow.size(), kNamed + 1); ++i)
        others.push_back(id(narrow[i]));
    if (!others.empty())
        message += fmt::format("; {} more are too narrow: {}{}", narrow.size() - 1,
                               fmt::join(others, ", "), narrow.size() > kNamed + 1 ? ", …" : "");
    typesetter.report_overflow(
        error("overflow", std::move(message),
              {"give it a wider \"width\" in the layout, of which its padding is a part, or "
               "min-content"}));
}

void report_high_notes(const doc::Table& table, std::size_t row, Pt height,
                       Typesetter& typesetter) {
    Diagnostic problem = error(
        "overflow",
        fmt::format("the notes that stand on the page of row \"{}\" are {:.1f} mm high, which "
                    "leaves no room for it",
                    table.grid.rows[row].id, height / millimetres(1)),
        {"shorten them, or let all notes stand together: \"place\": \"end\""});
    const doc::Slot& first = table.grid.at(row, 0);
    if (const auto* cell = std::get_if<doc::Cell>(&first))
        problem = std::move(problem).at(cell->origin);
    typesetter.report_overflow(std::move(problem));
}

void report_high_row(const doc::Table& table, std::size_t row, const TableColumns& columns,
                     Pt excess, Typesetter& typesetter) {
    const std::size_t head = table.grid.header_rows();
    const doc::Cell* highest = nullptr;
    bool is_in_head = false;
    Pt most;
    for (const PartCell& part : all_cells(table.grid, columns.heads)) {
        const bool is_in_row = part.row <= row && row < part.row + part.row_span;
        if (!is_in_row && part.row >= head) continue;
        const Pt width = inner_width(table, part, columns.widths, typesetter);
        typesetter.peers().for_each(*part.cell, [&](const doc::Cell& cell) {
            PartCell peer = part;
            peer.cell = &cell;
            const Pt height = own_part_height(peer, width, typesetter);
            if (highest && height <= most) return;
            highest = &cell;
            most = height;
            is_in_head = part.row < head;
        });
    }
    // The head would be in the way of every row: it is told once.
    Diagnostic problem =
        is_in_head
            ? error("overflow",
                    fmt::format("the table's head has a title {:.1f} mm high, which leaves no "
                                "room for the rows",
                                most / millimetres(1)),
                    {"shorten it, give its column a \"short\" form, or choose a larger page"})
            : error("overflow",
                    fmt::format("row \"{}\" is {:.1f} mm higher than the room on its page",
                                table.grid.rows[row].id, excess / millimetres(1)),
                    {"shorten its texts, or choose a larger page"});
    typesetter.report_overflow(
        std::move(problem)
            .at(highest->origin)
            .in(typesetter.peers().name_of(typesetter.peers().home(highest))));
}

}  // namespace broadside::layout
