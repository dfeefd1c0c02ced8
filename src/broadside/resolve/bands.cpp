#include "broadside/resolve/bands.hpp"

#include <algorithm>

#include "broadside/doc/document.hpp"
#include "broadside/resolve/lookup.hpp"

namespace broadside::resolve {

namespace {

struct RowPlace {
    const model::Section& section;
    const SectionGrid& grid;
    std::size_t row;
};

bool has_value(const model::Dataset& dataset, const RowPlace& place, const model::Reference& column,
               const model::Reference& value) {
    const std::optional<std::size_t> index = column_index(dataset, column.id);
    if (!index) return false;
    const SlotOwner owner = place.grid.at(place.row, *index);
    const model::Cell* cell = place.section.rows[owner.row].cell_in(owner.column);
    return cell && content_of(dataset, *cell).value->id == value.id;
}

int band_by_rule(const model::Dataset& dataset, const RowPlace& place) {
    for (std::size_t band = 0; band < dataset.bands.size(); ++band) {
        const auto& when = dataset.bands[band].when;
        const bool holds = std::all_of(when.begin(), when.end(), [&](const auto& condition) {
            return has_value(dataset, place, condition.first, condition.second);
        });
        if (holds && !when.empty()) return static_cast<int>(band);
    }
    return kNoBand;
}

int band_of_row(const model::Dataset& dataset, const RowPlace& place) {
    const model::Reference& named = place.section.rows[place.row].band;
    if (const model::Band* band = find_by_id(dataset.bands, named.id)) {
        return static_cast<int>(band - dataset.bands.data());
    }
    // A place without an id is an explicit null: the author keeps the row out of every rule.
    if (named.place) return kNoBand;
    return band_by_rule(dataset, place);
}

}  // namespace

std::vector<int> bands_of_rows(const model::Dataset& dataset, const model::Section& section,
                               const SectionGrid& grid) {
    std::vector<int> bands;
    bands.reserve(section.rows.size());
    for (std::size_t row = 0; row < section.rows.size(); ++row) {
        bands.push_back(band_of_row(dataset, {section, grid, row}));
    }
    return bands;
}

}  // namespace broadside::resolve
