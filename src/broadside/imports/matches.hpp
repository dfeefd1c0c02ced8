#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "broadside/imports/origin.hpp"
#include "broadside/imports/table.hpp"
#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::imports {

inline constexpr std::size_t kNone = static_cast<std::size_t>(-1);

/// A row of a dataset in its file.
struct KnownRow {
    const load::JsonValue* json = nullptr;
    const load::JsonValue* list = nullptr;  // that it stands in
    std::size_t position = 0;               // there
    bool is_in_sheet = false;
};

/// Which parts of a dataset a table speaks of: those with the ids that a first import gives, else
/// those with the same words. The table takes over their ids, and the kinds of its columns.
class Matches {
public:
    Matches(const load::JsonValue& root, const model::Dataset& dataset, Table& table,
            const std::optional<Origin>& origin);

    /// Of a column of the table in the dataset; kNone: it is new.
    std::size_t place_of(std::size_t column) const { return places_[column]; }
    /// The same of a merged head.
    std::size_t place_of_spanner(std::size_t spanner) const { return spanner_places_[spanner]; }
    bool knows_any_column() const;
    bool knows_names() const { return name_ != kNone; }

    bool is_new_note(std::size_t note) const { return note_places_[note] == kNone; }
    /// Of a note of the table that is not new, in the dataset.
    std::size_t place_of_note(std::size_t note) const { return note_places_[note]; }
    /// Those that came from an earlier sheet, as they are, and are not in this one.
    std::vector<const model::Note*> lost_notes(const std::optional<Origin>& origin) const;

    /// Each row once; null: it is new.
    const KnownRow* find(Row& row);
    bool is_in_sheet(const std::string& row) const { return rows_.at(row).is_in_sheet; }

    /// By its id, else by its title, else the one that all of its rows come from which the dataset
    /// knows, where the table has none called as that is; kNone: it is new.
    std::size_t place_of_section(const Section& section,
                                 const std::vector<const KnownRow*>& rows) const;

    const model::Vocabulary* vocabulary(const std::string& id) const;

    /// What has other words than the dataset for the column or row that it is in all else: it was
    /// renamed.
    bool is_renamed(std::size_t column) const { return renamed_columns_.count(column) > 0; }
    bool is_renamed(const Row& row) const { return own_ids_of_rows_.count(&row) > 0; }

    /// What was renamed has the places of the earlier sheet, by which `origin` knows it, until now.
    void forget_earlier_places();

    /// Of columns of words whose cells name symbols of the person's own, for people.
    const std::vector<std::string>& unused_symbols() const { return unused_symbols_; }

private:
    void match_columns(const std::optional<Origin>& origin);
    void match_spanners();
    void find_columns_changed_by_hand(const load::JsonValue& sections,
                                      const std::optional<Origin>& origin);
    bool is_changed_by_hand(const Row& row, const load::JsonValue& known,
                            const std::optional<Origin>& origin) const;
    void adopt(Column& column, const model::Column& known, const std::optional<Origin>& origin);
    void match_notes(const std::optional<Origin>& origin);
    std::string edited_note(const Note& note, const std::set<std::string>& uses,
                            const std::map<std::string, std::size_t>& free,
                            const std::optional<Origin>& origin) const;
    std::size_t named_section(const Section& section) const;
    void collect_sections(const load::JsonValue& root);
    void collect_rows(const load::JsonValue& root);
    void match_rows_of_one_name();
    /// Of the table, and the first of those in the dataset that they may be.
    struct RenamedColumns {
        std::size_t first, end, lost;
        bool must_say_all = false;
    };
    void find_key();
    void find_renamed_columns(const load::JsonValue& sections, const std::optional<Origin>& origin);
    bool find_any_renamed(std::size_t first, std::size_t end, const load::JsonValue& sections,
                          const std::optional<Origin>& origin);
    bool take_renamed(const RenamedColumns& renamed, const load::JsonValue& sections,
                      const std::optional<Origin>& origin);
    bool are_renamed(const RenamedColumns& renamed, const load::JsonValue& sections) const;
    void find_renamed_rows(const std::optional<Origin>& origin);
    void rename(Row& row, const std::string& known, const std::optional<Origin>& origin);
    /// The table's first that names rows of the dataset.
    std::size_t column_of_names() const;
    /// What a row of the table or of the dataset is known by, in folded form.
    std::string name_in(const Row& row) const;
    std::string name_in(const load::JsonValue& row) const;
    template <typename SaidIn>
    std::string first_said(SaidIn&& said_in) const;
    void tell_decimal(std::size_t column) const;

    const model::Dataset& dataset_;
    Table& table_;
    std::vector<std::size_t> places_, spanner_places_;
    std::vector<std::string> unused_symbols_;
    std::size_t name_ = kNone;  // the table's column that names rows of the dataset
    // The same, or else the first, which tells them apart; where a row says nothing there, as below
    // a merged cell, the next that does.
    std::size_t key_ = kNone;
    std::vector<std::size_t> note_places_;
    std::map<std::string, std::size_t> section_ids_, section_titles_;
    std::map<const load::JsonValue*, std::size_t> section_rows_;
    std::set<std::size_t> named_sections_;  // those that the table has by id or title
    std::map<std::string, KnownRow> rows_;
    std::map<std::string, std::string> names_;  // of the dataset's rows by id, in folded form
    std::set<std::string> names_in_sheet_;
    std::map<std::string, std::vector<std::string>> by_name_;  // ids that are not taken yet
    std::map<std::size_t, std::string> same_names_;            // see `ids_by_cells`
    std::vector<std::string> ids_in_order_;                    // of the dataset's rows
    std::set<std::size_t> renamed_columns_;
    std::map<std::size_t, std::string> own_ids_;         // of these
    std::map<const Row*, std::string> own_ids_of_rows_;  // of renamed ones
};

/// Values of a vocabulary, for columns to know.
std::vector<KnownValue> known_values(const model::Vocabulary& vocabulary);

/// An id that is not used yet, and is from now on.
std::string unused(const std::string& id, std::set<std::string>& used);

}  // namespace broadside::imports
