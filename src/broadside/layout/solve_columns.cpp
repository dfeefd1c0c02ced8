#include "broadside/layout/solve_columns.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "broadside/layout/bisect.hpp"

namespace broadside::layout {

namespace {

template <typename Rule>
bool is(const WidthRule& rule) {
    return std::holds_alternative<Rule>(rule);
}

double share_of(const WidthRule& rule) {
    const auto* fraction = std::get_if<Fraction>(&rule);
    return fraction ? fraction->share : 0;
}

struct BaseWidth {
    const ColumnDemand& column;
    Pt available;

    Pt operator()(MinContent) const { return column.min_content; }
    Pt operator()(MaxContent) const { return column.max_content; }
    Pt operator()(FitContent rule) const {
        return std::max(column.min_content, std::min(column.max_content, rule.limit));
    }
    Pt operator()(Fraction) const { return column.min_content; }
    Pt operator()(AutoWidth) const { return column.min_content; }
    Pt operator()(FixedWidth rule) const { return rule.width; }
    Pt operator()(Percentage rule) const { return *fixed_width(rule, available); }
};

/// Those that hold more than the narrowest of their pitch by this factor, as words beside symbols,
/// leave it: for them, all others would have to be as wide.
void part_pitches(std::vector<ColumnDemand>& columns, double nearly_alike) {
    std::map<std::size_t, Pt> narrowest;
    for (const ColumnDemand& column : columns) {
        Pt& least = narrowest.try_emplace(column.pitch, column.max_content).first->second;
        least = std::min(least, column.max_content);
    }
    for (ColumnDemand& column : columns)
        if (column.max_content > narrowest.at(column.pitch) * nearly_alike) column.pitch = 0;
}

/// CSS Grid, "find the size of an fr": columns whose min-content is above their share keep it, and
/// the others share what is left.
void share_out(const std::vector<ColumnDemand>& columns, std::vector<Pt>& widths, Pt available) {
    std::vector<bool> frozen(columns.size());
    for (std::size_t i = 0; i < columns.size(); ++i) frozen[i] = share_of(columns[i].rule) <= 0;
    for (bool settled = false; !settled;) {
        Pt left = available;
        double shares = 0;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (frozen[i])
                left -= widths[i];
            else
                shares += share_of(columns[i].rule);
        }
        if (shares <= 0) return;
        settled = true;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (frozen[i]) continue;
            widths[i] = left * (share_of(columns[i].rule) / shares);
            if (widths[i] >= columns[i].min_content) continue;
            widths[i] = columns[i].min_content;
            frozen[i] = true;
            settled = false;
        }
    }
}

/// Columns that were given one share stay equally wide where a word makes one of them wider, unless
/// lines of others are broken for it.
void share_out_evenly(std::vector<ColumnDemand> columns, ColumnWidths& result, Pt available) {
    std::vector<Pt>& widths = result.widths;
    share_out(columns, widths, available);
    std::map<std::size_t, Pt> most;
    const auto has_siblings = [](const ColumnDemand& column) {
        return column.group != 0 && share_of(column.rule) > 0;
    };
    for (const ColumnDemand& column : columns) {
        if (has_siblings(column))
            most[column.group] = std::max(most[column.group], column.min_content);
    }
    for (ColumnDemand& column : columns)
        if (has_siblings(column)) column.min_content = most.at(column.group);
    std::vector<Pt> even = widths;
    share_out(columns, even, available);
    bool breaks_lines = !fits(sum(even), available), is_even = true;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        breaks_lines = breaks_lines || !fits(std::min(widths[i], columns[i].max_content), even[i]);
        is_even = is_even && nearly(widths[i], even[i]);
    }
    if (!breaks_lines) widths = std::move(even);
    result.is_squeezed = result.is_squeezed || (breaks_lines && !is_even);
}

/// Makes content-sized columns narrower by up to `excess`, most those that have most to give, none
/// below its `least`. Returns what is still missing.
template <typename Least>
Pt shrink(const std::vector<ColumnDemand>& columns, std::vector<Pt>& widths, Pt excess,
          Least least) {
    Pt spare;
    const auto spare_of = [&](std::size_t i) {
        return is_fixed(columns[i].rule) ? Pt(0) : std::max(Pt(0), widths[i] - least(columns[i]));
    };
    for (std::size_t i = 0; i < columns.size(); ++i) spare += spare_of(i);
    if (spare <= Pt(0)) return excess;
    const double factor = std::min(1.0, excess / spare);
    for (std::size_t i = 0; i < columns.size(); ++i) widths[i] -= spare_of(i) * factor;
    return std::max(Pt(0), excess - spare);
}

/// As much as all would grow by, were they alike in that, but to no more than the limit.
void grow_to_limits(const std::vector<ColumnDemand>& columns, std::vector<Pt>& widths,
                    Pt available) {
    const Pt total = sum(widths);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto* fit = std::get_if<FitContent>(&columns[i].rule);
        if (fit && columns[i].is_given && widths[i] > Pt(0))
            widths[i] = std::max(widths[i], std::min(fit->limit, widths[i] * (available / total)));
    }
}

/// What is left goes to the columns that the layout gives no width, by what they hold, as in a CSS
/// table without a width, and to those that it gives a limit, up to it; where all have a width, to
/// all that are not fixed.
void grow(const std::vector<ColumnDemand>& columns, std::vector<Pt>& widths, Pt available) {
    const bool are_given = std::all_of(
        columns.begin(), columns.end(),
        [](const ColumnDemand& column) { return column.is_given || is_fixed(column.rule); });
    if (!are_given) grow_to_limits(columns, widths, available);
    std::map<std::size_t, Pt> widest, widest_in_run;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        widest[columns[i].group] = std::max(widest[columns[i].group], widths[i]);
        Pt& in_run = widest_in_run[columns[i].run];
        in_run = std::max(in_run, widths[i]);
    }
    std::vector<ColumnDemand> sharing = columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnDemand& column = sharing[i];
        column.min_content = widths[i];
        const bool grows = !is_fixed(column.rule) && (are_given || !column.is_given);
        Pt holds = column.run == 0 ? widths[i] : widest_in_run.at(column.run);
        if (column.is_levelled) holds = widest.at(column.group);
        column.rule = grows ? WidthRule{Fraction{holds.value}} : WidthRule{FixedWidth{widths[i]}};
    }
    share_out(sharing, widths, available);
}

/// Titles of columns that the layout gives no width, as those of figures, are broken before names
/// in columns that share what is left, where that keeps names whole up to this width of theirs.
bool make_room_for_names(std::vector<ColumnDemand>& columns, std::vector<Pt>& widths, Pt available,
                         Pt ColumnDemand::*whole) {
    std::vector<Pt> shared = widths;
    share_out(columns, shared, available);
    Pt missing;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].has_names && share_of(columns[i].rule) > 0)
            missing += std::max(Pt(0), columns[i].*whole - shared[i]);
    }
    if (nearly(missing, Pt(0))) return true;
    const Pt left = shrink(columns, shared, missing, [&](const ColumnDemand& column) {
        return column.is_given || share_of(column.rule) > 0 ? available : unbroken_width(column);
    });
    if (!nearly(left, Pt(0))) return false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnDemand& column = columns[i];
        if (share_of(column.rule) <= 0)
            widths[i] = shared[i];
        else if (column.has_names)
            column.min_content = std::max(column.min_content, column.*whole);
        else
            column.min_content = std::max(column.min_content, shared[i]);
    }
    return true;
}

/// Before texts in columns that share what is left are broken, heads of columns that the layout
/// gives no width are, between words, where that makes a column much narrower; and names without a
/// width take no more of it than their lines.
void make_room_for_texts(std::vector<ColumnDemand>& columns, std::vector<Pt>& widths,
                         Pt available) {
    constexpr double kMuchNarrower = 0.85;
    std::vector<Pt> shared = widths;
    share_out(columns, shared, available);
    std::vector<ColumnDemand> giving = columns;
    Pt missing;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool shares = share_of(columns[i].rule) > 0;
        if (shares && !columns[i].has_names)
            missing += std::max(Pt(0), columns[i].unbroken - shared[i]);
        giving[i].least = width_below_head(columns[i], widths[i]);
        const bool gains_little = giving[i].least > widths[i] * kMuchNarrower;
        if (shares || columns[i].is_given || gains_little) giving[i].rule = FixedWidth{widths[i]};
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnDemand& column = columns[i];
        if (!column.has_names || column.is_given || share_of(column.rule) <= 0) continue;
        const Pt spare = std::clamp(shared[i] - column.max_content, Pt(0), missing);
        if (spare <= Pt(0)) continue;
        widths[i] = shared[i] - spare;
        column.rule = FixedWidth{widths[i]};
        missing -= spare;
    }
    shrink(giving, widths, missing, [](const ColumnDemand& column) { return column.least; });
}

/// Titles of rows are broken between words before columns of one share that they leave too little
/// to be equally wide.
void make_room_for_siblings(const std::vector<ColumnDemand>& columns, std::vector<Pt>& widths,
                            Pt available) {
    std::map<std::size_t, Pt> most;
    for (const ColumnDemand& column : columns)
        most[column.group] = std::max(most[column.group], column.min_content);
    Pt needed;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnDemand& column = columns[i];
        if (share_of(column.rule) <= 0)
            needed += widths[i];
        else
            needed += column.group == 0 ? column.min_content : most.at(column.group);
    }
    const Pt missing = needed - available;
    if (missing <= Pt(0)) return;
    shrink(columns, widths, missing, [&](const ColumnDemand& column) {
        return column.has_titles && is<FitContent>(column.rule)
                   ? column.min_content
                   : Pt(std::numeric_limits<double>::infinity());
    });
}

/// How narrow `auto` columns and what heads and details take of others make a table.
Pt width_of_words(const std::vector<ColumnDemand>& columns, const std::vector<Pt>& widths) {
    Pt total;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        total += is_fixed(columns[i].rule) || is<AutoWidth>(columns[i].rule)
                     ? widths[i]
                     : std::min(widths[i], unbroken_width(columns[i]));
    }
    return total;
}

/// Gives `auto` columns, which have their min-content, what is left. Where every line has room,
/// they are equally wide, and then all grow that the layout gives no width. Where not, heads and
/// details beside them give of theirs, and long texts get more than short ones, but less than in
/// proportion: nothing is wider than its longest line, and single words stay whole.
void share_by_content(const std::vector<ColumnDemand>& columns, ColumnWidths& result,
                      Pt available) {
    constexpr double kSqueezed = 1.15;   // times the longest words: lines hold hardly more than one
    constexpr double kProportion = 0.6;  // 1: texts of all columns have as many lines
    std::vector<Pt>& widths = result.widths;
    std::vector<std::size_t> texts, others;
    Pt left = available - sum(widths), natural, least;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!is<AutoWidth>(columns[i].rule)) {
            if (!is_fixed(columns[i].rule)) others.push_back(i);
            continue;
        }
        texts.push_back(i);
        least += columns[i].min_content;
        natural += columns[i].max_content;
    }
    left += least;
    if (fits(natural, left)) {
        Pt widest;
        for (const std::size_t at : texts) {
            widths[at] = columns[at].max_content;
            widest = std::max(widest, widths[at]);
        }
        level_up(widths, texts, std::min(left, widest * static_cast<double>(texts.size())));
        return grow(columns, widths, available);
    }
    for (const std::size_t at : others) left += widths[at];
    const auto share_texts = [&](double level, std::vector<Pt>& shares) {
        Pt total;
        const auto share = [&](std::size_t at, Pt narrowest, Pt widest) {
            const Pt share{level * std::pow(columns[at].typical.value, kProportion)};
            shares[at] = std::max(narrowest, std::min(widest, share));
            total += shares[at];
        };
        for (const std::size_t at : texts)
            share(at, columns[at].min_content, columns[at].max_content);
        for (const std::size_t at : others)
            share(at, std::min(widths[at], unbroken_width(columns[at])), widths[at]);
        return total;
    };
    std::vector<Pt> shares = widths;
    constexpr int kBisections = 48;
    const double level = bisected(0.0, left.value, kBisections,
                                  [&](double probe) { return share_texts(probe, shares) <= left; });
    share_texts(level, shares);
    widths = std::move(shares);
    Pt given;
    for (const std::size_t at : texts) given += widths[at];
    result.is_squeezed = result.is_squeezed || given < least * kSqueezed;
}

ColumnWidths solve_in_pitch(std::vector<ColumnDemand> columns, const std::vector<SpanDemand>& spans,
                            Pt available, double nearly_alike) {
    part_pitches(columns, nearly_alike);
    even_out(columns, &ColumnDemand::pitch);
    widen_for_spans(columns, spans);
    even_out(columns, &ColumnDemand::pitch);
    ColumnWidths result;
    bool has_shares = false, has_auto = false, breaks_at_limit = false;
    for (const ColumnDemand& column : columns) {
        result.widths.push_back(std::visit(BaseWidth{column, available}, column.rule));
        has_shares = has_shares || share_of(column.rule) > 0;
        has_auto = has_auto || is<AutoWidth>(column.rule);
        breaks_at_limit = breaks_at_limit ||
                          (is<FitContent>(column.rule) && result.widths.back() < column.unbroken);
    }
    make_room_for_siblings(columns, result.widths, available);
    // Beside shares a limit is there to leave them the room.
    result.is_squeezed = breaks_at_limit && !has_shares;
    const Pt total = sum(result.widths);
    if (has_auto && !has_shares && fits(width_of_words(columns, result.widths), available)) {
        share_by_content(columns, result, available);
    } else if (!fits(total, available)) {
        // Heads are broken before names are.
        const Pt left = shrink(columns, result.widths, total - available, unbroken_width);
        result.breaks_content = !nearly(left, Pt(0));
        result.is_squeezed = result.is_squeezed || result.breaks_content;
        shrink(columns, result.widths, left, [](const auto& column) { return column.min_content; });
        result.missing = std::max(Pt(0), sum(result.widths) - available);
        if (nearly(result.missing, Pt(0))) result.missing = Pt(0);
    } else if (has_shares) {
        if (!make_room_for_names(columns, result.widths, available, &ColumnDemand::unbroken))
            make_room_for_names(columns, result.widths, available, &ColumnDemand::mostly_unbroken);
        make_room_for_texts(columns, result.widths, available);
        share_out_evenly(columns, result, available);
    } else {
        grow(columns, result.widths, available);
    }
    return result;
}

/// Whether some are to be as wide as their longest line, and are not: they get what texts do that
/// the layout gives no width, for their lines are broken all the same. Names are as wide as they
/// can be.
bool open_broken(std::vector<ColumnDemand>& columns, const std::vector<Pt>& widths) {
    bool opens_any = false, has_texts = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        ColumnDemand& column = columns[i];
        if (share_of(column.rule) > 0) return false;
        has_texts = has_texts || is<AutoWidth>(column.rule);
        const bool is_broken =
            is<MaxContent>(column.rule) && !column.has_names && !fits(column.unbroken, widths[i]);
        if (!is_broken) continue;
        column.rule = AutoWidth{};
        opens_any = true;
    }
    return opens_any && has_texts;
}

/// As many of a pitch are equally wide as there is room for.
ColumnWidths solve_in_pitches(const std::vector<ColumnDemand>& columns,
                              const std::vector<SpanDemand>& spans, Pt available) {
    const bool has_pitches =
        std::any_of(columns.begin(), columns.end(),
                    [](const ColumnDemand& column) { return column.pitch != 0; });
    ColumnWidths result;
    for (const double nearly_alike : {kNearlyAlike, 1.4, 1.2, 0.0}) {
        result = solve_in_pitch(columns, spans, available, nearly_alike);
        if (result.missing <= Pt(0) || !has_pitches) break;
    }
    return result;
}

}  // namespace

ColumnWidths solve_columns(std::vector<ColumnDemand> columns, const std::vector<SpanDemand>& spans,
                           Pt available) {
    ColumnWidths result = solve_in_pitches(columns, spans, available);
    if (!result.breaks_content || !open_broken(columns, result.widths)) return result;
    ColumnWidths opened = solve_in_pitches(columns, spans, available);
    opened.is_squeezed = opened.breaks_content = true;
    return opened.missing <= result.missing ? opened : result;
}

}  // namespace broadside::layout
