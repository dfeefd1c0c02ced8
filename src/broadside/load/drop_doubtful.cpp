#include "broadside/base/contains.hpp"
#include "broadside/load/dataset_parts.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/did_you_mean.hpp"
#include "broadside/load/file_format.hpp"
#include "broadside/load/syntax/text_rules.hpp"

namespace broadside::load {

namespace {

/// Keys that something in the dataset may have been meant for: misspelt ones for what they are
/// like, those that are like none for any.
std::set<std::string> meant_keys(const JsonValue& root) {
    std::vector<std::string_view> known;
    for (const Key& key : dataset_keys()) known.push_back(key.name);
    std::set<std::string> meant;
    for (const JsonMember& member : root.members) {
        if (contains(known, member.key)) continue;
        if (const auto near = nearest(member.key, known)) {
            meant.insert(*near);
        } else {
            meant.insert(known.begin(), known.end());
        }
    }
    return meant;
}

template <typename T>
bool have_ids(const std::vector<T>& list) {
    return std::all_of(list.begin(), list.end(),
                       [](const T& element) { return is_id(element.id); });
}

class DoubtfulReferences {
public:
    DoubtfulReferences(const JsonValue& root, model::Dataset& dataset)
        : root_(root),
          meant_(meant_keys(root)),
          dataset_(dataset),
          knows_notes_(is_read("notes", JsonType::Array) && have_ids(dataset.notes)),
          knows_bands_(is_read("bands", JsonType::Array) && have_ids(dataset.bands)),
          knows_columns_(!dataset.columns.empty() && have_ids(dataset.columns)),
          knows_cells_(is_read("cells", JsonType::Object)),
          knows_pictures_(is_read("pictures", JsonType::Object)),
          knows_vocabularies_(is_read("values", JsonType::Object)) {}

    void drop() {
        for (const model::Vocabulary& vocabulary : dataset_.vocabularies) {
            if (vocabulary.values.empty()) without_values_.insert(vocabulary.id);
        }
        drop_unless(knows_pictures_, dataset_.logo);
        for (model::Column& column : dataset_.columns) drop_in(column);
        for (model::Spanner& spanner : dataset_.spanners) {
            drop_unless(knows_columns_, spanner.columns);
            drop_unless(knows_pictures_, spanner.picture);
            drop_unless(knows_notes_, spanner.notes);
        }
        for (auto& [id, cell] : dataset_.cells) drop_in(cell);
        for (model::Band& band : dataset_.bands) drop_in(band);
        for (model::Section& section : dataset_.sections) {
            drop_unless(knows_notes_, section.notes);
            for (model::Row& row : section.rows) drop_in(row);
        }
        if (!knows_columns_) dataset_.unread.insert("column");
        if (dataset_.sections.empty() || !have_ids(dataset_.sections))
            dataset_.unread.insert({"section", "row"});
        if (!is_read("texts", JsonType::Object)) dataset_.unread.insert("text");
        if (!knows_pictures_) dataset_.unread.insert("picture");
    }

private:
    /// A list that is not there may be the one whose key is misspelt.
    bool is_read(std::string_view key, JsonType type) const {
        if (const JsonMember* list = root_.find(key)) return list->value.type == type;
        return meant_.count(std::string(key)) == 0;
    }

    static void drop_unless(bool is_known, model::Reference& reference) {
        if (!is_known) reference.id.clear();
    }

    static void drop_unless(bool is_known, std::vector<model::Reference>& references) {
        if (!is_known) references.clear();
    }

    template <typename T>
    static void drop_unless(bool is_known, Sparse<T>& references) {
        if (!is_known) references = {};
    }

    static void drop_unless(bool is_known, model::Cell& cell,
                            Sparse<model::Reference> model::CellExtras::*reference) {
        if (!is_known && cell.extras) cell.extras.edit().*reference = {};
    }

    void drop_in(model::Column& column) {
        const bool names_some = !column.values.id.empty();
        drop_unless(knows_vocabularies_, column.values);
        drop_unless(knows_notes_, column.notes);
        drop_unless(knows_pictures_, column.picture);
        const bool has_values =
            !column.values.id.empty() && without_values_.count(column.values.id) == 0;
        if (has_values) with_values_.insert(column.id);
        if (names_some && !has_values) doubtful_.insert(column.id);
    }

    void drop_in(model::Cell& cell) {
        drop_unless(knows_cells_, cell, &model::CellExtras::ref);
        drop_unless(knows_notes_, cell.notes);
        drop_unless(knows_pictures_, cell, &model::CellExtras::picture);
    }

    void drop_in(model::Row& row) {
        drop_unless(knows_bands_, row.band);
        for (model::Cell& cell : row.cells.edit()) {
            const std::string& column = dataset_.columns[cell.column].id;
            drop_in(cell);
            drop_unless(with_values_.count(column) > 0, cell.value);
            // A shared cell may have a value too.
            drop_unless(doubtful_.count(column) == 0, cell, &model::CellExtras::ref);
        }
    }

    void drop_in(model::Band& band) {
        if (!knows_columns_) band.when.clear();
        for (auto& [column, value] : band.when)
            drop_unless(with_values_.count(column.id) > 0, value);
    }

    const JsonValue& root_;
    std::set<std::string> meant_;
    model::Dataset& dataset_;
    bool knows_notes_, knows_bands_, knows_columns_, knows_cells_, knows_pictures_,
        knows_vocabularies_;
    std::set<std::string> without_values_;  // vocabularies
    std::set<std::string> with_values_;     // columns
    std::set<std::string> doubtful_;        // columns whose values are not known
};

}  // namespace

void drop_doubtful_references(const JsonValue& root, model::Dataset& dataset) {
    DoubtfulReferences(root, dataset).drop();
}

}  // namespace broadside::load
