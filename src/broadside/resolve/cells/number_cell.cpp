#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "broadside/resolve/cells/cell_kind.hpp"
#include "broadside/resolve/cells/gauge.hpp"
#include "broadside/resolve/isolate.hpp"
#include "broadside/resolve/paragraphs.hpp"
#include "broadside/resolve/styles.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/script.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::resolve {

namespace {

using model::Relation;
using unicode::FormattedNumber;

std::string_view sign_of(Relation relation) {
    switch (relation) {
        case Relation::Equal: return "";
        case Relation::Less: return "<";
        case Relation::More: return ">";
        case Relation::AtMost: return "≤";
        case Relation::AtLeast: return "≥";
        case Relation::About: return "≈";
    }
    return "";
}

FormattedNumber behind(std::string text, const FormattedNumber& number) {
    return {text + number.text, text.size() + number.axis};
}

FormattedNumber isolated(std::string_view initiator, FormattedNumber number) {
    number = behind(std::string(initiator), number);
    number.text += unicode::kPopIsolate;
    return number;
}

bool is_right_to_left(const model::Dataset& dataset) {
    return unicode::direction_of(dataset.language) == Direction::RightToLeft;
}

/// Room for the decimals that others of the column have more than this one: units stand under each
/// other. Behind a whole number it would be a hole.
std::string room_for_decimals(const model::Quantity& quantity, std::size_t decimals) {
    const std::size_t own = decimals_of(quantity);
    std::string room;
    for (std::size_t i = own; own > 0 && i < decimals; ++i) room += unicode::kFigureSpace;
    return room;
}

/// Whether no space stands between a number and the unit: "8/10", "5°", "5個".
bool is_joined(const std::string& unit) {
    const std::u32string characters = unicode::decode(unit);
    const char32_t first = characters.front();
    const bool is_angle = characters.find_first_not_of(U"°′″") == std::u32string::npos;
    return first == U'/' || is_angle || unicode::is_han_or_kana(first);
}

/// A dash beside a minus would read as another: an ellipsis, as in ISO 80000-1.
std::string sign_between(std::string_view from, std::string_view to,
                         const unicode::NumberFormat& format) {
    if (!from.starts_with('-') && !to.starts_with('-')) return std::string(format.range);
    return fmt::format("{0}…{0}", unicode::kNoBreakSpace);
}

/// Some languages part the digits of long numbers only: below 21.300, 7400 would have its own look.
unicode::NumberFormat format_of(const model::Dataset& dataset, Grouping grouping) {
    unicode::NumberFormat format = unicode::number_format(dataset.language, dataset.zero_digit);
    constexpr std::size_t kNever = std::numeric_limits<std::size_t>::max() / 2;
    if (grouping != Grouping::AsLanguage)
        format.least_grouped = grouping == Grouping::All ? 1 : kNever;
    return format;
}

unicode::NumberFormat format_of(const CellSource& source) {
    return format_of(source.project.dataset, source.look.grouping);
}

/// Whether the pattern of a language's currency has the sign right before the digits and runs with
/// a number from left to right: in a right-to-left page of a single one, "€۱۲". All others stand
/// there where units do, to the left of the figure: marks of direction put them there in CLDR.
bool leads_number(const model::Quantity& quantity, std::string_view pattern,
                  const model::Dataset& dataset) {
    if (!is_right_to_left(dataset)) return true;
    return pattern == "¤#" && quantity.to.empty() && quantity.tolerance.empty() &&
           dataset.zero_digit != unicode::kArabicZero;
}

/// A range stands on the axis with its end. `decimals`: the most in its column.
FormattedNumber written(const model::Quantity& quantity, const std::string& unit,
                        const model::Dataset& dataset, const unicode::NumberFormat& format,
                        std::size_t decimals) {
    const char32_t zero = dataset.zero_digit;
    // In a right-to-left page the minus of a number and a deviation would part from it; only Arabic
    // digits take them from the right. The parts of a range follow each other as in a text.
    const bool is_rtl = is_right_to_left(dataset);
    const bool runs_left = is_rtl && zero != unicode::kArabicZero;
    const bool is_range = !quantity.to.empty();
    const bool has_minus = quantity.number.starts_with('-') || quantity.to.starts_with('-');
    const auto number_of = [&](const std::string& digits) {
        FormattedNumber number = unicode::format_number(digits, format, zero);
        return runs_left && is_range && has_minus
                   ? isolated(unicode::kLeftToRightIsolate, std::move(number))
                   : number;
    };
    const std::string space(unicode::kNoBreakSpace);
    FormattedNumber number = number_of(quantity.number);
    if (is_range)
        number = behind(number.text.append(sign_between(quantity.number, quantity.to, format)),
                        number_of(quantity.to));
    if (is_plain(quantity) && !unit.empty() && !is_rtl)
        number.text += room_for_decimals(quantity, decimals);
    if (!quantity.tolerance.empty())
        number.text += space + "±" + space + number_of(quantity.tolerance).text;
    const bool is_percent = unit == "%", is_currency = unicode::is_currency_sign(unit);
    const bool leads = is_currency && leads_number(quantity, format.currency, dataset);
    if (is_percent) number = unicode::fill_pattern(format.percent, std::move(number));
    if (leads) number = unicode::fill_pattern(format.currency, std::move(number), unit);
    const bool has_signs = quantity.number.starts_with('-') || !quantity.tolerance.empty();
    if (runs_left && !is_range && has_signs)
        number = isolated(unicode::kLeftToRightIsolate, std::move(number));
    const bool follows = !unit.empty() && !is_percent && !leads;
    const bool is_close = is_currency ? format.currency == "¤#" : !unit.empty() && is_joined(unit);
    std::string own_unit = is_rtl ? isolated_part(unit, Direction::RightToLeft) : unit;
    // A sign right at the digits would run with them.
    if (is_currency && is_close && own_unit == unit)
        own_unit =
            std::string(unicode::kLeftToRightIsolate) + unit + std::string(unicode::kPopIsolate);
    if (follows) number.text += (is_close ? "" : space) + own_unit;
    if (!quantity.percent.empty())
        number.text += fmt::format(
            " ({})", unicode::fill_pattern(format.percent, number_of(quantity.percent)).text);
    if (const auto& [least, most] = quantity.interval; !least.empty())
        number.text += fmt::format(" ({}{}{})", number_of(least).text,
                                   sign_between(least, most, format), number_of(most).text);
    const std::string_view sign = sign_of(quantity.relation);
    if (!sign.empty()) number = behind(std::string(sign) + space, number);
    // What letters of a unit pull to no side, and signs of ranges and relations to that of the
    // page.
    const bool is_ordered = follows && (is_currency || own_unit != unit);
    const bool is_sequence = runs_left && (is_range || !sign.empty());
    return is_rtl && (is_ordered || is_sequence)
               ? isolated(unicode::kRightToLeftIsolate, std::move(number))
               : number;
}

doc::Span drawn(DrawingRef drawing, const TextStyle& style, std::string alt) {
    return symbol_span(doc::Symbol{std::move(drawing), style.size, style.colour, std::move(alt)},
                       style);
}

double value_of(const std::string& digits) {
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

/// As wide as a sign between groups of digits.
std::string_view blank_for(std::string_view sign) {
    constexpr std::string_view kPunctuationSpace = "\u2008";  // as a full stop
    constexpr std::string_view kSixPerEm = "\u2006";
    if (sign == "." || sign == ",") return kPunctuationSpace;
    return unicode::is_space(unicode::decode(sign).front()) ? sign : kSixPerEm;
}

/// The same of the decimals of a number, with its sign, that others have and it has not.
std::string room_of_decimals(const CellSource& source) {
    const std::size_t own = decimals_of(*source.cell.content->quantity);
    std::string room;
    if (own == 0 && source.look.decimals > 0) room = blank_for(format_of(source).decimal);
    for (std::size_t i = own; i < source.look.decimals; ++i) room += unicode::kFigureSpace;
    return room;
}

/// A blank as wide as a character of a figure; empty: what others of its column have as well. In
/// most fonts signs of mathematics are as wide as digits.
std::string_view blank_as(const unicode::Character& character,
                          const unicode::NumberFormat& format) {
    constexpr std::u32string_view kAsDigits = U"<>≤≥≈−";
    constexpr std::string_view kEnSpace = "\u2002";  // as an en dash
    if (unicode::is_digit(character.code) || kAsDigits.find(character.code) != kAsDigits.npos)
        return unicode::kFigureSpace;
    if (character.code == U'–') return kEnSpace;
    if (character.code == unicode::decode(unicode::kNoBreakSpace).front())
        return unicode::kNoBreakSpace;
    for (const std::string_view sign : {format.decimal, format.group})
        if (unicode::decode(sign).front() == character.code) return blank_for(sign);
    return {};
}

/// Of what a figure has before its axis.
Blanks blanks_before_axis(const FormattedNumber& number, const unicode::NumberFormat& format) {
    Blanks blanks;
    for (std::size_t at = 0; at < number.axis;) {
        const unicode::Character character = unicode::character_at(number.text, at);
        const std::string_view blank = blank_as(character, format);
        if (!blank.empty()) ++blanks[blank];
        at += character.size;
    }
    return blanks;
}

/// Room between a bar and a figure, for what others of the column have before their axis and this
/// one has not. From right to left their last digits are beside the bars.
std::string room_before(const FormattedNumber& number, const CellSource& source) {
    if (is_right_to_left(source.project.dataset)) return room_of_decimals(source);
    Blanks own = blanks_before_axis(number, format_of(source));
    std::string room;
    for (const auto& [blank, count] : source.look.room)
        for (std::size_t i = own[blank]; i < count; ++i) room += blank;
    return room;
}

/// In heights of the figures beside them.
double length_of_bars(const CellSource& source, const TextStyle& style) {
    constexpr double kUsual = 5;
    const std::optional<Pt>& length = source.project.layout.bar_length;
    return length ? *length / style.size : kUsual;
}

/// Puts a bar before the number, or discs in its place.
void draw_number(doc::Paragraph& text, const FormattedNumber& number, const CellSource& source) {
    const model::Column& column = *source.cell.source_column;
    const double value = number_of(*source.cell.content);
    const model::Dataset& dataset = source.project.dataset;
    const Direction direction = unicode::direction_of(dataset.language);
    doc::Span& figures = text.spans.front();
    figures.holds = true;
    const TextStyle style = figures.style;
    if (column.number_look == model::NumberLook::Bar) {
        const double most = column.most > 0 ? column.most : source.look.most;
        doc::Span space =
            styled_span(std::string(unicode::kNoBreakSpace) + room_before(number, source), style);
        figures.origin = text.origin;
        const double start = value_of(source.cell.content->quantity->number);
        const auto share_of = [most](double of) { return most > 0 ? of / most : 0; };
        text.spans.insert(text.spans.begin(),
                          {drawn(bar_drawing({share_of(start), share_of(value), column.most > 0,
                                              length_of_bars(source, style)},
                                             direction),
                                 style, {}),
                           std::move(space)});
    } else {
        const auto of = static_cast<int>(column.most);
        const std::string all =
            unicode::format_number(fmt::to_string(of), format_of(source), dataset.zero_digit).text;
        figures = drawn(rating_drawing(static_cast<int>(std::lround(value * 2)), of, direction),
                        style, figures.text + "/" + all);
    }
}

}  // namespace

bool is_plain(const model::Quantity& quantity) {
    return quantity.tolerance.empty() && quantity.percent.empty() &&
           quantity.interval.first.empty();
}

std::size_t decimals_of(const model::Quantity& quantity) {
    const std::size_t sign = quantity.end().find('.');
    return sign == std::string::npos ? 0 : quantity.end().size() - sign - 1;
}

std::size_t whole_digits_of(const model::Quantity& quantity) {
    std::size_t most = 0;
    for (const std::string* number : {&quantity.number, &quantity.to, &quantity.tolerance,
                                      &quantity.interval.first, &quantity.interval.second}) {
        const std::size_t minus = number->starts_with('-') ? 1 : 0;
        most = std::max(most, std::min(number->find('.'), number->size()) - minus);
    }
    return most;
}

double number_of(const model::Cell& cell) { return value_of(cell.quantity->end()); }

void add_number(doc::Paragraph& text, const CellSource& source, const TextStyle& style) {
    const model::Cell& cell = *source.cell.content;
    if (!cell.quantity) return;
    tell_origins(text);
    doc::Span number = styled_span(
        written(*cell.quantity, {}, source.project.dataset, format_of(source), 0).text, style);
    number.origin = cell.place;
    number.holds = true;
    if (!text.empty()) number.text += " ";
    text.spans.insert(text.spans.begin(), std::move(number));
}

Blanks room_of_figures(const std::vector<const model::Cell*>& cells, const std::string& unit,
                       const model::Dataset& dataset, Grouping grouping) {
    const unicode::NumberFormat format = format_of(dataset, grouping);
    Blanks most;
    for (const model::Cell* cell : cells) {
        if (!cell->quantity) continue;
        const auto number = written(*cell->quantity, unit, dataset, format, 0);
        for (const auto& [blank, count] : blanks_before_axis(number, format))
            most[blank] = std::max(most[blank], count);
    }
    return most;
}

CellContent number_cell(const CellSource& source) {
    const model::Cell& cell = *source.cell.content;
    const TextStyle& style = style_of(source.project.layout, model::StyleRole::Cell);
    const model::Column& column = *source.cell.source_column;
    const model::NumberLook look = column.number_look;
    doc::Paragraph paragraph;
    if (cell.quantity) {
        const FormattedNumber number =
            written(*cell.quantity, source.look.has_unit_in_head ? std::string() : column.unit.text,
                    source.project.dataset, format_of(source),
                    look == model::NumberLook::Figures ? source.look.decimals : 0);
        paragraph = literal_paragraph({number.text, cell.place}, style);
        if (look != model::NumberLook::Figures) draw_number(paragraph, number, source);
        if (source.lines_up) paragraph.spans.front().axis = number.axis;
    } else {
        paragraph = literal_paragraph(*cell.text, style);
        if (look == model::NumberLook::Bar && !paragraph.empty())
            paragraph.spans.insert(paragraph.spans.begin(),
                                   {drawn(room_of_bar(length_of_bars(source, style)), style, {}),
                                    styled_span(std::string(unicode::kNoBreakSpace), style)});
    }
    return one_line_of(std::move(paragraph), source, style);
}

}  // namespace broadside::resolve
