#include "broadside/resolve/transpose.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/columns.hpp"
#include "broadside/resolve/designs.hpp"
#include "broadside/resolve/grid_builder.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

using Indices = std::vector<std::size_t>;

Indices rows_of(const doc::Grid& grid, RowKind kind) {
    Indices rows;
    for (std::size_t row = 0; row < grid.rows.size(); ++row) {
        if (grid.rows[row].kind == kind) rows.push_back(row);
    }
    return rows;
}

/// Whether it is a few words, which hardly a column of names breaks.
bool is_one_line(const doc::Content& content) {
    constexpr std::size_t kLine = 28;  // in letters; Chinese and Japanese characters are two
    const auto* paragraph = std::get_if<doc::Paragraph>(&content);
    if (!paragraph) return false;
    std::size_t length = 0;
    for (const doc::Span& span : paragraph->spans)
        for (const char32_t c : unicode::decode(span.text))
            length += unicode::is_han_or_kana(c) ? 2 : 1;
    return length <= kLine;
}

/// What is drawn is not turned with a head's words.
bool has_drawings(const doc::Cell& cell) {
    return cell.badge ||
           std::any_of(cell.content.begin(), cell.content.end(), [](const auto& part) {
               const auto* paragraph = std::get_if<doc::Paragraph>(&part);
               return paragraph == nullptr ||
                      std::any_of(paragraph->spans.begin(), paragraph->spans.end(),
                                  [](const doc::Span& span) { return span.symbol || span.is_tag; });
           });
}

/// The printed columns as rows: all but that of the names.
Indices lines_of(std::size_t columns, std::size_t names) {
    Indices lines;
    for (std::size_t column = 0; column < columns; ++column) {
        if (column != names) lines.push_back(column);
    }
    return lines;
}

class Transposition {
public:
    Transposition(const doc::Grid& grid, const Table& table,
                  const std::vector<doc::Cell>& section_heads)
        : grid_(grid),
          table_(table),
          names_(row_header_column(table)),
          section_heads_(section_heads),
          title_rows_(std::any_of(section_heads.begin(), section_heads.end(),
                                  [](const doc::Cell& head) { return !head.content.empty(); })
                          ? 1
                          : 0) {}

    doc::Grid run() && {
        for (std::size_t row = 0; row < title_rows_ + 1; ++row) made_.add_row({{RowKind::Header}});
        const std::size_t first = made_.rows().size();
        for (const std::size_t line : lines_) {
            doc::Row row;
            row.id = table_.columns[line]->id;
            row.is_emphasised = table_.emphasised_rows.count(row.id) > 0;
            row.begins_section = made_.rows().size() == first;
            row.is_striped = table_.block->stripes && (made_.rows().size() - first) % 2 == 1;
            row.begins_group = begins_group(made_.rows().size() - first);
            made_.add_row(std::move(row));
        }
        set_corner();
        set_names();
        copy(lines_, heads_, first, 0, [this](doc::Cell cell) {
            // A title of no group begins where those of groups do.
            if (cell.scope == HeaderScope::Column)
                cell.lead = static_cast<std::uint8_t>(cell.column_span - 1);
            cell.scope = HeaderScope::Row;  // a spanner's, too: it heads the rows that it spans
            set_head(cell, alignment_of_titles(), false);
            return cell;
        });
        copy(lines_, rows_, first, heads_.size(), [](doc::Cell cell) {
            if (cell.scope == HeaderScope::Row) cell.scope = HeaderScope::None;
            return cell;
        });
        return std::move(made_).finish();
    }

private:
    /// Of columns, or a title of rows.
    static void set_head(doc::Cell& cell, Alignment alignment, bool is_head) {
        cell.alignment = alignment;
        for (doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
            paragraph->alignment = alignment;
            paragraph->is_head = is_head;
            paragraph->is_row_title = !is_head;
        }
    }

    /// Which rows have names with something drawn in them.
    std::vector<bool> drawn_names() const {
        std::vector<bool> drawn;
        for (const std::size_t row : rows_)
            drawn.push_back(has_drawings(grid_.cell_at(row, names_)));
        return drawn;
    }

    Alignment alignment_of(const model::Row& row) const {
        const auto design = table_.designs.find(row.id);
        return design == table_.designs.end()
                   ? Alignment::Centre
                   : design->second->alignment.value_or(Alignment::Centre);
    }

    /// As the layout says of the column of names, where titles of rows stand here.
    Alignment alignment_of_titles() const {
        return design_of_kind(table_, table_.columns[names_]->kind)
            .alignment.value_or(Alignment::Start);
    }

    /// The title of the names is the head of their row: it says nothing of the titles below it.
    void set_corner() {
        doc::Cell corner = grid_.cell_at(heads_.back(), names_);
        corner.short_form = {};
        corner.row_span = title_rows_ + 1;
        corner.column_span = heads_.size();
        corner.lead = static_cast<std::uint8_t>(heads_.size() - 1);
        corner.scope = HeaderScope::Row;
        set_head(corner, alignment_of_titles(), true);
        made_.set_cell(0, 0, std::move(corner));
    }

    /// Details of a line each stand on one, as the last lines of their names do. Above others,
    /// names begin on one line. What the layout says of a name wins.
    VerticalAlignment place_of_names() const {
        bool has_details = false, are_lines = true;
        for (const std::size_t row : rows_) {
            const std::vector<doc::Content>& content = grid_.cell_at(row, names_).content;
            has_details = has_details || content.size() > 1;
            are_lines = are_lines && content.size() == 2 && is_one_line(content.back());
        }
        if (!has_details) return VerticalAlignment::Middle;
        return are_lines ? VerticalAlignment::Bottom : VerticalAlignment::Top;
    }

    void set_names() {
        const VerticalAlignment place = place_of_names();
        auto row = rows_.begin();
        std::size_t column = heads_.size();
        for (std::size_t i = 0; i < table_.sections.size(); ++i) {
            const auto end = row + static_cast<std::ptrdiff_t>(table_.sections[i].rows.size());
            const Indices rows(std::exchange(row, end), end);
            doc::Cell title = section_heads_[i];
            const std::size_t above = title.content.empty() ? 0 : title_rows_;
            auto named = table_.sections[i].rows.begin();
            copy({names_}, rows, above, column, [&](doc::Cell cell) {
                const model::Row& first = **named;
                named += static_cast<std::ptrdiff_t>(cell.column_span);
                cell.scope = cell.column_span > 1 ? HeaderScope::ColumnGroup : HeaderScope::Column;
                cell.row_span = 1 + title_rows_ - above;
                if (cell.vertical_alignment == VerticalAlignment::Middle)
                    cell.vertical_alignment = place;
                set_head(cell, alignment_of(first), true);
                return cell;
            });
            if (above > 0) {
                title.column_span = rows.size();
                made_.set_cell(0, column, std::move(title));
            }
            column += rows.size();
        }
    }

    /// Whether a row stands under another title than the one above, or under one or none.
    bool begins_group(std::size_t line) const {
        const std::size_t outermost = heads_.front();
        if (line == 0 || heads_.size() == 1) return false;
        if (is_one(outermost, lines_[line], outermost, lines_[line - 1])) return false;
        const auto is_grouped = [&](std::size_t at) {
            return grid_.cell_at(outermost, lines_[at]).row_span < heads_.size();
        };
        return is_grouped(line) || is_grouped(line - 1);
    }

    bool is_one(std::size_t row, std::size_t column, std::size_t other_row,
                std::size_t other_column) const {
        return grid_.place_of(row, column) == grid_.place_of(other_row, other_column);
    }

    /// Sets what stands at the crossings of some columns and rows, each column as a row, from the
    /// slot (`top`, `start`) on.
    template <typename Change>
    void copy(const Indices& columns, const Indices& rows, std::size_t top, std::size_t start,
              const Change& change) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            for (std::size_t j = 0; j < rows.size(); ++j) {
                const std::size_t row = rows[j], column = columns[i];
                if (i > 0 && is_one(row, column, row, columns[i - 1])) continue;
                if (j > 0 && is_one(row, column, rows[j - 1], column)) continue;
                doc::Cell cell = grid_.cell_at(row, column);
                cell.row_span = cell.column_span = 1;
                while (i + cell.row_span < columns.size() &&
                       is_one(row, column, row, columns[i + cell.row_span]))
                    ++cell.row_span;
                while (j + cell.column_span < rows.size() &&
                       is_one(row, column, rows[j + cell.column_span], column))
                    ++cell.column_span;
                cell.indent = {};
                cell.short_form = {};
                if (cell.provenance->empty())
                    cell.provenance = grid_.rows[grid_.place_of(row, column).row].provenance;
                made_.set_cell(top + i, start + j, change(std::move(cell)));
            }
        }
    }

    const doc::Grid& grid_;
    const Table& table_;
    std::size_t names_;
    const std::vector<doc::Cell>& section_heads_;
    const Indices heads_ = rows_of(grid_, RowKind::Header), rows_ = rows_of(grid_, RowKind::Body);
    const Indices lines_ = lines_of(grid_.columns.size(), names_);
    const std::size_t title_rows_;
    GridBuilder made_{transposed_columns(table_, heads_.size(), drawn_names()),
                      title_rows_ + 1 + lines_.size()};
};

}  // namespace

doc::Grid transposed(const doc::Grid& grid, const Table& table,
                     const std::vector<doc::Cell>& section_heads) {
    return Transposition(grid, table, section_heads).run();
}

void meet_transposed_notes(const Table& table, const MeetNotes& meet) {
    const std::size_t names = row_header_column(table);
    Indices lines = lines_of(table.columns.size(), names);
    lines.insert(lines.begin(), names);
    meet(table.columns[names]->notes);
    for (const TableSection& section : table.sections)
        if (!section.rows.empty()) meet(section.section->notes);
    std::vector<std::vector<const TableCell*>> cells(table.columns.size());
    for (const TableSection& section : table.sections) {
        for (const TableCell& cell : section.cells) cells[cell.column].push_back(&cell);
    }
    std::vector<std::vector<const HeadCell*>> heads(table.columns.size());
    for (const HeadCell& head : table.head) heads[head.column].push_back(&head);
    for (const std::size_t line : lines) {
        for (const HeadCell* head : heads[line]) {
            // A spanner over names alone is not shown.
            if (line == names && head->column_span == 1) continue;
            meet(head->spanner ? head->spanner->notes : table.columns[line]->notes);
        }
        for (const TableCell* cell : cells[line]) meet(*cell->notes);
    }
}

}  // namespace broadside::resolve
