#pragma once

#include <map>
#include <string>

#include "broadside/imports/table.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

/// Words for ids that say nothing to people: those that are made of digests, where a name has no
/// letters that an id may have.
class ShownIds {
public:
    /// The ids of both; what both have is called as in the sheet.
    ShownIds(const Table& table, const model::Dataset& dataset);

    /// A message with words for such ids.
    std::string in(const std::string& message) const;

private:
    void add(const std::string& id, std::string words);

    std::map<std::string, std::string> words_;
};

}  // namespace broadside::imports
