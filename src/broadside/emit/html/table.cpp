#include <algorithm>
#include <limits>
#include <numeric>
#include <variant>
#include <vector>

#include <fmt/ranges.h>

#include "broadside/emit/html/associations.hpp"
#include "broadside/emit/html/figures.hpp"
#include "broadside/emit/html/heads.hpp"
#include "broadside/emit/html/writer.hpp"
#include "broadside/emit/xml.hpp"
#include "broadside/unicode/utf8.hpp"

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
    HtmlTable(const doc::Table& table, HtmlWriter& writer)
        : table_(table),
          grid_(table.grid),
          look_(table.style),
          html_(writer),
          associations_(table),
          upright_width_(upright_width(table, writer.style().main().size)),
          figures_(figure_tails(table.grid, writer.direction())) {}

    void write(const doc::Paragraph* text) {
        const std::string caption = fmt::format("table-{}", table_.number);
        const double room = room_for_slant(table_, html_.style().main().size);
        html_.write(fmt::format(
            "<div{} role=\"region\" aria-labelledby=\"{}\" tabindex=\"0\">\n",
            html_.classes("scroll",
                          room > 0 ? fmt::format("padding-inline-end:{:.3g}rem;", room) : ""),
            caption));
        const std::string edge = html_.border("bottom", look_.strong_rule);
        html_.element("table", html_.classes("", edge), [&] {
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
                    "<col{}>", html_.classes("", width(grid_.columns[column].width, shares))));
            html_.write("</colgroup>\n");
        }
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
                    kind == RowKind::Header ? html_.border("bottom", look_.strong_rule) : "";
                html_.write(fmt::format("<{}{}>\n", group, html_.classes("", edge)));
                open = group;
            }
            html_.element("tr", row_attributes(row), [&] {
                for (std::size_t column = 0; column < grid_.columns.size(); ++column) {
                    if (const auto* cell = std::get_if<doc::Cell>(&grid_.at(row, column)))
                        this->cell(*cell, row, column);
                }
            });
        }
        close(open);
    }

    void close(std::string_view group) {
        if (!group.empty()) html_.write(fmt::format("</{}>\n", group));
    }

    std::string row_attributes(std::size_t index) {
        const doc::Row& row = grid_.rows[index];
        std::string declarations;
        const auto on = [&](const Colour& colour) {
            declarations += "background:" + html_.style().colour(colour) + ";";
        };
        if (row.kind == RowKind::Section) on(look_.section_fill);
        if (row.kind == RowKind::Body) declarations = html_.border("bottom", look_.row_rule);
        if (row.is_summary && !grid_.rows[index - 1].is_summary)
            declarations += html_.border("top", look_.strong_rule);
        if (index > 0 && row.is_emphasised != grid_.rows[index - 1].is_emphasised)
            declarations += html_.border("top", look_.strong_rule);
        if (row.is_striped || row.is_emphasised)
            on(row.is_emphasised ? look_.emphasis_fill : look_.stripe_fill);
        return html_.row_id(row) + html_.classes("", declarations);
    }

    void cell(const doc::Cell& cell, std::size_t row, std::size_t column) {
        // A group inside another is none that HTML knows: its head heads the columns below it.
        const bool is_inner = cell.scope == HeaderScope::ColumnGroup && row > 0;
        std::string attributes =
            html_attribute("scope", scope_value(is_inner ? HeaderScope::Column : cell.scope)) +
            associations_.attributes(row, column);
        if (cell.row_span > 1) attributes += fmt::format(" rowspan=\"{}\"", cell.row_span);
        if (cell.column_span > 1) attributes += fmt::format(" colspan=\"{}\"", cell.column_span);
        const std::string_view name = cell.scope == HeaderScope::None ? "td" : "th";
        html_.write(fmt::format("<{}{}{}>", name, attributes,
                                html_.classes(alignment_class(alignment_of(cell, column)),
                                              cell_look(cell, row, column))));
        if (cell.badge) {
            html_.write("<div class=\"bsd-badged\"><div class=\"bsd-body\">\n");
            content(cell, column);
            html_.write("</div>");
            html_.symbol(*cell.badge);
            html_.write("</div>\n");
        } else if (cell.scope == HeaderScope::Column && may_be_narrow(cell, column)) {
            head(cell, column);
        } else if (const std::string room = room_of(cell, column); !room.empty()) {
            html_.element("div", html_.classes("fit", room), [&] { content(cell, column); });
        } else {
            content(cell, column);
        }
        html_.write(fmt::format("</{}>\n", name));
    }

    /// Numbers stand from left to right: where their axis is fixed at their right, the cells of
    /// the column begin there.
    Alignment alignment_of(const doc::Cell& cell, std::size_t column) const {
        const bool begins = figures_[column].lines_up && cell.column_span == 1 &&
                            !cell.leaves_axis && cell.alignment == Alignment::End &&
                            html_.direction() == Direction::RightToLeft;
        return begins ? Alignment::Start : cell.alignment;
    }

    std::string_view class_of(const doc::Paragraph& text, const doc::Cell& cell,
                              std::size_t column) const {
        if (!figures_[column].lines_up || cell.column_span > 1 || cell.leaves_axis) return "";
        const bool is_figure =
            std::any_of(text.spans.begin(), text.spans.end(),
                        [](const doc::Span& span) { return span.axis.has_value(); });
        return is_figure ? "figure" : "";
    }

    void content(const doc::Cell& cell, std::size_t column) {
        for (const doc::Content& part : cell.content) {
            if (const auto* text = std::get_if<doc::Paragraph>(&part)) {
                html_.paragraph("div", *text, class_of(*text, cell, column), cell.alignment);
            } else {
                const auto& line = std::get<doc::SymbolLine>(part);
                html_.write("<span class=\"bsd-marked\">");
                html_.symbol(*line.symbol);
                html_.spans(line.marks, html_.style().main());
                html_.write("</span>");
            }
        }
    }

    bool may_be_narrow(const doc::Cell& cell, std::size_t column) const {
        return cell.short_form || grid_.columns[column].head != HeadTurn::Upright;
    }

    void head(const doc::Cell& cell, std::size_t column) {
        const HeadTurn turn = grid_.columns[column].head;
        const double narrow = turn == HeadTurn::Rotated || turn == HeadTurn::Slanted
                                  ? std::numeric_limits<double>::infinity()
                                  : upright_width_;
        const std::string state = html_.style().head_class(narrow, turn);
        html_.element("div", html_.classes(state, ""), [&] {
            if (!cell.short_form) return content(cell, column);
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
                              html_.write("<a" + html_attribute("href", url.address()) + ">");
                          html_.write("<span class=\"bsd-long\">");
                          html_.spans(title_spans(in_full), style);
                          html_.write("</span><abbr class=\"bsd-short\" aria-hidden=\"true\"");
                          html_.write(html_attribute("title", plain_text(in_full)) + ">");
                          html_.spans(title_spans(brief), style);
                          html_.write(url.empty() ? "</abbr>" : "</abbr></a>");
                          html_.spans({first_mark(in_full), in_full.spans.end()}, style);
                      });
    }

    /// The width that the column asks for its words, which the shares of others would take away.
    std::string room_of(const doc::Cell& cell, std::size_t column) {
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

    std::string cell_look(const doc::Cell& cell, std::size_t row, std::size_t column) {
        HtmlStyle& style = html_.style();
        std::string declarations = fmt::format("padding:{} {};", style.length(look_.padding_y),
                                               style.length(look_.padding_x));
        if (!figures_[column].empty() && grid_.rows[row].kind == RowKind::Body)
            declarations += fmt::format(
                "--bsd-tail:{};",
                css_string(fmt::format("{}", fmt::join(figures_[column].longest, "\n"))));
        if (cell.scope == HeaderScope::ColumnGroup) declarations += group_rule();
        // Beside a column of shares a browser takes the width of a `col` for a wish.
        const auto* fixed = std::get_if<FixedWidth>(&grid_.columns[column].width);
        if (fixed && cell.scope == HeaderScope::Column)
            declarations += fmt::format("min-width:{};", style.length(fixed->width));
        const bool is_slanted =
            cell.scope == HeaderScope::Column && grid_.columns[column].head == HeadTurn::Slanted;
        const bool is_emphasised =
            grid_.columns[column].is_emphasised && cell.column_span == 1 && !is_slanted;
        if (is_emphasised)
            declarations += "background:" + style.colour(look_.emphasis_fill) + ";" +
                            html_.border("inline", look_.strong_rule);
        if (cell.indent > Pt(0))
            declarations += fmt::format("padding-inline-start:{};",
                                        style.length(look_.padding_x + cell.indent));
        if (cell.fill)
            declarations +=
                fmt::format("background:{} padding-box;{}", style.colour(*cell.fill),
                            is_emphasised ? "" : "border-inline:.06rem solid transparent;");
        else if (cell.band != doc::kNoBand)
            declarations += "background:" + style.colour(band(cell.band).tint) + ";";
        if (grid_.columns[column + cell.column_span - 1].has_guide && !is_slanted &&
            !is_emphasised &&
            (cell.scope == HeaderScope::Column || grid_.rows[row].kind == RowKind::Body))
            declarations += html_.border("inline-end", look_.guide_rule);
        if (cell.vertical_alignment != VerticalAlignment::Middle)
            declarations +=
                fmt::format("vertical-align:{};",
                            cell.vertical_alignment == VerticalAlignment::Top ? "top" : "bottom");
        const int row_band = grid_.rows[row].band;
        if (column == 0 && row_band != doc::kNoBand)
            declarations += fmt::format("border-inline-start:{} solid {};",
                                        style.length(band(row_band).bar_width),
                                        style.colour(band(row_band).bar));
        return declarations;
    }

    /// Over the group's own columns: borders of neighbours would meet.
    std::string group_rule() {
        const RuleStyle& rule = look_.strong_rule;
        if (rule.width <= Pt(0)) return "";
        return fmt::format(
            "background:linear-gradient({0},{0}) bottom/calc(100% - 2*{1}) max(1px,{2}) no-repeat;",
            html_.style().colour(rule.colour), html_.style().length(look_.padding_x),
            html_.style().length(rule.width));
    }

    const BandStyle& band(int index) const { return look_.bands[static_cast<std::size_t>(index)]; }

    const doc::Table& table_;
    const doc::Grid& grid_;
    const TableStyle& look_;
    HtmlWriter& html_;
    const Associations associations_;
    double upright_width_;
    const std::vector<FigureTails> figures_;
};

}  // namespace

void write_html_table(const doc::Table& table, const doc::Paragraph* caption, HtmlWriter& writer) {
    HtmlTable(table, writer).write(caption);
}

}  // namespace broadside::emit
