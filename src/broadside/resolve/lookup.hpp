#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "broadside/base/contains.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::resolve {

/// The elements of a list by their ids, of equal ids the first. The list outlives it.
template <typename T>
class ById {
public:
    explicit ById(const std::vector<T>& list) {
        for (const T& element : list) elements_.emplace(element.id, &element);
    }

    const T* find(std::string_view id) const {
        const auto element = elements_.find(id);
        return element == elements_.end() ? nullptr : element->second;
    }

private:
    std::unordered_map<std::string_view, const T*> elements_;
};

/// Something to ask for the ids of a list, for as long as the list is there.
template <typename T>
auto ids_in(const std::vector<T>& list) {
    return [&list] {
        std::vector<std::string> ids;
        for (const T& element : list) ids.push_back(element.id);
        return ids;
    };
}

/// The same of a map's keys.
template <typename Map>
auto keys_of(const Map& map) {
    return [&map] {
        std::vector<std::string> keys;
        for (const auto& entry : map) keys.emplace_back(entry.first);
        return keys;
    };
}

/// The place of a column in the dataset.
std::optional<std::size_t> column_index(const model::Dataset& dataset, std::string_view id);

/// The cell that holds the words: the shared one when `cell` names one that exists, else `cell`
/// itself.
const model::Cell& content_of(const model::Dataset& dataset, const model::Cell& cell);

/// The vocabularies of a dataset and their values.
class Vocabularies {
public:
    explicit Vocabularies(const std::vector<model::Vocabulary>& vocabularies);

    const model::Vocabulary* find(std::string_view id) const { return vocabularies_.find(id); }

    /// Of the column's vocabulary; null where either is not there.
    const model::Value* find_value(const model::Column& column, std::string_view id) const;

private:
    ById<model::Vocabulary> vocabularies_;
    std::unordered_map<std::string_view, ById<model::Value>> values_;  // by vocabulary
};

/// The notes of a cell: those of its shared cell, then its own, each once.
Sparse<std::vector<model::Reference>> notes_of(const model::Dataset& dataset,
                                               const model::Cell& cell);

/// What a cell goes by: what it says itself, then its shared cell, then its row. Empty where only
/// the row says anything.
Sparse<Provenance> provenance_of(const model::Dataset& dataset, const model::Row& row,
                                 const model::Cell& cell);

}  // namespace broadside::resolve
