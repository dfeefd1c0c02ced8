#include "broadside/resolve/grid.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "broadside/doc/parts.hpp"
#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/cells/fill.hpp"
#include "broadside/resolve/column_looks.hpp"
#include "broadside/resolve/columns.hpp"
#include "broadside/resolve/continued_words.hpp"
#include "broadside/resolve/designs.hpp"
#include "broadside/resolve/grid_builder.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/pictures.hpp"
#include "broadside/resolve/spanners.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/resolve/transpose.hpp"
#include "broadside/unicode/script.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

using model::StyleRole;

void set_strong(std::vector<doc::Content>& content) {
    for (doc::Paragraph* paragraph : doc::paragraphs_of(content)) {
        for (doc::Span& span : paragraph->spans) {
            if (span.note.empty()) span.style = strong(std::move(span.style));
        }
    }
}

/// White space at the start of each printed column: beside what ends at the end of the one before
/// it, a text would seem to go on, the more so behind marks, which hang there. Beside a column as
/// wide as its head, texts have the room for more than a space between the two heads.
std::vector<Pt> gaps_of(const Table& table, const ColumnLooks& looks, Pt padding) {
    constexpr Pt kLeast{12}, kLeastBehindMarks{15}, kLeastBehindHead{10};
    std::vector<Pt> gaps(table.columns.size());
    for (std::size_t i = 1; i < gaps.size(); ++i) {
        const model::Column& column = *table.columns[i];
        const ColumnLook &before = looks.of(*table.columns[i - 1]), &own = looks.of(column);
        if (before.alignment == Alignment::Start || own.alignment != Alignment::Start) continue;
        const bool is_text = column.kind == model::ColumnKind::Text;
        const bool has_words = is_text || column.kind == model::ColumnKind::Plain;
        Pt least = kLeast;
        // Symbols are told from marks without more room, which other columns would lack.
        if (before.has_marks && is_text) least = kLeastBehindMarks;
        if (before.alignment == Alignment::Centre) least = has_words ? kLeastBehindHead : Pt(0);
        gaps[i] = std::max(Pt(0), least - 2 * padding);
    }
    return gaps;
}

class TableSetting {
public:
    TableSetting(const model::Project& project, const Table& table, const Footnotes& footnotes,
                 const ExplainedValues& explained)
        : project_(project), table_(table), footnotes_(footnotes), explained_(explained) {}

    doc::Grid run() && {
        set_header();
        for (const TableSection& section : table_.sections) {
            if (!section.section->title.empty() && !table_.block->is_transposed)
                set_section_title(*section.section);
            set_rows(section);
        }
        doc::Grid grid = std::move(grid_).finish();
        if (table_.block->is_transposed) grid = transposed(grid, table_, section_heads());
        continue_over_times(grid, project_);
        return grid;
    }

private:
    /// With a title for each section.
    static std::size_t most_rows(const Table& table) {
        std::size_t rows = head_rows(table.head);
        for (const TableSection& section : table.sections) rows += 1 + section.rows.size();
        return rows;
    }

    void set_header() {
        for (std::size_t row = 0; row < head_rows(table_.head); ++row)
            grid_.add_row({{RowKind::Header}});
        for (const HeadCell& head : table_.head) {
            const model::Spanner* spanner = head.spanner;
            doc::Cell cell;
            if (!spanner)
                cell = column_title(head.column);
            else if (!is_unseen(head))
                cell = spanner_title(*spanner, spanner->title);
            if (spanner && !spanner->short_title.empty())
                cell.short_form = spanner_title(*spanner, spanner->short_title);
            for (doc::Cell* form : {&cell, cell.short_form ? &cell.short_form.edit() : &cell}) {
                form->row_span = head.row_span;
                form->column_span = head.column_span;
            }
            grid_.set_cell(head.row, head.column, std::move(cell));
        }
    }

    /// Over names alone, which are heads themselves.
    bool is_unseen(const HeadCell& spanner) const {
        return table_.block->is_transposed && spanner.column == row_header_column_ &&
               spanner.column_span == 1;
    }

    doc::Cell spanner_title(const model::Spanner& spanner, const model::Text& title) const {
        doc::Cell cell =
            text_cell_of(head_title(title, spanner.notes, spanner.url), Alignment::Centre);
        add_above(cell, spanner.picture, spanner.url);
        cell.scope = HeaderScope::ColumnGroup;
        cell.origin = spanner.place;
        return cell;
    }

    doc::Paragraph head_title(const model::Text& text, const std::vector<model::Reference>& notes,
                              const model::Text& url = {}) const {
        doc::Paragraph title = literal_paragraph(text, style_of(layout_, StyleRole::Header));
        title.is_head = true;
        lead_to(title, url, layout_);
        append_marks(title, notes, footnotes_, layout_);
        return title;
    }

    /// With the unit of the column's numbers, where its cells do not say it: under a title of one
    /// word rather than that is broken, under one of several rather than that the last of them
    /// stands beside it alone, and a long word of its own rather than that anything is.
    doc::Paragraph column_title(const model::Column& column, const model::Text& text) const {
        const std::string& unit = column.unit.text;
        if (!looks_.of(column).has_unit_in_head || column.unit.empty())
            return head_title(text, column.notes, column.url);
        doc::Paragraph title = head_title(text, {}, column.url);
        tell_origins(title);
        constexpr std::size_t kShortUnit = 3;  // characters, as of "min" and "km²"
        constexpr std::size_t kHeldUnit = 12;  // as of "kg CO₂/m²"
        const std::size_t length = unicode::characters_of(unit).size();
        const bool is_title_word = text.text.find(' ') == text.text.npos;
        const bool is_long_word = unit.find(' ') == unit.npos && length > kShortUnit;
        title.spans.front().holds = is_title_word;
        const TextStyle style = title.spans.front().style;
        const Direction direction = unicode::direction_of(project_.dataset.language);
        const bool is_below = looks_.of(column).has_unit_below_title;
        title.spans.push_back(styled_span(is_below ? "\n" : " ", style));
        title.spans.push_back(styled_span("(" + isolated_part(unit, direction) + ")", style));
        title.spans.back().holds = length > kShortUnit && (is_long_word || length <= kHeldUnit);
        title.spans.back().is_unit = !is_title_word && !is_long_word && !is_below;
        append_marks(title, column.notes, footnotes_, layout_);
        return title;
    }

    doc::Cell column_title(std::size_t place) const {
        const model::Column& column = *table_.columns[place];
        doc::Cell cell =
            text_cell_of(column_title(column, column.title), looks_.of(column).alignment);
        cell.indent = gaps_[place];
        cell.scope = HeaderScope::Column;
        cell.origin = column.place;
        if (!column.short_title.empty()) {
            doc::Cell brief = cell;
            doc::Paragraph title = column_title(column, column.short_title);
            title.is_short_form = true;
            brief.content = {std::move(title)};
            add_above(brief, column.picture, column.url);
            cell.short_form = std::move(brief);
        }
        add_above(cell, column.picture, column.url);
        return cell;
    }

    /// As high as in cells, above the title.
    void add_above(doc::Cell& head, const model::Reference& picture,
                   const model::Text& url = {}) const {
        if (picture.id.empty()) return;
        const TablePicture& shown = pictures_.at(picture.id);
        doc::Paragraph above = picture_paragraph(shown.symbol, style_of(layout_, StyleRole::Header),
                                                 head.alignment, picture.place);
        lead_to(above, url.empty() ? shown.url : url, layout_);
        head.content.insert(head.content.begin(), std::move(above));
    }

    void set_section_title(const model::Section& section) {
        const std::size_t row = grid_.add_row({{RowKind::Section, kNoBand, section.id, true}});
        doc::Paragraph title = rich_paragraph(section.title, layout_, StyleRole::Section);
        append_marks(title, section.notes, footnotes_, layout_);
        // On the bar that the section's text is seen on.
        for (doc::Span& span : title.spans) {
            if (!span.note.empty())
                span.style.colour = style_of(layout_, StyleRole::Section).colour;
        }
        doc::Cell cell = text_cell_of(std::move(title), Alignment::Start);
        cell.scope = HeaderScope::RowGroup;
        cell.column_span = table_.columns.size();
        cell.origin = section.place;
        if (table_.block->says_continued) {
            doc::Cell again = cell;
            again.content = {continued(std::get<doc::Paragraph>(cell.content.front()),
                                       style_of(layout_, StyleRole::SectionDetail),
                                       project_.dataset)};
            cell.continued_form = std::move(again);
        }
        grid_.set_cell(row, 0, std::move(cell));
    }

    /// Their titles, where their rows are columns.
    std::vector<doc::Cell> section_heads() const {
        std::vector<doc::Cell> heads;
        for (const TableSection& section : table_.sections) {
            const model::Section& source = *section.section;
            if (source.title.empty() || section.rows.empty()) {
                heads.emplace_back();
                continue;
            }
            doc::Paragraph title = rich_paragraph(source.title, layout_, StyleRole::Header);
            title.is_head = true;
            append_marks(title, source.notes, footnotes_, layout_);
            doc::Cell cell = text_cell_of(std::move(title), Alignment::Centre);
            cell.scope = HeaderScope::ColumnGroup;
            cell.origin = source.place;
            heads.push_back(std::move(cell));
        }
        return heads;
    }

    void set_rows(const TableSection& section) {
        const std::size_t first_row = grid_.rows().size();
        const std::vector<bool> continue_names = rows_that_continue_names(section);
        for (std::size_t row = 0, names = 0; row < section.rows.size(); ++row) {
            const model::Row& source = *section.rows[row];
            names += continue_names[row] ? 0 : 1;
            grid_.add_row({{RowKind::Body, section.bands[row], source.id,
                            row == 0 && section.section->title.empty(), source.is_summary,
                            table_.block->stripes && names % 2 == 0 && !source.is_summary,
                            section.levels[row], table_.emphasised_rows.count(source.id) > 0, false,
                            continue_names[row]},
                           source.provenance});
        }
        for (const TableCell& cell : section.cells) {
            grid_.set_cell(first_row + cell.row, cell.column, body_cell(section, cell));
        }
    }

    /// In a row of codes these stand on one line, whatever words are above them.
    bool is_beside_codes(const TableCell& source, const doc::Cell& cell) const {
        if (!table_.block->is_transposed || layout_.link_addresses != model::LinkAddresses::Qr ||
            source.column_span > 1)
            return false;
        for (const doc::Content& content : cell.content)
            for (const doc::Span& span : doc::spans_of(content))
                if (!span.url.empty()) return true;
        return false;
    }

    doc::Cell body_cell(const TableSection& section, const TableCell& source) const {
        const model::Column& column = *source.source_column;
        doc::Cell cell;
        const ColumnLook look = looks_.of(source);
        const CellAlignment own = designs_.of(source.source_row->id, column.id);
        // Over several columns nothing lines up.
        const bool lines_up = look.axes && source.column_span == 1 && !own.horizontal;
        // In the middle of them it is seen that it is theirs, too, where no fill says so.
        const bool is_unbounded = column.kind != model::ColumnKind::Name &&
                                  look.fill == model::CellFill::None && !look.is_aligned_by_layout;
        const bool is_over = source.column_span > 1 && (look.axes || is_unbounded);
        cell.alignment = own.horizontal.value_or(is_over ? Alignment::Centre : look.alignment);
        cell.leaves_axis = own.horizontal.has_value();
        cell.row_span = source.row_span;
        cell.column_span = source.column_span;
        cell.band = common_band(section, source);
        cell.provenance = source.provenance;
        cell.origin = source.content ? source.content->place : source.source_row->place;
        if (source.content) {
            cell.fill = fill_of(source.value, look.fill, layout_);
            if (look.shows_reach && cell.band == kNoBand && span_says(source) != SpanSays::Nothing)
                cell.fill = layout_.palette[PaletteColour::Stripe];
            const CellSource authored{
                source,         project_, footnotes_,
                symbols_,       codes_,   look,
                cell.alignment, lines_up, look.hides_words && is_told_by_fill(source.value, cell)};
            cell.content = cell_kind(column.kind).content(authored);
            if (source.content->extras->tags) add_tags(cell.content, authored);
            if (source.content->extras->picture) add_picture_of(source, cell);
            const auto texts = doc::paragraphs_of(cell.content);
            cell.hangs_words = look.hangs_words && !own.horizontal && !texts.empty() &&
                               doc::first_symbol(*texts.front());
            if (look.fill == model::CellFill::Solid && cell.fill)
                set_on_solid(cell.content, *cell.fill, layout_);
        }
        const auto vertical = own.vertical ? own.vertical : look.vertical_alignment;
        cell.vertical_alignment = vertical.value_or(
            is_beside_codes(source, cell) ? VerticalAlignment::Bottom : VerticalAlignment::Middle);
        const bool is_blank = source.content && source.content->is_blank;
        if (cell.content.empty() && !is_blank)
            cell.content = text_cell_of(literal_paragraph(column.empty_text,
                                                          style_of(layout_, StyleRole::Cell)),
                                        cell.alignment)
                               .content;
        if (source.source_row->is_summary) set_strong(cell.content);
        if (cell.alignment == Alignment::Start) cell.indent = gaps_[source.column];
        if (source.content && source.content->level > 0)
            cell.indent += style_of(layout_, StyleRole::Name).size * section.levels[source.row];
        if (heads_row(source)) {
            const bool is_name = column.kind == model::ColumnKind::Name;
            // Another column heads what it has words for.
            if (is_name || !cell.content.empty()) cell.scope = HeaderScope::Row;
            if (is_name) cell.badge = badge(cell.band);
            cell.badge_place = table_.block->band_symbol;
        }
        return cell;
    }

    /// A value without a symbol, where the legend explains the fill.
    bool is_told_by_fill(const model::Value* value, const doc::Cell& cell) const {
        return cell.fill && value->symbol.id.empty() && explained_.count(value) > 0;
    }

    void add_picture_of(const TableCell& source, doc::Cell& cell) const {
        const bool is_name = source.source_column->kind == model::ColumnKind::Name;
        const TablePicture& shown = pictures_.at(source.content->extras->picture->id);
        const WidthRule any = AutoWidth{};
        const bool is_in_column = source.column_span == 1;
        const Pt room =
            picture_room(is_in_column ? grid_.columns()[source.column].width : any, layout_);
        Sparse<doc::Symbol> picture = narrowed(shown.symbol, room);
        const TextStyle& style = style_of(layout_, is_name ? StyleRole::Name : StyleRole::Cell);
        doc::Paragraph alone = picture_paragraph(std::move(picture), style, cell.alignment,
                                                 source.content->extras->picture->place);
        const model::Text& url = *source.content->extras->url;
        lead_to(alone, url.empty() ? shown.url : url, layout_);
        add_picture(cell.content, std::move(alone), room);
    }

    bool heads_row(const TableCell& cell) const {
        return cell.column <= row_header_column_ &&
               row_header_column_ < cell.column + cell.column_span;
    }

    static int common_band(const TableSection& section, const TableCell& cell) {
        const int band = section.bands[cell.row];
        const auto first = section.bands.begin() + static_cast<std::ptrdiff_t>(cell.row);
        const bool is_common =
            std::all_of(first, first + static_cast<std::ptrdiff_t>(cell.row_span),
                        [band](int other) { return other == band; });
        return is_common ? band : kNoBand;
    }

    Sparse<doc::Symbol> badge(int band_index) const {
        if (band_index == kNoBand) return {};
        const model::Band& band = project_.dataset.bands[static_cast<std::size_t>(band_index)];
        if (band.symbol.id.empty()) return {};
        return doc::Symbol{project_.symbols.at(band.symbol.id), badge_height(layout_),
                           ink_of(layout_, band.tone), band.label.text};
    }

    static doc::Cell text_cell_of(doc::Paragraph paragraph, Alignment alignment) {
        doc::Cell cell;
        cell.alignment = alignment;
        paragraph.alignment = alignment;
        if (!paragraph.empty()) cell.content.push_back(std::move(paragraph));
        return cell;
    }

    const model::Project& project_;
    const Table& table_;
    const Footnotes& footnotes_;
    const ExplainedValues& explained_;
    const model::Layout& layout_ = project_.layout;
    const ValueSymbols symbols_ = value_symbols(project_);
    const Codes codes_ = codes_of(project_.dataset);
    const Pictures pictures_ = pictures_of(project_);
    const ColumnLooks looks_{table_, project_.dataset};
    const std::vector<Pt> gaps_ = gaps_of(table_, looks_, layout_.padding_x);
    const CellDesigns designs_{table_.block->cells};
    const std::size_t row_header_column_ = row_header_column(table_);
    GridBuilder grid_{grid_columns(table_), most_rows(table_)};
};

}  // namespace

doc::Grid build_grid(const model::Project& project, const Table& table, const Footnotes& footnotes,
                     const ExplainedValues& explained) {
    return TableSetting(project, table, footnotes, explained).run();
}

}  // namespace broadside::resolve
