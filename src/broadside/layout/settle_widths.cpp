#include "broadside/layout/settle_widths.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "broadside/layout/width_trials.hpp"

namespace broadside::layout {

namespace {

/// What a designer would try, one thing after the other.
class Settling : public WidthTrials {
public:
    using WidthTrials::WidthTrials;

    /// As wide as it is, or as its cells over several columns are where they have most; not for
    /// lines that are whole.
    void even_out(const ColumnRun& scale) {
        const auto each = [&](std::size_t first, std::size_t count) {
            return sum(widths_, first, count) / static_cast<double>(count);
        };
        const Pt mean = each(scale.first, scale.count);
        Pt most = mean;
        for (const SpanDemand& span : spans_) {
            if (span.first >= scale.first && span.first + span.count <= scale.first + scale.count)
                most = std::max(most, each(span.first, span.count));
        }
        Wanted wanted(widths_.size());
        const auto first = wanted.begin() + static_cast<std::ptrdiff_t>(scale.first);
        const auto end = first + static_cast<std::ptrdiff_t>(scale.count);
        const auto are_even_at = [&](Pt width) {
            for (std::size_t i = scale.first; i < scale.first + scale.count; ++i) {
                const Pt lines = columns_[i].unbroken;
                if (fits(lines, widths_[i]) && !fits(lines, width)) return false;
            }
            std::fill(first, end, width);
            return widen(wanted, kLittleHigher);
        };
        const bool is_even = are_even_at(mean) || are_even_at(most);
        for (std::size_t i = 0; i < scale.count; ++i) stays_even_[scale.first + i] = is_even;
    }

    /// Those of symbols are as wide as each other: nearly, where that keeps heads on their one
    /// line, else as far as the words of their heads let them.
    void level_symbols() {
        std::map<std::size_t, std::vector<std::size_t>> groups;
        for (std::size_t i = 0; i < widths_.size(); ++i)
            if (columns_[i].is_levelled && columns_[i].pitch == 0)
                groups[columns_[i].group].push_back(i);
        for (const auto& [group, columns] : groups) {
            const auto with_whole_heads = [this](std::size_t i) {
                return fits(columns_[i].head, widths_[i]) ? columns_[i].head : words_of(i);
            };
            std::vector<Pt> trial = levelled(columns, with_whole_heads);
            const auto [narrowest, widest] = std::minmax_element(
                columns.begin(), columns.end(),
                [&](std::size_t one, std::size_t other) { return trial[one] < trial[other]; });
            if (!fits(trial[*widest], trial[*narrowest] * kNearlyLevel))
                trial = levelled(columns, [this](std::size_t i) { return words_of(i); });
            if (columns.size() < 2 || !take(std::move(trial), kLittleHigher)) continue;
            for (const std::size_t i : columns) stays_even_[i] = true;
        }
    }

    /// Those of one kind under each spanner that are nearly as wide as each other are as wide as
    /// the widest, with their heads on one line or broken alike: under all spanners, and where that
    /// breaks no other line and hardly makes the table higher.
    void level_spanned() {
        using Siblings = std::map<std::size_t, std::vector<std::size_t>>;  // by spanner
        std::map<std::size_t, Siblings> kinds;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const ColumnDemand& column = columns_[i];
            const bool is_content =
                !column.is_given && std::holds_alternative<FitContent>(column.rule);
            if (column.spanner != 0 && column.group != 0 && is_content && !column.is_levelled &&
                column.pitch == 0 && !stays_even_[i])
                kinds[column.group][column.spanner].push_back(i);
        }
        for (const auto& [kind, siblings] : kinds)
            if (!level(siblings, &ColumnDemand::head)) level(siblings, &ColumnDemand::min_content);
    }

    /// Those of words in a row of one share are equally wide where they nearly are and no line is
    /// broken for it.
    void level_shares() {
        std::map<std::size_t, std::vector<std::size_t>> rows;
        for (std::size_t i = 0; i < widths_.size(); ++i)
            if (columns_[i].is_one_of_row && columns_[i].pitch == 0)
                rows[columns_[i].group].push_back(i);
        for (const auto& [group, columns] : rows) {
            Pt least = widths_[columns.front()], most, together;
            for (const std::size_t i : columns) {
                together += widths_[i];
                least = std::min(least, widths_[i]);
                most = std::max(most, widths_[i]);
            }
            if (group == 0 || columns.size() < 3 || nearly(least, most)) continue;
            for (const Pt width : {together / static_cast<double>(columns.size()), most}) {
                Wanted wanted(widths_.size());
                for (const std::size_t i : columns) wanted[i] = width;
                if (!fits(width, least * kNearlyLevel) || !widen(wanted, kLittleHigher)) continue;
                for (const std::size_t i : columns) stays_even_[i] = true;
                break;
            }
        }
    }

    /// Titles of rows are on one line, all or most, before columns that share what they leave are
    /// wider than their lines: each of these gives as much, where that makes the table lower. So
    /// are those of groups that lack little, where it makes it no higher.
    void keep_titles_whole() {
        const auto take_from_shares = [this](const Wanted& wanted, Pt saved) {
            std::vector<std::size_t> giving;
            std::vector<Pt> trial = widths_;
            Pt missing;
            for (std::size_t i = 0; i < widths_.size(); ++i) {
                const bool shares = std::holds_alternative<Fraction>(columns_[i].rule);
                if (shares && !columns_[i].is_given) giving.push_back(i);
                if (!wanted[i]) continue;
                missing += *wanted[i] - widths_[i];
                trial[i] = *wanted[i];
            }
            if (giving.empty() || missing <= Pt(0)) return true;
            for (const std::size_t i : giving)
                trial[i] -= missing / static_cast<double>(giving.size());
            return take(std::move(trial), 1, saved);
        };
        for (Pt ColumnDemand::*whole : {&ColumnDemand::unbroken, &ColumnDemand::mostly_unbroken}) {
            Wanted wanted(widths_.size());
            for (std::size_t i = 0; i < widths_.size(); ++i)
                if (columns_[i].has_titles && is_open(i))
                    wanted[i] = std::max(widths_[i], columns_[i].*whole);
            if (take_from_shares(wanted, kLine)) break;
        }
        Wanted wanted(widths_.size());
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const Pt whole = columns_[i].unbroken;
            if (columns_[i].has_groups && !fits(whole, widths_[i]) &&
                fits(whole, widths_[i] * kNearlyLevel))
                wanted[i] = whole;
        }
        take_from_shares(wanted, Pt(0));
    }

    /// On one line, all or most, where that costs no height.
    void keep_names_whole() {
        for (Pt ColumnDemand::*whole : {&ColumnDemand::unbroken, &ColumnDemand::mostly_unbroken}) {
            Wanted wanted(widths_.size());
            for (std::size_t i = 0; i < widths_.size(); ++i) {
                const ColumnDemand& column = columns_[i];
                if (column.has_names && is_open(i) && !fits(column.*whole, widths_[i]))
                    wanted[i] = column.*whole;
            }
            if (widen(wanted)) return;
        }
    }

    /// All, or what is hyphenated would look like a mistake; where that cannot be, those that lack
    /// little.
    void keep_heads_whole() {
        constexpr double kLittle = 0.2;  // of their width
        Wanted wanted(widths_.size());
        std::vector<std::size_t> torn;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (is_fixed(columns_[i].rule) || fits(columns_[i].whole_words, widths_[i])) continue;
            wanted[i] = columns_[i].whole_words;
            torn.push_back(i);
        }
        const bool may_be_whole = std::none_of(
            torn.begin(), torn.end(), [this](std::size_t i) { return is_one_of_several(i); });
        if (torn.empty() || (may_be_whole && widen(wanted))) return;
        const auto lack = [this](std::size_t i) { return columns_[i].whole_words - widths_[i]; };
        std::stable_sort(torn.begin(), torn.end(), [&](std::size_t one, std::size_t other) {
            return lack(one) < lack(other);
        });
        for (const std::size_t i : torn) is_torn_[i] = true;
        for (const std::size_t i : torn) {
            const bool lacks_little = fits(lack(i), widths_[i] * kLittle);
            if (is_one_of_several(i) || columns_[i].has_seams || !lacks_little) continue;
            is_torn_[i] = false;
            Wanted one(widths_.size());
            one[i] = columns_[i].whole_words;
            is_torn_[i] = !widen(one);
        }
        is_torn_.assign(widths_.size(), false);
    }

    /// On one line, all or none, where columns are little wider and no other line is broken for
    /// that.
    void unbreak_heads() {
        constexpr double kLittleWider = 1.25;
        Wanted wanted(widths_.size());
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            if (fits(columns_[i].head, widths_[i])) continue;
            const bool is_near = fits(columns_[i].head, widths_[i] * kLittleWider);
            if (!is_near || !may_be_as_wide_as_head(i) || is_one_of_several(i)) return;
            wanted[i] = columns_[i].head;
        }
        widen(wanted, 1, kLine);
    }

    /// One that is broken nevertheless takes no more than its lines need: the rest is for columns
    /// that share, or all.
    void close_broken_heads() {
        std::vector<Pt> trial = widths_;
        std::vector<double> shares(widths_.size());
        Pt freed;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const ColumnDemand& column = columns_[i];
            if (const auto* fraction = std::get_if<Fraction>(&column.rule)) {
                shares[i] = fraction->share;
            } else if (is_open(i) && !fits(column.head, widths_[i])) {
                trial[i] = std::min(widths_[i], width_below_head(column, widths_[i]));
                freed += widths_[i] - trial[i];
            }
        }
        if (freed <= Pt(0)) return;
        double all = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (std::size_t i = 0; all <= 0 && i < shares.size(); ++i) shares[i] = is_open(i) ? 1 : 0;
        all = std::accumulate(shares.begin(), shares.end(), 0.0);
        for (std::size_t i = 0; i < trial.size(); ++i) trial[i] += freed * (shares[i] / all);
        take(std::move(trial));
    }

    /// What only heads take of their columns is white space of all, where those may be broken as
    /// others are.
    void share_white() {
        std::vector<Pt> spare(widths_.size());
        std::size_t open = 0;
        Pt all;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const ColumnDemand& column = columns_[i];
            if (!is_open(i)) continue;
            ++open;
            const Pt held = std::max(words_of(i), column.unbroken);
            if (fits(column.head, widths_[i])) spare[i] = std::max(Pt(0), column.head - held);
            all += spare[i];
        }
        if (all <= Pt(0)) return;
        std::vector<Pt> trial = widths_;
        for (std::size_t i = 0; i < trial.size(); ++i)
            if (is_open(i)) trial[i] += all / static_cast<double>(open) - spare[i];
        take(std::move(trial));
    }

    /// White space of others is for lines that are broken in columns of few words, where there is
    /// enough of it to make a column whole.
    void unbreak_phrases() {
        std::vector<Pt> white(widths_.size());
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const Pt held = std::max({words_of(i), columns_[i].unbroken, columns_[i].head});
            if (is_open(i)) white[i] = std::max(Pt(0), widths_[i] - held);
        }
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const ColumnDemand& column = columns_[i];
            const Pt missing = column.unbroken - widths_[i], all = sum(white);
            const bool is_broken =
                is_open(i) && !column.has_names && !fits(column.unbroken, widths_[i]);
            if (!is_broken || all <= Pt(0) || !fits(missing, all)) continue;
            std::vector<Pt> trial = widths_;
            for (std::size_t from = 0; from < trial.size(); ++from)
                trial[from] -= white[from] * (missing / all);
            trial[i] += missing;
            if (!take(std::move(trial))) continue;
            for (Pt& left : white) left = left * (1 - missing / all);
        }
    }

    /// What is broken at the limit of its column leaves some of that empty: texts beside it that
    /// the layout gives no width have it where it makes them whole.
    void give_what_lines_leave() {
        Pt missing;
        for (std::size_t i = 0; i < widths_.size(); ++i) missing += need_of(i);
        if (missing <= Pt(0)) return;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const bool is_broken = std::holds_alternative<FitContent>(columns_[i].rule) &&
                                   !fits(columns_[i].max_content, widths_[i]);
            if (!is_broken || !fits(missing, spare_of(i))) continue;
            std::vector<Pt> trial = widths_;
            trial[i] -= missing;
            for (std::size_t to = 0; to < trial.size(); ++to) trial[to] += need_of(to);
            if (take(std::move(trial))) return;
        }
    }

private:
    /// As wide as each other, together as wide as they are; what is wider than that keeps it.
    template <typename Least>
    std::vector<Pt> levelled(const std::vector<std::size_t>& columns, Least least) const {
        std::vector<Pt> widths = widths_;
        Pt together;
        for (const std::size_t i : columns) {
            together += widths_[i];
            widths[i] = std::min(widths_[i], std::max(least(i), columns_[i].unbroken));
        }
        level_up(widths, columns, together);
        return widths;
    }

    /// Columns under each spanner are as wide as the widest of them, and as this of each asks for.
    bool level(const std::map<std::size_t, std::vector<std::size_t>>& spanned,
               Pt ColumnDemand::*asked) {
        Wanted wanted(widths_.size());
        for (const auto& siblings : spanned) {
            const std::vector<std::size_t>& columns = siblings.second;
            Pt least = widths_[columns.front()], most;
            for (const std::size_t i : columns) {
                least = std::min(least, widths_[i]);
                most = std::max({most, widths_[i], columns_[i].*asked});
            }
            if (columns.size() < 2) continue;
            if (!fits(most, least * kNearlyLevel)) return false;
            for (const std::size_t i : columns) wanted[i] = most;
        }
        if (!widen(wanted, kLittleHigher)) return false;
        for (std::size_t i = 0; i < wanted.size(); ++i)
            stays_even_[i] = stays_even_[i] || wanted[i];
        return true;
    }
};

}  // namespace

std::vector<Pt> settle_widths(const std::vector<ColumnDemand>& columns,
                              const std::vector<SpanDemand>& spans,
                              const std::vector<ColumnRun>& scales, std::vector<Pt> widths,
                              const HeightOf& height_of) {
    Settling settling(columns, spans, std::move(widths), height_of);
    for (const ColumnRun& scale : scales) settling.even_out(scale);
    settling.level_symbols();
    settling.keep_lines(true);
    settling.level_spanned();
    settling.level_shares();
    settling.keep_titles_whole();
    settling.keep_lines(false);
    settling.keep_names_whole();
    settling.keep_heads_whole();
    settling.unbreak_heads();
    settling.close_broken_heads();
    settling.share_white();
    settling.unbreak_phrases();
    settling.give_what_lines_leave();
    return std::move(settling).widths();
}

}  // namespace broadside::layout
