#include <algorithm>

#include "broadside/imports/matches.hpp"
#include "broadside/imports/same_names.hpp"
#include "broadside/sheets/number_format.hpp"

namespace broadside::imports {

using load::JsonValue;
using model::ColumnKind;

std::size_t Matches::column_of_names() const {
    for (std::size_t i = 0; i < places_.size(); ++i)
        if (places_[i] != kNone && table_.columns[i].kind == ColumnKind::Name) return i;
    return kNone;
}

/// One column of the dataset is not in the sheet, and one of the sheet is new in its place, with
/// the same facts.
void Matches::find_renamed_column(const JsonValue& sections, const std::optional<Origin>& origin) {
    const auto added = std::find(places_.begin(), places_.end(), kNone);
    if (places_.size() != dataset_.columns.size() || added == places_.end() ||
        std::count(places_.begin(), places_.end(), kNone) != 1)
        return;
    const auto at = static_cast<std::size_t>(added - places_.begin());
    std::size_t lost = 0;
    while (std::find(places_.begin(), places_.end(), lost) != places_.end()) ++lost;
    const std::size_t before = at == 0 ? 0 : places_[at - 1] + 1;
    if (lost != before) return;
    const Column own = table_.columns[at];
    const std::size_t told = unused_symbols_.size();
    adopt(table_.columns[at], dataset_.columns[lost], origin);
    places_[at] = lost;
    tell_decimal(at);
    const std::size_t name = column_of_names();
    if (name != kNone && is_same_column(table_, at, name, sections)) {
        renamed_column_ = at;
    } else {
        table_.columns[at] = own;
        unused_symbols_.resize(told);
        places_[at] = kNone;
    }
}

/// The same of a row.
void Matches::find_renamed_row() {
    if (name_ == kNone) return;
    const Row* added = nullptr;
    std::string before, told_before;
    std::size_t count = 0;
    for (const Section& section : table_.sections) {
        for (const Row& row : section.rows) {
            const std::string name = name_in(row);
            if (by_name_.count(name) == 0 && names_.count(row.id) == 0 && ++count == 1) {
                added = &row;
                told_before = before;
            }
            before = name;
        }
    }
    if (count != 1) return;
    std::string lost, known_before;
    before.clear();
    count = 0;
    for (const std::string& id : ids_in_order_) {
        const auto name = names_.find(id);
        if (name != names_.end() && names_in_sheet_.count(name->second) == 0 && ++count == 1) {
            lost = id;
            known_before = before;
        }
        before = name == names_.end() ? "" : name->second;
    }
    if (count != 1 || known_before != told_before ||
        !is_reworded_row(table_, *added, name_, places_, *rows_.at(lost).json))
        return;
    same_names_[added->sheet_row] = lost;
    renamed_row_ = added;
}

/// Numbers that the dataset has tell how those of the sheet are read.
void Matches::tell_decimal(std::size_t index) const {
    Column& column = table_.columns[index];
    if (column.kind != ColumnKind::Number) return;
    std::set<double> known;
    for (const model::Section& section : dataset_.sections) {
        for (const model::Row& row : section.rows) {
            const model::Cell* cell = row.cell_in(places_[index]);
            if (cell == nullptr) continue;
            if (const auto number = sheets::parse_double(cell->quantity->number))
                known.insert(*number);
        }
    }
    const auto count_as = [&](char decimal) {
        std::size_t count = 0;
        for (const Section& section : table_.sections) {
            for (const Row& row : section.rows) {
                const auto figure = load::figure_of(row.cells[index].text);
                const auto number =
                    figure ? load::number_of(figure->digits, decimal) : std::nullopt;
                count += number && known.count(*sheets::parse_double(*number)) > 0 ? 1 : 0;
            }
        }
        return count;
    };
    const char other = column.decimal == '.' ? ',' : '.';
    if (count_as(other) > count_as(column.decimal)) column.decimal = other;
}

}  // namespace broadside::imports
