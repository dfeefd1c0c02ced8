#include "broadside/emit/html/figures.hpp"

#include <algorithm>
#include <set>

#include "broadside/doc/parts.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/figures.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

// Which of two tails is wider is only known to the browser: it is asked about some that are long.
constexpr std::size_t kMostTails = 8;

// In characters. Units may differ: there is so much more room than the longest tail takes.
constexpr std::size_t kLongestTail = 40, kMostUnlike = 6;

std::size_t length_of(std::string_view text) { return unicode::decode(text).size(); }

/// What stands beside digits and, unless they are Arabic, runs with them from left to right: types
/// ES and ET of the Unicode Bidirectional Algorithm.
bool joins_digits(std::string_view character) {
    const char32_t c = unicode::character_at(character, 0).code;
    return c == '-' || c == 0x2212 || c == '+' || unicode::is_percent_sign(c) ||
           unicode::is_currency_sign(character);
}

/// Between digits: decimal and grouping signs, and the hyphen of a range.
bool parts_digits(char32_t c) {
    return unicode::is_decimal_sign(c) || unicode::is_glue(c) || c == '\'' || c == 0x2019 ||
           c == 0x066C || c == '-';
}

/// The number whose axis is at byte `at`, with the signs among its digits.
struct NumberRange {
    std::size_t begin, end;
};

NumberRange number_around(std::string_view text, std::size_t at) {
    const unicode::Characters characters = unicode::characters_of(text);
    const auto joins = [&](std::size_t i) {
        return joins_digits(text.substr(characters[i].begin, characters[i].size));
    };
    const auto code = [&](std::size_t i) { return i < characters.size() ? characters[i].code : 0; };
    const auto byte = [&](std::size_t i) {
        return i < characters.size() ? characters[i].begin : text.size();
    };
    std::size_t axis = 0;
    while (byte(axis) < at) ++axis;
    const auto is_inside = [&](std::size_t i) {
        const bool follows = i == axis || (i > 0 && unicode::is_digit(code(i - 1)));
        return unicode::is_digit(code(i)) ||
               (parts_digits(code(i)) && follows && unicode::is_digit(code(i + 1)));
    };
    std::size_t begin = axis, end = axis;
    while (begin > 0 && is_inside(begin - 1)) --begin;
    while (end < characters.size() && is_inside(end)) ++end;
    if (unicode::zero_of(code(begin)) != unicode::kArabicZero) {
        while (begin > 0 && joins(begin - 1)) --begin;
        while (end < characters.size() && joins(end)) ++end;
    }
    return {byte(begin), byte(end)};
}

/// The last: figures of a range are one span.
auto figure_in(const doc::Paragraph& paragraph) {
    const auto& spans = paragraph.spans;
    const auto found = std::find_if(spans.rbegin(), spans.rend(),
                                    [](const doc::Span& span) { return span.axis.has_value(); });
    return found == spans.rend() ? spans.end() : found.base() - 1;
}

/// Digits are equally wide: each is as good as the first of its kind.
std::u32string part_of(const doc::Paragraph& paragraph, std::string_view FigureParts::*which,
                       Direction direction) {
    const auto figure = figure_in(paragraph);
    if (figure == paragraph.spans.end()) return {};
    std::u32string part = unicode::decode(parts_of(*figure, direction).*which);
    for (char32_t& c : part) {
        if (unicode::is_digit(c)) c = unicode::zero_of(c);
    }
    return part;
}

std::string without(const std::string& room, const std::u32string& part) {
    std::u32string left = unicode::decode(room);
    for (const char32_t c : part) {
        const std::size_t at = left.find(c);
        if (at != left.npos) left.erase(at, 1);
    }
    return unicode::encode(left);
}

/// Grows by what tails have, each character as often as the tail that has most of it.
class Room {
public:
    void add(const std::u32string& tail) {
        longest_ = std::max(longest_, tail.size());
        if (longest_ > kLongestTail || room_.size() > longest_ + kMostUnlike) return;
        std::u32string left = room_;
        for (const char32_t c : tail) {
            const std::size_t at = left.find(c);
            if (at == left.npos)
                room_ += c;
            else
                left.erase(at, 1);
        }
    }

    std::string text() const {
        const bool is_alike = longest_ <= kLongestTail && room_.size() <= longest_ + kMostUnlike;
        return is_alike ? unicode::encode(room_) : "";
    }

private:
    std::u32string room_;
    std::size_t longest_ = 0;
};

struct Candidates {
    std::set<std::pair<std::size_t, std::string>> tails;
    std::vector<std::pair<std::u32string, std::string>> ends;  // of figures, and what is behind

    void add(std::string tail) {
        if (tail.empty()) return;
        const std::size_t length = length_of(tail);
        tails.emplace(length, std::move(tail));
        if (tails.size() > kMostTails) tails.erase(tails.begin());
    }
};

/// Where words end as on pages: a fifth of the figures reach further.
std::string behind_most(const FigureTails& column, const Candidates& candidates) {
    constexpr std::size_t kFifth = 5;
    std::vector<std::string> left;
    for (const auto& [tail, behind] : candidates.ends) {
        left.push_back(without(column.room, tail));
        if (!column.behind.empty())
            left.back() += without(column.behind.front(), unicode::decode(behind));
    }
    if (left.empty()) return {};
    const auto at = left.begin() + static_cast<std::ptrdiff_t>(left.size() / kFifth);
    std::nth_element(left.begin(), at, left.end(), [](const std::string& a, const std::string& b) {
        return length_of(a) < length_of(b);
    });
    return *at;
}

}  // namespace

FigureParts parts_of(const doc::Span& span, Direction direction) {
    std::string_view text = span.text;
    std::size_t axis = *span.axis;
    if (direction == Direction::LeftToRight)
        return {{}, text.substr(0, axis), text.substr(axis), {}};
    if (text.starts_with(unicode::kRightToLeftIsolate) && text.ends_with(unicode::kPopIsolate)) {
        text.remove_prefix(unicode::kRightToLeftIsolate.size());
        text.remove_suffix(unicode::kPopIsolate.size());
        axis -= unicode::kRightToLeftIsolate.size();
    }
    const std::size_t open = text.substr(0, axis).rfind(unicode::kLeftToRightIsolate);
    const std::size_t close = text.find(unicode::kPopIsolate, axis);
    if (open != text.npos && text.substr(0, axis).find(unicode::kPopIsolate, open) == text.npos) {
        const std::size_t first = open + unicode::kLeftToRightIsolate.size();
        return {text.substr(0, open), text.substr(first, axis - first),
                text.substr(axis, close - axis), text.substr(close + unicode::kPopIsolate.size())};
    }
    const auto [begin, end] = number_around(text, axis);
    // The beginning of a range stands to the right of its end.
    if (unicode::has_digit(text.substr(0, begin))) return {{}, {}, {}, text};
    return {text.substr(0, begin), text.substr(begin, axis - begin), text.substr(axis, end - axis),
            text.substr(end)};
}

std::string FigureTails::left_before(const doc::Paragraph& paragraph, Direction direction) const {
    const std::u32string head = part_of(paragraph, &FigureParts::head, direction);
    return head.empty() && direction == Direction::RightToLeft ? "" : without(room_before, head);
}

std::string FigureTails::left_behind(const doc::Paragraph& paragraph, Direction direction) const {
    if (!doc::has_figure(paragraph)) return behind_most;
    const bool has_number = direction == Direction::LeftToRight ||
                            !part_of(paragraph, &FigureParts::head, direction).empty();
    return has_number ? without(room, part_of(paragraph, &FigureParts::tail, direction)) : "";
}

std::vector<FigureTails> figure_tails(const doc::Grid& grid, Direction direction) {
    std::vector<FigureTails> columns(grid.columns.size());
    std::vector<Candidates> candidates(grid.columns.size());
    std::vector<Room> rooms(grid.columns.size()), before(grid.columns.size());
    const auto add = [&](std::size_t column, const doc::Paragraph& paragraph) {
        const auto figure = figure_in(paragraph);
        if (figure == paragraph.spans.end()) return;
        columns[column].lines_up = true;
        const bool is_at_left =
            direction == Direction::RightToLeft && paragraph.alignment == Alignment::End;
        if (!is_at_left) rooms[column].add(part_of(paragraph, &FigureParts::tail, direction));
        if (is_at_left || paragraph.alignment == Alignment::Centre)
            before[column].add(part_of(paragraph, &FigureParts::head, direction));
        std::string behind;
        for (auto span = figure + 1; span != paragraph.spans.end(); ++span) behind += span->text;
        if (direction == Direction::LeftToRight)
            candidates[column].ends.emplace_back(part_of(paragraph, &FigureParts::tail, direction),
                                                 behind);
        candidates[column].add(std::move(behind));
    };
    for (std::size_t i = 0; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell) continue;
        for (const doc::Paragraph* paragraph : doc::paragraphs_of(cell->content))
            add(i % grid.columns.size(), *paragraph);
    }
    for (std::size_t column = 0; column < columns.size(); ++column) {
        columns[column].room = rooms[column].text();
        columns[column].room_before = before[column].text();
        const auto& tails = candidates[column].tails;
        for (auto tail = tails.rbegin(); tail != tails.rend(); ++tail)
            columns[column].behind.push_back(tail->second);
        columns[column].behind_most = behind_most(columns[column], candidates[column]);
    }
    return columns;
}

}  // namespace broadside::emit
