#include "broadside/resolve/blocks.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "broadside/base/contains.hpp"
#include "broadside/base/phrases.hpp"
#include "broadside/resolve/cells/fill.hpp"
#include "broadside/resolve/column_looks.hpp"
#include "broadside/resolve/designs.hpp"
#include "broadside/resolve/grid.hpp"
#include "broadside/resolve/legend.hpp"
#include "broadside/resolve/links.hpp"
#include "broadside/resolve/lookup.hpp"
#include "broadside/resolve/markup.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/pictures.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/script.hpp"

namespace broadside::resolve {

namespace {

using namespace literals;
using model::StyleRole;
using OptionalBox = std::optional<doc::Box>;

constexpr Pt kEndsGap = 12_pt;       // between two texts of one line
constexpr Pt kHeaderRuleGap = 3_pt;  // above the rule
constexpr Pt kParagraphGap = 4_pt;
constexpr Pt kCaptionGap = 2_pt;
constexpr Pt kNoteColumnGap = 16_pt;
constexpr Pt kNoteGap = 1_pt;
constexpr Pt kBlockColumnGap = 18_pt;
constexpr Pt kBesideRuleGap = 12_pt;  // between a rule and the links behind it

/// The words of a block that was checked: the dataset's, in the language it was localized to, or
/// the layout's own.
const model::Text& words_of(const model::TextBlock& block, const model::Dataset& dataset) {
    return block.ref.id.empty() ? block.text : dataset.texts.at(block.ref.id);
}

/// On one line, without double spaces.
std::string as_name(std::string text) {
    text = one_line(std::move(text));
    const auto both_blank = [](char a, char b) { return a == ' ' && b == ' '; };
    text.erase(std::unique(text.begin(), text.end(), both_blank), text.end());
    return text;
}

/// The table's name: its caption or the title of the page, and of the sections where they were
/// picked out.
std::string summary_of(const model::Dataset& dataset, const Table& table) {
    const std::string& caption = table.block->caption.id;
    if (!caption.empty()) return as_name(without_markup(dataset.texts.at(caption).text));
    std::string summary = dataset.title.text;
    if (!table.block->sections.empty()) {
        std::string separator = ": ";
        for (const TableSection& section : table.sections) {
            if (section.section->title.empty()) continue;
            summary += separator + without_markup(section.section->title.text);
            separator = ", ";
        }
    }
    return as_name(std::move(summary));
}

/// Where fills alone say what is in cells and one is as light as paper is, all cells have the rims
/// of the legend's patches: a printer leaves that one out.
std::vector<FillRim> rims_of(const Table& table, const model::Layout& layout) {
    constexpr double kSeen = 1.15;
    const Colour paper = layout.palette[PaletteColour::Paper];
    std::vector<FillRim> rims;
    bool has_light = false;
    for (const TableSection& section : table.sections) {
        for (const TableCell& cell : section.cells) {
            const auto fill = fill_of(cell.value, fill_behind(table, cell), layout);
            if (!fill || !cell.value->symbol.id.empty() ||
                !design_of(table, cell).hides_words.value_or(false))
                continue;
            has_light = has_light || contrast(*fill, paper) < kSeen;
            const FillRim own{*fill, ink_of(layout, cell.value->tone)};
            if (!contains(rims, own)) rims.push_back(own);
        }
    }
    return has_light ? rims : std::vector<FillRim>();
}

TableStyle table_style(const model::Project& project, const Table& table) {
    constexpr Pt kBetweenBars{1.25};
    const model::Layout& layout = project.layout;
    TableStyle style;
    style.padding_x = layout.padding_x;
    style.padding_y = layout.padding_y;
    style.fill_gap = layout.fill_gap.value_or(table.has_bars_in_rows ? kBetweenBars : Pt(0));
    style.row_rule = layout.row_rule;
    style.column_rule = layout.column_rule;
    style.guide_rule = layout.guide_rule;
    style.strong_rule = layout.strong_rule;
    style.section_fill = layout.palette[PaletteColour::SectionFill];
    style.stripe_fill = layout.palette[PaletteColour::Stripe];
    style.emphasis_fill = layout.palette[PaletteColour::Emphasis];
    style.rims = rims_of(table, layout);
    for (const model::Band& band : project.dataset.bands) {
        style.bands.push_back(band_style(layout, band.tone));
    }
    return style;
}

class BlockSetting {
public:
    BlockSetting(const PageParts& parts, Problems& problems) : parts_(parts), problems_(problems) {
        for (const Footnote& footnote : parts.footnotes.listed)
            places_.emplace(footnote.note, places_.size());
        shown_.resize(places_.size());
    }

    std::vector<doc::Box> set(const std::vector<model::Block>& blocks) {
        std::vector<doc::Box> boxes;
        for (const model::Block& block : blocks) {
            const std::size_t first = boxes.size();
            append(block, boxes);
            if (first < boxes.size()) boxes[first].breaks_before = block.breaks_before;
        }
        return boxes;
    }

    OptionalBox operator()(const model::HeaderBlock&) const {
        doc::TwoEnds line;
        line.gap = kEndsGap;
        line.start = header_text(dataset_.title, StyleRole::Title);
        line.start.meaning = Meaning{Role::Heading, 1};
        // Said once: an imprint names the publisher already.
        if (!has_block<model::ImprintBlock>(layout_.blocks)) {
            line.end = header_text(dataset_.imprint.publisher, StyleRole::Publisher);
            line.end.alignment = Alignment::End;
        }
        doc::Stack header;
        // Arabic letters reach further down than lines of large type are apart.
        constexpr double kDeepLetters = 0.2;
        if (unicode::script_of(dataset_.language) == "Arab")
            header.gap = style_of(layout_, StyleRole::Title).size * kDeepLetters;
        header.boxes.push_back({std::move(line)});
        if (!dataset_.subtitle.empty())
            header.boxes.push_back({header_text(dataset_.subtitle, StyleRole::Subtitle)});
        doc::Box box = named("the header", {std::move(header)});
        box.rule = {layout_.title_rule, doc::EdgeRule::Edge::Bottom, kHeaderRuleGap};
        return box;
    }

    OptionalBox operator()(const model::LegendBlock& block) const {
        doc::LegendPacking legend = build_legend(parts_.project, parts_.tables, block, problems_);
        if (legend.groups.empty()) return std::nullopt;
        doc::Box box = named("the legend", {std::move(legend)});
        box.is_on_each_page = block.is_on_each_page;
        return box;
    }

    OptionalBox operator()(const model::TableBlock& block) {
        const auto table = std::find_if(parts_.tables.begin(), parts_.tables.end(),
                                        [&](const Table& t) { return t.block == &block; });
        return named("the table",
                     {doc::Table{build_grid(parts_.project, *table, called_by(*table), explained_),
                                 table_style(parts_.project, *table), summary_of(dataset_, *table),
                                 static_cast<std::size_t>(table - parts_.tables.begin()) + 1,
                                 block.keep, block.equal_rows, block.narrow}});
    }

    OptionalBox operator()(const model::NotesBlock& block) {
        doc::BalancedColumns columns;
        columns.count = static_cast<std::size_t>(std::max(1, block.columns));
        columns.gap = kNoteColumnGap;
        columns.gap_below = kNoteGap;
        columns.boxes = list_notes(notes_of_block(), layout_);
        if (columns.boxes.empty()) return std::nullopt;
        doc::Box box = named("the block of notes", {std::move(columns), {Role::List}});
        box.is_by_page = block.is_by_page;
        return box;
    }

    OptionalBox operator()(const model::LinksBlock& block) const {
        doc::Tiles links = build_links(parts_.project, block, problems_);
        if (links.boxes.empty()) return std::nullopt;
        return named("the block of links", {std::move(links), {Role::List}});
    }

    /// Publisher, source and licence at the start, date and remark at the end.
    OptionalBox operator()(const model::ImprintBlock& block) const {
        const model::Imprint& imprint = dataset_.imprint;
        doc::TwoEnds line;
        line.gap = kEndsGap;
        line.start = imprint_text({&imprint.publisher, &imprint.source, &imprint.licence});
        line.end = imprint_text({&imprint.date, &imprint.remark});
        line.end.alignment = Alignment::End;
        if (line.start.empty() && line.end.empty()) return std::nullopt;
        doc::Box box = named("the imprint", {std::move(line)});
        box.at_foot = true;
        box.is_on_each_page = block.is_on_each_page;
        return box;
    }

    OptionalBox operator()(const model::RunningTitleBlock&) const {
        doc::Paragraph title = header_text(dataset_.title, StyleRole::RunningTitle);
        title.is_aside = true;
        title.meaning = Meaning{Role::Paragraph, 0, {}, {}, Shown::Repeated};
        doc::Box box = named("the running title", {std::move(title)});
        box.is_running = true;
        return box;
    }

    OptionalBox operator()(const model::TextBlock& block) const {
        doc::Stack stack;
        stack.gap = kParagraphGap;
        for (const model::Text& text : split_paragraphs(words_of(block, dataset_))) {
            const bool is_heading = block.heading != 0 && stack.boxes.empty();
            stack.boxes.push_back({is_heading ? heading(text, block.heading) : running(text)});
        }
        if (stack.boxes.empty()) return std::nullopt;
        doc::Box box = named("a block of text", {std::move(stack)});
        box.keeps_with_next =
            block.heading != 0 && std::get<doc::Stack>(box.content).boxes.size() == 1;
        return box;
    }

    OptionalBox operator()(const model::PictureBlock& block) const {
        const model::Reference& name = block.ref.id.empty() ? dataset_.logo : block.ref;
        const model::Picture* picture = find_by_id(dataset_.pictures, name.id);
        if (picture == nullptr) return std::nullopt;
        doc::Paragraph paragraph =
            picture_paragraph(picture_of(parts_.project, *picture, {room_, block.height}),
                              style_of(layout_, StyleRole::Text), block.alignment, name.place);
        lead_to(paragraph, picture->url, layout_);
        return named("a picture", {std::move(paragraph)});
    }

    OptionalBox operator()(const model::RowBlock& block) {
        doc::SideBySide row;
        row.gap = kBlockColumnGap;
        for (std::size_t i = 0; i < block.blocks.size(); ++i) {
            const WidthRule width = i < block.widths.size() ? block.widths[i] : Fraction{1};
            const Pt around = std::exchange(room_, room_in(width));
            std::vector<doc::Box> boxes;
            append(block.blocks[i], boxes);
            room_ = around;
            if (boxes.empty()) continue;
            doc::Box box = boxes.size() == 1
                               ? std::move(boxes.front())
                               : named("the table", {doc::Stack{std::move(boxes), kCaptionGap}});
            const bool is_links = std::holds_alternative<model::LinksBlock>(block.blocks[i].kind);
            if (is_links && !row.boxes.empty())
                box.rule = {layout_.column_rule, doc::EdgeRule::Edge::Start, kBesideRuleGap};
            row.boxes.push_back(std::move(box));
            row.widths.push_back(width);
        }
        if (row.boxes.empty()) return std::nullopt;
        // What one of them ends with ends all that stands beside it.
        std::optional<doc::EdgeRule> rule;
        for (doc::Box& box : row.boxes) {
            const bool ends = box.rule && box.rule->edge == doc::EdgeRule::Edge::Bottom;
            if (ends && row.boxes.size() > 1) rule = std::exchange(box.rule, std::nullopt);
        }
        doc::Box box = named("a row of blocks", {std::move(row)});
        box.rule = rule;
        return box;
    }

private:
    void append(const model::Block& block, std::vector<doc::Box>& boxes) {
        const auto* table = std::get_if<model::TableBlock>(&block.kind);
        if (table && !table->caption.id.empty()) boxes.push_back(caption(*table));
        if (OptionalBox box = std::visit(*this, block.kind)) boxes.push_back(std::move(*box));
    }

    /// With marks that lead to the block below the table, or to the last where there is none.
    Footnotes called_by(const Table& table) {
        Footnotes footnotes = parts_.footnotes;
        for (const model::Note* note : notes_in_reading_order(dataset_, {&table, 1})) {
            const std::size_t place = places_.at(note);
            called_.insert(place);
            const std::size_t times = shown_[place];
            const bool is_listed_again = times == 0 || notes_blocks_ > 0;
            footnotes.marks.at(note->id).id =
                listing_id(note->id, is_listed_again ? times : times - 1);
        }
        return footnotes;
    }

    /// What the tables since the last block call; in the last one, all that is left besides.
    std::vector<Footnote> notes_of_block() {
        std::vector<Footnote> notes;
        --notes_blocks_;
        for (std::size_t place = 0; place < shown_.size(); ++place) {
            const bool is_left = notes_blocks_ == 0 && shown_[place] == 0;
            if (!is_left && called_.count(place) == 0) continue;
            notes.push_back(parts_.footnotes.listed[place]);
            notes.back().id = listing_id(notes.back().note->id, shown_[place]++);
        }
        called_.clear();
        return notes;
    }

    /// At most that of the page: what others leave is known to layout alone.
    Pt room_in(const WidthRule& width) const {
        if (const auto* fixed = std::get_if<FixedWidth>(&width))
            return std::min(room_, fixed->width);
        const auto* part = std::get_if<Percentage>(&width);
        return part ? room_ * (part->percent / 100) : room_;
    }

    static doc::Box named(std::string name, doc::Box box) {
        box.name = std::move(name);
        return box;
    }

    doc::Paragraph header_text(const model::Text& text, StyleRole role) const {
        doc::Paragraph paragraph = literal_paragraph(text, style_of(layout_, role));
        paragraph.meaning = Meaning{Role::Paragraph};
        paragraph.is_balanced = true;
        return paragraph;
    }

    doc::Paragraph heading(const model::Text& text, int level) const {
        doc::Paragraph paragraph =
            rich_paragraph(text, layout_, level == 2 ? StyleRole::Heading : StyleRole::Subheading);
        paragraph.meaning = Meaning{Role::Heading, level};
        paragraph.is_balanced = true;
        return paragraph;
    }

    doc::Box caption(const model::TableBlock& table) const {
        doc::Paragraph paragraph =
            rich_paragraph(dataset_.texts.at(table.caption.id), layout_, StyleRole::Subheading);
        paragraph.meaning = Meaning{Role::Caption};
        doc::Box box = named("a caption", {std::move(paragraph)});
        box.gap_below = kCaptionGap;
        box.keeps_with_next = true;
        return box;
    }

    doc::Paragraph running(const model::Text& text) const {
        doc::Paragraph paragraph = rich_paragraph(text, layout_, StyleRole::Text);
        paragraph.meaning = Meaning{Role::Paragraph};
        return paragraph;
    }

    doc::Paragraph imprint_text(const std::vector<const model::Text*>& texts) const {
        const TextStyle& style = style_of(layout_, StyleRole::Imprint);
        doc::Paragraph paragraph =
            dotted_paragraph(texts, {style, style}, unicode::direction_of(dataset_.language));
        paragraph.meaning = Meaning{Role::Paragraph};
        paragraph.is_aside = true;
        return paragraph;
    }

    const PageParts& parts_;
    Problems& problems_;
    const model::Dataset& dataset_ = parts_.project.dataset;
    const model::Layout& layout_ = parts_.project.layout;
    const ExplainedValues explained_ = explained_values(parts_.project);
    // The width of the blocks.
    Pt room_ = layout_.page.size.width - layout_.page.margin.left - layout_.page.margin.right;
    // That are still to come.
    std::size_t notes_blocks_ = count_blocks<model::NotesBlock>(layout_.blocks);
    std::map<const model::Note*, std::size_t> places_;  // in the list
    std::set<std::size_t> called_;                      // since the last block, by their place
    std::vector<std::size_t> shown_;                    // how often, by their place
};

}  // namespace

std::vector<doc::Box> build_blocks(const PageParts& parts, Problems& problems) {
    return BlockSetting(parts, problems).set(parts.project.layout.blocks);
}

}  // namespace broadside::resolve
