#include "broadside/emit/reading_order.hpp"

#include <algorithm>

#include "broadside/base/reverse_level.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// Of a run whose level layout did not say, the lowest that its direction allows in the line.
int level_of(const LineRun& run, Direction line) {
    if (run.glyphs.level >= 0) return run.glyphs.level;
    if (run.glyphs.direction == Direction::RightToLeft) return 1;
    return line == Direction::RightToLeft ? 2 : 0;
}

}  // namespace

Runs in_reading_order(Runs runs, Direction line) {
    int highest = 0;
    for (const LineRun* run : runs) highest = std::max(highest, level_of(*run, line));
    for (int level = 1; level <= highest; ++level)
        reverse_level(runs, [&](const LineRun* run) { return level_of(*run, line) >= level; });
    return runs;
}

Runs pointers_to(const std::vector<LineRun>& runs) {
    Runs pointers;
    for (const LineRun& run : runs) pointers.push_back(&run);
    return pointers;
}

std::string_view without_last_character(std::string_view text) {
    while (!text.empty() && unicode::is_continuation(text.back())) text.remove_suffix(1);
    if (!text.empty()) text.remove_suffix(1);
    return text;
}

std::string text_of(const scene::DrawText& text) {
    std::string out;
    for (const scene::Line& line : text.lines) {
        for (const LineRun* run : in_reading_order(pointers_to(line.runs), text.direction))
            out += run->glyphs.utf8;
        if (line.is_hyphenated) out.resize(without_last_character(out).size());
        if (line.is_fed) out += ' ';
    }
    return out;
}

}  // namespace broadside::emit
