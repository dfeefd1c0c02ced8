#include "broadside/emit/html/figures.hpp"

#include <algorithm>
#include <set>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/number_format.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

// Which of two tails is wider is only known to the browser: it is asked about some that are long.
constexpr std::size_t kMostTails = 8;

constexpr std::string_view kLeftToRightIsolate = "\u2066";
constexpr std::string_view kPopIsolate = "\u2069";

std::size_t length_of(std::string_view text) { return unicode::decode(text).size(); }

bool is_arabic_digit(char32_t c) { return c >= 0x0660 && c <= 0x0669; }

/// What stands beside digits and, unless they are Arabic, runs with them from left to right: types
/// ES and ET of the Unicode Bidirectional Algorithm.
bool joins_digits(std::string_view character) {
    const char32_t c = unicode::character_at(character, 0).code;
    return c == '-' || c == 0x2212 || c == '+' || c == '%' || c == 0x066A || c == 0x2030 ||
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
    if (!is_arabic_digit(code(begin))) {
        while (begin > 0 && joins(begin - 1)) --begin;
        while (end < characters.size() && joins(end)) ++end;
    }
    return {byte(begin), byte(end)};
}

bool has_digit(std::string_view text) {
    const std::u32string characters = unicode::decode(text);
    return std::any_of(characters.begin(), characters.end(), unicode::is_digit);
}

struct Candidates {
    std::set<std::pair<std::size_t, std::string>> tails;

    void add(std::string tail) {
        if (tail.empty()) return;
        const std::size_t length = length_of(tail);
        tails.emplace(length, std::move(tail));
        if (tails.size() > kMostTails) tails.erase(tails.begin());
    }
};

}  // namespace

FigureParts parts_of(const doc::Span& span, Direction direction) {
    const std::string_view text = span.text;
    const std::size_t axis = *span.axis;
    if (direction == Direction::LeftToRight)
        return {{}, text.substr(0, axis), text.substr(axis), {}};
    if (text.starts_with(kLeftToRightIsolate) && text.ends_with(kPopIsolate)) {
        const std::size_t begin = std::min(kLeftToRightIsolate.size(), axis);
        return {{},
                text.substr(begin, axis - begin),
                text.substr(axis, text.size() - axis - kPopIsolate.size()),
                {}};
    }
    const auto [begin, end] = number_around(text, axis);
    // The beginning of a range stands to the right of its end.
    if (has_digit(text.substr(0, begin))) return {{}, {}, {}, text};
    return {text.substr(0, begin), text.substr(begin, axis - begin), text.substr(axis, end - axis),
            text.substr(end)};
}

std::vector<FigureTails> figure_tails(const doc::Grid& grid, Direction direction) {
    std::vector<FigureTails> columns(grid.columns.size());
    std::vector<Candidates> candidates(grid.columns.size());
    const auto add = [&](std::size_t column, const doc::Paragraph& paragraph) {
        std::string tail;
        bool is_behind = false;
        for (const doc::Span& span : paragraph.spans) {
            if (span.axis) {
                const FigureParts parts = parts_of(span, direction);
                tail = parts.tail;
                is_behind = true;
            } else if (is_behind && direction == Direction::LeftToRight) {
                tail += span.text;
            }
        }
        if (!is_behind) return;
        columns[column].lines_up = true;
        candidates[column].add(std::move(tail));
    };
    for (std::size_t i = 0; i < grid.slots.size(); ++i) {
        const auto* cell = std::get_if<doc::Cell>(&grid.slots[i]);
        if (!cell) continue;
        for (const doc::Content& content : cell->content) {
            if (const auto* paragraph = std::get_if<doc::Paragraph>(&content))
                add(i % grid.columns.size(), *paragraph);
        }
    }
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const auto& tails = candidates[column].tails;
        for (auto tail = tails.rbegin(); tail != tails.rend(); ++tail)
            columns[column].longest.push_back(tail->second);
    }
    return columns;
}

}  // namespace broadside::emit
