#pragma once

#include <cstddef>
#include <vector>

#include "broadside/layout/measured_text.hpp"

namespace broadside::layout {

/// Pieces [first, last) of one line; lengths are nominal.
struct LineBreaks {
    std::size_t first = 0, last = 0;
    Pt width;    // with the hyphen, without the spaces at the end; of the first: with the indent
    Pt hanging;  // of the marks at the line's end, part of `width`
    bool hyphenated = false;
};

/// What the lines of a paragraph should look like once their number is known.
enum class Rag {
    Even,     // all lines of about one length: names, headers, centred text
    Natural,  // full lines, but no single short word left over at the end
};

/// The smallest number of lines in which the text fits `width`, and the widths between which that
/// stays so.
struct LineCount {
    std::size_t lines = 0;
    Pt narrowest;  // the widest of these lines: the same count holds from here up to the asked
                   // width
};

/// First fit, as browsers break. A piece wider than `width` stands on a line of its own and
/// overflows it.
LineCount count_lines(const MeasuredText& text, Pt width);

/// First fit too: every line as full as it can be, and the last as short.
std::vector<LineBreaks> fill_lines(const MeasuredText& text, Pt width);

/// Breaks into exactly `count_lines(text, width).lines` lines, with the least uneven line ends.
std::vector<LineBreaks> break_lines(const MeasuredText& text, Pt width, Rag rag);

}  // namespace broadside::layout
