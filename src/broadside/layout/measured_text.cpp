#include "broadside/layout/measured_text.hpp"

#include <algorithm>

#include "broadside/layout/join_words.hpp"

namespace broadside::layout {

namespace {

using text::Break;
using text::Cluster;

class PieceCutter {
public:
    PieceCutter(const doc::Paragraph& paragraph, const text::Shaped& shaped)
        : paragraph_(paragraph), shaped_(shaped) {}

    std::vector<Piece> cut() const {
        std::vector<Piece> pieces;
        std::uint32_t first = 0;
        for (std::uint32_t i = 0; i < shaped_.clusters.size(); ++i) {
            const bool is_last = i + 1 == shaped_.clusters.size();
            if (shaped_.clusters[i].break_after == Break::None && !is_last) continue;
            pieces.push_back(piece(first, i + 1));
            first = i + 1;
        }
        return pieces;
    }

private:
    const doc::Span& span_of(const Cluster& cluster) const {
        return paragraph_.spans[shaped_.items[cluster.item].span];
    }

    Pt advance(const Cluster& cluster) const {
        return span_of(cluster).style.size * cluster.advance;
    }

    Piece piece(std::uint32_t first, std::uint32_t last) const {
        Piece piece;
        piece.first = first;
        piece.last = last;
        const Cluster& end = shaped_.clusters[last - 1];
        piece.break_after = end.break_after == Break::None ? Break::Mandatory : end.break_after;
        piece.splits_name = last < shaped_.clusters.size() && span_of(end).whole &&
                            &span_of(end) == &span_of(shaped_.clusters[last]);
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
            piece.hyphen = span_of(end).style.size * shaped_.items[end.item].hyphen.advance;
            if (span_of(end).is_name) piece.break_after = Break::Emergency;
        }
        return piece;
    }

    static bool is_trailing(const Cluster& cluster) {
        return cluster.is_space || cluster.is_hidden;
    }

    const doc::Paragraph& paragraph_;
    const text::Shaped& shaped_;
};

/// Scripts with marks above and below need wider lines than Latin, whatever the style says.
double line_height_of(const text::Shaped& shaped) {
    double most = 1;
    for (const text::Item& item : shaped.items) {
        if (item.face) most = std::max(most, item.face->line_height);
    }
    return most;
}

Pt widest(const std::vector<Piece>& pieces) {
    Pt width;
    for (const Piece& piece : pieces) width = std::max(width, piece.width + piece.hyphen);
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

bool is_emergency(const Piece& piece) { return piece.break_after == Break::Emergency; }

}  // namespace

MeasuredText measure_text(const doc::Paragraph& paragraph,
                          std::shared_ptr<const text::Shaped> shaped,
                          const FontMetrics& first_metrics) {
    MeasuredText measured;
    measured.paragraph = &paragraph;
    measured.pieces = PieceCutter(paragraph, *shaped).cut();
    measured.shaped = std::move(shaped);
    const TextStyle& style = paragraph.spans.front().style;
    measured.size = style.size;
    measured.line_height = style.size * (style.line_height * line_height_of(*measured.shaped));
    // The eye takes the middle of a line between the middle of its capitals and that of its small
    // letters.
    const double middle = (first_metrics.cap_height + first_metrics.x_height) / 4;
    measured.baseline = measured.line_height / 2 + style.size * middle;
    const std::vector<Piece>& pieces = measured.pieces;
    measured.has_emergencies = std::any_of(pieces.begin(), pieces.end(), is_emergency);
    measured.max_content = widest_line(pieces);
    measured.widest_piece = widest(pieces);
    measured.min_content = measured.has_emergencies
                               ? widest(join_words(pieces, measured.max_content).pieces)
                               : measured.widest_piece;
    return measured;
}

}  // namespace broadside::layout
