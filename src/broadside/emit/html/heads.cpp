#include "broadside/emit/html/heads.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <variant>

#include "broadside/base/turn.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

constexpr double kCharacter = 0.6;  // how wide one is, of the size of its type

std::size_t character_count(std::string_view text) { return unicode::decode(text).size(); }

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        longest = std::max(longest, character_count(word));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return longest;
}

/// The slots of the head's rows.
std::size_t head_slots(const doc::Grid& grid) {
    std::size_t rows = 0;
    while (rows < grid.rows.size() && grid.rows[rows].kind == RowKind::Header) ++rows;
    return rows * grid.columns.size();
}

}  // namespace

std::vector<doc::Span>::const_iterator first_mark(const doc::Paragraph& title) {
    return std::find_if(title.spans.begin(), title.spans.end(),
                        [](const doc::Span& span) { return span.hangs; });
}

std::vector<doc::Span> title_spans(const doc::Paragraph& title) {
    std::vector<doc::Span> spans(title.spans.begin(), first_mark(title));
    for (doc::Span& span : spans) span.url = {};
    return spans;
}

std::string plain_text(const doc::Paragraph& title) {
    std::string text;
    for (const doc::Span& span : title_spans(title)) text += span.text;
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

double upright_width(const doc::Table& table, Pt main) {
    const doc::Grid& grid = table.grid;
    double width = 0;
    for (std::size_t i = 0, end = head_slots(grid); i < end; ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || cell->scope != HeaderScope::Column || cell->content.empty()) continue;
        const auto* title = std::get_if<doc::Paragraph>(&cell->content.back());
        if (!title) continue;
        const auto longest = static_cast<double>(longest_word(plain_text(*title)));
        const Pt size = title->spans.front().style.size;
        width += (size * (kCharacter * longest) + 2 * table.style.padding_x) / main;
    }
    return width;
}

double room_for_slant(const doc::Table& table, Pt main) {
    const doc::Grid& grid = table.grid;
    const std::size_t columns = grid.columns.size();
    double room = 0;
    for (std::size_t i = 0, end = head_slots(grid); i < end; ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell || grid.columns[i % columns].head != HeadTurn::Slanted) continue;
        const doc::Cell& head = cell->short_form ? *cell->short_form : *cell;
        const auto* title =
            head.content.empty() ? nullptr : std::get_if<doc::Paragraph>(&head.content.front());
        if (!title) continue;
        const Pt size = title->spans.front().style.size;
        const auto length = static_cast<double>(character_count(plain_text(*title)));
        const auto behind = static_cast<double>(columns - 1 - i % columns);
        room = std::max(room, (size * (kCharacter * kSlant * length) -
                               (size + 2 * table.style.padding_x) * behind) /
                                  main);
    }
    return room;
}

}  // namespace broadside::emit
