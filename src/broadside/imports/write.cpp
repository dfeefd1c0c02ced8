#include "broadside/imports/write.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/word.hpp"
#include "broadside/imports/origin.hpp"
#include "broadside/load/cell_content.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

using load::json_string;
using model::ColumnKind;

constexpr std::size_t kLineWidth = 120;
constexpr std::array<std::string_view, kAnswers> kTones = {"good", "fair", "bad", "neutral",
                                                           "neutral"};

std::string member(std::string_view key, std::string_view json) {
    return fmt::format("{}: {}", json_string(key), json);
}

std::string object(const Facts& members) {
    std::vector<std::string> written;
    for (const auto& [key, json] : members) written.push_back(member(key, json));
    return fmt::format("{{{}}}", fmt::join(written, ", "));
}

std::string ids_of(const Table& table, const std::vector<std::size_t>& notes) {
    std::vector<std::string> ids;
    for (const std::size_t note : notes) ids.push_back(table.notes[note].id);
    return write_ids(ids);
}

std::string write_values(const Table& table) {
    std::map<std::string, Vocabulary> vocabularies;
    std::vector<std::string> order;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string id = vocabulary_of(table.columns[i]);
        if (id.empty()) continue;
        Vocabulary& vocabulary = vocabularies[id];
        if (!vocabulary.label) order.push_back(id);
        vocabulary.add(values_of(table, i), table.columns[i]);
    }
    std::vector<std::string> written;
    for (const std::string& id : order) written.push_back(write_vocabulary(id, vocabularies[id]));
    return fmt::format("{}", fmt::join(written, ",\n"));
}

template <typename Items, typename Write>
std::string list_of(const Items& items, Write&& write) {
    std::vector<std::string> written;
    for (const auto& item : items) written.push_back("    " + write(item));
    return fmt::format("[\n{}\n  ]", fmt::join(written, ",\n"));
}

std::string write_spanner(const Table& table, const Spanner& spanner) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < spanner.columns; ++i)
        ids.push_back(json_string(table.columns[spanner.first + i].id));
    Facts members = {{"title", json_string(spanner.title)},
                     {"columns", fmt::format("[{}]", fmt::join(ids, ", "))}};
    if (!spanner.notes.empty()) members.emplace_back("notes", ids_of(table, spanner.notes));
    return object(members);
}

}  // namespace

Facts spans_of(const Table& table, const Section& section, std::size_t row, std::size_t column) {
    const sheets::Cell* cell = section.rows[row].cells[column].cell;
    Facts spans;
    // Those of a sum's name that stands elsewhere in the sheet are none of its own.
    if (cell == nullptr || cell->column != table.columns[column].sheet_column) return spans;
    std::size_t rows = 1, columns = 1;
    // Rows and columns that are empty in the sheet, and heads of sections, are none of the table.
    while (row + rows < section.rows.size() &&
           section.rows[row + rows].sheet_row < section.rows[row].sheet_row + cell->row_span)
        ++rows;
    while (column + columns < table.columns.size() &&
           table.columns[column + columns].sheet_column < cell->column + cell->column_span)
        ++columns;
    if (rows > 1) spans.emplace_back("rowspan", fmt::format("{}", rows));
    if (columns > 1) spans.emplace_back("colspan", fmt::format("{}", columns));
    return spans;
}

std::string_view marks_of(const std::vector<Note>& notes) {
    const auto marked = std::find_if(notes.begin(), notes.end(),
                                     [](const Note& note) { return !note.mark.empty(); });
    const std::string first = marked == notes.end() ? "" : marked->mark;
    if (first.empty() || (first[0] >= '0' && first[0] <= '9')) return "numbers";
    return first[0] >= 'a' && first[0] <= 'z' ? "letters" : "symbols";
}

std::string write_ids(const std::vector<std::string>& ids) {
    std::vector<std::string> written;
    for (const std::string& id : ids) written.push_back(json_string(id));
    return fmt::format("[{}]", fmt::join(written, ", "));
}

std::string write_value(const Table& table, Answer answer) {
    const auto index = static_cast<std::size_t>(answer);
    const std::string name = json_string(name_of(answer));
    return fmt::format("{0}: {{\"label\": {1}, \"symbol\": {0}, \"tone\": \"{2}\"}}", name,
                       json_string(table.answers[index]), kTones[index]);
}

void Vocabulary::add(std::vector<std::string> more, const Column& column) {
    label = label ? "" : column.title;
    for (std::string& value : more) {
        if (!contains(values, value)) values.push_back(std::move(value));
    }
}

std::string write_vocabulary(const std::string& id, const Vocabulary& vocabulary) {
    const std::string label = vocabulary.label.value_or("");
    return fmt::format(
        "    {}: {{\n{}      \"values\": {{\n        {}\n      }}\n    }}", json_string(id),
        label.empty() ? "" : fmt::format("      \"label\": {},\n", json_string(label)),
        fmt::join(vocabulary.values, ",\n        "));
}

std::vector<std::string> values_of(const Table& table, std::size_t index) {
    const Column& column = table.columns[index];
    std::vector<std::string> values;
    if (column.symbols.empty()) {
        for (std::size_t i = 0; i < kAnswers; ++i) {
            const auto answer = static_cast<Answer>(i);
            if (column.values.count(json_string(name_of(answer))) > 0)
                values.push_back(write_value(table, answer));
        }
        return values;
    }
    std::map<std::string, std::string> labels;
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows)
            labels.emplace(unicode::ascii_slug(row.cells[index].text), row.cells[index].text);
    }
    for (const std::string& name : column.symbols)
        values.push_back(fmt::format("{0}: {{\"label\": {1}, \"symbol\": {0}}}", json_string(name),
                                     json_string(labels[name])));
    return values;
}

std::vector<std::string> missing_values(const Table& table, std::size_t index) {
    const Column& column = table.columns[index];
    if (!column.symbols.empty()) return values_of(table, index);
    std::set<std::string> needed;
    for (const Section& section : table.sections) {
        for (const Row& row : section.rows) {
            const Facts facts = facts_of(column, row.cells[index]);
            if (!facts.empty() && facts.front().first == "value")
                needed.insert(facts.front().second);
        }
    }
    for (const KnownValue& value : column.known) needed.erase(json_string(value.id));
    std::vector<std::string> values;
    for (std::size_t i = 0; i < kAnswers; ++i) {
        const auto answer = static_cast<Answer>(i);
        if (needed.count(json_string(name_of(answer))) > 0)
            values.push_back(write_value(table, answer));
    }
    return values;
}

std::string vocabulary_of(const Column& column) {
    if (!column.has_answers && column.symbols.empty()) return "";
    return column.symbols.empty() ? std::string(kAnswerVocabulary) : column.id;
}

std::string cell_of(ColumnKind kind, const Facts& facts, const Facts& others) {
    if (facts.empty()) return "";
    const auto& [key, json] = facts.front();
    const bool is_bare = facts.size() == 1 && others.empty() && key == load::bare_key(kind);
    if (is_bare && key == "names") {
        const SourceFile file{"", json};
        const auto tree = load::read_json(file);
        const bool is_one = tree && tree->root.members.size() == 1;
        return is_one ? json.substr(1, json.size() - 2) : json;
    }
    if (is_bare) return json;
    Facts members = facts;
    members.insert(members.end(), others.begin(), others.end());
    return object(members);
}

std::string write_cell(const Table& table, const Section& section, std::size_t row,
                       std::size_t column) {
    const Content& content = section.rows[row].cells[column];
    Facts others;
    if (!content.notes.empty()) others.emplace_back("notes", ids_of(table, content.notes));
    for (auto& span : spans_of(table, section, row, column)) others.push_back(std::move(span));
    return cell_of(table.columns[column].kind, facts_of(table.columns[column], content), others);
}

std::string write_row(const Table& table, const Section& section, std::size_t row,
                      std::size_t indent) {
    std::string text = "{" + member("id", json_string(section.rows[row].id));
    std::size_t width = indent + text.size();
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string cell = write_cell(table, section, row, i);
        if (cell.empty()) continue;
        const std::string added = member(table.columns[i].id, cell);
        const std::size_t added_width = unicode::decode(added).size() + 2;
        if (width + added_width > kLineWidth) {
            text.append(",\n").append(indent + 1, ' ').append(added);
            width = indent + 1 + added_width;
        } else {
            text.append(", ").append(added);
            width += added_width;
        }
    }
    return text + "}";
}

std::string write_column(const Table& table, const Column& column) {
    Facts members = {{"id", json_string(column.id)},
                     {"kind", json_string(word_of(model::kColumnKinds, column.kind))},
                     {"title", json_string(column.title)}};
    const std::string vocabulary = vocabulary_of(column);
    if (!vocabulary.empty()) members.emplace_back("values", json_string(vocabulary));
    if (!vocabulary.empty() && column.kind != ColumnKind::Symbol)
        members.emplace_back("value_side", json_string("start"));
    if (!column.unit.empty()) members.emplace_back("unit", json_string(column.unit));
    if (!column.head.notes.empty()) members.emplace_back("notes", ids_of(table, column.head.notes));
    return object(members);
}

std::string write_note(const Note& note) {
    Facts members = {{"id", json_string(note.id)}, {"text", json_string(rich_text(note.text))}};
    if (note.mark.empty()) members.emplace_back("general", "true");
    return object(members);
}

std::string write_section(const Table& table, const Section& section) {
    std::string text = "{" + member("id", json_string(section.id));
    if (section.title.cell != nullptr)
        text += ", " + member("title", json_string(rich_text(section.title.text)));
    if (!section.title.notes.empty())
        text += ", " + member("notes", ids_of(table, section.title.notes));
    text += ", \"rows\": [";
    std::size_t row = 0;
    for (; !section.is_summary(row) && row < section.rows.size(); ++row)
        text.append(row == 0 ? "\n      " : ",\n      ").append(write_row(table, section, row, 6));
    text += row == 0 ? "]" : "\n    ]";
    return row == section.rows.size() ? text + "}"
                                      : text + write_summary(table, section, row) + "}";
}

std::string write_summary(const Table& table, const Section& section, std::size_t first) {
    std::string text = ", \"summary\": [";
    for (std::size_t row = first; row < section.rows.size(); ++row)
        text.append(row == first ? "\n      " : ",\n      ")
            .append(write_row(table, section, row, 6));
    return text + "\n    ]";
}

std::string write_dataset(const Table& table, const std::string& id) {
    Facts parts = {
        {"format", "1"}, {"id", json_string(id)}, {"language", json_string(table.language)}};
    if (!table.digits.empty()) parts.emplace_back("digits", json_string(table.digits));
    parts.emplace_back("title", json_string(table.title));
    if (!table.subtitle.empty()) parts.emplace_back("subtitle", json_string(table.subtitle));
    const std::string values = write_values(table);
    if (!values.empty()) parts.emplace_back("values", "{\n" + values + "\n  }");
    parts.emplace_back("columns", list_of(table.columns, [&](const Column& column) {
                           return write_column(table, column);
                       }));
    if (!table.spanners.empty())
        parts.emplace_back("spanners", list_of(table.spanners, [&](const Spanner& spanner) {
                               return write_spanner(table, spanner);
                           }));
    if (!table.notes.empty()) {
        parts.emplace_back("marks", json_string(marks_of(table.notes)));
        parts.emplace_back("notes", list_of(table.notes, write_note));
    }
    parts.emplace_back("sections", list_of(table.sections, [&](const Section& section) {
                           return write_section(table, section);
                       }));
    std::string text;
    for (const auto& [key, json] : parts)
        text.append(text.empty() ? "{\n  " : ",\n  ").append(member(key, json));
    return text + "\n}\n" + write_origin(table) + "\n";
}

}  // namespace broadside::imports
