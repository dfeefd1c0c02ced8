#include "broadside/doc/document.hpp"

#include <string_view>

#include <fmt/format.h>

#include "broadside/base/dump_lines.hpp"
#include "broadside/base/dump_words.hpp"
#include "broadside/base/phrases.hpp"

namespace broadside::doc {

namespace {

// Words with a space before them say nothing of what is usual, or not known.

std::string_view word(Alignment alignment) { return word_of(kAlignments, alignment); }

std::string words(VerticalAlignment alignment) {
    if (alignment == VerticalAlignment::Middle) return "";
    return fmt::format(" {}", word_of(kVerticalAlignments, alignment));
}

std::string words(KeepTogether keep) {
    if (keep == KeepTogether::Nothing) return "";
    return fmt::format(" keep {}", word_of(kKeeps, keep));
}

std::string words(HeadTurn head) {
    if (head == HeadTurn::Upright) return "";
    return fmt::format(" head {}", word_of(kHeadTurns, head));
}

struct WidthWords {
    std::string operator()(const MinContent&) const { return "min-content"; }
    std::string operator()(const MaxContent&) const { return "max-content"; }
    std::string operator()(const FitContent& fit) const {
        return fmt::format("fit-content({}pt)", number(fit.limit));
    }
    std::string operator()(const Fraction& fraction) const { return number(fraction.share) + "fr"; }
    std::string operator()(const AutoWidth&) const { return "auto"; }
    std::string operator()(const FixedWidth& fixed) const { return number(fixed.width) + "pt"; }
    std::string operator()(const Percentage& share) const { return number(share.percent) + "%"; }
};

std::string words(const WidthRule& width) { return std::visit(WidthWords{}, width); }

std::string words(const TextStyle& style) {
    return fmt::format("{} {}{} {}/{} {}", *style.family, style.weight,
                       style.slant == FontSlant::Italic ? " italic" : "", number(style.size),
                       number(style.line_height), words(style.colour));
}

std::string words(const RuleStyle& rule) {
    return fmt::format("{} {}", number(rule.width), words(rule.colour));
}

std::string words(const BandStyle& band) {
    return fmt::format("tint {} bar {} {}", words(band.tint), number(band.bar_width),
                       words(band.bar));
}

std::string words(const Symbol& symbol) {
    return fmt::format("{} {} {} alt {}", symbol.drawing ? symbol.drawing->name : "none",
                       number(symbol.height), words(symbol.colour), quoted(symbol.alt));
}

std::string words(const Provenance& provenance) {
    std::string text;
    if (!provenance.source.empty()) text += " source " + quoted(provenance.source);
    if (!provenance.certainty.empty()) text += " certainty " + provenance.certainty;
    if (!provenance.checked.empty()) text += " checked " + provenance.checked;
    return text;
}

class Dump : public DumpLines {
public:
    void document(const Document& document) {
        line("document");
        indented([&] {
            metadata(document.metadata);
            line("direction {}", broadside::word(document.direction));
            page(document.page);
            if (document.fit) fit(*document.fit);
            boxes(document.blocks);
        });
    }

    void operator()(const Stack& stack) {
        line("stack gap {}", number(stack.gap));
        indented([&] { boxes(stack.boxes); });
    }

    void operator()(const SideBySide& row) {
        line("side-by-side gap {}", number(row.gap));
        indented([&] {
            for (const WidthRule& width : row.widths) line("width {}", words(width));
            boxes(row.boxes);
        });
    }

    void operator()(const Tiles& tiles) {
        line("tiles gaps {} {}", number(tiles.gap_beside), number(tiles.gap_below));
        indented([&] { boxes(tiles.boxes); });
    }

    void operator()(const TwoEnds& two_ends) {
        line("two-ends gap {}", number(two_ends.gap));
        indented([&] {
            paragraph("start", two_ends.start);
            paragraph("end", two_ends.end);
        });
    }

    void operator()(const Labelled& item) {
        line("labelled {} gap {}", item.place == Labelled::Place::Top ? "top" : "middle",
             number(item.gap));
        indented([&] {
            if (const auto* text = std::get_if<Paragraph>(&item.label)) paragraph("label", *text);
            if (const auto* symbol = std::get_if<Symbol>(&item.label))
                line("label {}", words(*symbol));
            for (const Paragraph& text : item.body) paragraph("body", text);
        });
    }

    void operator()(const BalancedColumns& columns) {
        line("balanced-columns {} gaps {} {}", columns.count, number(columns.gap),
             number(columns.gap_below));
        indented([&] { boxes(columns.boxes); });
    }

    void operator()(const LegendPacking& legend) {
        line("legend");
        indented([&] {
            for (const LegendGroup& group : legend.groups) legend_group(group);
        });
    }

    void operator()(const Table& table) {
        line("table {}{}{}{}", quoted(table.summary), words(table.keep),
             table.equal_rows ? " equal-rows" : "",
             table.narrow == NarrowTable::Scroll ? " narrow scroll" : "");
        indented([&] {
            table_style(table.style);
            grid(table.grid);
        });
    }

    void operator()(const Paragraph& content) { paragraph("paragraph", content); }

    void operator()(const SymbolLine& content) {
        line("symbol {}", words(*content.symbol));
        indented([&] { spans(content.marks); });
    }

private:
    void metadata(const Metadata& metadata) {
        line("title {}", quoted(metadata.title));
        line("language {}", metadata.language);
        if (!metadata.author.empty()) line("author {}", quoted(metadata.author));
        if (!metadata.description.empty()) line("description {}", quoted(metadata.description));
        if (!metadata.licence.empty()) line("licence {}", quoted(metadata.licence));
    }

    void page(const Page& page) {
        line("page {} x {}", number(page.size.width),
             page.auto_height ? "auto" : number(page.size.height));
        indented([&] {
            line("margin {} {} {} {}", number(page.margin.top), number(page.margin.right),
                 number(page.margin.bottom), number(page.margin.left));
            line("paper {}", words(page.paper));
            line("block-gap {}", number(page.block_gap));
            line("text {}", words(page.text));
            line("page-number {}", words(page.page_number));
            if (page.zero_digit != unicode::kAsciiZero) {
                line("zero-digit {}", code_point(page.zero_digit));
            }
        });
    }

    void fit(const Fit& fit) {
        line("fit pages {} scale {} to {}", fit.pages, number(fit.min_scale),
             number(fit.max_scale));
        indented([&] {
            for (const FitRung rung : fit.order) line("{}", word_of(kFitRungs, rung));
        });
    }

    void boxes(const std::vector<Box>& boxes) {
        for (const Box& box : boxes) {
            line("box{}{}{}{}{}{}{}{}", words(box.meaning),
                 box.name.empty() ? "" : " " + quoted(box.name), box.at_foot ? " at-foot" : "",
                 box.is_on_each_page ? " on-each-page" : "", box.is_running ? " running" : "",
                 box.is_by_page ? " by-page" : "", box.breaks_before ? " breaks-before" : "",
                 box.keeps_with_next ? " keeps-with-next" : "");
            indented([&] {
                if (box.gap_below) line("gap-below {}", number(*box.gap_below));
                if (box.rule) {
                    line("rule {} gap {} {}",
                         box.rule->edge == EdgeRule::Edge::Start ? "start" : "bottom",
                         number(box.rule->gap), words(box.rule->style));
                }
                std::visit(*this, box.content);
            });
        }
    }

    void legend_group(const LegendGroup& group) {
        line("group{}", group.band ? " band " + words(*group.band) : "");
        indented([&] {
            paragraph("heading", group.heading);
            for (const LegendEntry& entry : group.entries) {
                line("entry{}", entry.symbol ? " " + words(*entry.symbol) : "");
                indented([&] {
                    if (!entry.code.empty()) paragraph("code", entry.code);
                    paragraph("label", entry.label);
                });
            }
            if (group.badge) line("badge {}", words(*group.badge));
            for (const Paragraph& sample : group.sample) paragraph("sample", sample);
        });
    }

    void table_style(const TableStyle& style) {
        line("padding {} {}", number(style.padding_x), number(style.padding_y));
        if (style.fill_gap > Pt(0)) line("fill-gap {}", number(style.fill_gap));
        line("row-rule {}", words(style.row_rule));
        line("column-rule {}", words(style.column_rule));
        line("guide-rule {}", words(style.guide_rule));
        line("strong-rule {}", words(style.strong_rule));
        line("section-fill {}", words(style.section_fill));
        line("stripe-fill {}", words(style.stripe_fill));
        line("emphasis-fill {}", words(style.emphasis_fill));
        for (std::size_t i = 0; i < style.bands.size(); ++i)
            line("band {} {}", i, words(style.bands[i]));
        for (const FillRim& own : style.rims) line("rim {} {}", words(own.fill), words(own.rim));
    }

    void grid(const Grid& grid) {
        for (const Column& column : grid.columns) {
            line("column {} {}{}{}{}{}", column.id, words(column.width), words(column.head),
                 column.head == HeadTurn::Upright ? "" : fmt::format(" pitch {}", column.pitch),
                 column.is_emphasised ? " emphasis" : "", column.has_guide ? " guide" : "");
        }
        for (std::size_t row = 0; row < grid.rows.size(); ++row) {
            const Row& current = grid.rows[row];
            line("row {} {}{}{}{}{}{}{}", row, word(current.kind),
                 current.id.empty() ? "" : " " + current.id,
                 current.band == kNoBand ? "" : fmt::format(" band {}", current.band),
                 section_words(current),
                 current.level == 0 ? "" : fmt::format(" level {}", current.level),
                 current.is_emphasised ? " emphasised" : "", words(*current.provenance));
            indented([&] {
                for (std::size_t column = 0; column < grid.columns.size(); ++column) {
                    slot(grid.at(row, column), column);
                }
            });
        }
    }

    void slot(const Slot& slot, std::size_t column) {
        if (const auto* covered = std::get_if<Covered>(&slot)) {
            line("{} covered by {} {}", column, covered->row, covered->column);
        } else {
            cell(std::get<Cell>(slot), column);
        }
    }

    void cell(const Cell& cell, std::size_t column) {
        std::string facts = fmt::format("{} cell {}{}", column, word(cell.alignment),
                                        words(cell.vertical_alignment));
        if (cell.leaves_axis) facts += " off-axis";
        if (cell.hangs_words) facts += " hangs-words";
        if (cell.scope != HeaderScope::None) facts += fmt::format(" scope {}", word(cell.scope));
        if (cell.row_span > 1) facts += fmt::format(" rows {}", cell.row_span);
        if (cell.column_span > 1) facts += fmt::format(" columns {}", cell.column_span);
        if (cell.band != kNoBand) facts += fmt::format(" band {}", cell.band);
        if (cell.indent > Pt(0)) facts += " indent " + number(cell.indent);
        if (cell.lead > 0) facts += fmt::format(" lead {}", cell.lead);
        if (cell.fill) facts += " fill " + words(*cell.fill);
        line("{}{}", facts, words(*cell.provenance));
        indented([&] {
            if (cell.badge)
                line("badge {}{}", words(*cell.badge),
                     cell.badge_place == BandSymbol::End ? " at the end" : "");
            for (const Content& content : cell.content) std::visit(*this, content);
            form("short", cell.short_form);
            form("continued", cell.continued_form);
        });
    }

    void form(std::string_view name, const Sparse<Cell>& form) {
        if (!form) return;
        line("{}", name);
        indented([&] {
            for (const Content& content : form->content) std::visit(*this, content);
        });
    }

    void paragraph(std::string_view name, const Paragraph& paragraph) {
        if (paragraph.empty()) return;
        line("{} {}{}{}{}", name, word(paragraph.alignment), words(*paragraph.meaning),
             paragraph.is_balanced ? " balanced" : "", paragraph.is_aside ? " aside" : "");
        indented([&] { spans(paragraph.spans); });
    }

    void spans(const std::vector<Span>& spans) {
        for (const Span& span : spans) {
            std::string facts = fmt::format(
                "{} {}", span.symbol ? "symbol " + words(*span.symbol) : quoted(span.text),
                words(span.style));
            if (span.rise > 0) facts += " rise " + number(span.rise);
            if (span.hangs) facts += " hangs";
            if (span.axis) facts += fmt::format(" axis {}", *span.axis);
            if (span.is_name) facts += " name";
            if (span.whole) facts += " whole";
            if (span.separates) facts += " separates";
            if (span.is_tag) facts += " tag";
            if (span.holds) facts += " holds";
            if (span.is_address) facts += " address";
            if (span.spoken) facts += " spoken " + quoted(*span.spoken);
            if (span.language) facts += " lang " + *span.language;
            if (!span.note.empty()) facts += " note " + *span.note.value;
            if (!span.url.empty()) facts += " url " + span.url.address();
            line("{}", facts);
        }
    }
};

}  // namespace

std::string dump(const Document& document) {
    Dump dump;
    dump.document(document);
    return dump.take();
}

}  // namespace broadside::doc
