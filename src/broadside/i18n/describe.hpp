#pragma once

#include <map>
#include <string>
#include <vector>

#include "broadside/i18n/catalogue.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::i18n {

/// Says what a text is, for somebody who sees the words without the page: `cell of row "Signal",
/// column "Server location"`. In English, like all that the program says.
class Describer {
public:
    /// The dataset outlives the describer.
    explicit Describer(const model::Dataset& dataset);

    /// `key` is one of the dataset's text slots.
    std::string describe(const std::string& key) const;

private:
    struct Users {
        std::vector<const model::Row*> rows;
        std::string column;
    };

    std::string column_title(const std::string& id) const;
    std::string row_name(const model::Row& row) const;
    std::string describe_column(const std::vector<std::string>& parts) const;
    std::string describe_spanner(const std::string& key) const;
    std::string describe_shared(const std::string& id) const;
    std::string describe_cell(const std::vector<std::string>& parts) const;

    const model::Dataset& dataset_;
    std::map<std::string, const model::Row*> rows_;
    std::map<std::string, const model::Spanner*> spanners_;  // by key
    std::map<std::string, Users> users_;                     // of shared cells
};

/// What a translator should know of a text: what it is, which marks to keep, how long it may be.
/// One line each.
std::vector<std::string> translator_notes(const Message& message,
                                          const std::vector<LayoutLengths>& lengths);

}  // namespace broadside::i18n
