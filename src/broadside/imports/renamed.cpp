#include <algorithm>

#include "broadside/imports/codes.hpp"
#include "broadside/imports/matches.hpp"
#include "broadside/imports/same_names.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

using load::JsonValue;
using model::ColumnKind;

std::size_t Matches::column_of_names() const {
    for (std::size_t i = 0; i < places_.size(); ++i)
        if (places_[i] != kNone && table_.columns[i].kind == ColumnKind::Name) return i;
    return kNone;
}

/// Columns of the dataset are not in the sheet, and as many of the sheet are new in their place,
/// and say what those did. Where they do not, or are of another number, those that say all that one
/// did, in the order of both; answers may be the same by chance.
void Matches::find_renamed_columns(const JsonValue& sections, const std::optional<Origin>& origin) {
    for (std::size_t first = 0, end = 0; first < places_.size();) {
        end = first;
        while (end < places_.size() && places_[end] == kNone) ++end;
        // Those beside one that was found are looked at once more.
        if (!find_any_renamed(first, end, sections, origin)) first = end + 1;
    }
}

/// The same of new columns that stand together.
bool Matches::find_any_renamed(std::size_t first, std::size_t end, const JsonValue& sections,
                               const std::optional<Origin>& origin) {
    std::size_t lost = first == 0 ? 0 : places_[first - 1] + 1;
    const std::size_t next = end == places_.size() ? dataset_.columns.size() : places_[end];
    const bool are_all_lost = std::none_of(places_.begin(), places_.end(), [&](std::size_t place) {
        return place != kNone && place >= lost && place < next;
    });
    if (first == end || next <= lost || !are_all_lost) return false;
    if (next - lost == end - first && take_renamed({first, end, lost}, sections, origin))
        return true;
    // Each of them is compared with each, row by row.
    constexpr std::size_t kMostCells = 100'000;
    std::size_t rows = 0;
    for (const Section& section : table_.sections) rows += section.rows.size();
    if ((next - lost) * (end - first) * rows > kMostCells) return false;
    bool is_any_found = false;
    for (std::size_t i = first; i < end; ++i) {
        for (std::size_t k = lost; k < next && places_[i] == kNone; ++k) {
            if (dataset_.columns[k].kind == ColumnKind::Symbol) continue;
            if (take_renamed({i, i + 1, k, true}, sections, origin)) lost = k + 1;
        }
        is_any_found = is_any_found || places_[i] != kNone;
    }
    return is_any_found;
}

/// Whether they are renamed; else they are as before.
bool Matches::take_renamed(const RenamedColumns& renamed, const JsonValue& sections,
                           const std::optional<Origin>& origin) {
    const auto [first, end, lost, must_say_all] = renamed;
    const std::vector<Column> own(table_.columns.begin() + std::ptrdiff_t(first),
                                  table_.columns.begin() + std::ptrdiff_t(end));
    const std::size_t told = unused_symbols_.size();
    for (std::size_t i = first; i < end; ++i) {
        Column& column = table_.columns[i];
        const model::Column& known = dataset_.columns[lost + (i - first)];
        // Of an earlier sheet with this head, words alone were written by hand.
        const std::string head = digest_of_name(load::json_string(column.title));
        if (origin && origin->words.count(head) == 0) column.own_id = known.id;
        adopt(column, known, origin);
        places_[i] = lost + (i - first);
        tell_decimal(i);
    }
    find_key();
    bool is_found = are_renamed(renamed, sections);
    const auto is_known_otherwise = [&](std::size_t column) {
        return places_[column] != kNone && (column < first || column >= end);
    };
    if (!is_found && key_ >= first && key_ < end) {
        // By names that several rows have, none of them is known.
        name_ = kNone;
        key_ = 0;
        while (key_ < places_.size() && !is_known_otherwise(key_)) ++key_;
        is_found = key_ < places_.size() && are_renamed(renamed, sections);
    }
    for (std::size_t i = first; i < end; ++i) {
        const Column& column = own[i - first];
        if (is_found) {
            renamed_columns_.insert(i);
            own_ids_[i] = column.own_id;
        } else {
            table_.columns[i] = column;
            places_[i] = kNone;
        }
    }
    if (!is_found) unused_symbols_.resize(told);
    return is_found;
}

/// Whether most cells of a column say what they do in the dataset, and those of several columns
/// beside each other all. Two facts tell it that are no answers and have more than two letters or
/// digits, else three; one in all rows tells nothing. Sums follow from the rest.
bool Matches::are_renamed(const RenamedColumns& renamed, const JsonValue& sections) const {
    const bool must_say_all = renamed.must_say_all || renamed.end - renamed.first > 1;
    std::map<std::string, const JsonValue*> known;  // null: several rows have the name
    for (const load::JsonMember& section : sections.members) {
        for (const load::JsonMember& row : section.value.find("rows")->value.members) {
            const auto [at, is_new] = known.emplace(name_in(row.value), &row.value);
            if (!is_new) at->second = nullptr;
        }
    }
    for (std::size_t i = renamed.first; i < renamed.end; ++i) {
        const Column& column = table_.columns[i];
        std::size_t told = 0, found = 0, same = 0;
        std::set<std::string> different, long_ones;
        for (const Section& section : table_.sections) {
            for (std::size_t row = 0; row < section.rows.size(); ++row) {
                const std::string said = said_in(column, section.rows[row].cells[i]);
                if (said.empty() || section.is_summary(row)) continue;
                ++told;
                const auto at = known.find(name_in(section.rows[row]));
                if (at == known.end() || at->second == nullptr) continue;
                ++found;
                if (said_in(column, *at->second) != said) continue;
                ++same;
                different.insert(said);
                if (unicode::decode(said).size() > 2) long_ones.insert(said);
            }
        }
        const bool has_answers = column.kind == ColumnKind::Symbol || column.has_answers;
        const bool is_enough =
            (same > 2 && different.size() > 1) || (!has_answers && long_ones.size() > 1);
        if (!is_enough || !is_most(same, told) || (must_say_all && same < found)) return false;
    }
    return true;
}

void Matches::forget_earlier_places() {
    for (const auto& [column, id] : own_ids_) table_.columns[column].own_id = id;
    for (Section& section : table_.sections) {
        for (Row& row : section.rows)
            if (is_renamed(row)) row.own_id = own_ids_of_rows_.at(&row);
    }
}

/// The same of rows, each new to the dataset with one that is not in the sheet: in the same place,
/// or by two facts, where each is the only one that the other may be.
void Matches::find_renamed_rows(const std::optional<Origin>& origin) {
    constexpr std::size_t kMostPairs = 10'000, kTelling = 2;
    if (name_ == kNone) return;
    struct Added {
        Row* row;
        std::string before;  // the name above it
    };
    std::vector<Added> added;
    std::string before;
    for (Section& section : table_.sections) {
        for (Row& row : section.rows) {
            const std::string name = name_in(row);
            if (by_name_.count(name) == 0 && names_.count(row.id) == 0)
                added.push_back({&row, before});
            before = name;
        }
    }
    std::vector<std::pair<std::string, std::string>> lost;  // with the name above
    before.clear();
    for (const std::string& id : ids_in_order_) {
        const auto name = names_.find(id);
        if (name != names_.end() && names_in_sheet_.count(name->second) == 0)
            lost.emplace_back(id, before);
        before = name == names_.end() ? "" : name->second;
    }
    if (added.size() * lost.size() > kMostPairs) return;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    std::vector<std::size_t> of_added(added.size()), of_lost(lost.size());
    for (std::size_t i = 0; i < added.size(); ++i) {
        for (std::size_t k = 0; k < lost.size(); ++k) {
            const JsonValue& known = *rows_.at(lost[k].first).json;
            const std::size_t facts =
                facts_of_reworded(table_, *added[i].row, name_, places_, known);
            const bool is_in_place = added[i].before == lost[k].second;
            const bool is_told = facts >= kTelling || (facts > 0 && is_in_place) ||
                                 is_changed_by_hand(*added[i].row, known, origin);
            if (!is_told) continue;
            pairs.emplace_back(i, k);
            ++of_added[i];
            ++of_lost[k];
        }
    }
    for (const auto& [i, k] : pairs)
        if (of_added[i] == 1 && of_lost[k] == 1) rename(*added[i].row, lost[k].first, origin);
}

void Matches::rename(Row& row, const std::string& known, const std::optional<Origin>& origin) {
    same_names_[row.sheet_row] = known;
    own_ids_of_rows_[&row] = row.own_id;
    // As above.
    for (const auto& [key, json] : facts_of(table_.columns[name_], row.cells[name_]))
        if (key == "names" && origin &&
            origin->words.count(digest_of_name(json.substr(1, json.size() - 2))) == 0)
            row.own_id = known;
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
