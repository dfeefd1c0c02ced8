#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/model/dataset.hpp"

namespace broadside::resolve {

/// The element of `list` with this id, or null.
template <typename T>
const T* find_by_id(const std::vector<T>& list, std::string_view id) {
    for (const T& element : list) {
        if (element.id == id) return &element;
    }
    return nullptr;
}

template <typename T>
std::vector<std::string> ids_of(const std::vector<T>& list) {
    std::vector<std::string> ids;
    for (const T& element : list) ids.push_back(element.id);
    return ids;
}

/// The place of a column in the dataset.
std::optional<std::size_t> column_index(const model::Dataset& dataset, std::string_view id);

/// The cell of a row in a column, or null when the row leaves it out.
const model::Cell* cell_of(const model::Row& row, const model::Column& column);

/// The cell that holds the words: the shared one when `cell` names one that exists, else `cell`
/// itself.
const model::Cell& content_of(const model::Dataset& dataset, const model::Cell& cell);

/// The value of a cell's content in the vocabulary of its column, or null.
const model::Value* value_of(const model::Dataset& dataset, const model::Column& column,
                             const model::Cell& cell);

/// The notes of a cell: those of its shared cell, then its own, each once.
std::vector<model::Reference> notes_of(const model::Dataset& dataset, const model::Cell& cell);

/// What a cell goes by: what it says itself, then its shared cell, then its row. Empty where only
/// the row says anything.
Provenance provenance_of(const model::Dataset& dataset, const model::Row& row,
                         const model::Cell& cell);

}  // namespace broadside::resolve
