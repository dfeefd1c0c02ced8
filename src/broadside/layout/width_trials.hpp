#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "broadside/layout/settle_widths.hpp"

namespace broadside::layout {

/// Widths of a table's columns, and others that are tried in their place: taken where they make it
/// no higher, or hardly, and break no word.
class WidthTrials {
public:
    WidthTrials(const std::vector<ColumnDemand>& columns, const std::vector<SpanDemand>& spans,
                std::vector<Pt> widths, const HeightOf& height_of)
        : columns_(columns),
          spans_(spans),
          height_of_(height_of),
          widths_(std::move(widths)),
          stays_even_(widths_.size()),
          is_torn_(widths_.size()) {}

    /// Whether what stands on one line stays whole in what is tried next.
    void keep_lines(bool keeps) { keeps_lines_ = keeps; }

    std::vector<Pt> widths() && { return std::move(widths_); }

protected:
    using Wanted = std::vector<std::optional<Pt>>;

    /// Gives columns the widths that are wanted, from one other or from all that have some to
    /// spare.
    bool widen(const Wanted& wanted, double higher = 1, Pt saved = {}) {
        std::vector<Pt> widened = widths_, spare(widths_.size());
        for (std::size_t i = 0; i < widened.size(); ++i) {
            if (wanted[i])
                widened[i] = *wanted[i];
            else
                spare[i] = spare_of(i);
        }
        const Pt missing = sum(widened) - sum(widths_), all = sum(spare);
        if (widened == widths_) return true;  // or nothing is wanted
        if (!fits(missing, all)) return false;
        if (fits(missing, Pt(0))) return take(std::move(widened), higher, saved);
        const auto richest = std::max_element(spare.begin(), spare.end());
        if (fits(missing, *richest)) {
            std::vector<Pt> trial = widened;
            trial[static_cast<std::size_t>(richest - spare.begin())] -= missing;
            if (take(std::move(trial), higher, saved)) return true;
        }
        for (std::size_t i = 0; i < widened.size(); ++i) widened[i] -= spare[i] * (missing / all);
        return take(std::move(widened), higher, saved);
    }

    bool is_open(std::size_t i) const {
        return !columns_[i].is_given && !is_fixed(columns_[i].rule) && !is_one_of_several(i);
    }

    Pt words_of(std::size_t column) const {
        const ColumnDemand& demand = columns_[column];
        return is_torn_[column] ? demand.min_content
                                : std::max(demand.min_content, demand.whole_words);
    }

    /// Whether another is as wide, or nearly, and stays so.
    bool is_one_of_several(std::size_t i) const {
        if (stays_even_[i] || columns_[i].pitch != 0) return true;
        if (columns_[i].group == 0) return false;
        for (std::size_t other = 0; other < columns_.size(); ++other) {
            if (other != i && columns_[other].group == columns_[i].group &&
                are_even(columns_[other], widths_[other], columns_[i], widths_[i]))
                return true;
        }
        return false;
    }

    bool may_be_as_wide_as_head(std::size_t i) const {
        const ColumnDemand& column = columns_[i];
        if (!column.is_given) return !is_fixed(column.rule);
        const auto* fit = std::get_if<FitContent>(&column.rule);
        return fit ? fits(column.head, fit->limit)
                   : !is_fixed(column.rule) && !std::holds_alternative<MinContent>(column.rule);
    }

    /// What a column can give without breaking a word, or a line that is to be whole.
    Pt spare_of(std::size_t i) const {
        const ColumnDemand& column = columns_[i];
        if (is_fixed(column.rule) || is_one_of_several(i)) return Pt(0);
        Pt held = words_of(i);
        if (column.is_given && std::holds_alternative<MaxContent>(column.rule))
            held = std::max(held, column.unbroken);
        if (keeps_lines_) held = std::max(held, whole_lines(i));
        return std::max(Pt(0), widths_[i] - held);
    }

    /// As wide as it has to be for what stands on one line.
    Pt whole_lines(std::size_t i) const {
        Pt whole;
        for (const Pt line : {columns_[i].unbroken, columns_[i].head})
            if (fits(line, widths_[i])) whole = std::max(whole, line);
        return whole;
    }

    /// Of a column of texts: what its longest line lacks.
    Pt need_of(std::size_t i) const {
        const bool may_grow = std::holds_alternative<AutoWidth>(columns_[i].rule);
        return may_grow ? std::max(Pt(0), columns_[i].max_content - widths_[i]) : Pt(0);
    }

    bool take(std::vector<Pt> trial, double higher = 1, Pt saved = {}) {
        if (trials_++ >= kMaxTrials || !hold(trial)) return false;
        if (!height_) height_ = height_of_(widths_);
        if (!fits(height_of_(trial) + saved, *height_ * higher)) return false;
        widths_ = std::move(trial);
        return true;
    }

    bool hold(const std::vector<Pt>& trial) const {
        for (std::size_t i = 0; i < trial.size(); ++i)
            if (!fits(std::min(words_of(i), widths_[i]), trial[i]) ||
                (keeps_lines_ && !fits(whole_lines(i), trial[i])))
                return false;
        return hold_spans(spans_, trial);
    }

    static constexpr int kMaxTrials = 20;
    static constexpr double kLittleHigher = 1.05, kNearlyLevel = 1.25;
    static constexpr Pt kLine{1};  // less than any

    const std::vector<ColumnDemand>& columns_;
    const std::vector<SpanDemand>& spans_;
    const HeightOf& height_of_;
    std::vector<Pt> widths_;
    std::vector<bool> stays_even_;
    std::vector<bool> is_torn_;  // its head is hyphenated whatever is tried
    std::optional<Pt> height_;
    int trials_ = 0;
    bool keeps_lines_ = false;
};

}  // namespace broadside::layout
