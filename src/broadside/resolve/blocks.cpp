#include "broadside/resolve/blocks.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "broadside/resolve/grid.hpp"
#include "broadside/resolve/imprint.hpp"
#include "broadside/resolve/legend.hpp"
#include "broadside/resolve/links.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/resolve/texts.hpp"

namespace broadside::resolve {

namespace {

using model::StyleRole;
using OptionalBlock = std::optional<doc::Block>;

bool has_imprint(const std::vector<model::Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const model::Block& block) {
        if (const auto* row = std::get_if<model::RowBlock>(&block.kind))
            return has_imprint(row->blocks);
        return std::holds_alternative<model::ImprintBlock>(block.kind);
    });
}

/// The table's name: the title of the page, and of the sections where they were picked out.
std::string summary_of(const model::Dataset& dataset, const Table& table) {
    std::string summary = dataset.title.text;
    if (!table.block->sections.empty()) {
        std::string separator = ": ";
        for (const TableSection& section : table.sections) {
            if (section.section->title.empty()) continue;
            summary += separator + without_markup(section.section->title.text);
            separator = ", ";
        }
    }
    std::replace(summary.begin(), summary.end(), '\n', ' ');
    return summary;
}

TableStyle table_style(const model::Project& project) {
    const model::Layout& layout = project.layout;
    TableStyle style;
    style.padding_x = layout.padding_x;
    style.padding_y = layout.padding_y;
    style.row_rule = layout.row_rule;
    style.column_rule = layout.column_rule;
    style.strong_rule = layout.strong_rule;
    style.section_fill = layout.palette.section_fill;
    for (const model::Band& band : project.dataset.bands) {
        style.bands.push_back(band_style(layout, band.tone));
    }
    return style;
}

class BlockSetting {
public:
    BlockSetting(const PageParts& parts, Problems& problems)
        : parts_(parts),
          dataset_(parts.project.dataset),
          layout_(parts.project.layout),
          problems_(problems) {}

    std::vector<doc::Block> set(const std::vector<model::Block>& blocks) {
        std::vector<doc::Block> set_blocks;
        for (const model::Block& block : blocks) {
            if (OptionalBlock set_block = std::visit(*this, block.kind)) {
                set_blocks.push_back(std::move(*set_block));
            }
        }
        return set_blocks;
    }

    OptionalBlock operator()(const model::HeaderBlock&) const {
        doc::HeaderBlock header;
        header.title = literal_paragraph(dataset_.title, style_of(layout_, StyleRole::Title));
        header.subtitle =
            literal_paragraph(dataset_.subtitle, style_of(layout_, StyleRole::Subtitle));
        // Said once: an imprint names the publisher already.
        if (!has_imprint(layout_.blocks)) {
            header.publisher = literal_paragraph(dataset_.imprint.publisher,
                                                 style_of(layout_, StyleRole::Publisher));
            header.publisher.alignment = Alignment::End;
        }
        header.rule = layout_.title_rule;
        return doc::Block{std::move(header)};
    }

    OptionalBlock operator()(const model::LegendBlock&) const {
        doc::LegendBlock legend = build_legend(parts_.project, parts_.tables);
        if (legend.groups.empty()) return std::nullopt;
        return doc::Block{std::move(legend)};
    }

    OptionalBlock operator()(const model::TableBlock& block) const {
        const auto table = std::find_if(parts_.tables.begin(), parts_.tables.end(),
                                        [&](const Table& t) { return t.block == &block; });
        return doc::Block{doc::TableBlock{build_grid(parts_.project, *table, parts_.footnotes),
                                          table_style(parts_.project),
                                          summary_of(dataset_, *table)}};
    }

    OptionalBlock operator()(const model::NotesBlock& block) const {
        doc::NotesBlock notes{block.columns, list_notes(parts_.footnotes, layout_)};
        if (notes.notes.empty()) return std::nullopt;
        return doc::Block{std::move(notes)};
    }

    OptionalBlock operator()(const model::LinksBlock& block) const {
        doc::LinksBlock links = build_links(parts_.project, block, problems_);
        if (links.links.empty()) return std::nullopt;
        return doc::Block{std::move(links)};
    }

    OptionalBlock operator()(const model::ImprintBlock&) const {
        doc::ImprintBlock imprint = build_imprint(parts_.project);
        if (imprint.start.empty() && imprint.end.empty()) return std::nullopt;
        return doc::Block{std::move(imprint)};
    }

    OptionalBlock operator()(const model::TextBlock& block) const {
        doc::TextBlock text;
        for (const model::Text& paragraph : split_paragraphs(words_of(block, dataset_))) {
            text.paragraphs.push_back(rich_paragraph(paragraph, layout_, StyleRole::Text));
        }
        if (text.paragraphs.empty()) return std::nullopt;
        return doc::Block{std::move(text)};
    }

    OptionalBlock operator()(const model::RowBlock& block) {
        doc::RowBlock row;
        for (std::size_t i = 0; i < block.blocks.size(); ++i) {
            OptionalBlock set_block = std::visit(*this, block.blocks[i].kind);
            if (!set_block) continue;
            auto* links = std::get_if<doc::LinksBlock>(&set_block->kind);
            if (links && !row.blocks.empty()) links->rule = layout_.column_rule;
            row.blocks.push_back(std::move(*set_block));
            row.widths.push_back(i < block.widths.size() ? block.widths[i] : Fraction{1});
        }
        if (row.blocks.empty()) return std::nullopt;
        return doc::Block{std::move(row)};
    }

private:
    const PageParts& parts_;
    const model::Dataset& dataset_;
    const model::Layout& layout_;
    Problems& problems_;
};

}  // namespace

std::vector<doc::Block> build_blocks(const PageParts& parts, Problems& problems) {
    return BlockSetting(parts, problems).set(parts.project.layout.blocks);
}

}  // namespace broadside::resolve
