#include "broadside/resolve/cells/fill.hpp"

#include <set>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "broadside/resolve/columns.hpp"
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

void check(CellFill fill, model::Tone tone, const model::Layout& layout, Problems& problems) {
    const bool is_solid = fill == CellFill::Solid;
    const BandStyle look = band_style(layout, tone);
    // On a tint words have the ink of the cell or, of the value itself, that of the tone.
    const Colour cell = style_of(layout, model::StyleRole::Cell).colour;
    const bool is_cell_worse = contrast(cell, look.tint) < contrast(look.bar, look.tint);
    const Colour words = is_solid ? layout.palette.paper : is_cell_worse ? cell : look.bar;
    const double ratio = contrast(words, is_solid ? look.bar : look.tint);
    if (ratio >= kLeastContrast) return;
    const std::string_view what = is_solid ? "ink" : "tint";
    problems.warning("low-contrast", layout.blocks_place,
                     fmt::format("words on the {} of \"{}\" have a contrast of {:.1f}: hard to "
                                 "read below {}",
                                 what, to_string(tone), ratio, kLeastContrast),
                     {fmt::format("choose a {} {} in the layout's \"palette\"",
                                  luminance(words) > 0.5 ? "darker" : "lighter", what)});
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

void check_fills(const std::vector<Table>& tables, const model::Project& project,
                 Problems& problems) {
    std::set<std::pair<CellFill, model::Tone>> seen;
    for (const Table& table : tables) {
        const ColumnLooks looks(table, project.dataset);
        for (const TableSection& section : table.sections) {
            for (const TableCell& cell : section.cells) {
                if (cell.value == nullptr) continue;
                const CellFill fill = looks.of(*cell.source_column).fill;
                if (fill != CellFill::None && seen.emplace(fill, cell.value->tone).second)
                    check(fill, cell.value->tone, project.layout, problems);
            }
        }
    }
}

}  // namespace broadside::resolve
