#include "broadside/resolve/cells/fill.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

using model::CellFill;

// WCAG 2.2, 1.4.3.
constexpr double kLeastContrast = 4.5;

struct Recolour {
    Colour colour;

    void operator()(doc::Paragraph& text) const { spans(text.spans); }
    void operator()(doc::SymbolLine& line) const {
        line.symbol.edit().colour = colour;
        spans(line.marks);
    }
    void spans(std::vector<doc::Span>& spans) const {
        for (doc::Span& span : spans) {
            span.style.colour = colour;
            if (span.symbol) span.symbol.edit().colour = colour;
        }
    }
};

std::string name_of(Colour colour) {
    const std::string_view name = to_string(colour.name);
    return name.empty() ? to_string(colour) : std::string(name);
}

/// Where colours are chosen, and what a message calls that page.
struct Scheme {
    SourcePlace place;
    std::string_view page, key;
};

void check(Colour words, Colour fill, const Scheme& scheme, Problems& problems) {
    const double ratio = contrast(words, fill);
    if (ratio >= kLeastContrast) return;
    problems.warning(
        "low-contrast", scheme.place,
        fmt::format("words in \"{}\" on \"{}\" have a contrast of {:.1f}{}: hard to read "
                    "below {}",
                    name_of(words), name_of(fill), ratio, scheme.page, kLeastContrast),
        {fmt::format("choose a {} \"{}\" in {}",
                     luminance(words) > luminance(fill) ? "darker" : "lighter", name_of(fill),
                     scheme.key)});
}

/// What is made for dark pages is nobody's choice, and most layouts are for paper.
void check_both(Colour words, Colour fill, const model::Layout& layout, Problems& problems) {
    check(words, fill, {layout.blocks_place, "", "the layout's \"palette\""}, problems);
    if (!layout.palette.dark_place) return;
    check(in_the_dark(words), in_the_dark(fill),
          {layout.palette.dark_place, " on a dark page", "the palette's \"dark\""}, problems);
}

}  // namespace

std::optional<Colour> fill_of(const model::Value* value, CellFill fill,
                              const model::Layout& layout) {
    if (value == nullptr || fill == CellFill::None) return std::nullopt;
    const BandStyle look = band_style(layout, value->tone);
    return fill == CellFill::Solid ? look.bar : look.tint;
}

SpanSays span_says(const TableCell& cell) {
    if (!cell.content || cell.column_span == 1) return SpanSays::Nothing;
    const std::string& words = cell.content->text->text;
    if (unicode::is_dash(words)) return SpanSays::Nothing;
    const model::ColumnKind kind = cell.source_column->kind;
    const std::u32string characters = unicode::decode(words);
    const bool has_letters = std::any_of(characters.begin(), characters.end(), unicode::is_letter);
    const bool is_compared = kind == model::ColumnKind::Number || kind == model::ColumnKind::Date ||
                             kind == model::ColumnKind::Symbol || cell.content->quantity ||
                             unicode::find_figure(words).has_value() || !has_letters;
    return is_compared ? SpanSays::Compared : SpanSays::Words;
}

Colour readable_on(Colour ground, Colour wanted, const model::Layout& layout) {
    const Colour ink = layout.palette[PaletteColour::Ink];
    const auto needs_ink = [](Colour behind, Colour words, Colour instead) {
        const double ratio = contrast(words, behind);
        return ratio < kLeastContrast && contrast(instead, behind) > ratio;
    };
    const bool is_ink = needs_ink(ground, wanted, ink);
    const bool is_ink_in_the_dark =
        needs_ink(in_the_dark(ground), in_the_dark(wanted), in_the_dark(ink));
    Colour colour = is_ink ? ink : wanted;
    if (is_ink != is_ink_in_the_dark) {
        const Colour dark = in_the_dark(is_ink_in_the_dark ? ink : wanted);
        colour.name = PaletteColour::None;
        colour.dark = {dark.red, dark.green, dark.blue};
    }
    return colour;
}

Colour colour_on_solid(Colour fill, const model::Layout& layout) {
    return readable_on(fill, layout.palette[PaletteColour::Paper], layout);
}

void set_on_solid(CellContent& content, Colour fill, const model::Layout& layout) {
    for (doc::Content& part : content) std::visit(Recolour{colour_on_solid(fill, layout)}, part);
}

void check_fills(const std::vector<doc::Box>& blocks, const model::Layout& layout,
                 Problems& problems) {
    std::set<std::pair<std::string, std::string>> seen;
    doc::for_each_part(blocks, [&](const doc::Cell& cell) {
        if (!cell.fill) return;
        for (const doc::Content& content : cell.content) {
            for (const doc::Span& span : doc::spans_of(content)) {
                const Colour words = span.style.colour;
                if (!span.symbol && seen.emplace(name_of(words), name_of(*cell.fill)).second)
                    check_both(words, *cell.fill, layout, problems);
            }
        }
    });
}

}  // namespace broadside::resolve
