#include "broadside/emit/reading_order.hpp"

#include <algorithm>

#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

Runs in_reading_order(Runs runs, Direction line) {
    if (line == Direction::RightToLeft) std::reverse(runs.begin(), runs.end());
    const auto is_turned = [line](const scene::Run* run) { return run->glyphs.direction != line; };
    for (auto begin = runs.begin(); begin != runs.end();) {
        begin = std::find_if(begin, runs.end(), is_turned);
        const auto end = std::find_if_not(begin, runs.end(), is_turned);
        std::reverse(begin, end);
        begin = end;
    }
    return runs;
}

Runs pointers_to(const std::vector<scene::Run>& runs) {
    Runs pointers;
    for (const scene::Run& run : runs) pointers.push_back(&run);
    return pointers;
}

std::string text_of(const scene::DrawText& text) {
    std::string out;
    for (const scene::Line& line : text.lines) {
        for (const scene::Run* run : in_reading_order(pointers_to(line.runs), text.direction))
            out += run->glyphs.utf8;
        if (line.is_hyphenated) {
            while (!out.empty() && unicode::is_continuation(out.back())) out.pop_back();
            if (!out.empty()) out.pop_back();
        }
        if (line.is_fed) out += ' ';
    }
    return out;
}

}  // namespace broadside::emit
