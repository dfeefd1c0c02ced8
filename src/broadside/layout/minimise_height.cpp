#include "broadside/layout/minimise_height.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace broadside::layout {

namespace {

/// What a layout wants as wide as its content stays so. To save lines, no head is hyphenated, and
/// no letter or two are set on a line of their own ("D2 / E").
Pt narrowest(const ColumnDemand& column, Pt at_first) {
    constexpr Pt kFewLetters{8};
    const bool is_kept = column.is_given && std::holds_alternative<MaxContent>(column.rule);
    if (is_kept) return column.max_content;
    const bool saves_letters =
        fits(column.unbroken, at_first) && fits(column.unbroken, column.min_content + kFewLetters);
    return std::max(saves_letters ? column.unbroken : column.min_content,
                    std::min(column.whole_words, at_first));
}

/// Of a column of phrases and one of sentences, neither is as the other; but what is compared is.
bool hold_nearly_alike(const ColumnDemand& one, const ColumnDemand& other) {
    return (one.is_named && other.is_named) ||
           std::max(one.typical, other.typical) <=
               kNearlyAlike * std::min(one.typical, other.typical);
}

/// A local search over the widths of columns that are not fixed. Columns that look alike stay so:
/// they move together.
class LowestTable {
public:
    LowestTable(const std::vector<ColumnDemand>& columns, const std::vector<SpanDemand>& spans,
                const HeightOf& height_of)
        : columns_(columns), spans_(spans), height_of_(height_of) {}

    std::vector<Pt> run(std::vector<Pt> widths) {
        widths_ = first_ = std::move(widths);
        group_columns();
        best_ = height_of_(widths_);
        // Coarse steps first: a line saved somewhere often needs more than one small step.
        for (const double step : {1.0 / 4, 1.0 / 8, 1.0 / 16, 1.0 / 32, 1.0 / 64}) {
            while (improve_by(sum(widths_) * step)) {
            }
        }
        return std::move(widths_);
    }

private:
    using Group = std::vector<std::size_t>;

    void group_columns() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (is_fixed(columns_[i].rule) || columns_[i].pitch != 0) continue;
            const auto like = std::find_if(groups_.begin(), groups_.end(), [&](const Group& group) {
                const std::size_t first = group.front();
                return columns_[i].group != 0 && columns_[i].group == columns_[first].group &&
                       are_even(columns_[i], widths_[i], columns_[first], widths_[first]) &&
                       hold_nearly_alike(columns_[i], columns_[first]);
            });
            if (like == groups_.end())
                groups_.push_back({i});
            else
                like->push_back(i);
        }
    }

    bool improve_by(Pt delta) {
        bool improved = false;
        for (const Group& from : groups_) {
            for (const Group& to : groups_) {
                if (&from != &to && move(from, to, delta)) improved = true;
            }
        }
        // What one needs may be more than any other can give.
        for (const Group& to : groups_)
            if (groups_.size() > 2 && move(others(to), to, delta)) improved = true;
        return improved && trials_ < kMaxTrials;
    }

    Group others(const Group& group) const {
        Group others;
        for (const Group& other : groups_)
            if (&other != &group) others.insert(others.end(), other.begin(), other.end());
        return others;
    }

    /// Keeps the move when it makes the table lower.
    bool move(const Group& from, const Group& to, Pt delta) {
        // Columns gain nothing from more than their longest lines take.
        Pt each;
        for (const std::size_t column : to)
            each = std::max(each, columns_[column].max_content - widths_[column]);
        if (each <= Pt(0)) return false;
        each = std::min(each, delta / static_cast<double>(to.size()));
        const Pt given = each * static_cast<double>(to.size());
        std::vector<Pt> trial = widths_;
        for (const std::size_t column : from)
            trial[column] -= given / static_cast<double>(from.size());
        for (const std::size_t column : to) trial[column] += each;
        const bool is_narrow = std::any_of(from.begin(), from.end(), [&](std::size_t column) {
            return trial[column] < narrowest(columns_[column], first_[column]);
        });
        if (is_narrow || !hold_spans(spans_, trial)) return false;
        if (trials_++ >= kMaxTrials) return false;
        const Pt height = height_of_(trial);
        if (fits(best_, height)) return false;
        best_ = height;
        widths_ = std::move(trial);
        return true;
    }

    static constexpr int kMaxTrials = 96;

    const std::vector<ColumnDemand>& columns_;
    const std::vector<SpanDemand>& spans_;
    const HeightOf& height_of_;
    std::vector<Pt> widths_, first_;
    std::vector<Group> groups_;
    Pt best_;
    int trials_ = 0;
};

}  // namespace

std::vector<Pt> minimise_height(const std::vector<ColumnDemand>& columns,
                                const std::vector<SpanDemand>& spans, std::vector<Pt> widths,
                                const HeightOf& height_of) {
    return LowestTable(columns, spans, height_of).run(std::move(widths));
}

}  // namespace broadside::layout
