#include "broadside/layout/solve_columns.hpp"

#include <algorithm>
#include <map>
#include <variant>

namespace broadside::layout {

void level_up(std::vector<Pt>& widths, std::vector<std::size_t> growing, Pt left) {
    Pt level;
    const auto is_wider = [&](std::size_t column) {
        if (widths[column] <= level) return false;
        left -= widths[column];
        return true;
    };
    do {
        if (growing.empty()) return;
        level = left / static_cast<double>(growing.size());
    } while (std::erase_if(growing, is_wider) > 0);
    for (const std::size_t column : growing) widths[column] = level;
}

void raise_to(ColumnDemand& demand, const ColumnDemand& other) {
    for (Pt ColumnDemand::*ask :
         {&ColumnDemand::min_content, &ColumnDemand::max_content, &ColumnDemand::unbroken,
          &ColumnDemand::parted, &ColumnDemand::whole_words, &ColumnDemand::cell_words,
          &ColumnDemand::typical})
        demand.*ask = std::max(demand.*ask, other.*ask);
}

void even_out(std::vector<ColumnDemand>& columns, std::size_t ColumnDemand::*number) {
    std::map<std::size_t, ColumnDemand> most;
    for (const ColumnDemand& column : columns)
        raise_to(most.try_emplace(column.*number, column).first->second, column);
    for (ColumnDemand& column : columns)
        if (column.*number != 0) raise_to(column, most.at(column.*number));
}

void widen_for_spans(std::vector<ColumnDemand>& columns, const std::vector<SpanDemand>& spans) {
    const auto takes_any = [](const WidthRule& rule) {
        return std::holds_alternative<Fraction>(rule) || std::holds_alternative<AutoWidth>(rule);
    };
    for (const SpanDemand& span : spans) {
        Pt together;
        std::vector<std::size_t> growing;
        for (std::size_t i = span.first; i < span.first + span.count; ++i) {
            together += columns[i].min_content;
            if (takes_any(columns[i].rule)) growing.push_back(i);
        }
        if (fits(span.min_content, together)) continue;
        if (growing.empty()) {
            for (std::size_t i = span.first; i < span.first + span.count; ++i) growing.push_back(i);
        }
        const Pt each = (span.min_content - together) / static_cast<double>(growing.size());
        for (const std::size_t i : growing) {
            columns[i].min_content += each;
            columns[i].max_content = std::max(columns[i].max_content, columns[i].min_content);
        }
    }
}

std::optional<Pt> fixed_width(const WidthRule& rule, Pt available) {
    if (const auto* fixed = std::get_if<FixedWidth>(&rule)) return fixed->width;
    const auto* percentage = std::get_if<Percentage>(&rule);
    if (percentage) return available * (percentage->percent / 100);
    return std::nullopt;
}

}  // namespace broadside::layout
