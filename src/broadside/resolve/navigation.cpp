#include "broadside/resolve/navigation.hpp"

#include <algorithm>
#include <variant>

#include <fmt/format.h>

#include "broadside/doc/parts.hpp"

namespace broadside::resolve {

namespace {

class HeadingCheck {
public:
    explicit HeadingCheck(Problems& problems) : problems_(problems) {}

    void check(const std::vector<model::Block>& blocks) {
        for (const model::Block& block : blocks) {
            if (const auto* row = std::get_if<model::RowBlock>(&block.kind)) {
                check(row->blocks);
            } else if (std::holds_alternative<model::HeaderBlock>(block.kind)) {
                level_ = 1;
            } else if (const auto* text = std::get_if<model::TextBlock>(&block.kind)) {
                if (text->heading != 0) enter(text->heading, block.place);
            }
        }
    }

private:
    void enter(int level, SourcePlace place) {
        if (level > level_ + 1 && level > kHighest)
            problems_.error(
                "skipped-heading", place,
                fmt::format("expected a heading of level {} above one of level {}, got none",
                            level - 1, level),
                {fmt::format("write \"heading\": {}", level - 1)});
        level_ = level;
    }

    static constexpr int kHighest = 2;  // of a block of text

    Problems& problems_;
    int level_ = 0;
};

}  // namespace

void check_headings(const std::vector<model::Block>& blocks, Problems& problems) {
    HeadingCheck(problems).check(blocks);
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
