#include "broadside/emit/formats.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/printable.hpp"
#include "broadside/emit/html/writer.hpp"
#include "broadside/emit/link_targets.hpp"
#include "broadside/emit/markup.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::emit {

namespace {

/// In a script element nothing is escaped: no `<` may stand in it.
std::string in_script(const std::string& text) {
    std::string json;
    for (const char c : json_text(text)) {
        if (c == '<' || c == '>' || c == '&')
            json += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            json += c;
    }
    return json;
}

/// https://schema.org/Article. Whether the author is a person nobody says.
std::string json_ld(const Metadata& metadata) {
    const std::string title = in_script(metadata.title);
    std::string data = fmt::format(
        R"({{"@context":"https://schema.org","@type":"Article","headline":{0},"inLanguage":{1})",
        title, in_script(metadata.language));
    const auto add = [&data](std::string_view form, const std::string& value) {
        if (!value.empty()) data += fmt::format(fmt::runtime(form), in_script(value));
    };
    add(R"(,"description":{})", metadata.description);
    add(R"(,"author":{{"name":{}}})", metadata.author);
    add(R"(,"license":{{"@type":"CreativeWork","name":{}}})", metadata.licence);
    data += fmt::format(R"(,"mainEntity":{{"@type":"Table","name":{}}}}})", title);
    return fmt::format("<script type=\"application/ld+json\">{}</script>\n", data);
}

/// For the head of a page of a site: where its languages are, and what it is, for search engines,
/// as JSON-LD: data of schema.org, which no browser runs.
std::string site_links(const std::vector<Alternate>& alternates, const Metadata& metadata) {
    if (alternates.empty()) return {};
    std::string links;
    const auto add = [&links](std::string_view language, const Alternate& alternate) {
        links += fmt::format("<link rel=\"alternate\" hreflang=\"{}\" href=\"{}\">\n",
                             escape_xml(language), escape_xml(alternate.href));
    };
    for (const Alternate& alternate : alternates) add(alternate.language, alternate);
    for (const Alternate& alternate : alternates) {
        if (alternate.is_source) add("x-default", alternate);
    }
    return links + json_ld(metadata);
}

/// Links to the languages of a site, each called as it calls itself; empty where there is only one.
std::string language_switcher(const std::vector<Alternate>& alternates, std::string_view own) {
    if (alternates.size() < 2) return {};
    std::string links;
    for (const auto& [language, href, is_source] : alternates) {
        links += fmt::format("<li><a href=\"{}\" hreflang=\"{}\"{}{}>{}</a></li>\n",
                             escape_xml(href), escape_xml(language), language_attributes(language),
                             language == own ? " aria-current=\"page\"" : "",
                             escape_xml(unicode::autonym(language)));
    }
    return fmt::format("<nav>\n<ul class=\"bsd-languages\">\n{}</ul>\n</nav>\n", links);
}

/// The boxes of a page, each as its arrangement says.
class HtmlBoxes {
public:
    explicit HtmlBoxes(HtmlWriter& writer) : html_(writer), style_(writer.style()) {}

    void operator()(const doc::Paragraph& paragraph) {
        const Role role = paragraph.meaning->role;
        if (role == Role::Caption) {
            caption_ = &paragraph;
            return;
        }
        if (role == Role::Heading)
            html_.paragraph(fmt::format("h{}", paragraph.meaning->level + heading_shift()),
                            paragraph);
        else
            html_.paragraph(role == Role::ListBody ? "div" : "p", paragraph);
    }

    void operator()(const doc::Stack& stack) {
        element("div", "stack", gap(stack.gap), [&] { boxes(stack.boxes); });
    }

    void operator()(const doc::SideBySide& row) {
        element("div", "beside", gap(row.gap), [&] {
            for (std::size_t i = 0; i < row.boxes.size(); ++i) {
                const auto* share = std::get_if<Fraction>(&row.widths[i]);
                element("div", "",
                        share ? fmt::format("flex:{:.4g} 1 16rem;min-width:0;", share->share) : "",
                        [&] { box(row.boxes[i]); });
            }
        });
    }

    void operator()(const doc::Tiles& tiles) {
        const std::string gaps = fmt::format("gap:{} {};", style_.length(tiles.gap_below),
                                             style_.length(tiles.gap_beside));
        items(tiles.boxes, html_.classes("tiles", gaps), "");
    }

    void operator()(const doc::TwoEnds& ends) {
        element("div", "ends", "gap:0 " + style_.length(ends.gap) + ";", [&] {
            (*this)(ends.start);
            html_.paragraph("p", ends.end);
        });
    }

    void operator()(const doc::Labelled& item) {
        const bool is_middle = item.place == doc::Labelled::Place::Middle;
        element("div", "labelled", gap(item.gap) + (is_middle ? "align-items:center;" : ""), [&] {
            if (const auto* text = std::get_if<doc::Paragraph>(&item.label))
                html_.paragraph("div", *text, "label");
            if (const auto* code = std::get_if<doc::Symbol>(&item.label))
                html_.symbol(*code, "label");
            element("div", "body", "", [&] {
                for (const doc::Paragraph& text : item.body) (*this)(text);
            });
        });
    }

    void operator()(const doc::BalancedColumns& columns) {
        const std::string look = fmt::format("columns:{} 20rem;column-gap:{};", columns.count,
                                             style_.length(columns.gap));
        const std::string below =
            "break-inside:avoid;margin-bottom:" + style_.length(columns.gap_below) + ";";
        items(columns.boxes, html_.classes("", look), below);
    }

    void operator()(const doc::LegendPacking& legend) {
        element("div", "legend", "gap:.5rem 2rem;", [&] {
            for (const doc::LegendGroup& group : legend.groups)
                element("div", "", group.band ? band(*group.band) : "",
                        [&] { this->group(group); });
        });
    }

    void operator()(const doc::Table& table) {
        write_html_table(table, std::exchange(caption_, nullptr), html_);
    }

    void boxes(const std::vector<doc::Box>& boxes) {
        for (const doc::Box& each : boxes) {
            if (each.is_running) continue;
            if (each.breaks_before)
                element("div", "", "break-before:page;", [&] { box(each); });
            else
                box(each);
        }
    }

private:
    /// The first heading of a page is its own.
    int heading_shift() const { return style_.place().is_fragment() ? 1 : 0; }

    template <typename Content>
    void element(std::string_view name, std::string_view class_name,
                 const std::string& declarations, Content content) {
        html_.element(name, html_.classes(class_name, declarations), content);
    }

    std::string gap(Pt length) const { return "gap:" + style_.length(length) + ";"; }

    void box(const doc::Box& box) {
        if (!box.rule) return std::visit(*this, box.content);
        const bool is_below = box.rule->edge == doc::EdgeRule::Edge::Bottom;
        const std::string_view edge = is_below ? "bottom" : "inline-start";
        element("div", "",
                html_.border(edge, box.rule->style) +
                    fmt::format("padding-{}:{};", edge, style_.length(box.rule->gap)),
                [&] { std::visit(*this, box.content); });
    }

    /// As high as what it says, beside groups under their headings.
    std::string band(const BandStyle& band) {
        return fmt::format(
            "background:{};border-inline-start:{} solid {};padding:.25rem .5rem;"
            "align-self:flex-end;",
            style_.colour(band.tint), style_.length(band.bar_width), style_.colour(band.bar));
    }

    /// `attributes`: of what holds them; `look`: declarations for each.
    void items(const std::vector<doc::Box>& boxes, const std::string& attributes,
               const std::string& look) {
        const bool is_list = !boxes.empty() && boxes.front().meaning.role == Role::ListItem;
        html_.element(is_list ? "ul" : "div", (is_list ? " role=\"list\"" : "") + attributes, [&] {
            for (const doc::Box& each : boxes) {
                const NoteId& note = each.meaning.note;
                html_.element(is_list ? "li" : "div",
                              html_.classes("", look) +
                                  attribute("id", note.empty() ? "" : html_.id(note_anchor(note))),
                              [&] { box(each); });
            }
        });
    }

    void group(const doc::LegendGroup& group) {
        (*this)(group.heading);
        if (!group.entries.empty()) {
            html_.element("ul", " role=\"list\" class=\"bsd-entries\"", [&] {
                for (const doc::LegendEntry& entry : group.entries) {
                    html_.element("li", "", [&] {
                        // In a box with a line of text, it stands on the first line of others.
                        const bool has_box = entry.symbol && !entry.code.empty();
                        if (has_box) html_.write("<span>");
                        if (entry.symbol) html_.symbol(*entry.symbol);
                        if (has_box) html_.write("</span>");
                        (*this)(entry.code);
                        (*this)(entry.label);
                    });
                }
            });
        }
        const auto sample = [&] {
            for (const doc::Paragraph& text : group.sample) (*this)(text);
        };
        if (!group.badge) return sample();
        // As in the lists beside it, and as on pages.
        element("div", "sample", "", [&] {
            html_.symbol(*group.badge);
            element("div", "body", "", sample);
        });
    }

    HtmlWriter& html_;
    HtmlStyle& style_;
    const doc::Paragraph* caption_ = nullptr;  // of the table to come
};

std::string meta(std::string_view name, const std::string& content) {
    if (content.empty()) return {};
    return fmt::format("<meta name=\"{}\"{}>\n", name, attribute("content", content));
}

}  // namespace

Result<File> emit_html(const doc::Document& document, const Options& options) {
    const Metadata& metadata = document.metadata;
    HtmlPlace place;
    if (options.html == HtmlForm::Fragment)
        place = {options.html, plain_name(options.html_name, "-")};
    HtmlWriter writer(document, place);
    const std::string gap = "gap:" + writer.style().length(document.page.block_gap) + ";";
    writer.element(place.is_fragment() ? "div" : "main", writer.classes("stack", gap),
                   [&] { HtmlBoxes(writer).boxes(document.blocks); });
    const std::string main = writer.take();
    std::string symbols;
    if (!writer.definitions().empty())
        symbols = fmt::format(
            "<svg class=\"bsd-definitions\" width=\"0\" height=\"0\" aria-hidden=\"true\">\n"
            "{}</svg>\n",
            writer.definitions());
    const std::string sheet =
        fmt::format("<style>\n{}</style>\n", writer.style().sheet(document.page));
    if (place.is_fragment())
        return fmt::format("<div class=\"bsd-{}\"{}>\n{}{}{}</div>\n", place.name,
                           language_attributes(metadata.language), sheet, symbols, main);
    const std::string more =
        meta("author", metadata.author) + meta("description", metadata.description) +
        meta("dcterms.rights", metadata.licence) + site_links(options.alternates, metadata) + sheet;
    return html_head(metadata.language, metadata.title, more) +
           fmt::format("<body class=\"bsd-{}\">\n{}{}{}</body>\n</html>\n", place.name,
                       language_switcher(options.alternates, metadata.language), symbols, main);
}

}  // namespace broadside::emit
