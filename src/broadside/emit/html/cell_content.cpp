#include "broadside/emit/html/cell_content.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"
#include "broadside/emit/html/lead.hpp"
#include "broadside/emit/markup.hpp"

namespace broadside::emit {

std::size_t HtmlCellContent::parts_before_words(const doc::Cell& cell) {
    const auto words = std::find_if(cell.content.begin(), cell.content.end(), doc::has_words);
    return static_cast<std::size_t>(words - cell.content.begin());
}

/// Of the column, where the text is a figure on its axis, or words that end where most do.
const FigureTails* HtmlCellContent::figures_of(const doc::Paragraph& text, const doc::Cell& cell,
                                               std::size_t column) const {
    const FigureTails& figures = figures_[column];
    if (!figures.lines_up || cell.column_span > 1 || cell.leaves_axis) return nullptr;
    const bool ends_there = cell.scope == HeaderScope::None && cell.alignment == Alignment::End &&
                            !figures.behind_most.empty();
    return doc::has_figure(text) || ends_there ? &figures : nullptr;
}

void HtmlCellContent::write(const doc::Cell& cell, std::size_t column,
                            std::span<const doc::Content> parts) {
    const bool is_behind_words = cell.badge && cell.badge_place == BandSymbol::Name;
    const doc::Content* words =
        is_behind_words ? cell.content.data() + parts_before_words(cell) : nullptr;
    Pt indent;  // beside the picture that the text above begins with
    for (const doc::Content& part : parts) {
        const auto* text = std::get_if<doc::Paragraph>(&part);
        if (!text) {
            symbol(std::get<doc::SymbolLine>(part), cell.content.size() == 1);
            continue;
        }
        const FigureTails* figures = figures_of(*text, cell, column);
        const std::string_view kind = doc::has_figure(*text) ? "figure" : "among";
        html_.paragraph("div", *text, figures ? kind : "", cell.alignment, figures,
                        &part == words ? &*cell.badge : nullptr, indent);
        if (text->alignment == Alignment::Start && indent == Pt(0)) indent = lead_of(*text);
    }
}

void HtmlCellContent::symbol(const doc::SymbolLine& line, bool is_alone) {
    html_.write("<span class=\"bsd-marked\">");
    html_.symbol(*line.symbol);
    if (says_words_ && is_alone && !line.symbol->alt.empty())
        html_.write(fmt::format("<span class=\"bsd-word\" aria-hidden=\"true\">{}</span>",
                                escape_xml(line.symbol->alt)));
    if (!line.marks.empty()) {
        html_.write("<span class=\"bsd-marks\">");
        html_.spans(line.marks, html_.style().main());
        html_.write("</span>");
    }
    html_.write("</span>");
}

}  // namespace broadside::emit
