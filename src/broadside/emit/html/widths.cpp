#include "broadside/emit/html/widths.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <variant>

#include "broadside/base/turn.hpp"
#include "broadside/emit/html/heads.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

constexpr double kCharacter = 0.6;  // how wide one is, of the size of its type
constexpr double kBoldCharacter = 0.65;
constexpr double kWideCharacter = 1.0;  // of a script whose lines end anywhere
constexpr double kReadWithEase = 8;     // a line of text, of the size of a cell's
constexpr double kTurnedHead = 2;       // the same

/// How wide what is set in one line is, and what no line parts.
struct Extent {
    double line = 0, word = 0;

    void widen(const Extent& other) {
        line = std::max(line, other.line);
        word = std::max(word, other.word);
    }
    double at_most(double limit) const { return std::max(word, std::min(line, limit)); }
};

Extent extent_of(const std::vector<doc::Span>& spans, Pt main) {
    Extent widest, now;
    for (const doc::Span& span : spans) {
        if (span.symbol) {
            const double width = span.symbol->width() / main;
            now.line += width;
            now.word += width;
            continue;
        }
        for (const char32_t c : unicode::decode(span.text)) {
            const bool is_wide = unicode::is_letter_without_word_spaces(c);
            if (is_wide || unicode::parts_words(c)) now.word = 0;
            if (unicode::is_line_end(c)) now = {};
            const double narrow = span.style.weight >= kBoldWeight ? kBoldCharacter : kCharacter;
            const double width = span.style.size / main * (is_wide ? kWideCharacter : narrow);
            now.line += width;
            now.word += width;
            widest.widen(now);
        }
    }
    widest.widen(now);
    return widest;
}

Extent extent_of(const doc::Cell& cell, Pt main) {
    Extent widest;
    for (const doc::Content& part : cell.content) {
        if (const auto* text = std::get_if<doc::Paragraph>(&part)) {
            widest.widen(extent_of(text->spans, main));
        } else {
            const auto& line = std::get<doc::SymbolLine>(part);
            Extent beside = extent_of(line.marks, main);
            beside.word = beside.line += line.symbol->width() / main;
            widest.widen(beside);
        }
    }
    return widest;
}

/// The heads of single columns with their columns.
template <typename Visit>
void for_each_head(const doc::Grid& grid, Visit visit) {
    for (std::size_t i = 0, end = grid.header_rows() * grid.columns.size(); i < end; ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (cell && cell->scope == HeaderScope::Column) visit(*cell, i % grid.columns.size());
    }
}

/// How long a line in that column is before it is broken.
double longest_line(const WidthRule& rule, Pt main) {
    if (std::holds_alternative<MaxContent>(rule)) return std::numeric_limits<double>::infinity();
    const auto* fit = std::get_if<FitContent>(&rule);
    return fit ? std::max(kReadWithEase, fit->limit / main) : kReadWithEase;
}

}  // namespace

double room_for_slant(const doc::Table& table, Pt main) {
    const doc::Grid& grid = table.grid;
    double room = 0;
    for_each_head(grid, [&](const doc::Cell& upright, std::size_t column) {
        if (grid.columns[column].head != HeadTurn::Slanted) return;
        const doc::Cell& head = upright.short_form ? *upright.short_form : upright;
        const auto* title =
            head.content.empty() ? nullptr : std::get_if<doc::Paragraph>(&head.content.front());
        if (!title) return;
        const double size = title->spans.front().style.size / main;
        const auto behind = static_cast<double>(grid.columns.size() - 1 - column);
        room = std::max(room, kSlant * extent_of(title_spans(*title), main).line -
                                  (size + 2 * table.style.padding_x / main) * behind);
    });
    return room;
}

NeededWidth needed_width(const doc::Table& table, Pt main, Heads heads) {
    const doc::Grid& grid = table.grid;
    const std::size_t columns = grid.columns.size();
    std::vector<double> widths(columns);
    for_each_head(grid, [&](const doc::Cell& head, std::size_t column) {
        const HeadTurn turn = grid.columns[column].head;
        const bool is_turned = heads == Heads::Narrow
                                   ? turn != HeadTurn::Upright
                                   : turn == HeadTurn::Rotated || turn == HeadTurn::Slanted;
        const bool is_brief = heads == Heads::Narrow && head.short_form;
        widths[column] =
            is_turned ? kTurnedHead : extent_of(is_brief ? *head.short_form : head, main).word;
    });
    std::size_t last_row_head = 0;
    for (std::size_t i = grid.header_rows() * columns; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span > 1) continue;
        const std::size_t column = i % columns;
        const double line =
            extent_of(*cell, main).at_most(longest_line(grid.columns[column].width, main));
        const double badge = cell->badge ? cell->badge->height / main : 0;
        widths[column] = std::max(widths[column], line + badge + cell->indent / main);
        if (cell->scope == HeaderScope::Row) last_row_head = column;
    }
    NeededWidth needed;
    for (std::size_t column = 0; column < columns; ++column) {
        const auto* fixed = std::get_if<FixedWidth>(&grid.columns[column].width);
        const double padded = widths[column] + 2 * table.style.padding_x / main;
        needed.table += std::max(padded, fixed ? fixed->width / main : 0);
        if (column == last_row_head) needed.row_heads = needed.table;
    }
    return needed;
}

}  // namespace broadside::emit
