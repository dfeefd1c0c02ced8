#include "broadside/resolve/cells/fill.hpp"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/styles.hpp"

namespace broadside::resolve {

namespace {

using model::CellFill;

// WCAG 2.2, 1.4.3.
constexpr double kLeastContrast = 4.5;

struct Lighten {
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

void check(Colour words, Colour fill, const model::Layout& layout, Problems& problems) {
    const double ratio = contrast(words, fill);
    if (ratio >= kLeastContrast) return;
    problems.warning(
        "low-contrast", layout.blocks_place,
        fmt::format("words in \"{}\" on \"{}\" have a contrast of {:.1f}: hard to read "
                    "below {}",
                    name_of(words), name_of(fill), ratio, kLeastContrast),
        {fmt::format("choose a {} \"{}\" in the layout's \"palette\"",
                     luminance(words) > luminance(fill) ? "darker" : "lighter", name_of(fill))});
}

}  // namespace

std::optional<Colour> fill_of(const model::Value* value, CellFill fill,
                              const model::Layout& layout) {
    if (value == nullptr || fill == CellFill::None) return std::nullopt;
    const BandStyle look = band_style(layout, value->tone);
    return fill == CellFill::Solid ? look.bar : look.tint;
}

void set_on_solid(CellContent& content, const model::Layout& layout) {
    for (doc::Content& part : content) std::visit(Lighten{layout.palette.paper}, part);
}

void check_fills(const std::vector<doc::Box>& blocks, const model::Layout& layout,
                 Problems& problems) {
    std::set<std::pair<std::string, std::string>> seen;
    doc::for_each_part(blocks, [&](const doc::Cell& cell) {
        if (!cell.fill) return;
        for (const doc::Content& content : cell.content) {
            const auto* text = std::get_if<doc::Paragraph>(&content);
            const auto& spans = text ? text->spans : std::get<doc::SymbolLine>(content).marks;
            for (const doc::Span& span : spans) {
                const Colour words = span.style.colour;
                if (!span.symbol && seen.emplace(name_of(words), name_of(*cell.fill)).second)
                    check(words, *cell.fill, layout, problems);
            }
        }
    });
}

}  // namespace broadside::resolve
