#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"
#include "support/source_places.hpp"

/// Small projects for tests, and short ways to read the documents made from them.
namespace broadside::test {

inline constexpr Colour kInk{0x11, 0x11, 0x11};
inline constexpr Colour kMuted{0x77, 0x77, 0x77};
inline constexpr Colour kGood{0x00, 0x80, 0x00};
inline constexpr Colour kBad{0x80, 0x00, 0x00};

inline model::Text words(std::string text, const std::string& pointer = {}) {
    return {std::move(text), place_at(pointer)};
}

inline model::Reference reference(std::string id) {
    const SourcePlace place = place_at("/to/" + id);
    return {std::move(id), place};
}

inline model::Cell text_cell(std::string text) {
    model::Cell cell;
    cell.text = words(std::move(text));
    return cell;
}

inline model::Cell name_cell(const std::vector<std::string>& names, std::string detail = {}) {
    model::Cell cell;
    for (const std::string& name : names) cell.names.edit().push_back(words(name));
    cell.extras.edit().detail = words(std::move(detail));
    return cell;
}

inline model::Cell value_cell(std::string value) {
    model::Cell cell;
    cell.value = reference(std::move(value));
    return cell;
}

inline model::Cell ref_cell(std::string shared) {
    model::Cell cell;
    cell.extras.edit().ref = reference(std::move(shared));
    return cell;
}

inline model::Cell with_notes(model::Cell cell, const std::vector<std::string>& notes) {
    for (const std::string& note : notes) cell.notes.edit().push_back(reference(note));
    return cell;
}

inline model::Cell spanning(model::Cell cell, std::uint32_t rows, std::uint16_t columns) {
    cell.row_span = rows;
    cell.column_span = columns;
    return cell;
}

/// `cells`: by the columns of `project_of`.
inline model::Row row(std::string id, const std::map<std::string, model::Cell>& cells) {
    model::Row made;
    made.id = std::move(id);
    made.place = place_at("/rows/" + made.id);
    std::uint16_t index = 0;
    for (const char* column : {"system", "structure", "encryption", "place"}) {
        if (const auto cell = cells.find(column); cell != cells.end()) {
            model::Cell& placed = made.cells.edit().emplace_back(cell->second);
            placed.column = index;
            placed.place = place_at("/rows/" + made.id + "/" + column);
        }
        ++index;
    }
    return made;
}

inline model::Section section(std::string id, std::vector<model::Row> rows,
                              std::string title = {}) {
    return {id, place_at("/sections/" + id), words(std::move(title)), std::move(rows)};
}

inline model::Column column(std::string id, model::ColumnKind kind, std::string vocabulary = {}) {
    model::Column made;
    made.id = id;
    made.place = place_at("/columns/" + id);
    made.kind = kind;
    made.title = words(id);
    if (!vocabulary.empty()) made.values = reference(std::move(vocabulary));
    return made;
}

inline model::Value value(std::string id, std::string label, std::string symbol, model::Tone tone) {
    model::Value made;
    made.id = std::move(id);
    made.label = words(std::move(label));
    if (!symbol.empty()) made.symbol = reference(std::move(symbol));
    made.tone = tone;
    return made;
}

inline model::Band band(std::string id, std::string label) {
    model::Band made;
    made.id = std::move(id);
    made.label = words(std::move(label));
    made.symbol = reference("check");
    return made;
}

inline model::Note note(std::string id, std::string text) {
    return {id, words(std::move(text), "/notes/" + id)};
}

/// Every part has a style of its own size, from 20 pt down to 5.6 pt.
inline model::Layout plain_layout() {
    using model::StyleRole;
    model::Layout layout;
    layout.file = "layout.json";
    layout.page.size = {Pt(600), Pt(800)};
    layout.palette[PaletteColour::Ink] = kInk;
    layout.palette[PaletteColour::Muted] = kMuted;
    layout.palette[PaletteColour::Paper] = {255, 255, 255};
    layout.palette[PaletteColour::Good] = kGood;
    layout.palette[PaletteColour::GoodTint] = {0xe0, 0xff, 0xe0};
    layout.palette[PaletteColour::Bad] = kBad;
    layout.palette[PaletteColour::BadTint] = {0xff, 0xe0, 0xe0};
    const std::pair<StyleRole, double> sizes[] = {{StyleRole::Title, 20},
                                                  {StyleRole::Subtitle, 11},
                                                  {StyleRole::Publisher, 8.2},
                                                  {StyleRole::Section, 9.5},
                                                  {StyleRole::SectionDetail, 8.6},
                                                  {StyleRole::Header, 8.4},
                                                  {StyleRole::Name, 10},
                                                  {StyleRole::Detail, 7},
                                                  {StyleRole::Cell, 8},
                                                  {StyleRole::Verdict, 8.1},
                                                  {StyleRole::NoteMark, 5.6},
                                                  {StyleRole::Note, 7.5},
                                                  {StyleRole::LegendHeading, 7.2},
                                                  {StyleRole::Legend, 8.5},
                                                  {StyleRole::LinkLabel, 7.8},
                                                  {StyleRole::Link, 7.7},
                                                  {StyleRole::Imprint, 6.8},
                                                  {StyleRole::PageNumber, 6.6},
                                                  {StyleRole::Text, 8.8},
                                                  {StyleRole::Heading, 12},
                                                  {StyleRole::Subheading, 9.5}};
    for (const auto& [role, size] : sizes) {
        TextStyle style;
        style.family = "Test Sans";
        style.size = Pt(size);
        style.colour = kInk;
        layout.styles[role] = style;
    }
    return layout;
}

inline DrawingRef drawing(std::string name) {
    Drawing made;
    made.name = std::move(name);
    return std::make_shared<const Drawing>(std::move(made));
}

/// Columns `system` (names), `structure` (text with a verdict, merging), `encryption` (symbols) and
/// `place` (plain); one untitled section `chat` of these rows; a layout of one table.
inline model::Project project_of(std::vector<model::Row> rows) {
    using model::ColumnKind;
    using model::Tone;
    model::Project project;
    project.layout = plain_layout();
    project.layout.blocks.push_back({place_at("/blocks/0"), model::TableBlock{}});
    project.symbols = {
        {"open", drawing("open")}, {"closed", drawing("closed")}, {"check", drawing("check")}};
    model::Dataset& dataset = project.dataset;
    dataset.file = "dataset.json";
    dataset.language = "en";
    dataset.title = words("Messengers");
    dataset.vocabularies = {{"lock",
                             words("Encryption"),
                             {value("yes", "encrypted", "closed", Tone::Good),
                              value("no", "readable", "open", Tone::Bad),
                              value("none", "does not apply", "", Tone::Neutral)}},
                            {"verdict", {}, {value("free", "independent", "", Tone::Good)}}};
    dataset.columns = {
        column("system", ColumnKind::Name), column("structure", ColumnKind::Text, "verdict"),
        column("encryption", ColumnKind::Symbol, "lock"), column("place", ColumnKind::Plain)};
    dataset.columns[1].merge = true;
    dataset.columns[1].value_side = model::ValueSide::End;
    dataset.sections = {section("chat", std::move(rows))};
    return project;
}

inline std::string text_of(const std::vector<doc::Span>& spans) {
    std::string text;
    for (const doc::Span& span : spans) text += span.text;
    return text;
}

inline std::string text_of(const doc::Paragraph& paragraph) { return text_of(paragraph.spans); }

inline std::vector<std::string> texts_of(const std::vector<doc::Span>& spans) {
    std::vector<std::string> texts;
    for (const doc::Span& span : spans) texts.push_back(span.text);
    return texts;
}

/// A paragraph's text, or a symbol's name in brackets with its marks.
inline std::string text_of(const doc::Content& content) {
    if (const auto* paragraph = std::get_if<doc::Paragraph>(&content)) return text_of(*paragraph);
    const auto& line = std::get<doc::SymbolLine>(content);
    return "[" + line.symbol->drawing->name + "]" + text_of(line.marks);
}

inline std::vector<std::string> texts_of(const std::vector<doc::Content>& contents) {
    std::vector<std::string> texts;
    for (const doc::Content& content : contents) texts.push_back(text_of(content));
    return texts;
}

inline const doc::Cell& cell_at(const doc::Grid& grid, std::size_t row, std::size_t column) {
    return std::get<doc::Cell>(grid.at(row, column));
}

inline std::vector<std::string> codes_of(const Diagnostics& diagnostics) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : diagnostics) codes.push_back(diagnostic.code);
    return codes;
}

inline std::vector<std::string> lines_of(const Diagnostics& diagnostics) {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics) lines.push_back(told(diagnostic));
    return lines;
}

}  // namespace broadside::test
