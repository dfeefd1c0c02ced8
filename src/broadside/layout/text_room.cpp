#include "broadside/layout/text_room.hpp"

#include <algorithm>

#include "broadside/doc/parts.hpp"
#include "broadside/layout/cell.hpp"
#include "broadside/layout/turned_cell.hpp"

namespace broadside::layout {

namespace {

/// Whole lines: a translation in another script may have higher ones.
std::size_t lines_in(Pt height, const MeasuredText& text, const Typesetter& typesetter) {
    return static_cast<std::size_t>((height + kNearly) /
                                    typesetter.setting().scaled(text.line_height));
}

void add_rooms(const doc::Cell& cell, const CellRoom& room, Typesetter& typesetter,
               std::vector<TextRoom>& rooms) {
    const Pt used = own_cell_height(cell, room.width, typesetter);
    for (const doc::Content& content : cell.content) {
        const auto* paragraph = std::get_if<doc::Paragraph>(&content);
        if (!paragraph || paragraph->empty()) continue;
        const Pt width = room.width - side_room(cell, content, typesetter);
        const Pt own = typesetter.own_height(*paragraph, width);
        const Pt height = std::max(own, room.height - used + own);
        rooms.push_back(
            {paragraph, width, lines_in(height, *typesetter.measured(*paragraph), typesetter)});
    }
}

/// Text that runs upwards, or leans, has one line of this length; so have characters that stand
/// below each other, as if they stood beside each other.
void add_turned_room(const PartCell& cell, Pt length, Typesetter& typesetter,
                     std::vector<TextRoom>& rooms) {
    for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.cell->content)) {
        if (paragraph->empty()) continue;
        Pt width = length;
        const MeasuredText* stacked =
            cell.is_slanted ? nullptr : stacked_text(*paragraph, typesetter);
        if (stacked)
            width = static_cast<double>(lines_in(length, *stacked, typesetter)) *
                    typesetter.setting().scaled(stacked->widest_piece);
        rooms.push_back({paragraph, width, 1});
    }
}

}  // namespace

TextRoom text_room(const doc::Paragraph& paragraph, Pt width, Pt spare, Typesetter& typesetter) {
    const Pt height = typesetter.height(paragraph, width);
    return {&paragraph, width + spare,
            lines_in(height, *typesetter.measured(paragraph), typesetter)};
}

void add_cell_rooms(const doc::Table& table, const SolvedPart& part, Typesetter& typesetter,
                    std::vector<TextRoom>& rooms) {
    for (const PartCell& cell : part_cells(table.grid, part.rows, part.columns.heads)) {
        const CellRoom room = room_in_cell(table, part, cell, typesetter);
        if (cell.is_slanted)
            add_turned_room(
                cell,
                room.height / kSlant - own_turned_size(*cell.cell, typesetter, std::nullopt).width,
                typesetter, rooms);
        else if (cell.is_turned)
            add_turned_room(cell, room.height, typesetter, rooms);
        else
            add_rooms(*cell.cell, room, typesetter, rooms);
    }
}

}  // namespace broadside::layout
