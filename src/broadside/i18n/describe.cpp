#include "broadside/i18n/describe.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::i18n {

namespace {

using Parts = std::vector<std::string>;

// More rows than these say nothing new about a cell that they share.
constexpr std::size_t kMostRows = 3;

/// On one line, as comments are.
std::string quoted(const std::string& text) { return fmt::format("\"{}\"", one_line(text)); }

std::string describe_value(const Parts& parts) {
    if (parts.size() < 5) return fmt::format("heading of the signs \"{}\" in the legend", parts[1]);
    const std::string value = fmt::format("value \"{}\" of \"{}\"", parts[3], parts[1]);
    if (parts[4] == "alt") return "read aloud in place of the sign of " + value;
    if (parts[4] == "text") return "printed in the cell for " + value;
    return value + ", in the legend or in cells";
}

std::string describe_link(const Parts& parts) {
    if (parts[2] == "url") return fmt::format("address of link \"{}\"", parts[1]);
    if (parts[2] == "text") return fmt::format("printed address of link \"{}\"", parts[1]);
    return fmt::format("words before link \"{}\"", parts[1]);
}

std::string describe_top(std::string_view key) {
    if (key == "title") return "heading of the page";
    if (key == "subtitle") return "line under the heading of the page";
    if (key == "continued") return "behind the title of a section that goes on on another page";
    return fmt::format("{} in the file's metadata, not printed", key);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

bool has_markup(const Message& message) {
    return message.form == model::TextForm::Rich &&
           resolve::without_markup(message.source) != message.source;
}

}  // namespace

Describer::Describer(const model::Dataset& dataset) : dataset_(dataset) {
    for (const model::Spanner& spanner : dataset.spanners) {
        if (!spanner.columns.empty()) spanners_.emplace(spanner.key(), &spanner);
    }
    for (const model::Section& section : dataset.sections) {
        for (const model::Row& row : section.rows) {
            rows_.emplace(row.id, &row);
            for (const model::Cell& cell : *row.cells) {
                if (cell.extras->ref->id.empty()) continue;
                Users& users = users_[cell.extras->ref->id];
                users.rows.push_back(&row);
                users.column = dataset.columns[cell.column].id;
            }
        }
    }
}

std::string Describer::column_title(const std::string& id) const {
    const model::Column* column = find_by_id(dataset_.columns, id);
    return quoted(column == nullptr ? id : column->title.text);
}

std::string Describer::row_name(const model::Row& row) const {
    for (const model::Cell& cell : *row.cells) {
        if (!cell.names->empty()) return quoted(cell.names->front().text);
    }
    return quoted(row.id);
}

std::string Describer::describe_column(const Parts& parts) const {
    if (parts[2] == "title") return fmt::format("title of column \"{}\"", parts[1]);
    if (parts[2] == "empty")
        return fmt::format("what empty cells say, column {}", column_title(parts[1]));
    if (parts[2] == "short")
        return fmt::format("short form of the title of column \"{}\", for a narrow head", parts[1]);
    if (parts[2] == "unit")
        return fmt::format("unit behind the numbers of column {}", column_title(parts[1]));
    const std::string_view what = parts[3] == "detail" ? "small print" : "name";
    return fmt::format("{} of the sample in the legend, column {}", what, column_title(parts[1]));
}

std::string Describer::describe_spanner(const std::string& key) const {
    std::vector<std::string> titles;
    if (const auto spanner = spanners_.find(key); spanner != spanners_.end()) {
        for (const model::Reference& below : spanner->second->columns)
            titles.push_back(column_title(below.id));
    }
    return fmt::format("heading over the columns {}", fmt::join(titles, ", "));
}

std::string Describer::describe_shared(const std::string& id) const {
    const auto found = users_.find(id);
    if (found == users_.end()) return "cell that no row uses";
    const Users& users = found->second;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(users.rows.size(), kMostRows + 1); ++i)
        names.push_back(row_name(*users.rows[i]));
    return fmt::format("cell of {} {}, column {}", names.size() > 1 ? "rows" : "row",
                       shortlist(names, kMostRows), column_title(users.column));
}

std::string Describer::describe_cell(const Parts& parts) const {
    const auto found = rows_.find(parts[1]);
    const std::string row = found == rows_.end() ? quoted(parts[1]) : row_name(*found->second);
    const std::string column = column_title(parts[2]);
    if (parts[3] == "names") return fmt::format("name of row {}, column {}", row, column);
    if (parts[3] == "tags") return fmt::format("word in a box, row {}, column {}", row, column);
    if (parts[3] == "detail")
        return fmt::format("small print under the name of row {}, column {}", row, column);
    return fmt::format("cell of row {}, column {}", row, column);
}

std::string Describer::describe(const std::string& key) const {
    const Parts parts = model::key_parts(key);
    const std::string& kind = parts.front();
    if (kind == "pictures")
        return fmt::format("what picture \"{}\" shows, for who does not see it", parts[1]);
    if (kind == "records")
        return fmt::format("what the field \"{}\" of records says by default", parts[1]);
    if (kind == "values") return describe_value(parts);
    if (kind == "columns") return describe_column(parts);
    if (kind == "spanners") return describe_spanner(parts[1]);
    if (kind == "cells") return describe_shared(parts[1]);
    if (kind == "notes") return fmt::format("note {}", parts[1]);
    if (kind == "bands") return fmt::format("recommendation \"{}\"", parts[1]);
    if (kind == "sections") return fmt::format("title of section \"{}\"", parts[1]);
    if (kind == "rows") return describe_cell(parts);
    if (kind == "texts") return fmt::format("paragraph \"{}\"", parts[1]);
    if (kind == "links") return describe_link(parts);
    if (kind == "imprint") return fmt::format("{} in the imprint", parts[1]);
    return describe_top(kind);
}

std::vector<std::string> translator_notes(const Message& message,
                                          const std::vector<LayoutLengths>& lengths) {
    std::vector<std::string> notes = {message.context};
    if (!message.is_asked)
        notes.push_back("may stay as it is: a name, a unit, an address or a number");
    if (has_markup(message))
        notes.push_back("**…** is printed bold, _…_ small: keep the marks around the same words");
    if (message.form == model::TextForm::Rich && has(message.source, "]("))
        notes.push_back("[words](address) is a link: translate the words, keep the address");
    if (has(message.source, "\n")) notes.push_back("\\n is a line break: keep their number");
    if (has(message.source, unicode::kNoBreakSpace) ||
        has(message.source, unicode::kNarrowNoBreakSpace))
        notes.push_back("has a no-break space, which looks like a space");
    for (const LayoutLengths& layout : lengths) {
        const auto budget = layout.texts.find(message.key);
        if (budget == layout.texts.end()) continue;
        // Until there are words, nobody knows how wide theirs are.
        const bool is_guess = message.translation.empty();
        notes.push_back(fmt::format("at most about {} characters{}, {:.1f} mm ({})",
                                    budget->second.characters_available,
                                    is_guess ? " as wide as the source's" : "",
                                    budget->second.mm_available, layout.layout));
    }
    return notes;
}

}  // namespace broadside::i18n
