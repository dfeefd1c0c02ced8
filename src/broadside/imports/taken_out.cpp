#include "broadside/imports/taken_out.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/load/syntax/json_edit.hpp"

namespace broadside::imports {

TakenOut::TakenOut(const Table& table, const std::optional<Origin>& origin)
    : table_(table), origin_(origin) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        ++heads_[table.columns[i].title];
        if (!names_ && table.columns[i].kind == model::ColumnKind::Name) names_ = i;
    }
    if (!names_) return;
    for (const Section& section : table.sections)
        for (const Row& row : section.rows) ++count_[row.cells[*names_].text];
}

bool TakenOut::was_said(const Row& row, std::size_t column) const {
    Facts facts = facts_of(table_.columns[column], row.cells[column]);
    return facts.empty() || origin_->cells.count(digest_of_cell(
                                place_of(row, table_.columns[column]), std::move(facts))) > 0;
}

/// By its name, whatever else it says now; by all that it says, where others have that name.
bool TakenOut::take(const Row& row) {
    if (!origin_ || origin_->cells.empty()) return false;
    const bool has_name = names_ && count_.at(row.cells[*names_].text) == 1;
    std::size_t first = has_name ? *names_ : 0;
    const std::size_t end = has_name ? first + 1 : table_.columns.size();
    while (first < end && was_said(row, first)) ++first;
    if (first < end) return false;
    rows_.push_back(row.own_id);
    return true;
}

bool TakenOut::take(const Column& column) {
    const std::string head = digest_of_name(load::json_string(column.title));
    if (!origin_ || column.title.empty() || heads_.at(column.title) > 1 ||
        origin_->words.count(head) == 0)
        return false;
    columns_.push_back(column.own_id);
    return true;
}

bool TakenOut::take(const Note& note) {
    if (!origin_ || origin_->words.count(digest(rich_text(note.text))) == 0) return false;
    notes_.push_back(fmt::format("\"{}\"", excerpt(one_line(note.text))));
    return true;
}

void TakenOut::tell(const std::string& file, Diagnostics& diagnostics) const {
    constexpr std::size_t kMostNamed = 12;
    const auto tell_of = [&](std::string_view noun, const std::vector<std::string>& names,
                             std::string_view keys) {
        if (names.empty()) return;
        const bool is_one = names.size() == 1;
        diagnostics.push_back(
            note("taken-out",
                 fmt::format("{} of the sheet {} taken out of the dataset by hand, and {} out: {}",
                             counted(names.size(), noun), is_one ? "was" : "were",
                             is_one ? "stays" : "stay", shortlist(names, kMostNamed)),
                 {fmt::format("to have one again, write it among the {}s with its {}", noun, keys)})
                .at(FilePlace{file}));
    };
    tell_of("row", rows_, "\"id\" alone");
    tell_of("column", columns_, "\"id\", \"kind\" and \"title\"");
    tell_of("note", notes_, "\"id\" and \"text\"");
}

}  // namespace broadside::imports
