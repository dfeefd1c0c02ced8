#include "broadside/layout/whole_words.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace broadside::layout {

std::size_t keep_words_whole(std::vector<ColumnDemand>& columns,
                             const std::vector<SpanDemand>& spans, Pt available) {
    std::vector<std::size_t> broken;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnDemand& column = columns[i];
        if (!is_fixed(column.rule) && column.min_content < column.cell_words) broken.push_back(i);
    }
    std::stable_sort(broken.begin(), broken.end(), [&](std::size_t a, std::size_t b) {
        if (columns[a].has_names != columns[b].has_names) return columns[a].has_names;
        return columns[a].cell_words < columns[b].cell_words;
    });
    const auto with_whole = [&](std::size_t count) {
        std::vector<ColumnDemand> raised = columns;
        for (std::size_t i = 0; i < count; ++i)
            raised[broken[i]].min_content = raised[broken[i]].cell_words;
        return raised;
    };
    const auto has_room = [&](std::size_t count) {
        return solve_columns(with_whole(count), spans, available).missing <= Pt(0);
    };
    std::size_t most = broken.size();
    if (!has_room(most)) {
        std::size_t low = 0;
        while (most - low > 1) {
            const std::size_t middle = (low + most) / 2;
            (has_room(middle) ? low : most) = middle;
        }
        most = low;
    }
    columns = with_whole(most);
    return broken.size() - most;
}

std::size_t part_long_names(std::vector<ColumnDemand>& columns,
                            const std::vector<SpanDemand>& spans, Pt available) {
    constexpr double kNotMuchWider = 1.2;  // is less of a nuisance than a hyphen in a name
    std::vector<std::size_t> siblings;
    bool has_longer_name = false;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const ColumnDemand& column = columns[i];
        if (!column.is_named || !std::holds_alternative<Fraction>(column.rule)) continue;
        if (!siblings.empty() && columns[siblings.front()].group != column.group) continue;
        siblings.push_back(i);
        has_longer_name =
            has_longer_name || std::max(column.parted, column.cell_words) < column.min_content;
    }
    if (!has_longer_name) return 0;
    const ColumnWidths solved = solve_columns(columns, spans, available);
    Pt together = -1 * solved.missing;
    for (const std::size_t i : siblings) together += solved.widths[i];
    const Pt even = together / static_cast<double>(siblings.size());
    std::vector<ColumnDemand> parted = columns;
    std::size_t names = 0;
    for (const std::size_t i : siblings) {
        ColumnDemand& column = parted[i];
        if (fits(column.min_content, even * kNotMuchWider)) continue;
        if (!fits(column.parted, even * kNotMuchWider)) return 0;
        column.min_content = std::max(column.parted, even);
        ++names;
    }
    if (names == 0 || solve_columns(parted, spans, available).missing > Pt(0)) return 0;
    columns = std::move(parted);
    return names;
}

void break_words(std::vector<ColumnDemand>& columns, std::vector<SpanDemand>& spans, Pt available) {
    const auto lowered = [](Pt min_content, Pt level, Pt least) {
        return std::min(min_content, std::max(level, least));
    };
    for (ColumnDemand& column : columns) {
        if (const std::optional<Pt> width = fixed_width(column.rule, available))
            column.min_content = lowered(column.min_content, *width, column.least);
    }
    std::vector<ColumnDemand> low_columns = columns;
    std::vector<SpanDemand> low_spans = spans;
    const auto fits_at = [&](Pt level) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            low_columns[i].min_content = lowered(columns[i].min_content, level, columns[i].least);
        }
        for (std::size_t i = 0; i < spans.size(); ++i) {
            const Pt together = level * static_cast<double>(spans[i].count);
            low_spans[i].min_content = lowered(spans[i].min_content, together, spans[i].least);
        }
        return solve_columns(low_columns, low_spans, available).missing <= Pt(0);
    };
    if (solve_columns(columns, spans, available).missing <= Pt(0) || !fits_at(Pt(0))) return;
    Pt low, high = available;
    while (!nearly(low, high)) {
        const Pt middle = (low + high) / 2;
        (fits_at(middle) ? low : high) = middle;
    }
    fits_at(low);
    columns = std::move(low_columns);
    spans = std::move(low_spans);
}

}  // namespace broadside::layout
