#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "broadside/base/units.hpp"
#include "broadside/base/width_rule.hpp"

namespace broadside::layout {

/// What one column asks for, padding included.
struct ColumnDemand {
    WidthRule rule;
    Pt min_content;
    Pt max_content;
    Pt least = min_content;      // with long words broken
    Pt parted = min_content;     // with names that head it hyphenated
    std::size_t pitch = 0;       // columns of one number are equally wide; 0: of none
    Pt unbroken = max_content;   // at which no line of its cells is broken, but heads and details
    Pt mostly_unbroken = {};     // at which a fifth of its names are broken at the most
    Pt whole_words = {};         // at which no word of its head is hyphenated
    Pt head = {};                // at which its head stands on one line
    Pt head_in_two = {};         // at which it stands on two
    Pt cell_words = {};          // at which no word of its cells is hyphenated
    Pt typical = max_content;    // root mean square of what its cells would be wide, for `auto`
    std::size_t group = 0;       // those of one number that are equally wide stay so; 0: of none
    std::size_t spanner = 0;     // those of one number stand under one spanner; 0: under none
    std::size_t run = 0;         // those of one number hold much the same side by side; 0: alone
    bool is_given = false;       // its width is the layout's, and no more where others can grow
    bool has_names = false;      // of rows, which are broken last
    bool has_titles = false;     // of rows, as names are titles of others
    bool has_groups = false;     // of titles of rows
    bool has_seams = false;      // its head says where it may be hyphenated
    bool is_named = false;       // what it holds is of what the name at its head names
    bool is_levelled = false;    // as wide as others of its group where there is room
    bool is_one_of_row = false;  // of words, in a share that the layout gives
};

/// Makes it ask for what the other does, where that is more.
void raise_to(ColumnDemand& demand, const ColumnDemand& other);

/// Makes those of one pitch, or of one run, ask for the same.
void even_out(std::vector<ColumnDemand>& columns, std::size_t ColumnDemand::*number);

/// The narrowest of these columns grow until all are alike or `left` is what they have together.
void level_up(std::vector<Pt>& widths, std::vector<std::size_t> growing, Pt left);

/// With heads broken before anything else is.
inline Pt unbroken_width(const ColumnDemand& column) {
    return std::max({column.min_content, column.unbroken, column.whole_words});
}

/// The same, but that a head which `width` has on two lines does not need a third one.
inline Pt width_below_head(const ColumnDemand& column, Pt width) {
    const Pt of_head = fits(column.head_in_two, width) ? column.head_in_two : Pt(0);
    return std::max(unbroken_width(column), of_head);
}

/// What a cell over several columns asks of them together.
struct SpanDemand {
    std::size_t first = 0, count = 1;
    Pt min_content;
    Pt least = min_content;
};

/// A spanning cell's min-content is made up by its columns: by those that share when there are any,
/// else evenly.
void widen_for_spans(std::vector<ColumnDemand>& columns, const std::vector<SpanDemand>& spans);

/// Whether every spanning cell has its min-content.
inline bool hold_spans(const std::vector<SpanDemand>& spans, const std::vector<Pt>& widths) {
    return std::all_of(spans.begin(), spans.end(), [&](const SpanDemand& span) {
        return fits(span.min_content, sum(widths, span.first, span.count));
    });
}

/// The widest to the narrowest of columns that are made equally wide.
inline constexpr double kNearlyAlike = 1.75;

/// The same of columns of one share under names: a difference that is not seen.
inline constexpr double kNearlyEven = 1.08;

/// Whether columns of these widths look as wide as each other.
inline bool are_even(const ColumnDemand& one, Pt width, const ColumnDemand& other, Pt other_width) {
    const bool are_compared = one.is_named && other.is_named;
    return nearly(width, other_width) ||
           (are_compared &&
            fits(std::max(width, other_width), std::min(width, other_width) * kNearlyEven));
}

/// How wide columns are that are as the layout says, whatever they hold; none: others.
std::optional<Pt> fixed_width(const WidthRule& rule, Pt available);
inline bool is_fixed(const WidthRule& rule) { return fixed_width(rule, Pt(0)).has_value(); }

struct ColumnWidths {
    std::vector<Pt> widths;
    Pt missing;  // how much wider the table would have to be: 0 when all fits
    // Content-sized columns break lines of their cells for it, or `auto` ones every few letters, or
    // columns of one share are not equally wide.
    bool is_squeezed = false;
    bool breaks_content = false;  // squeezed by the first of these
};

/// Widths that add up to `available`, after CSS Grid's track sizing: fixed and content-sized
/// columns first, what is left goes to `fr` columns by their share; without any, to the `auto`
/// columns by what they hold; beyond that, and without those, to all content-sized ones, in the
/// proportions of what they hold, and only to those that are not given a width if there are any. No
/// column but a fixed one becomes narrower than its min-content unless the table cannot hold them
/// all. Columns of one pitch that are nearly alike ask for what the widest does, where there is
/// room: they have one rule.
ColumnWidths solve_columns(std::vector<ColumnDemand> columns, const std::vector<SpanDemand>& spans,
                           Pt available);

}  // namespace broadside::layout
