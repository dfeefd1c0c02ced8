#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/imports/table.hpp"

/// Parts of a dataset's file.
namespace broadside::imports {

/// The id of the vocabulary of yes and no.
inline constexpr std::string_view kAnswerVocabulary = "answer";

/// The whole file, with that id.
std::string write_dataset(const Table& table, const std::string& id);

/// A cell: bare where that says all.
std::string write_cell(const Table& table, const Section& section, std::size_t row,
                       std::size_t column);

/// `rowspan` and `colspan` of a cell that covers others of the table.
Facts spans_of(const Table& table, const Section& section, std::size_t row, std::size_t column);

/// On one line, or on as many as it takes, the later ones behind so many spaces.
std::string write_row(const Table& table, const Section& section, std::size_t row,
                      std::size_t indent);

/// A section's member "summary" behind another, of its rows from the first of these on.
std::string write_summary(const Table& table, const Section& section, std::size_t first);

std::string write_section(const Table& table, const Section& section);

std::string write_column(const Table& table, const Column& column);

/// `"yes": {"label": …}`: the table's word for an answer, with a shipped symbol.
std::string write_value(const Table& table, Answer answer);

/// What columns choose from: values as above, headed by the title of their only column.
struct Vocabulary {
    std::vector<std::string> values;        // each once
    std::optional<std::string> label = {};  // none: no column yet; empty: it has several

    void add(std::vector<std::string> more, const Column& column);
};

/// Under its id.
std::string write_vocabulary(const std::string& id, const Vocabulary& vocabulary);

/// The values of a column's own vocabulary, or of the answers that it gives.
std::vector<std::string> values_of(const Table& table, std::size_t column);

/// Those of the values that a column needs which it does not know from the dataset.
std::vector<std::string> missing_values(const Table& table, std::size_t column);

std::string write_note(const Note& note);

/// The id of a column's vocabulary: its own, or that of all answers; empty: it has none.
std::string vocabulary_of(const Column& column);

/// A list of ids.
std::string write_ids(const std::vector<std::string>& ids);

/// What marks of notes look like, as the sheet's own do: the word of a dataset's "marks".
std::string_view marks_of(const std::vector<Note>& notes);

/// A cell of a kind of column, of its facts and other members; empty where there are none.
std::string cell_of(model::ColumnKind kind, const Facts& facts, const Facts& others);

}  // namespace broadside::imports
