#include "broadside/load/records/load_records.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/load/read_quantity.hpp"

namespace broadside::load {

namespace {

using model::FieldType;
using Read = std::variant<std::string, Problem>;

/// Digits with separators and nothing else.
std::optional<TypedFigure> bare_figure(std::string_view text) {
    auto figure = figure_of(text);
    const bool is_bare = figure && figure->to.empty() && figure->relation.empty() &&
                         figure->unit.empty() && !figure->is_unusual && !figure->has_plus;
    return is_bare ? figure : std::nullopt;
}

/// Nothing where no value tells, or they do not agree.
std::optional<char> sign_in(const DecimalEvidence& evidence) {
    if ((evidence.points > 0) == (evidence.commas > 0)) return std::nullopt;
    return evidence.points > 0 ? '.' : ',';
}

/// A date that begins with its day or month, with slashes between its parts; else empty.
std::string with_slashes(std::string_view text) {
    const std::size_t first = text.find_first_of("-/");
    if (first == text.npos || first == 0 || first > 2) return "";
    std::string date(text);
    std::replace(date.begin(), date.end(), '-', '/');
    return date;
}

/// English has both orders: only the date itself tells then.
DateOrder own_order(std::string_view date) { return order_of({date}, "en"); }

Problem two_ways(std::string code, std::string_view what, std::string_view text,
                 std::string_view first, std::string_view second) {
    return {std::move(code),
            fmt::format("expected {} that can be read in one way, got \"{}\"", what, excerpt(text)),
            {fmt::format("write {} or {}", first, second)}};
}

}  // namespace

void RecordFigures::note(std::size_t column, FieldType type, std::string_view text) {
    if (columns_.size() <= column) columns_.resize(column + 1);
    Column& noted = columns_[column];
    if (type == FieldType::Number && text.find_first_of(".,") != text.npos) {
        if (const auto figure = bare_figure(text)) add_evidence(*figure, noted.decimals);
    } else if (type == FieldType::Date) {
        const DateOrder order = own_order(with_slashes(text));
        noted.has_day_first = noted.has_day_first || order == DateOrder::DayFirst;
        noted.has_month_first = noted.has_month_first || order == DateOrder::MonthFirst;
    }
}

void RecordFigures::end(bool parts_at_commas) {
    parts_at_commas_ = parts_at_commas;
    DecimalEvidence all;
    for (const Column& column : columns_) {
        all.points += column.decimals.points;
        all.commas += column.decimals.commas;
    }
    usual_ = sign_in(all);
}

Read RecordFigures::read(std::size_t column, FieldType type, std::string_view text) const {
    if (column < columns_.size() && type == FieldType::Number)
        return read_number(columns_[column], text);
    if (column < columns_.size() && type == FieldType::Date)
        return read_date(columns_[column], text);
    return std::string(text);
}

Read RecordFigures::read_number(const Column& column, std::string_view text) const {
    const auto figure = bare_figure(text);
    if (!figure) return std::string(text);
    DecimalEvidence own;
    add_evidence(*figure, own);
    auto sign = own.wholes > 0 ? '.' : sign_in(own);
    const bool tells = column.decimals.points + column.decimals.commas > 0;
    if (!sign) sign = tells ? sign_in(column.decimals) : usual_;
    if (sign) return number_of(figure->digits, *sign).value_or(std::string(text));
    if (parts_at_commas_ && is_figure(text)) return std::string(text);
    const auto whole = number_of(figure->digits, own.threes_at_points > 0 ? ',' : '.');
    const auto decimals = number_of(figure->digits, own.threes_at_points > 0 ? '.' : ',');
    return two_ways("bad-number", "a number", text, whole.value_or(""),
                    decimals.value_or("") + '0');
}

Read RecordFigures::read_date(const Column& column, std::string_view text) {
    const std::string date = with_slashes(text);
    if (date.empty()) return date_of(text, DateOrder::Unknown).value_or(std::string(text));
    DateOrder order = own_order(date);
    if (order == DateOrder::Unknown && column.has_day_first != column.has_month_first)
        order = column.has_day_first ? DateOrder::DayFirst : DateOrder::MonthFirst;
    const auto day_first = date_of(date, DateOrder::DayFirst);
    const auto month_first = date_of(date, DateOrder::MonthFirst);
    if (order != DateOrder::Unknown || day_first == month_first)
        return (order == DateOrder::MonthFirst ? month_first : day_first)
            .value_or(std::string(text));
    return two_ways("bad-date", "a date", text, day_first.value_or(""), month_first.value_or(""));
}

}  // namespace broadside::load
