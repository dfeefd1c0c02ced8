#include "broadside/doc/dump_words.hpp"

#include <cmath>

#include <fmt/format.h>

namespace broadside::doc {

std::string number(double value) {
    // Adding 0 makes a positive zero of a negative one.
    std::string text = fmt::format("{:.2f}", std::round(value * 100) / 100 + 0.0);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

std::string number(Pt length) { return number(length.value); }

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

std::string_view word(Alignment alignment) {
    switch (alignment) {
        case Alignment::Start: return "start";
        case Alignment::Centre: return "centre";
        case Alignment::End: return "end";
    }
    return "";
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

std::string_view word(FitRung rung) {
    switch (rung) {
        case FitRung::Padding: return "padding";
        case FitRung::Widths: return "widths";
        case FitRung::Hyphenate: return "hyphenate";
        case FitRung::FontSize: return "font-size";
    }
    return "";
}

namespace {

struct WidthWords {
    std::string operator()(const MinContent&) const { return "min-content"; }
    std::string operator()(const MaxContent&) const { return "max-content"; }
    std::string operator()(const FitContent& fit) const {
        return fmt::format("fit-content({}pt)", number(fit.limit));
    }
    std::string operator()(const Fraction& fraction) const { return number(fraction.share) + "fr"; }
    std::string operator()(const FixedWidth& fixed) const { return number(fixed.width) + "pt"; }
    std::string operator()(const Percentage& share) const { return number(share.percent) + "%"; }
};

}  // namespace

std::string words(const WidthRule& width) { return std::visit(WidthWords{}, width); }

std::string words(const TextStyle& style) {
    return fmt::format("{} {}{} {}/{} {}", style.family, style.weight,
                       style.slant == FontSlant::Italic ? " italic" : "", number(style.size),
                       number(style.line_height), to_string(style.colour));
}

std::string words(const RuleStyle& rule) {
    return fmt::format("{} {}", number(rule.width), to_string(rule.colour));
}

std::string words(const BandStyle& band) {
    return fmt::format("tint {} bar {} {}", to_string(band.tint), number(band.bar_width),
                       to_string(band.bar));
}

std::string words(const Symbol& symbol) {
    return fmt::format("{} {} {} alt {}", symbol.drawing ? symbol.drawing->name : "none",
                       number(symbol.height), to_string(symbol.colour), quoted(symbol.alt));
}

}  // namespace broadside::doc
