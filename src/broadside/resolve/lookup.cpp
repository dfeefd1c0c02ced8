#include "broadside/resolve/lookup.hpp"

#include <set>

namespace broadside::resolve {

std::optional<std::size_t> column_index(const model::Dataset& dataset, std::string_view id) {
    const model::Column* column = find_by_id(dataset.columns, id);
    if (!column) return std::nullopt;
    return static_cast<std::size_t>(column - dataset.columns.data());
}

const model::Cell& content_of(const model::Dataset& dataset, const model::Cell& cell) {
    if (cell.extras->ref->id.empty()) return cell;
    const auto shared = dataset.cells.find(cell.extras->ref->id);
    return shared == dataset.cells.end() ? cell : shared->second;
}

Vocabularies::Vocabularies(const std::vector<model::Vocabulary>& vocabularies)
    : vocabularies_(vocabularies) {
    for (const model::Vocabulary& vocabulary : vocabularies)
        values_.emplace(vocabulary.id, vocabulary.values);
}

const model::Value* Vocabularies::find_value(const model::Column& column,
                                             std::string_view id) const {
    const auto values = values_.find(column.values.id);
    return values == values_.end() ? nullptr : values->second.find(id);
}

Sparse<std::vector<model::Reference>> notes_of(const model::Dataset& dataset,
                                               const model::Cell& cell) {
    const model::Cell& content = content_of(dataset, cell);
    if (!content.notes) return cell.notes;
    if (&content == &cell || !cell.notes) return content.notes;
    std::vector<model::Reference> notes = *content.notes;
    std::set<std::string_view> known;
    for (const model::Reference& note : *content.notes) known.insert(note.id);
    for (const model::Reference& note : *cell.notes) {
        if (known.count(note.id) == 0) notes.push_back(note);
    }
    return notes;
}

Sparse<Provenance> provenance_of(const model::Dataset& dataset, const model::Row& row,
                                 const model::Cell& cell) {
    const Sparse<Provenance>& shared = content_of(dataset, cell).provenance;
    if (!cell.provenance && !shared) return {};
    if (!shared && !row.provenance) return cell.provenance;
    return completed(completed(*cell.provenance, *shared), *row.provenance);
}

}  // namespace broadside::resolve
