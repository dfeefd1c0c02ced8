#include "broadside/layout/measured_text.hpp"

#include <algorithm>
#include <cmath>

#include "broadside/base/phrases.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/layout/join_words.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"

namespace broadside::layout {

namespace {

using text::Break;
using text::Cluster;

/// A damaged font may move the pen backwards, or to nowhere; a line is filled from its start on.
double sane(double advance) { return std::isfinite(advance) && advance > 0 ? advance : 0; }

class PieceCutter {
public:
    PieceCutter(const doc::Paragraph& paragraph, const text::Shaped& shaped, LongWords long_words)
        : paragraph_(paragraph),
          shaped_(shaped),
          long_words_(long_words),
          is_figure_(doc::has_figure(paragraph)) {}

    std::vector<Piece> cut() const {
        std::vector<Piece> pieces;
        std::uint32_t first = 0;
        for (std::uint32_t i = 0; i < shaped_.clusters.size(); ++i) {
            const bool is_last = i + 1 == shaped_.clusters.size();
            if (!is_last && break_after(i) == Break::None) continue;
            pieces.push_back(piece(first, i + 1));
            first = i + 1;
        }
        pieces.shrink_to_fit();
        return pieces;
    }

private:
    const doc::Span& span_of(const Cluster& cluster) const {
        return paragraph_.spans[shaped_.items[cluster.item].span];
    }

    bool leads_to(bool doc::Span::*kind, std::uint32_t index) const {
        return index + 1 < shaped_.clusters.size() && !(span_of(shaped_.clusters[index]).*kind) &&
               span_of(shaped_.clusters[index + 1]).*kind;
    }

    /// Of a house, a room, a year: amounts, as 12,000, stand by themselves.
    bool leads_to_number(std::uint32_t next) const {
        std::uint32_t word = next;
        while (word > 0 && shaped_.clusters[word - 1].is_space) --word;
        if (word == 0 || word == next ||
            !unicode::is_letter(shaped_.character_of(shaped_.clusters[word - 1])))
            return false;
        const auto is_digit = [this](std::uint32_t at) {
            return at < shaped_.clusters.size() &&
                   unicode::is_digit(shaped_.character_of(shaped_.clusters[at]));
        };
        std::uint32_t end = next;
        while (is_digit(end)) ++end;
        return end > next && !is_digit(end + 1);
    }

    /// Whether a word of one or two letters begins here.
    bool is_short(std::uint32_t at) const {
        constexpr std::uint32_t kShort = 2;
        std::uint32_t end = at;
        while (end < shaped_.clusters.size() && end - at <= kShort &&
               unicode::is_letter(shaped_.character_of(shaped_.clusters[end])))
            ++end;
        return end > at && end - at <= kShort;
    }

    /// The marks of notes stay with their word, whatever happens inside it.
    Break break_after(std::uint32_t index) const {
        const Cluster& cluster = shaped_.clusters[index];
        // The white inside a tag's box would hold it to what is before it.
        if (leads_to(&doc::Span::is_tag, index)) return Break::Allowed;
        const Break place = is_in_address(index) ? break_in_address(index) : cluster.break_after;
        if (place != Break::LastResort) return place;
        const bool is_broken = long_words_ == LongWords::Broken && !span_of(cluster).hangs;
        return is_broken ? place : Break::None;
    }

    bool is_in_address(std::uint32_t index) const {
        return index + 1 < shaped_.clusters.size() && span_of(shaped_.clusters[index]).is_address &&
               &span_of(shaped_.clusters[index]) == &span_of(shaped_.clusters[index + 1]);
    }

    /// Held together where that fits a line, between slashes before all, and no column is wider for
    /// it. The language's own places are for words.
    Break break_in_address(std::uint32_t index) const {
        const Cluster& cluster = shaped_.clusters[index];
        if (cluster.is_space) return cluster.break_after;
        const std::uint32_t end = cluster.text_begin + cluster.text_size;
        const bool is_sign = may_break_address(shaped_.utf8, end);
        if (is_sign && !shaped_.clusters[index + 1].is_hidden)
            return shaped_.utf8[end - 1] == '/' ? Break::Leaning : Break::Emergency;
        const bool is_place = cluster.break_after != Break::None;
        return is_place ? Break::LastResort : Break::None;
    }

    Pt advance(const Cluster& cluster) const {
        return span_of(cluster).style.size * sane(cluster.advance);
    }

    Piece piece(std::uint32_t first, std::uint32_t last) const {
        Piece piece;
        piece.first = first;
        piece.last = last;
        const Cluster& end = shaped_.clusters[last - 1];
        const bool is_last = last == shaped_.clusters.size();
        piece.break_after = is_last ? Break::Mandatory : break_after(last - 1);
        piece.splits_name = last < shaped_.clusters.size() && span_of(end).whole &&
                            &span_of(end) == &span_of(shaped_.clusters[last]);
        piece.has_symbol = bool(span_of(shaped_.clusters[first]).symbol);
        piece.is_tag = span_of(shaped_.clusters[first]).is_tag;
        piece.leads_to_tag = leads_to(&doc::Span::is_tag, last - 1);
        piece.leads_to_unit = leads_to(&doc::Span::is_unit, last - 1);
        piece.parts_address = !is_last && is_in_address(last - 1);
        piece.leads_to_number = !is_last && leads_to_number(last);
        piece.parts_compound =
            !is_last && unicode::is_hyphen(shaped_.character_of(end)) && is_short(last);
        std::uint32_t visible = last;
        while (visible > first && is_trailing(shaped_.clusters[visible - 1])) {
            piece.space += advance(shaped_.clusters[--visible]);
        }
        bool hangs = true;
        for (std::uint32_t i = visible; i > first; --i) {
            const Cluster& cluster = shaped_.clusters[i - 1];
            hangs = hangs && span_of(cluster).hangs;
            if (hangs) piece.hanging += advance(cluster);
            piece.width += advance(cluster);
        }
        if (piece.break_after == Break::Hyphen) {
            piece.hyphenates = true;
            piece.hyphen = span_of(end).style.size * sane(shaped_.items[end.item].hyphen.advance);
            if (span_of(end).is_name) piece.break_after = Break::Emergency;
        }
        // A figure and its unit lie on one axis with others, on one line.
        const bool is_held =
            !is_last && span_of(end).holds && &span_of(end) == &span_of(shaped_.clusters[last]);
        if ((is_figure_ || is_held) && piece.break_after != Break::Mandatory &&
            piece.break_after != Break::LastResort)
            piece.break_after = Break::Emergency;
        return piece;
    }

    bool is_trailing(const Cluster& cluster) const {
        return cluster.is_space || cluster.is_hidden || span_of(cluster).separates;
    }

    const doc::Paragraph& paragraph_;
    const text::Shaped& shaped_;
    LongWords long_words_;
    bool is_figure_;
};

bool is_sign(const text::Shaped& shaped, const text::Cluster& cluster) {
    const char32_t code = shaped.character_of(cluster);
    return !unicode::is_letter(code) && !unicode::is_digit(code);
}

/// Scripts with marks above and below need wider lines than Latin, whatever the style says. Signs
/// that only their faces have do not.
double line_height_of(const text::Shaped& shaped) {
    double most = 1;
    for (const text::Cluster& cluster : shaped.clusters) {
        const FontFaceRef& face = shaped.items[cluster.item].face;
        if (face && face->line_height > most && !is_sign(shaped, cluster)) most = face->line_height;
    }
    return most;
}

Pt widest(const std::vector<Piece>& pieces) {
    Pt width;
    for (const Piece& piece : pieces) width = std::max(width, piece.width + piece.hyphen);
    return width;
}

Pt widest_whole_word(const std::vector<Piece>& pieces) {
    Pt width, word;
    for (const Piece& piece : pieces) {
        word += piece.width;
        width = std::max(width, word);
        const bool is_inside = piece.hyphenates || piece.break_after == Break::LastResort;
        if (piece.leads_to_unit)
            word += piece.space;
        else if (!is_inside)
            word = Pt(0);
    }
    return width;
}

Pt widest_line(const std::vector<Piece>& pieces) {
    Pt width, line, space;
    for (const Piece& piece : pieces) {
        line += space + piece.width;
        space = piece.space;
        width = std::max(width, line);
        if (piece.break_after == Break::Mandatory) line = space = Pt(0);
    }
    return width;
}

bool is_one_word(const doc::Paragraph& paragraph, const std::vector<Piece>& pieces) {
    return pieces.size() > 1 && !paragraph.is_head &&
           std::none_of(pieces.begin(), std::prev(pieces.end()),
                        [](const Piece& piece) {
                            return !piece.hyphenates && piece.break_after != Break::LastResort;
                        }) &&
           std::none_of(paragraph.spans.begin(), paragraph.spans.end(), [](const doc::Span& span) {
               return span.text.find("\u00AD") != std::string::npos;
           });
}

/// Of a symbol before words, and the space between them.
Pt indent_behind_symbol(const doc::Paragraph& paragraph, const text::Shaped& shaped) {
    Pt indent;
    if (!doc::leading_symbol(paragraph)) return indent;
    for (const Cluster& cluster : shaped.clusters) {
        const std::size_t span = shaped.items[cluster.item].span;
        if (span < 2) indent += paragraph.spans[span].style.size * sane(cluster.advance);
    }
    return indent;
}

std::string described(const doc::Symbol& symbol) {
    if (symbol.code_of) return "QR code";
    const Drawing& drawing = *symbol.drawing;
    // What is heard alone is in nobody's way.
    const bool is_seen = !drawing.shapes.empty() || drawing.image;
    return is_seen && !symbol.alt.empty() ? symbol.alt : drawing.name;
}

/// Long enough to find the word by, in bytes.
constexpr std::size_t kShownOfWord = 60;

}  // namespace

bool names_column(const doc::Paragraph& paragraph) {
    return paragraph.is_head && std::any_of(paragraph.spans.begin(), paragraph.spans.end(),
                                            [](const doc::Span& span) { return span.is_name; });
}

MeasuredText measure_text(const doc::Paragraph& paragraph,
                          std::shared_ptr<const text::Shaped> shaped,
                          const FontMetrics& first_metrics, LongWords long_words) {
    MeasuredText measured;
    measured.paragraph = &paragraph;
    measured.pieces = PieceCutter(paragraph, *shaped, long_words).cut();
    measured.indent = indent_behind_symbol(paragraph, *shaped);
    if (measured.indent > Pt(0)) measured.pieces.front().width -= measured.indent;
    measured.shaped = std::move(shaped);
    const TextStyle& style = paragraph.spans.front().style;
    measured.size = style.size;
    // Squares stand close below each other, as they do beside each other (JLREQ, 3.1.1).
    constexpr double kPitch = 1.06;  // of the type, for signs that reach out of their square
    measured.line_height =
        style.size * (measured.shaped->is_stacked
                          ? kPitch
                          : style.line_height * line_height_of(*measured.shaped));
    for (const doc::Span& span : paragraph.spans) {
        if (span.symbol) measured.line_height = std::max(measured.line_height, span.symbol->height);
    }
    // The eye takes the middle of a line between the middle of its capitals and that of its small
    // letters.
    const double middle = (first_metrics.cap_height + first_metrics.x_height) / 4;
    measured.baseline = measured.line_height / 2 + style.size * middle;
    const std::vector<Piece>& pieces = measured.pieces;
    measured.has_holds = std::any_of(pieces.begin(), pieces.end(),
                                     [](const Piece& piece) { return holds(piece.break_after); });
    measured.is_one_word = is_one_word(paragraph, pieces);
    const Pt indent = measured.indent;
    measured.max_content = indent + widest_line(pieces);
    measured.whole_words = indent + widest_whole_word(pieces);
    measured.widest_piece = indent + widest(pieces);
    measured.min_content =
        measured.has_holds ? indent + widest(words_of(pieces)) : measured.widest_piece;
    return measured;
}

std::string remedy_of_width(const MeasuredText& text) {
    const std::vector<doc::Span>& spans = text.paragraph->spans;
    const auto drawn = std::find_if(spans.begin(), spans.end(), [&](const doc::Span& span) {
        return span.symbol && 2 * span.symbol->width() > text.widest_piece;
    });
    if (drawn == spans.end()) return "shorten the longest word, or give it more room in the layout";
    if (drawn->symbol->code_of)
        return "give its column more room in the layout, or make \"qr\" of its \"symbols\" less";
    return "give the picture less height or more room in the layout";
}

Pt widest_single_word(const MeasuredText& text) {
    return text.indent + widest(single_words_of(text.pieces));
}

std::string widest_word(const MeasuredText& text) {
    const std::vector<Piece> words = words_of(text.pieces);
    const auto widest = std::max_element(
        words.begin(), words.end(),
        [](const Piece& a, const Piece& b) { return a.width + a.hyphen < b.width + b.hyphen; });
    std::string word;
    for (std::uint32_t i = widest == words.end() ? 0 : widest->first;
         widest != words.end() && i < widest->last; ++i) {
        const Cluster& cluster = text.shaped->clusters[i];
        const doc::Span& span = text.span_of(cluster);
        const bool is_space = unicode::is_space(text.shaped->character_of(cluster));
        const bool is_space_at_edge = is_space && (word.empty() || i + 1 == widest->last);
        if (!span.symbol && !cluster.is_hidden && !is_space_at_edge)
            word += text.shaped->text_of(cluster);
    }
    if (word.empty() && widest != words.end()) {
        const doc::Span& span = text.span_of(text.shaped->clusters[widest->first]);
        if (span.symbol) word = described(*span.symbol);
    }
    return excerpt(word, kShownOfWord);
}

}  // namespace broadside::layout
