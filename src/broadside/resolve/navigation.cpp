#include "broadside/resolve/navigation.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"

namespace broadside::resolve {

void check_headings(const std::vector<model::Block>& blocks, Problems& problems) {
    constexpr int kHighest = 2;  // of a block of text
    int level = 0;
    model::for_each_block(blocks, [&](const model::Block& block) {
        if (std::holds_alternative<model::HeaderBlock>(block.kind)) level = 1;
        const auto* text = std::get_if<model::TextBlock>(&block.kind);
        if (text == nullptr || text->heading == 0) return;
        if (text->heading > level + 1 && text->heading > kHighest)
            problems.error(
                "skipped-heading", block.place,
                fmt::format("expected a heading of level {} above one of level {}, got none",
                            text->heading - 1, text->heading),
                {fmt::format("write \"heading\": {}", text->heading - 1)});
        level = text->heading;
    });
}

void check_row_heads(const std::vector<doc::Box>& blocks, Problems& problems) {
    doc::for_each_part(blocks, [&](const doc::Cell& cell) {
        if (cell.scope == HeaderScope::Row && cell.content.empty())
            problems.error("empty-head", cell.origin, "expected a name of the row, got none",
                           {"a column of kind \"text\" may have empty cells"});
    });
}

void close_heading_levels(std::vector<doc::Box>& blocks) {
    int level = 0;
    doc::for_each_part(blocks, [&](doc::Paragraph& paragraph) {
        if (paragraph.meaning->role != Role::Heading) return;
        level = std::min(paragraph.meaning->level, level + 1);
        if (level != paragraph.meaning->level) paragraph.meaning.edit().level = level;
    });
}

}  // namespace broadside::resolve
