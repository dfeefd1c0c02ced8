#include "broadside/emit/html/widths.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>
#include <span>
#include <utility>
#include <variant>

#include "broadside/base/guide_room.hpp"
#include "broadside/base/turn.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/emit/html/figures.hpp"
#include "broadside/emit/html/heads.hpp"
#include "broadside/emit/html/held_spans.hpp"
#include "broadside/emit/html/japanese_lines.hpp"
#include "broadside/emit/html/lead.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

// How wide a character is, of the size of its type: of ASCII from the space on in hundredths, as in
// Noto Sans.
constexpr std::array<unsigned char, 95> kAscii = {
    26, 27, 41, 65, 57, 83, 73, 22, 30, 30, 55, 57, 27, 32, 27, 37, 57, 57, 57, 57, 57, 57, 57, 57,
    57, 57, 27, 27, 57, 57, 57, 43, 90, 64, 65, 63, 73, 56, 52, 73, 74, 34, 27, 62, 52, 91, 76, 78,
    60, 78, 62, 55, 56, 73, 60, 93, 59, 57, 57, 33, 37, 33, 57, 44, 28, 56, 62, 48, 62, 56, 34, 62,
    62, 26, 26, 53, 26, 94, 62, 60, 62, 62, 41, 48, 36, 62, 51, 79, 53, 51, 47, 38, 55, 38, 57};
constexpr double kCharacter = 0.6, kRightToLeftCharacter = 0.5;
constexpr double kWideCharacter = 1.0;  // of a script whose lines end anywhere
constexpr double kBold = 1.08;          // of letters
constexpr double kReadWithEase = 8;     // a line of text, of the size of a cell's
constexpr double kTurnedHead = 2;       // the same
constexpr double kWholeLine = 20;       // the same: longer ones break in the widest windows too
constexpr double kUnlike = 1.06;        // as much wider may the face be
constexpr double kBeforeBadge = 0.4;
constexpr double kThinSpace = 0.2;
constexpr double kBesideMark = 0.2;     // of its type: padding of its link
constexpr double kHangingMarks = 0.75;  // behind a symbol in the middle: so much takes no room

double width_of(char32_t c, int weight) {
    if (c == unicode::kWordJoiner) return 0;
    if (c == U'\u202F' || c == U'\u2009') return kThinSpace;
    if (unicode::is_square(c) || unicode::is_letter_without_word_spaces(c)) return kWideCharacter;
    double width = c >= U'\u0590' && c < U'\u0780' ? kRightToLeftCharacter : kCharacter;
    if (c >= U' ' && c - U' ' < kAscii.size()) width = kAscii[c - U' '] / 100.0;
    return weight >= kBoldWeight && !unicode::is_digit(c) ? width * kBold : width;
}

/// How wide what is set in one line is, and what no line parts.
struct Extent {
    double line = 0, word = 0;

    void widen(const Extent& other) {
        line = std::max(line, other.line);
        word = std::max(word, other.word);
    }
    double at_most(double limit) const { return std::max(word, std::min(line, limit)); }
};

/// Whether a line may end between them.
bool may_end_line(char32_t before, char32_t after, TextSetting set) {
    if (unicode::parts_words(after)) return !unicode::is_glue(after);
    const bool is_inside =
        set.is_japanese && (unicode::is_letter(before) || unicode::is_digit(before));
    return is_inside ? may_end_japanese_line(before, after)
                     : unicode::is_letter_without_word_spaces(after);
}

Extent extent_of(const std::vector<doc::Span>& spans, TextSetting set) {
    if (const auto held = with_lines_held(spans, set.language)) return extent_of(*held, set);
    Extent widest, now;
    double before_dash = 0;  // which a word joiner behind it takes back
    char32_t before = 0;
    for (const doc::Span& span : spans) {
        if (span.symbol) {
            const double width = span.symbol->width() / set.main;
            now.line += width;
            now.word += width;
            continue;
        }
        for (const char32_t c : unicode::decode(span.text)) {
            if (c == unicode::kWordJoiner) now.word = before_dash;
            if (may_end_line(std::exchange(before, c), c, set)) now.word = 0;
            if (unicode::is_line_end(c)) now = {};
            const double width = span.style.size / set.main * width_of(c, span.style.weight);
            now.line += width;
            now.word += width;
            widest.widen(now);
            if (c != '-' && c != U'\u2013') continue;
            before_dash = std::exchange(now.word, 0);
        }
    }
    widest.widen(now);
    return widest;
}

/// All lines begin behind the symbol that the first begins with, those of further texts too.
Extent extent_of(const doc::Cell& cell, TextSetting set) {
    Extent widest;
    double indent = 0;
    for (const doc::Content& part : cell.content) {
        if (const auto* text = std::get_if<doc::Paragraph>(&part)) {
            Extent words = extent_of(text->spans, set);
            const double lead = lead_of(*text) / set.main;
            if (doc::has_figure(*text)) {
                words.word = words.line;
            } else if (lead > 0) {
                const std::vector<doc::Span> behind(text->spans.begin() + 2, text->spans.end());
                words.word = lead + extent_of(behind, set).word;
            } else {
                words.line += indent;
                words.word += indent;
            }
            if (text->alignment == Alignment::Start && indent <= 0) indent = lead;
            widest.widen(words);
        } else {
            const auto& line = std::get<doc::SymbolLine>(part);
            double marks = extent_of(line.marks, set).line;
            for (const doc::Span& mark : line.marks)
                marks += mark.note.empty() ? 0 : kBesideMark * (mark.style.size / set.main);
            const bool is_centred = cell.alignment == Alignment::Centre;
            const double room = is_centred ? 2 * std::max(0.0, marks - kHangingMarks) : marks;
            const double beside = line.symbol->width() / set.main + room;
            widest.widen({beside, beside});
        }
    }
    return widest;
}

/// Of a column's figures, at both sides of their axis: each has room for the widest of others.
struct FigureExtent {
    double before = 0, behind = 0;

    void widen(const doc::Cell& cell, TextSetting set) {
        if (cell.leaves_axis) return;
        for (const doc::Paragraph* text : doc::paragraphs_of(cell.content)) {
            if (!doc::has_figure(*text)) continue;
            std::vector<doc::Span> head, tail;
            for (const doc::Span& span : text->spans) {
                (tail.empty() ? head : tail).push_back(span);
                if (!span.axis) continue;
                head.back().text.resize(*span.axis);
                tail.assign(1, span);
                tail.back().text.erase(0, *span.axis);
            }
            before = std::max(before, extent_of(head, set).line);
            behind = std::max(behind, extent_of(tail, set).line);
        }
    }
};

/// So that the words of cells over several columns have room.
void widen_spanned(const doc::Grid& grid, TextSetting set, double padding,
                   std::vector<double>& widths) {
    for (std::size_t i = grid.header_rows() * widths.size(); i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span == 1 || cell->column_span == widths.size()) continue;
        const std::span<double> own =
            std::span(widths).subspan(i % widths.size(), cell->column_span);
        const auto count = static_cast<double>(own.size());
        const double room = std::accumulate(own.begin(), own.end(), padding * (count - 1));
        const double lack = (extent_of(*cell, set).word - room) / count;
        for (double& width : own) width += std::max(0.0, lack);
    }
}

/// The heads of single columns with their columns.
template <typename Visit>
void for_each_head(const doc::Grid& grid, Visit visit) {
    for (std::size_t i = 0, end = grid.header_rows() * grid.columns.size(); i < end; ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (cell && cell->scope == HeaderScope::Column) visit(*cell, i % grid.columns.size());
    }
}

/// How long a line is that the column keeps whole.
double whole_line(const WidthRule& rule, TextSetting set) {
    if (std::holds_alternative<MaxContent>(rule)) return std::numeric_limits<double>::infinity();
    const auto* fit = std::get_if<FitContent>(&rule);
    return fit ? fit->limit / set.main : 0;
}

/// What the cells of the column have more than padding at both sides.
double beside_guide(const doc::Column& column, double padding) {
    return column.has_guide ? kRoomBeforeGuide * padding / 2 : 0;
}

/// The width of a text where two lines of it are as even as they can be.
double width_in_two_lines(const doc::Paragraph& text, TextSetting set) {
    const double line = extent_of(text.spans, set).line;
    double least = line, before = 0;
    char32_t last = 0;
    for (const doc::Span& span : text.spans) {
        if (span.symbol) before += span.symbol->width() / set.main;
        for (const char32_t c : unicode::decode(span.text)) {
            const double width = span.style.size / set.main * width_of(c, span.style.weight);
            const bool may_end = may_end_line(std::exchange(last, c), c, set) && !span.hangs;
            const double behind = line - before - (unicode::parts_words(c) ? width : 0);
            if (may_end && before > 0) least = std::min(least, std::max(before, behind));
            before += width;
        }
    }
    return least * kUnlike;
}

/// Of the cells below the heads, one a column.
std::vector<Extent> extents_of_columns(const doc::Grid& grid, TextSetting set) {
    const std::size_t columns = grid.columns.size();
    std::vector<Extent> extents(columns);
    for (std::size_t i = grid.header_rows() * columns; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (cell && cell->column_span == 1) extents[i % columns].widen(extent_of(*cell, set));
    }
    return extents;
}

/// Columns of one width, as months have, keep to one: three at least, in which longer words are
/// broken.
void keep_alike(const doc::Grid& grid, TextSetting set, double padding,
                const std::vector<Extent>& below,
                std::vector<std::optional<GivingColumn>>& giving) {
    constexpr std::size_t kFewest = 3;
    std::map<double, std::vector<std::size_t>> columns;  // by their widths
    std::vector<double> words(below.size());
    for (std::size_t column = 0; column < below.size(); ++column) {
        words[column] = below[column].word;
        if (const auto* fixed = std::get_if<FixedWidth>(&grid.columns[column].width))
            columns[fixed->width / set.main].push_back(column);
    }
    for_each_head(grid, [&](const doc::Cell& head, std::size_t column) {
        if (grid.columns[column].head == HeadTurn::Upright)
            words[column] = std::max(
                words[column], extent_of(head.short_form ? *head.short_form : head, set).word);
    });
    for (const auto& [width, alike] : columns) {
        if (alike.size() < kFewest) continue;
        double most = 0;
        for (const std::size_t column : alike) most = std::max(most, words[column]);
        most = std::min(most, width - padding);
        for (const std::size_t column : alike)
            giving[column] = GivingColumn{most, 0, most + padding};
    }
}

}  // namespace

double longest_word(std::string_view text, TextSetting set) {
    doc::Span span;
    span.text = text;
    span.style.size = set.main;
    return extent_of({span}, set).word * kUnlike;
}

double width_of_symbols(const doc::Table& table, TextSetting set) {
    const std::vector<Extent> below = extents_of_columns(table.grid, set);
    double widest = 0;
    std::size_t count = 0;
    for (std::size_t i = 0; i < below.size(); ++i) {
        const doc::Column& column = table.grid.columns[i];
        if (!column.is_symbols || column.head == HeadTurn::Upright) continue;
        widest = std::max(widest, below[i].line);
        ++count;
    }
    return count < 2 ? 0 : widest;
}

double room_for_slant(const doc::Table& table, TextSetting set) {
    const doc::Grid& grid = table.grid;
    double room = 0;
    for_each_head(grid, [&](const doc::Cell& upright, std::size_t column) {
        if (grid.columns[column].head != HeadTurn::Slanted) return;
        const doc::Cell& head = upright.short_form ? *upright.short_form : upright;
        const auto* title =
            head.content.empty() ? nullptr : std::get_if<doc::Paragraph>(&head.content.front());
        if (!title) return;
        const double size = title->spans.front().style.size / set.main;
        const auto behind = static_cast<double>(grid.columns.size() - 1 - column);
        room = std::max(room, kSlant * extent_of(title_spans(*title), set).line -
                                  (size + 2 * table.style.padding_x / set.main) * behind);
    });
    return room;
}

namespace {

double smallest_type(const doc::Grid& grid, TextSetting set) {
    double smallest = 1;
    for (const doc::Slot& slot : grid.slots) {
        const auto* cell = std::get_if<doc::Cell>(&slot);
        if (!cell) continue;
        for (const doc::Paragraph* text : doc::paragraphs_of(cell->content))
            for (const doc::Span& span : text->spans)
                if (!span.hangs && !span.symbol && !span.text.empty())
                    smallest = std::min(smallest, span.style.size / set.main);
    }
    return smallest;
}

}  // namespace

NeededWidth needed_width(const doc::Table& table, TextSetting set, Heads heads) {
    const doc::Grid& grid = table.grid;
    const std::size_t columns = grid.columns.size();
    std::vector<double> widths(columns), least(columns);
    std::vector<FigureExtent> figures(columns);
    for_each_head(grid, [&](const doc::Cell& head, std::size_t column) {
        const HeadTurn turn = grid.columns[column].head;
        const bool is_turned = heads == Heads::Narrow
                                   ? turn != HeadTurn::Upright
                                   : turn == HeadTurn::Rotated || turn == HeadTurn::Slanted;
        const bool is_brief = heads == Heads::Narrow && head.short_form;
        widths[column] =
            is_turned ? kTurnedHead : extent_of(is_brief ? *head.short_form : head, set).word;
        least[column] = widths[column];
    });
    std::size_t last_row_head = 0;
    for (std::size_t i = grid.header_rows() * columns; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->column_span > 1) continue;
        const std::size_t column = i % columns;
        const Extent extent = extent_of(*cell, set);
        const double whole = whole_line(grid.columns[column].width, set);
        const double badge = cell->badge ? cell->badge->height / set.main + kBeforeBadge : 0;
        const auto widen = [&](double& width, double line) {
            width = std::max(width, extent.at_most(line) + badge + cell->indent / set.main);
        };
        widen(widths[column], std::max(kReadWithEase, whole));
        widen(least[column], whole);
        figures[column].widen(*cell, set);
        if (cell->scope == HeaderScope::Row) last_row_head = column;
    }
    const double padding = 2 * table.style.padding_x / set.main;
    const double symbols = width_of_symbols(table, set);
    for (std::size_t column = 0; column < columns; ++column) {
        least[column] = std::max(least[column], figures[column].before + figures[column].behind);
        if (!grid.columns[column].is_symbols || grid.columns[column].head == HeadTurn::Upright)
            continue;
        least[column] = std::max(least[column], symbols);
        widths[column] = std::max(widths[column], symbols);
    }
    widen_spanned(grid, set, padding, least);
    const auto giving = giving_columns(table, set);
    NeededWidth needed;
    needed.smallest = smallest_type(grid, set);
    for (std::size_t column = 0; column < columns; ++column) {
        const auto* fixed = std::get_if<FixedWidth>(&grid.columns[column].width);
        const bool gives_way = heads == Heads::Narrow && giving[column];
        const auto padded = [&](double width) {
            if (gives_way && giving[column]->least > 0) return giving[column]->least;
            return std::max(width + padding + beside_guide(grid.columns[column], padding),
                            fixed && !gives_way ? fixed->width / set.main : 0);
        };
        needed.table += padded(widths[column]);
        needed.least += padded(least[column]);
        if (column == last_row_head) needed.row_heads = needed.table;
    }
    return needed;
}

std::vector<std::optional<GivingColumn>> giving_columns(const doc::Table& table, TextSetting set) {
    const doc::Grid& grid = table.grid;
    const double padding = 2 * table.style.padding_x / set.main;
    const std::vector<Extent> below = extents_of_columns(grid, set);
    std::vector<double> in_one_line(below.size()), in_two_lines(below.size());
    for_each_head(grid, [&](const doc::Cell& head, std::size_t column) {
        if (grid.columns[column].head != HeadTurn::Upright) return;
        for (const doc::Paragraph* text : doc::paragraphs_of(head.content)) {
            in_one_line[column] = std::max(in_one_line[column], extent_of(text->spans, set).line);
            in_two_lines[column] = std::max(in_two_lines[column], width_in_two_lines(*text, set));
        }
    });
    std::vector<std::optional<GivingColumn>> giving(below.size());
    double whole = 0, mostly_whole = 0;  // the width of the table in which all lines are
    for (std::size_t column = 0; column < below.size(); ++column) {
        const WidthRule& rule = grid.columns[column].width;
        const auto* fixed = std::get_if<FixedWidth>(&rule);
        const auto widen = [&](double& table_width, double line) {
            const double words = fixed ? line : std::max(line, in_one_line[column]);
            table_width += std::max(words + padding + beside_guide(grid.columns[column], padding),
                                    fixed ? fixed->width / set.main : 0);
        };
        widen(whole, below[column].line);
        widen(mostly_whole, below[column].at_most(kWholeLine));
        const bool is_auto =
            !std::holds_alternative<Percentage>(rule) && !std::holds_alternative<Fraction>(rule);
        const bool breaks = below[column].line > below[column].at_most(whole_line(rule, set));
        if (breaks || !(fixed || (is_auto && in_one_line[column] > below[column].line))) continue;
        const double most = fixed ? fixed->width / set.main - padding : in_two_lines[column];
        giving[column] =
            GivingColumn{std::max(std::min(in_two_lines[column], most), below[column].line), 0};
    }
    keep_alike(grid, set, padding, below, giving);
    for (std::size_t column = 0; column < below.size(); ++column) {
        const bool is_fixed = std::holds_alternative<FixedWidth>(grid.columns[column].width);
        if (giving[column]) giving[column]->window = is_fixed ? mostly_whole : whole;
    }
    return giving;
}

}  // namespace broadside::emit
