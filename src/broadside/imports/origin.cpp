#include "broadside/imports/origin.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/content_hash.hpp"
#include "broadside/imports/write.hpp"
#include "broadside/load/syntax/json_edit.hpp"
#include "broadside/sheets/number_format.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::imports {

namespace {

constexpr std::string_view kPrefix = "// broadside import, to know what is edited: ";

/// Before the rows in their order, a sum with a sign behind it.
constexpr std::string_view kRows = "rows:";
constexpr char kSum = '+';

constexpr std::string_view kMarks = "marks:";

/// Before digests of cells with their places. With so many digits, none is another's by chance.
constexpr std::string_view kCells = "cells:";
constexpr std::size_t kCellDigits = 8;

/// That a person said which language it is.
constexpr std::string_view kTold = "told";

void add_rows(std::string_view rows, Origin& origin) {
    for (std::size_t at = 0; at + kOriginDigits <= rows.size(); at += kOriginDigits) {
        const std::string row(rows.substr(at, kOriginDigits));
        origin.rows.emplace(row, origin.rows.size());
        if (at + kOriginDigits == rows.size() || rows[at + kOriginDigits] != kSum) continue;
        origin.sums.insert(row);
        ++at;
    }
}

std::string write_rows(const Table& table) {
    std::string rows(kRows);
    for (const Section& section : table.sections) {
        for (std::size_t i = 0; i < section.rows.size(); ++i) {
            rows += digest(section.rows[i].id).substr(0, kOriginDigits);
            if (section.is_summary(i)) rows += kSum;
        }
    }
    return rows;
}

using Marks = std::map<std::string, std::set<std::string>>;

constexpr std::size_t kDigits = 8;  // of a digest of words

Marks marks_in(std::string_view line) {
    Marks marks;
    for (; line.size() >= 2 * kDigits; line.remove_prefix(2 * kDigits))
        marks[std::string(line.substr(0, kDigits))].emplace(line.substr(kDigits, kDigits));
    return marks;
}

std::string place_of_marks(const std::string& place, MarkKind kind) {
    constexpr std::string_view kWords[] = {"note", "link", "span", "unit"};
    return digest(fmt::format("{}\n{}", place, kWords[static_cast<std::size_t>(kind)]));
}

class CellsWriter {
public:
    explicit CellsWriter(const Table& table) : table_(table) {}

    std::string run() {
        for (const Column& column : table_.columns) {
            add_notes(place_of(column), column.head.notes);
            if (!column.own_unit.empty()) add(place_of(column), MarkKind::Unit, column.own_unit);
        }
        for (const Spanner& spanner : table_.spanners)
            add_notes(place_of(table_, spanner), spanner.notes);
        for (const Section& section : table_.sections) {
            add_notes(place_of(section), section.title.notes);
            for (std::size_t row = 0; row < section.rows.size(); ++row) {
                for (std::size_t i = 0; i < table_.columns.size(); ++i) add_cell(section, row, i);
            }
        }
        std::string line(kMarks);
        for (const auto& [place, marks] : marks_)
            for (const std::string& said : marks) line.append(place).append(said);
        line.append(" ").append(kCells);
        for (const std::string& cell : cells_) line.append(cell);
        return line;
    }

private:
    void add_notes(const std::string& place, const std::vector<std::size_t>& notes) {
        for (const std::size_t note : notes) add(place, MarkKind::Note, table_.notes[note].id);
    }

    void add_cell(const Section& section, std::size_t row, std::size_t index) {
        const Column& column = table_.columns[index];
        const Content& content = section.rows[row].cells[index];
        const std::string place = place_of(section.rows[row], column);
        add_notes(place, content.notes);
        const Facts spans = spans_of(table_, section, row, index);
        if (!spans.empty()) add(place, MarkKind::Span, said_of_spans(spans));
        Facts facts = facts_of(column, content);
        for (const auto& [key, json] : facts)
            if (key == "url") add(place, MarkKind::Link, json);
        if (!facts.empty()) cells_.insert(digest_of_cell(place, std::move(facts)));
    }

    void add(const std::string& place, MarkKind kind, std::string_view said) {
        marks_[place_of_marks(place, kind)].insert(digest(said));
    }

    const Table& table_;
    Marks marks_;
    std::set<std::string> cells_;
};

}  // namespace

Source source_of(const std::optional<Origin>& origin, const std::string& place, MarkKind kind,
                 std::string_view said) {
    if (!origin || !origin->marks) return Source::Unknown;
    const auto marks = origin->marks->find(place_of_marks(place, kind));
    if (marks == origin->marks->end()) return Source::Hand;
    return marks->second.count(digest(said)) > 0 ? Source::Sheet : Source::Unknown;
}

std::string said_of_spans(const Facts& spans) {
    std::string said;
    for (const auto& [key, count] : spans) said += fmt::format("{} {} ", key, count);
    return said;
}

std::set<std::string> notes_at(const std::optional<Origin>& origin, const std::string& place) {
    if (!origin || !origin->marks) return {};
    const auto marks = origin->marks->find(place_of_marks(place, MarkKind::Note));
    return marks == origin->marks->end() ? std::set<std::string>() : marks->second;
}

bool had_no_mark(const std::optional<Origin>& origin, std::string_view note) {
    if (!origin || !origin->marks) return false;
    return std::none_of(origin->marks->begin(), origin->marks->end(),
                        [&](const auto& place) { return place.second.count(digest(note)) > 0; });
}

std::string place_of(const Row& row, const Column& column) {
    return fmt::format("{}/{}", row.own_id, column.own_id);
}

std::string place_of(const Column& column) { return fmt::format("/{}", column.own_id); }

std::string place_of(const Section& section) { return fmt::format("{}/", section.own_id); }

std::string place_of(const Table& table, const Spanner& spanner) {
    return place_of_spanner(table.columns[spanner.first].own_id, spanner.title);
}

std::string place_of_spanner(std::string_view column, std::string_view title) {
    return fmt::format("//{}/{}", column, title);
}

std::optional<Origin> read_origin(std::string_view json, const load::JsonValue& root) {
    Origin origin;
    origin.begin = json.find(kPrefix, load::value_end(json, root));
    if (origin.begin == json.npos) return std::nullopt;
    origin.end = std::min(json.find('\n', origin.begin), json.size());
    const std::size_t name = origin.begin + kPrefix.size();
    std::string_view line = json.substr(name, origin.end - name);
    // The name is a string of JSON, in which no quote stands alone.
    std::size_t end = 1;
    while (end < line.size() && line[end] != '"') end += line[end] == '\\' ? 2 : 1;
    const SourceFile file{"", std::string(line.substr(0, end + 1))};
    if (const auto tree = load::read_json(file)) origin.sheet = std::string(tree->root.text);
    line.remove_prefix(std::min(end + 1, line.size()));
    while (!line.empty()) {
        const std::string_view said = unicode::take_until(line, ' ');
        if (said == kTold) {
            origin.is_language_told = true;
        } else if (said.starts_with(kRows)) {
            add_rows(said.substr(kRows.size()), origin);
        } else if (said.starts_with(kMarks)) {
            origin.marks = marks_in(said.substr(kMarks.size()));
        } else if (said.starts_with(kCells)) {
            for (std::size_t at = kCells.size(); at + kCellDigits <= said.size(); at += kCellDigits)
                origin.cells.emplace(said.substr(at, kCellDigits));
        } else {
            origin.words.emplace(said);
        }
    }
    return origin;
}

std::string write_origin(const Table& table, const std::set<std::string>& kept) {
    std::set<std::string> words = {digest(table.title), digest(table.subtitle)};
    for (const std::string& text : kept) words.insert(digest(text));
    for (const Note& note : table.notes) words.insert(digest(rich_text(note.text)));
    for (const Section& section : table.sections)
        words.insert(digest(rich_text(section.title.text)));
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        words.insert(digest_of_name(load::json_string(column.title)));
        if (column.kind != model::ColumnKind::Name) continue;
        for (const Section& section : table.sections) {
            for (const Row& row : section.rows) {
                for (const auto& [key, json] : facts_of(column, row.cells[i]))
                    if (key == "names")
                        words.insert(digest_of_name(json.substr(1, json.size() - 2)));
            }
        }
    }
    if (table.is_language_told) words.emplace(kTold);
    return fmt::format("{}{} {} {} {}", kPrefix, load::json_string(table.sheet),
                       fmt::join(words, " "), write_rows(table), CellsWriter(table).run());
}

void update_origin(std::string_view json, const std::optional<Origin>& origin,
                   const std::string& line, std::vector<load::Splice>& splices) {
    if (origin) {
        if (json.substr(origin->begin, origin->end - origin->begin) != line)
            splices.push_back({origin->begin, origin->end, line});
    } else if (!splices.empty()) {
        const bool has_end = json.ends_with('\n');
        splices.push_back({json.size(), json.size(), (has_end ? "" : "\n") + line + "\n"});
    }
}

std::string digest_of_cell(const std::string& place, Facts facts) {
    std::sort(facts.begin(), facts.end());
    std::string said = place;
    for (const auto& [key, json] : facts) {
        // 8.50 is 8.5, however the dataset writes it.
        const auto number = sheets::parse_double(json);
        said += fmt::format("\n{}: {}", key, number ? fmt::format("{}", *number) : json);
    }
    return digest(said).substr(0, kCellDigits);
}

std::string digest_of_name(std::string_view json) { return digest(fmt::format("\n{}", json)); }

std::string digest(std::string_view words) {
    return to_string(digest_of(words)).substr(0, kDigits);
}

}  // namespace broadside::imports
