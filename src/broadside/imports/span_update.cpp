#include "broadside/imports/span_update.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "broadside/imports/cell_update.hpp"
#include "broadside/imports/write.hpp"

namespace broadside::imports {

namespace {

using load::JsonMember;
using load::JsonValue;

struct Extent {
    std::size_t rows = 1, columns = 1;
};

Extent extent_of(const Facts& spans) {
    Extent extent;
    for (const auto& [key, digits] : spans)
        std::from_chars(digits.data(), digits.data() + digits.size(),
                        key == "rowspan" ? extent.rows : extent.columns);
    return extent;
}

/// Whether it holds for each slot that spans cover in the table, but the first.
template <typename Test>
bool any_covered(const SpanPlace& place, const Facts& spans, Test&& test) {
    const Extent extent = extent_of(spans);
    const std::size_t last_row = std::min(place.row + extent.rows, place.section.rows.size());
    const std::size_t last = std::min(place.column + extent.columns, place.table.columns.size());
    for (std::size_t row = place.row; row < last_row; ++row) {
        for (std::size_t column = place.column; column < last; ++column) {
            const bool is_first = row == place.row && column == place.column;
            if (!is_first && test(row, column)) return true;
        }
    }
    return false;
}

/// Whether the dataset's rows and columns stand there as the sheet's, and have nothing there that
/// stays.
bool has_room(const SpanPlace& place, const Facts& spans) {
    const Extent extent = extent_of(spans);
    std::size_t next = place.known[place.row]->position;
    for (std::size_t row = place.row; row < place.row + extent.rows; ++row) {
        const KnownRow* known = place.known[row];
        if (known == nullptr) continue;
        if (known->list != place.known[place.row]->list || known->position != next++) return false;
    }
    for (std::size_t i = 0; i < extent.columns; ++i) {
        if (place.matches.place_of(place.column + i) != place.matches.place_of(place.column) + i)
            return false;
    }
    return !any_covered(place, spans, [&](std::size_t row, std::size_t index) {
        if (place.known[row] == nullptr) return false;
        const Column& column = place.table.columns[index];
        const JsonValue& json = *place.known[row]->json;
        const JsonMember* cell = json.find(column.id);
        if (cell == nullptr) return false;
        const KnownCell known{place.json, cell->value, place.dataset, column.kind};
        return column.kind == model::ColumnKind::Name ||
               !removal_of(known, json, place_of(place.section.rows[row], column), place.origin);
    });
}

}  // namespace

SpansNow spans_now(const SpanPlace& place, const JsonValue& cell) {
    const Row& row = place.section.rows[place.row];
    const Facts told = spans_of(place.table, place.section, place.row, place.column);
    const Facts old = spans_in(cell);
    if (told == old) return {};
    const bool is_filled = any_covered(place, old, [&](std::size_t r, std::size_t column) {
        return place.section.rows[r].cells[column].cell != nullptr;
    });
    const auto source = [&](const Facts& spans) {
        return source_of(place.origin, place_of(row, place.table.columns[place.column]),
                         MarkKind::Span, said_of_spans(spans));
    };
    // Where there are none, a person may have taken away those of the sheet.
    const bool is_by_hand =
        old.empty() ? source(told) == Source::Sheet : source(old) != Source::Sheet;
    if (is_by_hand && !is_filled) return {};
    if (told.empty() || has_room(place, told)) return {told};
    return {is_filled ? std::optional<Facts>(Facts()) : std::nullopt, true};
}

}  // namespace broadside::imports
