#include "broadside/resolve/spans.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

class Placement {
public:
    Placement(const model::Dataset& dataset, const model::Section& section, Problems& problems)
        : columns_(dataset.columns),
          section_(section),
          problems_(problems),
          owners_(section.rows.size() * dataset.columns.size()),
          ends_(section.rows.size()) {
        for (std::size_t row = ends_.size(); row-- > 0;) {
            const bool goes_on = row + 1 < ends_.size() &&
                                 section.rows[row].is_summary == section.rows[row + 1].is_summary;
            ends_[row] = goes_on ? ends_[row + 1] : row + 1;
        }
    }

    SectionGrid run() {
        for (std::uint32_t row = 0; row < section_.rows.size(); ++row) {
            for (std::uint32_t column = 0; column < columns_.size(); ++column) {
                if (const model::Cell* cell = cell_at(row, column)) place(*cell, {row, column});
            }
        }
        for (std::size_t column = 0; column < columns_.size(); ++column) {
            if (columns_[column].merge) merge_equal_refs(column);
        }
        return finished();
    }

private:
    const model::Cell* cell_at(std::size_t row, std::size_t column) const {
        return section_.rows[row].cell_in(column);
    }

    std::optional<SlotOwner>& owner(std::size_t row, std::size_t column) {
        return owners_[row * columns_.size() + column];
    }

    std::string name_of(SlotOwner slot) const {
        return fmt::format("cell \"{}\" of row \"{}\"", columns_[slot.column].id,
                           section_.rows[slot.row].id);
    }

    void place(const model::Cell& cell, SlotOwner at) {
        const bool is_inside = stays_inside(cell, at);
        const std::size_t row_end = at.row + (is_inside ? cell.row_span : 1);
        const std::size_t column_end = at.column + (is_inside ? cell.column_span : 1);
        for (std::size_t row = at.row; row < row_end; ++row) {
            for (std::size_t column = at.column; column < column_end; ++column) {
                if (const std::optional<SlotOwner>& other = owner(row, column)) {
                    problems_.error(
                        "span-overlap", cell.place,
                        fmt::format("{} stands where {} already is", name_of(at), name_of(*other)));
                    return;
                }
            }
        }
        for (std::size_t row = at.row; row < row_end; ++row) {
            for (std::size_t column = at.column; column < column_end; ++column) {
                owner(row, column) = at;
            }
        }
    }

    bool stays_inside(const model::Cell& cell, SlotOwner at) {
        const std::size_t rows_left = ends_[at.row] - at.row;
        const std::size_t columns_left = columns_.size() - at.column;
        if (cell.row_span > rows_left) {
            problems_.error(
                "span-outside", cell.place,
                fmt::format("{} spans {} rows, but section \"{}\" has only {} from there",
                            name_of(at), cell.row_span, section_.id, rows_left));
        }
        if (cell.column_span > columns_left) {
            problems_.error("span-outside", cell.place,
                            fmt::format("{} spans {} columns, but there are only {} from there",
                                        name_of(at), cell.column_span, columns_left));
        }
        return cell.row_span <= rows_left && cell.column_span <= columns_left;
    }

    void merge_equal_refs(std::size_t column) {
        for (std::size_t row = 1; row < section_.rows.size(); ++row) {
            const model::Cell* upper = cell_at(row - 1, column);
            const model::Cell* lower = cell_at(row, column);
            const bool is_apart =
                section_.rows[row - 1].is_summary != section_.rows[row].is_summary;
            if (upper && lower && !is_apart && merges(*upper, *lower)) {
                owner(row, column) = owner(row - 1, column);
            }
        }
    }

    static bool merges(const model::Cell& upper, const model::Cell& lower) {
        const auto is_spanning = [](const model::Cell& cell) {
            return cell.row_span > 1 || cell.column_span > 1;
        };
        const auto same_id = [](const model::Reference& a, const model::Reference& b) {
            return a.id == b.id;
        };
        return lower.merge && !lower.extras->ref->id.empty() &&
               lower.extras->ref->id == upper.extras->ref->id && !is_spanning(upper) &&
               !is_spanning(lower) &&
               std::equal(upper.notes->begin(), upper.notes->end(), lower.notes->begin(),
                          lower.notes->end(), same_id);
    }

    SectionGrid finished() {
        SectionGrid grid;
        grid.columns = columns_.size();
        grid.owners.reserve(owners_.size());
        for (std::uint32_t row = 0; row < section_.rows.size(); ++row) {
            for (std::uint32_t column = 0; column < grid.columns; ++column)
                grid.owners.push_back(owner(row, column).value_or(SlotOwner{row, column}));
        }
        return grid;
    }

    const std::vector<model::Column>& columns_;
    const model::Section& section_;
    Problems& problems_;
    std::vector<std::optional<SlotOwner>> owners_;
    std::vector<std::size_t> ends_;  // how far a cell of each row reaches: not into what sums it up
};

}  // namespace

SectionGrid place_cells(const model::Dataset& dataset, const model::Section& section,
                        Problems& problems) {
    return Placement(dataset, section, problems).run();
}

}  // namespace broadside::resolve
