#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "broadside/doc/document.hpp"
#include "broadside/emit/html/figures.hpp"
#include "broadside/emit/html/style.hpp"

namespace broadside::emit {

/// The word of layouts, which the style sheet knows.
std::string_view alignment_class(Alignment alignment);

/// What all parts of a page are written with: elements with their classes, texts with their links,
/// and symbols, each of which is defined once.
class HtmlWriter {
public:
    HtmlWriter(const doc::Document& document, HtmlPlace place);

    HtmlStyle& style() { return style_; }

    void write(std::string_view html) { out_ += html; }

    /// An element on lines of its own.
    template <typename Content>
    void element(std::string_view name, const std::string& attributes, Content content) {
        out_ += fmt::format("<{}{}>\n", name, attributes);
        content();
        out_ += fmt::format("</{}>\n", name);
    }

    /// The attribute of classes by name, with spaces between them, and one for declarations; empty
    /// without either.
    std::string classes(std::string_view names, const std::string& declarations);

    /// A declaration of that border; empty for none.
    std::string border(std::string_view edge, const RuleStyle& rule);

    /// Nothing for an empty paragraph. `around` is how what holds it is aligned; a class of its own
    /// says how it is. Its figures line up with those of a column. A badge stands behind its last
    /// word, and never begins a line. `indent`: that much further from
    /// the start than what holds it.
    void paragraph(std::string_view name, const doc::Paragraph& paragraph,
                   std::string_view class_name = "", Alignment around = Alignment::Start,
                   const FigureTails* figures = nullptr, const doc::Symbol* badge = nullptr,
                   Pt indent = Pt(0));

    /// Letters with what HTML has elements for: line feeds, and where Japanese lines may end.
    /// Without a language, in that of the document.
    std::string text(std::string_view text, std::string_view language = {}) const;

    /// Spans in what is set in the style `around`; with a tail, what is behind figures stands in a
    /// box of its own.
    void spans(const std::vector<doc::Span>& spans, const TextStyle& around,
               bool have_tails = false);

    /// Marks that stand again, for the eye alone: links that no key leads to.
    void marks_again(const std::vector<doc::Span>& marks);

    void symbol(const doc::Symbol& symbol, std::string_view class_name = "");

    /// With a badge at the end edge.
    template <typename Content>
    void badged(const doc::Symbol& badge, Content content) {
        out_ += "<div class=\"bsd-badged\"><div class=\"bsd-body\">\n";
        content();
        out_ += "</div>";
        symbol(badge);
        out_ += "</div>\n";
    }

    /// An id, or the name of one that a link leads to, which no other fragment of a page has.
    std::string id(std::string_view anchor) const;

    /// The attribute that names a row. One that stands in several tables is found in the first.
    std::string row_id(const doc::Row& row);

    /// What was written, and what it uses.
    std::string take() { return std::move(out_); }
    std::size_t size() const { return out_.size(); }
    const std::string& definitions() const { return definitions_; }

    Direction direction() const { return direction_; }

private:
    using SpanAt = std::vector<doc::Span>::const_iterator;

    SpanAt linked_picture(SpanAt first, SpanAt last, const TextStyle& around);
    void span(const doc::Span& span, const TextStyle& around);
    void part(const doc::Span& span, std::string_view text, const TextStyle& around);
    void room(const std::string& text);
    void figure(const doc::Span& span, const TextStyle& around);
    const std::string& symbol_id(const DrawingRef& drawing);

    HtmlStyle style_;
    Direction direction_;
    std::set<NoteId> listed_;
    std::map<const Drawing*, std::string> symbols_;  // ids
    std::string definitions_;                        // of symbols, in the order of their first use
    std::set<std::string> rows_;                     // whose ids stand on the page
    std::string out_;
};

/// A table in a region of its own, which scrolls sideways where the window is too narrow for it.
/// Without a caption to be seen, the table's summary is one to be heard.
void write_html_table(const doc::Table& table, const doc::Paragraph* caption, HtmlWriter& writer);

}  // namespace broadside::emit
