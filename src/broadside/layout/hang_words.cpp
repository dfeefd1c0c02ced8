#include "broadside/layout/hang_words.hpp"

#include <algorithm>

#include "broadside/placed/parts.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::layout {

namespace {

/// How far the first word stands from the start of its line; none: it is in another one.
Pt words_behind_symbol(const placed::Line& line) {
    Pt nearest = line.width;
    for (const placed::Run& run : line.runs)
        if (run.glyphs.utf8 != unicode::kNoBreakSpace)
            nearest = std::min(nearest, run.origin.x - line.left);
    return nearest < line.width ? nearest : Pt(0);
}

}  // namespace

void hang_words(std::vector<placed::Line>& lines, Pt x, Pt width) {
    const placed::Line& first = lines.front();
    const bool has_one = lines.size() == 1;
    const Pt behind = has_one ? Pt(0) : words_behind_symbol(first);
    Pt widest = first.width;
    for (auto line = lines.begin() + 1; line != lines.end(); ++line)
        widest = std::max(widest, behind + line->width);
    if (!has_one && (behind <= Pt(0) || !fits(widest, width))) return;
    const Pt middle = x + (width - first.symbols.front().box.width) / 2;
    const Pt left = std::max(has_one ? first.left : x, std::min(middle, x + width - widest));
    for (placed::Line& line : lines)
        placed::move(line, left + (&line == &first ? Pt(0) : behind) - line.left, Pt(0));
}

}  // namespace broadside::layout
