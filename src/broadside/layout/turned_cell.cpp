#include "broadside/layout/turned_cell.hpp"

#include <algorithm>

#include "broadside/base/turn.hpp"
#include "broadside/doc/parts.hpp"
#include "broadside/layout/bisect.hpp"
#include "broadside/layout/cell.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::layout {

namespace {

/// The lower left corner of text that leans, `height` high.
Point slanted_corner(const doc::Cell& cell, const Rect& box, const Rect& room, Pt height) {
    Pt foot = room.centre().x;
    if (cell.alignment == Alignment::Start) foot = room.x + height / 2;
    if (cell.alignment == Alignment::End) foot = room.right() - height / 2;
    return {foot + height * kSlant + (box.bottom() - room.bottom()), room.bottom()};
}

/// Whether a line may end inside words, which nothing but sense tells apart.
bool has_no_spaces(std::string_view language) {
    const std::string_view primary = unicode::primary_language(language);
    return primary == "ja" || primary == "zh";
}

/// The text without hyphens, which read badly upwards.
MeasuredText in_whole_words(const MeasuredText& text) {
    MeasuredText whole = text;
    whole.pieces.clear();
    for (Piece piece : text.pieces) {
        if (!whole.pieces.empty() && whole.pieces.back().hyphenates) {
            piece.first = whole.pieces.back().first;
            piece.width += whole.pieces.back().width;
            whole.pieces.pop_back();
        }
        whole.pieces.push_back(piece);
    }
    return whole;
}

/// How long the lines of a text in a cell of its own are: of a long one in two of whole words,
/// where there is room for them beside each other.
Pt turned_length(const doc::Cell& cell, const doc::Paragraph& paragraph, const Size& room,
                 Typesetter& typesetter) {
    const Pt longest = typesetter.own_max_content(paragraph);
    constexpr double kShort = 7;  // times the height of a line
    const Pt line = typesetter.own_height(paragraph, longest), two_lines = 2 * line;
    const MeasuredText* text = typesetter.measured(paragraph);
    if (!text || cell.content.size() > 1 || longest < kShort * line || fits(longest, room.height) ||
        !fits(two_lines, room.width) || has_no_spaces(text->document->metadata.language))
        return longest;
    const Pt shortest = std::max(longest / 2, cell_widths(cell, typesetter).whole_words);
    const MeasuredText whole = in_whole_words(*text);
    const double scale = typesetter.setting().type_scale;
    constexpr int kBisections = 12;
    return bisected(longest, shortest, kBisections, [&](Pt length) {
        return fits(scale * static_cast<double>(count_lines(whole, length / scale).lines) *
                        whole.line_height,
                    two_lines);
    });
}

/// Words in other letters read badly from top to bottom.
bool has_other_words(const MeasuredText& text) {
    constexpr int kShortest = 3;
    int row = 0;
    for (const text::Cluster& cluster : text.shaped->clusters) {
        const char32_t code = text.shaped->character_of(cluster);
        row = unicode::is_letter(code) && !unicode::is_han_or_kana(code) ? row + 1 : 0;
        if (row >= kShortest) return true;
    }
    return false;
}

Size stacked_size(const MeasuredText& text, const Setting& setting) {
    const std::size_t lines = count_lines(text, text.widest_piece).lines;
    return {setting.scaled(text.widest_piece),
            setting.scaled(text.line_height) * static_cast<double>(lines)};
}

}  // namespace

const MeasuredText* stacked_text(const doc::Paragraph& paragraph, Typesetter& typesetter) {
    constexpr double kOneCharacter = 1.8;  // ems, with a mark beside it; also of three digits
    const MeasuredText* text = typesetter.measured(paragraph);
    if (!text || !has_no_spaces(text->document->metadata.language) || has_other_words(*text))
        return nullptr;
    text = typesetter.stacked(paragraph);
    return text->widest_piece > kOneCharacter * text->size ? nullptr : text;
}

Size own_turned_size(const doc::Cell& cell, Typesetter& typesetter,
                     const std::optional<Size>& room) {
    Size size;
    for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
        if (const MeasuredText* stacked = room ? stacked_text(*paragraph, typesetter) : nullptr) {
            const Size own = stacked_size(*stacked, typesetter.setting());
            size.width += own.width;
            size.height = std::max(size.height, own.height);
            continue;
        }
        const Pt length = turned_length(cell, *paragraph, room.value_or(Size()), typesetter);
        size.width += typesetter.own_height(*paragraph, length);
        size.height = std::max(size.height, length);
    }
    return size;
}

Size turned_size(const doc::Cell& cell, Typesetter& typesetter, const std::optional<Size>& room) {
    Size most;
    typesetter.peers().for_each(cell, [&](const doc::Cell& peer) {
        const Size size = own_turned_size(peer, typesetter, room);
        most = {std::max(most.width, size.width), std::max(most.height, size.height)};
    });
    return most;
}

Pt room_of_lines(const doc::Cell& cell, Typesetter& typesetter) {
    constexpr double kLong = 9;  // times the height of a line
    const Size one_line = turned_size(cell, typesetter);
    return one_line.height > kLong * one_line.width ? 2 * one_line.width : one_line.width;
}

std::vector<placed::Content> place_turned_cell(const doc::Cell& cell, const Rect& room,
                                               Typesetter& typesetter) {
    const Size size{room.width, room.height};
    const Pt slack = room.width - own_turned_size(cell, typesetter, size).width;
    Pt x = room.x;
    if (cell.alignment == Alignment::Centre) x += slack / 2;
    if (cell.alignment == Alignment::End) x += slack;
    std::vector<placed::Content> placed;
    for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
        const MeasuredText* measured = typesetter.measured(*paragraph);
        if (!measured) continue;
        if (const MeasuredText* stacked = stacked_text(*paragraph, typesetter)) {
            const Size own = stacked_size(*stacked, typesetter.setting());
            TextFrame frame{x, room.bottom() - own.height, own.width, Alignment::Centre};
            placed.push_back(typesetter.set(*stacked, frame));
            x += own.width;
            continue;
        }
        // The turn comes after the mirror: what reads from the right begins at the top.
        const bool ends_at_foot = measured->document->direction == Direction::RightToLeft;
        const Pt length = turned_length(cell, *paragraph, size, typesetter);
        placed::Text text = typesetter.set(
            in_whole_words(*measured),
            {x, room.bottom(), length, ends_at_foot ? Alignment::End : Alignment::Start});
        text.turn = Turn{{x, room.bottom()}};
        text.box = turned(text.box, *text.turn);
        x = text.box.right();
        placed.push_back(std::move(text));
    }
    return placed;
}

Size slanted_size(const Size& turned) {
    return {turned.width / kSlant, (turned.width + turned.height) * kSlant};
}

Pt slanted_reach(const doc::Cell& cell, const Rect& box, const Rect& room, const Size& turned) {
    return slanted_corner(cell, box, room, turned.width).x + turned.height * kSlant - box.x;
}

std::vector<placed::Content> place_slanted_cell(const doc::Cell& cell, const Rect& box,
                                                const Rect& room, Typesetter& typesetter) {
    const Pt height = own_turned_size(cell, typesetter, std::nullopt).width;
    const Turn turn{slanted_corner(cell, box, room, height), kSlant, kSlant};
    Pt y = turn.about.y - height;
    std::vector<placed::Content> placed;
    for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell.content)) {
        const MeasuredText* measured = typesetter.measured(*paragraph);
        if (!measured) continue;
        placed::Text text =
            typesetter.set(*measured, {turn.about.x, y, typesetter.own_max_content(*paragraph)});
        y = text.box.bottom();
        text.turn = turn;
        text.box = turned(text.box, turn);
        placed.push_back(std::move(text));
    }
    return placed;
}

}  // namespace broadside::layout
