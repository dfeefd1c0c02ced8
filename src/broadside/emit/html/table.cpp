#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

#include "broadside/doc/parts.hpp"
#include "broadside/emit/html/associations.hpp"
#include "broadside/emit/html/cards.hpp"
#include "broadside/emit/html/cell_content.hpp"
#include "broadside/emit/html/figures.hpp"
#include "broadside/emit/html/heads.hpp"
#include "broadside/emit/html/table_look.hpp"
#include "broadside/emit/html/widths.hpp"
#include "broadside/emit/html/writer.hpp"
#include "broadside/emit/markup.hpp"

namespace broadside::emit {

namespace {

std::string_view scope_value(HeaderScope scope) {
    switch (scope) {
        case HeaderScope::None: return "";
        case HeaderScope::Column: return "col";
        case HeaderScope::ColumnGroup: return "colgroup";
        case HeaderScope::Row: return "row";
        case HeaderScope::RowGroup: return "rowgroup";
    }
    return "";
}

class HtmlTable {
public:
    HtmlTable(const doc::Table& table, HtmlWriter& writer) : table_(table), html_(writer) {
        if (table.narrow == NarrowTable::Cards)
            cards_.emplace(table, writer.style().setting().language);
    }

    void write(const doc::Paragraph* text) {
        const std::string caption = html_.id(fmt::format("table-{}", table_.number));
        const double room = room_for_slant(table_, html_.style().setting());
        const std::string region = html_.style().region_class(
            upright_width_, needed_width(table_, html_.style().setting(), Heads::Narrow),
            table_.narrow);
        html_.write(fmt::format(
            "<div{} role=\"region\" aria-labelledby=\"{}\" tabindex=\"0\">\n",
            html_.classes("scroll " + region,
                          room > 0 ? fmt::format("padding-inline-end:{:.3g}rem;", room) : ""),
            caption));
        const double label = cards_ ? cards_->width(html_.style().setting()) : 0;
        const std::string labels = label > 0 ? fmt::format("--bsd-label:{:.3g}rem;", label) : "";
        html_.element("table", html_.classes("", look_.of_table() + labels), [&] {
            html_.write(fmt::format("<caption id=\"{}\">", caption));
            if (text != nullptr)
                html_.paragraph("div", *text);
            else
                html_.write(fmt::format("<span class=\"bsd-hidden\">{}</span>",
                                        escape_xml(table_.summary)));
            html_.write("</caption>\n");
            columns();
            rows();
        });
        html_.write("</div>\n");
    }

private:
    void columns() {
        const double shares = std::accumulate(grid_.columns.begin(), grid_.columns.end(), 0.0,
                                              [](double sum, const doc::Column& column) {
                                                  const auto* share =
                                                      std::get_if<Fraction>(&column.width);
                                                  return share ? sum + share->share : sum;
                                              });
        for (std::size_t column = 0; column < grid_.columns.size();) {
            html_.write("<colgroup>");
            for (const std::size_t end = end_of_group(column); column < end; ++column)
                html_.write(fmt::format(
                    "<col{}>",
                    html_.classes(giving(column),
                                  width(grid_.columns[column].width, shares) + least(column))));
            html_.write("</colgroup>\n");
        }
    }

    /// Of a column that gives way as wide as others.
    std::string least(std::size_t column) const {
        const auto& giving = giving_[column];
        return giving && giving->least > 0 ? fmt::format("--bsd-least:{:.4g}rem;", giving->least)
                                           : "";
    }

    /// In columns of one width words are broken rather than that one is wider.
    std::string alike(const doc::Cell& cell, std::size_t column) const {
        if (cell.column_span > 1) return "";
        const std::string width = least(column);
        if (width.empty()) return "";
        return (cell.scope == HeaderScope::Column ? width : "") +
               "overflow-wrap:anywhere;hyphens:auto;";
    }

    std::string giving(std::size_t column) {
        return giving_[column] ? html_.style().giving_class(giving_[column]->window) : "";
    }

    /// A head over several columns heads its group, and no column beside it.
    std::size_t end_of_group(std::size_t column) const {
        const auto head_at = [this](std::size_t at) {
            const auto* cell = std::get_if<doc::Cell>(&grid_.at(0, at));
            return cell && cell->scope == HeaderScope::ColumnGroup ? cell : nullptr;
        };
        if (const doc::Cell* head = head_at(column)) return column + head->column_span;
        while (++column < grid_.columns.size() && !head_at(column)) {
        }
        return column;
    }

    /// Shares as percentages of what all shares are; the browser gives the others what they need.
    std::string width(const WidthRule& rule, double shares) {
        if (const auto* share = std::get_if<Fraction>(&rule))
            return fmt::format("width:{:.4g}%;", 100 * share->share / shares);
        if (const auto* percentage = std::get_if<Percentage>(&rule))
            return fmt::format("width:{:.4g}%;", percentage->percent);
        if (const auto* fixed = std::get_if<FixedWidth>(&rule))
            return fmt::format("width:{};", html_.style().length(fixed->width));
        return "";
    }

    /// The head is one group, each section another.
    void rows() {
        std::string_view open;
        for (std::size_t row = 0; row < grid_.rows.size(); ++row) {
            const RowKind kind = grid_.rows[row].kind;
            const std::string_view group = kind == RowKind::Header ? "thead" : "tbody";
            if (group != open || grid_.rows[row].begins_section) {
                close(open);
                const std::string edge =
                    kind == RowKind::Header ? html_.border("bottom", table_.style.strong_rule) : "";
                html_.write(fmt::format("<{}{}>\n", group, html_.classes(even_cards(row), edge)));
                open = group;
            }
            html_.element("tr", row_attributes(row), [&] {
                copies_.clear();
                group_.clear();
                if (cards_ && kind == RowKind::Body) copies_ = cards_->copies(row);
                for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
                    if (const auto* cell = std::get_if<doc::Cell>(&grid_.at(row, column)))
                        this->cell(*cell, row, column);
                }
            });
        }
        close(open);
    }

    /// Of the rows from that one on to the next section: in how many columns of cards, one fewer
    /// than there is room for, none stands alone in the last row, and two have all the width.
    std::string_view even_cards(std::size_t row) const {
        std::size_t cards = 0;
        for (std::size_t at = row; at < grid_.rows.size(); ++at) {
            if (at > row && grid_.rows[at].begins_section) break;
            if (is_heading(at)) return "";
            if (grid_.rows[at].kind == RowKind::Body) ++cards;
        }
        if (!cards_) return "";
        if (cards == 2 || (cards % 3 == 1 && cards % 2 == 0)) return "even-2";
        return cards % 4 == 1 && cards % 3 != 1 ? "even-3" : "";
    }

    /// Whether it has nothing but a name, for the rows that stand under it: among cards a title, as
    /// that of a section.
    bool is_heading(std::size_t index) const {
        const std::vector<doc::Row>& rows = grid_.rows;
        if (rows[index].kind != RowKind::Body || index + 1 == rows.size() ||
            rows[index + 1].begins_section || rows[index + 1].level <= rows[index].level)
            return false;
        for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
            const doc::Cell& cell = grid_.cell_at(index, column);
            if (cell.scope == HeaderScope::None && !cell.content.empty()) return false;
        }
        return true;
    }

    void close(std::string_view group) {
        if (!group.empty()) html_.write(fmt::format("</{}>\n", group));
    }

    std::string row_attributes(std::size_t index) {
        const doc::Row& row = grid_.rows[index];
        const bool has_copies = cards_ && associations_.is_merged(index);
        const bool is_title = row.kind == RowKind::Section || is_heading(index);
        return html_.row_id(row) +
               (has_copies ? attribute("aria-owns", associations_.ids(index)) : "") +
               html_.classes(is_title ? "section" : "", look_.of_row(index));
    }

    void cell(const doc::Cell& cell, std::size_t row, std::size_t column) {
        // A group inside another is none that HTML knows: its head heads the columns below it.
        const bool is_inner = cell.scope == HeaderScope::ColumnGroup && row > 0;
        std::string attributes =
            attribute("scope", scope_value(is_inner ? HeaderScope::Column : cell.scope)) +
            associations_.attributes(row, column);
        if (cell.row_span > 1) attributes += fmt::format(" rowspan=\"{}\"", cell.row_span);
        if (cell.column_span > 1) attributes += fmt::format(" colspan=\"{}\"", cell.column_span);
        const bool is_value = cell.scope == HeaderScope::None;
        const std::string_view name = is_value ? "td" : "th";
        const bool is_blank = cards_ && is_value && cell.content.empty();
        std::string names(alignment_class(cell.alignment));
        if (cell.fill) names += " filled";
        if (cell.scope == HeaderScope::Column) names += " " + giving(column);
        const std::string own = "own " + names;
        const bool is_several = is_value && copies_.count(column) > 0;
        if (is_several)
            names += " several";
        else if (is_blank)
            names += " blank";
        if (cell.scope == HeaderScope::Row && grid_.columns[column].has_groups) names += " group";
        html_.write(fmt::format(
            "<{}{}{}>", name, attributes,
            html_.classes(names, look_.of_cell(cell, row, column) + alike(cell, column))));
        const auto is_before = [&](std::size_t copied) { return copied < column; };
        copies(row, column, is_before);
        const bool has_own = is_several && !is_blank;
        if (has_own) html_.write(fmt::format("<div{}>", html_.classes(own, "")));
        if (cards_ && is_value && !is_blank) label(cell, column);
        const std::size_t above = HtmlCellContent::parts_before_words(cell);
        const bool has_words = above < cell.content.size();
        if (cell.badge && (cell.badge_place == BandSymbol::End || !has_words)) {
            const std::span<const doc::Content> all(cell.content);
            const std::size_t pictures = has_words ? above : 0;
            content_.write(cell, column, all.first(pictures));
            html_.badged(*cell.badge, [&] { content_.write(cell, column, all.subspan(pictures)); });
        } else if (cell.scope == HeaderScope::Column && may_be_narrow(cell, column)) {
            head(cell, column, grid_.columns[column].head);
        } else if (cell.scope == HeaderScope::ColumnGroup && cell.short_form) {
            head(cell, column, HeadTurn::Upright);
        } else if (const std::string room = room_of(cell, column); !room.empty()) {
            html_.element("div", html_.classes("fit", room), [&] { content_.write(cell, column); });
        } else {
            content_.write(cell, column);
        }
        if (has_own) html_.write("</div>");
        echoes(cell, row, column);
        copies(row, column, std::not_fn(is_before));
        html_.write(fmt::format("</{}>\n", name));
    }

    /// The name of a value on a card, where no head stands above it; that of its group, once.
    void label(const doc::Cell& cell, std::size_t column) {
        const auto write = [&](std::string_view names, const Cards::Title& title) {
            if (title.text.empty()) return;
            html_.write(fmt::format("<span{} aria-hidden=\"true\">{}", html_.classes(names, ""),
                                    html_.text(title.text)));
            html_.marks_again(title.marks);
            html_.write("</span>");
        };
        const Cards::Label label = cards_->label(column, cell.column_span);
        const bool is_member = !label.group.text.empty();
        if (label.group.text != std::exchange(group_, label.group.text))
            write("head over", label.group);
        write(is_member ? "head member" : "head", label.name);
    }

    /// What cells from rows above say on the card of this row.
    template <typename Chosen>
    void copies(std::size_t row, std::size_t column, Chosen is_chosen) {
        const auto shown = copies_.find(column);
        if (shown == copies_.end()) return;
        for (const std::size_t copied : shown->second) {
            if (!is_chosen(copied)) continue;
            const doc::Cell& cell = grid_.cell_at(row, copied);
            const bool is_head = cell.scope == HeaderScope::Row;
            std::string names = is_head ? "again title" : "again";
            if (cell.fill) names += " filled";
            if (grid_.columns[copied].has_groups) names += " group";
            copy(cell, row, copied,
                 html_.classes(names, look_.of_ground(cell, grid_.rows[row],
                                                      grid_.columns[copied].is_emphasised)),
                 is_head ? nullptr : &cell);
            echoes(cell, row, copied);
        }
    }

    /// What a cell says in each further column that it spans, for who listens to a card: browsers
    /// know of no spans there, and what follows would stand under other columns.
    void echoes(const doc::Cell& cell, std::size_t row, std::size_t column) {
        const std::size_t end = column + cell.column_span;
        if (!cards_ || !associations_.is_merged(row) || end == grid_.columns.size()) return;
        for (std::size_t i = column + 1; i < end; ++i)
            copy(cell, row, i, html_.classes("echo", ""), nullptr);
    }

    /// A cell of its own to who listens. Where texts are long and reach far, copies take no more of
    /// the page than all else: those beyond are empty.
    void copy(const doc::Cell& cell, std::size_t row, std::size_t column,
              const std::string& classes, const doc::Cell* labelled) {
        const std::size_t before = html_.size();
        html_.write(fmt::format("<div role=\"{}\" id=\"{}\"{}>",
                                cell.scope == HeaderScope::Row ? "rowheader" : "cell",
                                associations_.id(row * grid_.columns.size() + column), classes));
        if (copied_ <= before / 2) {
            if (labelled != nullptr) label(*labelled, column);
            const bool goes_on = cell.continued_form && grid_.place_of(row, column).row < row;
            content_.write(as_copy(goes_on ? *cell.continued_form : cell), column);
        }
        html_.write("</div>");
        copied_ += html_.size() - before;
    }

    bool may_be_narrow(const doc::Cell& cell, std::size_t column) const {
        return cell.short_form || grid_.columns[column].head != HeadTurn::Upright;
    }

    void head(const doc::Cell& cell, std::size_t column, HeadTurn turn) {
        const double narrow = turn == HeadTurn::Rotated || turn == HeadTurn::Slanted
                                  ? std::numeric_limits<double>::infinity()
                                  : upright_width_;
        const std::string state = html_.style().head_class(narrow, turn);
        const std::string room = turn == HeadTurn::Upright ? room_of(cell, column) : "";
        html_.element("div", html_.classes(room.empty() ? state : "fit " + state, room), [&] {
            if (!cell.short_form) return content_.write(cell, column);
            if (cell.content.size() > 1)
                html_.paragraph("div", std::get<doc::Paragraph>(cell.content.front()), "",
                                cell.alignment);
            abbreviated(title_of(cell), title_of(*cell.short_form));
        });
    }

    /// A picture may stand above it.
    static const doc::Paragraph& title_of(const doc::Cell& head) {
        return std::get<doc::Paragraph>(head.content.back());
    }

    /// Both titles, of which the style sheet shows one, then the marks.
    void abbreviated(const doc::Paragraph& in_full, const doc::Paragraph& brief) {
        const TextStyle& style = in_full.spans.front().style;
        html_.element("div", html_.classes("", html_.style().text(style, html_.style().main())),
                      [&] {
                          const Url& url = in_full.spans.front().url;
                          if (!url.empty())
                              html_.write("<a" + attribute("href", url.address()) + ">");
                          html_.write("<span class=\"bsd-long\">");
                          html_.spans(title_spans(in_full), style);
                          html_.write("</span><abbr class=\"bsd-short\" aria-hidden=\"true\"");
                          html_.write(attribute("title", plain_text(in_full)) + ">");
                          html_.spans(title_spans(brief), style);
                          html_.write(url.empty() ? "</abbr>" : "</abbr></a>");
                          html_.spans({first_mark(in_full), in_full.spans.end()}, style);
                      });
    }

    /// The width that the column asks for its words, which the shares of others would take away; of
    /// the head of one that gives way, the most.
    std::string room_of(const doc::Cell& cell, std::size_t column) {
        if (cell.scope == HeaderScope::Column && giving_[column])
            return fmt::format("--bsd-most:{:.4g}rem;", giving_[column]->head);
        const bool has_words =
            (cell.scope == HeaderScope::None || cell.scope == HeaderScope::Row) &&
            cell.column_span == 1 && !cell.content.empty() &&
            std::holds_alternative<doc::Paragraph>(cell.content.front());
        const WidthRule& rule = grid_.columns[column].width;
        if (!has_words) return "";
        if (std::holds_alternative<MaxContent>(rule)) return "max-width:none;";
        const auto* fit = std::get_if<FitContent>(&rule);
        return fit ? fmt::format("max-width:{};", html_.style().length(fit->limit)) : "";
    }

    const doc::Table& table_;
    HtmlWriter& html_;
    const doc::Grid& grid_ = table_.grid;
    const Associations associations_{table_, html_};
    const double upright_width_ = needed_width(table_, html_.style().setting(), Heads::Full).table;
    const std::vector<std::optional<GivingColumn>> giving_ =
        giving_columns(table_, html_.style().setting());
    const std::vector<FigureTails> figures_ = figure_tails(grid_, html_.direction());
    TableLook look_{table_, figures_, html_};
    HtmlCellContent content_{html_, figures_, table_.narrow == NarrowTable::Cards};
    std::optional<Cards> cards_;
    std::map<std::size_t, std::vector<std::size_t>> copies_;  // of the row that is written
    std::string group_;       // of the value that was written last on a card
    std::size_t copied_ = 0;  // bytes
};

}  // namespace

void write_html_table(const doc::Table& table, const doc::Paragraph* caption, HtmlWriter& writer) {
    HtmlTable(table, writer).write(caption);
}

}  // namespace broadside::emit
