#include "broadside/layout/block.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/layout/solve_columns.hpp"
#include "broadside/layout/table.hpp"

namespace broadside::layout {

namespace {

using namespace literals;

constexpr Pt kParagraphGap = 4_pt;
constexpr Pt kBlockColumnGap = 18_pt;

struct PlaceBlock {
    const Frame& frame;
    Typesetter& typesetter;

    PlacedBlock operator()(const doc::HeaderBlock& block) const {
        return place_header(block, frame, typesetter);
    }
    PlacedBlock operator()(const doc::LegendBlock& block) const {
        return place_legend(block, frame, typesetter);
    }
    PlacedBlock operator()(const doc::TableBlock& block) const {
        return place_whole_table(block, frame, typesetter);
    }
    PlacedBlock operator()(const doc::NotesBlock& block) const {
        return place_notes(block, frame, typesetter);
    }
    PlacedBlock operator()(const doc::LinksBlock& block) const {
        return place_links(block, frame, typesetter);
    }
    PlacedBlock operator()(const doc::ImprintBlock& block) const {
        return place_imprint(block, frame, typesetter);
    }
    PlacedBlock operator()(const doc::TextBlock& block) const {
        return place_text(block, frame, typesetter);
    }
    PlacedBlock operator()(const doc::RowBlock& block) const {
        return place_row(block, frame, typesetter);
    }
};

}  // namespace

PlacedBlock place_text(const doc::TextBlock& text, const Frame& frame, Typesetter& typesetter) {
    placed::Paragraphs placed;
    Pt y = frame.y;
    for (const doc::Paragraph& paragraph : text.paragraphs) {
        if (!placed.paragraphs.empty()) y += typesetter.setting().space(kParagraphGap);
        placed.paragraphs.push_back(typesetter.set(
            paragraph, {frame.x, y, frame.width, paragraph.alignment, Rag::Natural}));
        y += typesetter.height(paragraph, frame.width);
    }
    return {{std::move(placed)}, y - frame.y};
}

/// Start and end share the line; where they do not fit beside each other, the end goes below.
PlacedBlock place_imprint(const doc::ImprintBlock& imprint, const Frame& frame,
                          Typesetter& typesetter) {
    placed::Imprint placed;
    Pt y = frame.y;
    const Pt start = typesetter.max_content(imprint.start);
    const Pt end = typesetter.max_content(imprint.end);
    const bool beside = fits(start + end + typesetter.setting().scaled(kImprintGap), frame.width);
    Pt bottom = y;
    if (!imprint.start.empty()) {
        const Pt width = beside ? start : frame.width;
        placed.start = typesetter.set(imprint.start, {frame.x, y, width});
        bottom = y + typesetter.height(imprint.start, width);
        if (!beside) y = bottom;
    }
    if (!imprint.end.empty()) {
        const Pt width = beside ? end : frame.width;
        const Pt x = frame.x + frame.width - width;
        placed.end = typesetter.set(
            imprint.end, {x, y, width, beside ? Alignment::End : Alignment::Start, Rag::Natural});
        bottom = std::max(bottom, y + typesetter.height(imprint.end, width));
    }
    return {{std::move(placed)}, bottom - frame.y};
}

PlacedBlock place_whole_table(const doc::TableBlock& table, const Frame& frame,
                              Typesetter& typesetter) {
    SolvedPart part;
    part.rows = all_rows(table.grid);
    part.column_widths = table_column_widths(table, frame.width, typesetter);
    part.row_heights = part_row_heights(table, part.rows, part.column_widths, typesetter);
    placed::Table placed = place_part(table, part, {frame.x, frame.y}, typesetter);
    const Pt height = placed.box.height;
    return {{std::move(placed)}, height};
}

BlockWidths block_widths(const doc::Block& block, Pt available, Typesetter& typesetter) {
    if (const auto* links = std::get_if<doc::LinksBlock>(&block.kind))
        return links_widths(*links, typesetter);
    if (const auto* notes = std::get_if<doc::NotesBlock>(&block.kind))
        return notes_widths(*notes, typesetter);
    BlockWidths widths{Pt(0), available, Pt(0)};
    if (const auto* text = std::get_if<doc::TextBlock>(&block.kind)) {
        for (const doc::Paragraph& paragraph : text->paragraphs) {
            widths.min_content = std::max(widths.min_content, typesetter.min_content(paragraph));
            widths.least = std::max(widths.least, typesetter.least_width(paragraph));
        }
    }
    return widths;
}

void report_wide_row(Pt missing, Typesetter& typesetter) {
    typesetter.report_overflow(
        error("overflow",
              fmt::format("a row of blocks is {:.1f} mm wider than its page allows",
                          missing / millimetres(1)),
              {"put its blocks below each other, give it fewer columns of notes, or choose a wider "
               "page"}));
}

PlacedBlock place_row(const doc::RowBlock& row, const Frame& frame, Typesetter& typesetter) {
    const Pt gap = typesetter.setting().scaled(kBlockColumnGap);
    const Pt gaps = gap * static_cast<double>(row.blocks.empty() ? 0 : row.blocks.size() - 1);
    std::vector<ColumnDemand> demands;
    for (std::size_t i = 0; i < row.blocks.size(); ++i) {
        const BlockWidths widths = block_widths(row.blocks[i], frame.width, typesetter);
        demands.push_back({row.widths[i], widths.min_content, widths.max_content, widths.least});
    }
    const Pt available = frame.width - gaps;
    std::vector<SpanDemand> no_spans;
    if (typesetter.setting().long_words == LongWords::Broken)
        break_words(demands, no_spans, available);
    const auto [widths, missing] = solve_columns(std::move(demands), no_spans, available);
    if (missing > Pt(0)) report_wide_row(missing, typesetter);
    PlacedBlock placed;
    Pt x = frame.x;
    for (std::size_t i = 0; i < row.blocks.size(); ++i) {
        PlacedBlock part = place_block(row.blocks[i], {x, frame.y, widths[i]}, typesetter);
        for (placed::Block& block : part.blocks) placed.blocks.push_back(std::move(block));
        placed.height = std::max(placed.height, part.height);
        x += widths[i] + gap;
    }
    return placed;
}

PlacedBlock place_block(const doc::Block& block, const Frame& frame, Typesetter& typesetter) {
    return std::visit(PlaceBlock{frame, typesetter}, block.kind);
}

}  // namespace broadside::layout
