#include "broadside/base/dump_words.hpp"

#include <cmath>

#include <fmt/format.h>

namespace broadside {

std::string number(double value) {
    // Adding 0 makes a positive zero of a negative one.
    std::string text = fmt::format("{:.2f}", std::round(value * 100) / 100 + 0.0);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string number(Pt length) { return number(length.value); }

std::string at(Point point) { return number(point.x) + "," + number(point.y); }

std::string box(const Rect& rect) {
    return fmt::format("{} {}x{}", at({rect.x, rect.y}), number(rect.width), number(rect.height));
}

std::string quoted(std::string_view text) {
    struct Escape {
        std::string_view raw, shown;
    };
    constexpr Escape kEscapes[] = {
        {"\n", "\\n"},         {"\"", "\\\""},        {"\\", "\\\\"},        {"\u00a0", "\\u00a0"},
        {"\u00ad", "\\u00ad"}, {"\u200b", "\\u200b"}, {"\u202f", "\\u202f"}, {"\u2009", "\\u2009"}};
    std::string shown = "\"";
    while (!text.empty()) {
        std::size_t taken = 1;
        std::string_view piece = text.substr(0, 1);
        for (const Escape& escape : kEscapes) {
            if (text.substr(0, escape.raw.size()) != escape.raw) continue;
            taken = escape.raw.size();
            piece = escape.shown;
        }
        shown += piece;
        text.remove_prefix(taken);
    }
    return shown + '"';
}

std::string words(Colour colour) {
    const std::string_view name = to_string(colour.name);
    if (name.empty()) return to_string(colour);
    return fmt::format("{} {}{}", to_string(colour), name,
                       colour.dark ? " dark " + to_string(in_the_dark(colour)) : "");
}

std::string words(const GlyphRun& run) {
    std::string face;
    if (run.font)
        face = fmt::format("{} {}{} ", run.font->family, run.font->weight,
                           run.font->slant == FontSlant::Italic ? " italic" : "");
    return fmt::format("{}{} {}{}", face, number(run.size), words(run.colour),
                       run.direction == Direction::RightToLeft ? " right-to-left" : "");
}

std::string_view word(Direction direction) {
    return direction == Direction::LeftToRight ? "left-to-right" : "right-to-left";
}

std::string_view word(HeaderScope scope) {
    switch (scope) {
        case HeaderScope::None: return "none";
        case HeaderScope::Column: return "column";
        case HeaderScope::ColumnGroup: return "column-group";
        case HeaderScope::Row: return "row";
        case HeaderScope::RowGroup: return "row-group";
    }
    return "";
}

std::string_view word(RowKind kind) {
    switch (kind) {
        case RowKind::Header: return "header";
        case RowKind::Section: return "section";
        case RowKind::Body: return "body";
    }
    return "";
}

std::string_view word(Role role) {
    switch (role) {
        case Role::None: return "none";
        case Role::Heading: return "heading";
        case Role::Paragraph: return "paragraph";
        case Role::Caption: return "caption";
        case Role::Table: return "table";
        case Role::RowGroup: return "row-group";
        case Role::Row: return "row";
        case Role::HeaderCell: return "header-cell";
        case Role::Cell: return "cell";
        case Role::List: return "list";
        case Role::ListItem: return "list-item";
        case Role::ListLabel: return "list-label";
        case Role::ListBody: return "list-body";
        case Role::Figure: return "figure";
        case Role::Link: return "link";
        case Role::Card: return "card";
        case Role::PageNumber: return "page-number";
        case Role::Background: return "background";
        case Role::Rule: return "rule";
        case Role::Ornament: return "ornament";
        case Role::Copy: return "copy";
        case Role::CutMark: return "cut-mark";
    }
    return "";
}

std::string words(const Meaning& meaning) {
    std::string text;
    if (meaning.role != Role::None) text.append(" ").append(word(meaning.role));
    if (meaning.level != 0) text += fmt::format(" {}", meaning.level);
    if (!meaning.note.empty()) text += " note " + *meaning.note.value;
    if (!meaning.url.empty()) text += " url " + meaning.url.address();
    return text;
}

std::string section_words(const RowFacts& row) {
    const bool begins_untitled = row.begins_section && row.kind == RowKind::Body;
    return fmt::format("{}{}{}{}{}", begins_untitled ? " begins-section" : "",
                       row.begins_group ? " begins-group" : "",
                       row.continues_name ? " continues-name" : "",
                       row.is_summary ? " summary" : "", row.is_striped ? " striped" : "");
}

}  // namespace broadside
