#include "broadside/layout/column_form.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/layout/cell.hpp"
#include "broadside/layout/cell_padding.hpp"
#include "broadside/layout/torn_heads.hpp"
#include "broadside/layout/turned_cell.hpp"
#include "broadside/layout/whole_words.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::layout {

namespace {

/// What columns of a form ask for, and what they get.
struct FormTrial {
    std::vector<ColumnDemand> columns;
    ColumnWidths solved;
};

FormTrial try_form(const doc::Table& table, Pt width, const ColumnForm& form,
                   Typesetter& typesetter) {
    const std::vector<PartCell> cells = all_cells(table.grid, form.heads);
    TableDemands demands =
        table_demands(table, cells, form, typesetter, scale_of_fixed_widths(typesetter));
    part_long_names(demands.columns, demands.spans, width);
    ColumnWidths solved = solve_columns(demands.columns, demands.spans, width);
    return {std::move(demands.columns), std::move(solved)};
}

bool is_narrow_enough(const doc::Grid& grid, const FormTrial& trial) {
    for (std::size_t i = 0; i < trial.columns.size(); ++i) {
        const ColumnDemand& column = trial.columns[i];
        const Pt least = grid.columns[i].has_groups
                             ? std::max(column.min_content, column.whole_words)
                             : column.min_content;
        if (!fits(least, trial.solved.widths[i])) return false;
    }
    return trial.solved.missing <= Pt(0);
}

/// The widest of Chinese and Japanese characters in a row, at the current type scale: only who
/// reads them knows where a word ends.
Pt widest_in_a_row(const MeasuredText& text, const Setting& setting) {
    const auto is_in_row = [&](const text::Cluster& cluster) {
        return unicode::is_han_or_kana(text.shaped->character_of(cluster));
    };
    Pt widest, row;
    for (std::size_t i = 0; i < text.pieces.size(); ++i) {
        const Piece& piece = text.pieces[i];
        row += piece.width;
        if (i > 0) widest = std::max(widest, row);
        const bool goes_on = i + 1 < text.pieces.size() && piece.space <= Pt(0) &&
                             is_in_row(text.shaped->clusters[piece.last - 1]) &&
                             is_in_row(text.shaped->clusters[piece.last]);
        if (!goes_on) row = Pt(0);
    }
    return setting.scaled(widest);
}

/// Whether a title with a short form passes a test, with the room that it has.
template <typename Test>
bool any_with_short_form(const doc::Table& table, const FormTrial& trial,
                         const Typesetter& typesetter, Test test) {
    const CellPadding padding(table, typesetter.setting());
    const std::vector<PartCell> cells = all_cells(table.grid);
    return std::any_of(cells.begin(), cells.end(), [&](const PartCell& part) {
        if (!part.cell->short_form) return false;
        return test(*part.cell, padding.inner(part, trial.solved.widths));
    });
}

/// Whether a title that has a short form is hyphenated.
bool breaks_head_with_short_form(const doc::Table& table, const FormTrial& trial,
                                 Typesetter& typesetter) {
    return any_with_short_form(table, trial, typesetter, [&](const doc::Cell& title, Pt room) {
        return !fits(cell_widths(title, typesetter).whole_words, room);
    });
}

/// Whether a title that has a short form is broken between such characters.
bool parts_row_with_short_form(const doc::Table& table, const FormTrial& trial,
                               Typesetter& typesetter) {
    return any_with_short_form(table, trial, typesetter, [&](const doc::Cell& title, Pt room) {
        const Pt widest = typesetter.peers().most(title, [&](const doc::Cell& peer) {
            Pt most;
            for (const doc::Paragraph* paragraph : doc::paragraphs_of(peer.content)) {
                if (const MeasuredText* text = typesetter.measured(*paragraph))
                    most = std::max(most, widest_in_a_row(*text, typesetter.setting()));
            }
            return most;
        });
        return !fits(widest, room);
    });
}

/// Whether a title takes three lines or more where its short form takes fewer.
bool is_lower_in_short_form(const doc::Table& table, const FormTrial& trial,
                            Typesetter& typesetter) {
    return any_with_short_form(table, trial, typesetter, [&](const doc::Cell& title, Pt room) {
        const Pt height = cell_height(title, room, typesetter);
        const Pt one_line =
            cell_height(title, cell_widths(title, typesetter).max_content, typesetter);
        const Pt in_short_form = cell_height(*title.short_form, room, typesetter);
        return height > 2.5 * one_line && height > in_short_form + one_line / 2;
    });
}

/// Whether a column whose texts take three lines and more gets much of the width that short forms
/// of titles leave.
bool feeds_texts(const doc::Table& table, Pt width, const FormTrial& trial, ColumnForm form,
                 Typesetter& typesetter) {
    constexpr double kStarved = 2;  // lines, were words no hindrance
    constexpr double kMuch = 1.2;
    std::vector<std::size_t> starved;
    for (std::size_t i = 0; i < trial.columns.size(); ++i) {
        if (!table.grid.columns[i].is_symbols && !trial.columns[i].has_names &&
            trial.columns[i].typical > kStarved * trial.solved.widths[i])
            starved.push_back(i);
    }
    if (starved.empty()) return false;
    form.heads.form = HeadForm::Short;
    const FormTrial in_short_form = try_form(table, width, form, typesetter);
    return std::any_of(starved.begin(), starved.end(), [&](std::size_t i) {
        return in_short_form.solved.widths[i] > kMuch * trial.solved.widths[i];
    });
}

/// How many times as wide as the narrowest the widest of some columns is.
double unevenness(std::span<const Pt> widths) {
    const auto [least, most] = std::minmax_element(widths.begin(), widths.end());
    return *least > Pt(0) ? *most / *least : 1;
}

/// Whether columns of a row, as months, are unevenly wide by their titles alone.
bool evens_row_of_columns(const doc::Table& table, Pt width, const FormTrial& trial,
                          ColumnForm form, Typesetter& typesetter) {
    constexpr std::size_t kLeast = 6;
    constexpr double kEvenEnough = 1.2;
    std::vector<bool> has_short_form(trial.columns.size());
    for (const PartCell& part : all_cells(table.grid))
        if (part.cell->short_form && part.column_span == 1) has_short_form[part.column] = true;
    std::optional<FormTrial> in_short_form;
    form.heads.form = HeadForm::Short;
    for (std::size_t first = 0, last = 0; first < has_short_form.size(); first = last + 1) {
        const auto end = std::find(has_short_form.begin() + static_cast<std::ptrdiff_t>(first),
                                   has_short_form.end(), false);
        last = static_cast<std::size_t>(end - has_short_form.begin());
        if (last - first < kLeast) continue;
        const auto of = [&](const FormTrial& of_form) {
            return unevenness(std::span(of_form.solved.widths).subspan(first, last - first));
        };
        const double uneven = of(trial);
        Pt widest, all;
        for (std::size_t i = first; i < last; ++i) {
            widest = std::max(widest, trial.columns[i].head);
            all += trial.solved.widths[i];
        }
        // Where all have room for the longest title, nobody misses a short one.
        const bool have_room = fits(static_cast<double>(last - first) * widest, all);
        if (uneven < kEvenEnough || have_room) continue;
        if (!in_short_form) in_short_form = try_form(table, width, form, typesetter);
        if (of(*in_short_form) - 1 < (uneven - 1) / 2) return true;
    }
    return false;
}

/// Whether hyphens give a title that may run upwards, and does not, two lines more.
bool breaks_head_twice(const doc::Table& table, const FormTrial& trial, const Heads& heads,
                       Typesetter& typesetter) {
    const std::vector<PartCell> cells = all_cells(table.grid, heads);
    return torn_heads(table, cells, trial.columns, trial.solved.widths, typesetter,
                      [](const doc::Column& column) { return column.head == HeadTurn::Auto; }) > 0;
}

/// Whether a table has titles of groups of rows, and all would run upwards beside rows that are no
/// higher for them.
bool has_room_for_groups(const doc::Table& table, Pt width, Typesetter& typesetter) {
    const ColumnForm form{{HeadForm::Groups}};
    const CellPadding padding(table, typesetter.setting());
    const std::vector<PartCell> cells = all_cells(table.grid, form.heads);
    const auto is_title = [&](const PartCell& part) { return is_group_title(table.grid, part); };
    if (std::none_of(cells.begin(), cells.end(), is_title)) return false;
    const std::vector<Pt> widths = try_form(table, width, form, typesetter).solved.widths;
    std::vector<Pt> rows(table.grid.rows.size());
    for (const PartCell& part : cells) {
        if (is_title(part) || part.row_span > 1) continue;
        const Pt content = cell_height(*part.cell, padding.inner(part, widths), typesetter);
        rows[part.row] = std::max(rows[part.row], content + 2 * padding.of(part).y);
    }
    return std::all_of(cells.begin(), cells.end(), [&](const PartCell& part) {
        if (!is_title(part)) return true;
        const Pt height = turned_size(*part.cell, typesetter).height + 2 * padding.of(part).y;
        return fits(height, sum(rows, part.row, part.row_span));
    });
}

/// Whether a column whose lines are broken has less room than in the other form: of names without
/// their details, and of symbols none but heads that stand on one line there.
bool takes_room_of_lines(const doc::Grid& grid, const FormTrial& trial, const FormTrial& other) {
    for (std::size_t i = 0; i < trial.columns.size(); ++i) {
        const ColumnDemand& column = other.columns[i];
        if (grid.columns[i].is_symbols) {
            const bool is_whole = fits(column.head, other.solved.widths[i]);
            if (is_whole && !fits(column.head, trial.solved.widths[i])) return true;
            continue;
        }
        const Pt lines = column.has_names ? column.unbroken : column.max_content;
        const Pt wanted = std::min(lines, other.solved.widths[i]);
        if (!fits(wanted, trial.solved.widths[i])) return true;
    }
    return false;
}

/// What takes less width than heads in full, the narrowest first.
std::vector<HeadForm> narrower_heads(const doc::Table& table, Pt width, Typesetter& typesetter) {
    const doc::Grid& grid = table.grid;
    std::vector<HeadForm> forms;
    const auto may_turn = [&](bool above_symbols) {
        return std::any_of(
            grid.columns.begin(), grid.columns.end(), [=](const doc::Column& column) {
                return column.head == HeadTurn::Auto && column.is_symbols == above_symbols;
            });
    };
    if (may_turn(false)) forms.push_back(HeadForm::Turned);
    if (may_turn(true)) forms.push_back(HeadForm::SymbolsTurned);
    const std::size_t slots = grid.header_rows() * grid.columns.size();
    if (std::any_of(grid.slots.begin(), grid.slots.begin() + static_cast<std::ptrdiff_t>(slots),
                    [](const doc::Slot& slot) {
                        const auto* cell = std::get_if<doc::Cell>(&slot);
                        return cell && cell->short_form;
                    }))
        forms.push_back(HeadForm::Short);
    if (has_room_for_groups(table, width, typesetter)) forms.push_back(HeadForm::Groups);
    return forms;
}

/// Columns of a form with turned heads that are as wide as the words of their upright ones anyway:
/// of those of symbols, and of those with names, whose heads stand alike, all or none.
std::vector<bool> with_room_for_heads(const doc::Table& table, Pt width, const ColumnForm& form,
                                      Typesetter& typesetter) {
    const FormTrial turned = try_form(table, width, form, typesetter);
    const std::vector<doc::Column>& columns = table.grid.columns;
    std::vector<bool> have_room;
    for (const doc::Column& column : columns) have_room.push_back(column.has_groups);
    ColumnForm upright = form;
    upright.heads = {HeadForm::Short, std::exchange(have_room, {})};
    const FormTrial trial = try_form(table, width, upright, typesetter);
    for (std::size_t i = 0; i < trial.columns.size(); ++i)
        have_room.push_back(fits(trial.columns[i].whole_words, turned.solved.widths[i]));
    const auto stand_alike = [&](auto is_meant) {
        bool all_have_room = true;
        for (std::size_t i = 0; i < have_room.size(); ++i)
            all_have_room = all_have_room && (have_room[i] || !is_meant(i));
        for (std::size_t i = 0; i < have_room.size(); ++i)
            if (is_meant(i)) have_room[i] = all_have_room;
    };
    stand_alike([&](std::size_t i) { return columns[i].is_symbols; });
    stand_alike([&](std::size_t i) { return trial.columns[i].is_named; });
    upright.heads = {form.heads.form, have_room};
    // Where cells are too wide for their columns, no head makes them wider.
    return is_narrow_enough(table.grid, try_form(table, width, upright, typesetter)) ||
                   !is_narrow_enough(table.grid, turned)
               ? have_room
               : std::vector<bool>();
}

/// The form in which heads above symbols turn together, and all others do.
ColumnForm choose_common_form(const doc::Table& table, Pt width, Typesetter& typesetter) {
    const Setting setting = typesetter.setting();
    ColumnForm form;
    if (setting.turned_heads) form.heads.form = HeadForm::AllTurned;
    Setting natural;
    for (const doc::Document* document : typesetter.peers().documents()) {
        if (document->fit && !document->page.auto_height)
            natural.type_scale = std::max(natural.type_scale, document->fit->min_scale);
    }
    typesetter.use(natural);
    std::vector<HeadForm> choices;
    if (!setting.turned_heads) choices = narrower_heads(table, width / setting.measure, typesetter);
    while (setting.short_heads && !choices.empty() && choices.back() <= HeadForm::Short) {
        form.heads.form = choices.back();
        choices.pop_back();
    }
    const bool may_be_even = has_like_neighbours(table.grid.columns);
    if (choices.empty() && !may_be_even) {
        typesetter.use(setting);
        return form;
    }
    // What draws the page together turns no head.
    const Pt whole_width = std::exchange(width, width / setting.measure);
    FormTrial trial = try_form(table, width, form, typesetter);
    while (!choices.empty() && !is_narrow_enough(table.grid, trial)) {
        form.heads.form = choices.back();
        choices.pop_back();
        trial = try_form(table, width, form, typesetter);
    }
    if (may_be_even) {
        const ColumnForm even{form.heads, Neighbours::Even};
        const FormTrial even_trial = try_form(table, width, even, typesetter);
        if (is_narrow_enough(table.grid, even_trial) && !even_trial.solved.is_squeezed &&
            !takes_room_of_lines(table.grid, even_trial, trial))
            form = even;
    }
    typesetter.use(setting);
    const auto may_be = [&](HeadForm heads) { return contains(choices, heads); };
    if (may_be(HeadForm::Short)) {
        const FormTrial full = try_form(table, whole_width, form, typesetter);
        if (parts_row_with_short_form(table, full, typesetter) ||
            is_lower_in_short_form(table, full, typesetter) ||
            feeds_texts(table, whole_width, full, form, typesetter) ||
            evens_row_of_columns(table, whole_width, full, form, typesetter))
            form.heads.form = HeadForm::Short;
    }
    if (!setting.hyphenated_heads && setting.hyphenation == text::Hyphenation::Off) return form;
    if (may_be(HeadForm::Short) &&
        breaks_head_with_short_form(table, try_form(table, whole_width, form, typesetter),
                                    typesetter))
        form.heads.form = HeadForm::Short;
    for (const HeadForm turned : {HeadForm::SymbolsTurned, HeadForm::Turned}) {
        if (may_be(turned) &&
            breaks_head_twice(table, try_form(table, whole_width, form, typesetter), form.heads,
                              typesetter))
            form.heads.form = turned;
    }
    return form;
}

}  // namespace

ColumnForm choose_form(const doc::Table& table, Pt width, Typesetter& typesetter) {
    ColumnForm form = choose_common_form(table, width, typesetter);
    if (form.heads.form >= HeadForm::Groups)
        form.heads.have_room = with_room_for_heads(table, width, form, typesetter);
    return form;
}

}  // namespace broadside::layout
