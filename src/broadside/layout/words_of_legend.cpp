#include "broadside/layout/words_of_legend.hpp"

#include <set>
#include <string_view>

#include "broadside/doc/parts.hpp"

namespace broadside::layout {

namespace {

void add_words(const doc::Box& box, std::set<std::string_view>& words) {
    if (const auto* row = std::get_if<doc::SideBySide>(&box.content)) {
        for (const doc::Box& inner : row->boxes) add_words(inner, words);
    } else if (const auto* legend = std::get_if<doc::LegendPacking>(&box.content)) {
        for (const doc::LegendGroup& group : legend->groups)
            for (const doc::LegendEntry& entry : group.entries)
                for (const doc::Span& span : entry.label.spans) words.insert(span.text);
    }
}

}  // namespace

std::size_t count_words_of_legend(const std::vector<doc::Box>& blocks) {
    std::set<std::string_view> words;
    for (const doc::Box& block : blocks) add_words(block, words);
    std::size_t count = 0;
    doc::for_each_part(blocks, [&](const doc::Cell& cell) {
        if (!cell.fill) return;
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content))
            for (const doc::Span& span : paragraph->spans) count += words.count(span.text);
    });
    return count;
}

}  // namespace broadside::layout
