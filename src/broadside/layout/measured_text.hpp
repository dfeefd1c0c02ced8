#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "broadside/doc/document.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::layout {

/// A stretch between two places where a line may end. Lengths are nominal: in points at a type
/// scale of 1.
struct Piece {
    std::uint32_t first = 0, last = 0;  // clusters [first, last)
    Pt width;                           // without the spaces at its end, and without an indent
    Pt space;                           // of the spaces, or the separator, at its end
    Pt hanging;                         // of the marks at its end, part of `width`
    Pt hyphen;                          // added when the line ends here with a hyphen
    bool hyphenates = false;            // a line that ends here ends with a hyphen
    text::Break break_after = text::Break::Allowed;
    bool splits_name = false;      // a line that ends here parts a name that would rather be whole
    bool is_tag = false;           // in a box
    bool has_symbol = false;       // at its start
    bool leads_to_tag = false;     // a tag is next
    bool leads_to_unit = false;    // the unit of a head is next: one of its whole words
    bool leads_to_number = false;  // from a word: May 2026
    bool parts_compound = false;   // behind its own hyphen, before one or two letters
    bool parts_address = false;
};

/// Whether a word that is wider than its place may be broken where words never are.
enum class LongWords { Whole, Broken };

/// Which end of a figure's line a symbol stands at, in the text's own order.
enum class SymbolSide { None, Start, End };

/// How far a line reaches from the axis of its figure, in the document's direction.
struct FigureReach {
    Pt start, end;  // without the marks of notes
    Pt marks;       // beyond `end`
    Pt figure;      // to the right of the axis: of the figure with its unit, and no more
    SymbolSide symbol = SymbolSide::None;
};

/// A paragraph that was shaped once and can be set at any scale and width: nothing in the shaping
/// depends on the size, so everything scales linearly.
struct MeasuredText {
    const doc::Paragraph* paragraph = nullptr;
    const doc::Document* document = nullptr;  // that it is part of; set by the typesetter
    std::shared_ptr<const text::Shaped> shaped;
    std::vector<Piece> pieces;
    bool has_holds = false;            // some pieces are parts of what should stay whole
    bool is_one_word = false;          // that only hyphenation parts; not of a head
    Pt indent;                         // of all lines, in which a symbol precedes the first
    Pt min_content;                    // the widest word, or part of one that is hyphenated
    Pt whole_words;                    // the widest word
    Pt widest_piece;                   // what no break makes narrower, those inside words included
    Pt max_content;                    // the widest line when only mandatory breaks are taken
    Pt line_height;                    // distance of baselines
    Pt baseline;                       // from the top of a line to its baseline, optically centred
    Pt size;                           // of the first span
    std::optional<FigureReach> reach;  // of what stands on an axis; set by the typesetter

    const doc::Span& span_of(const text::Cluster& cluster) const {
        return paragraph->spans[shaped->items[cluster.item].span];
    }
};

/// Whether it is the head of a column and the name of what that tells of, as in a transposed table.
bool names_column(const doc::Paragraph& paragraph);

/// `shaped` must be the paragraph's own spans in order; what it says of lengths is not trusted.
MeasuredText measure_text(const doc::Paragraph& paragraph,
                          std::shared_ptr<const text::Shaped> shaped,
                          const FontMetrics& first_metrics, LongWords long_words);

/// The word that gives the text its min-content, for a message; a symbol only where it is alone.
std::string widest_word(const MeasuredText& text);

/// What makes the widest of its pieces fit its place, for a message.
std::string remedy_of_width(const MeasuredText& text);

/// The widest word, apart from those that it is held to over a space.
Pt widest_single_word(const MeasuredText& text);

}  // namespace broadside::layout
