#include "broadside/load/read_quantity.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "broadside/load/syntax/number.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside::load {

bool is_figure(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point), decimals = text.substr(point);
    return unicode::are_ascii_digits(whole) && (whole.size() == 1 || whole.front() != '0') &&
           (decimals.empty() || unicode::are_ascii_digits(decimals.substr(1)));
}

std::string read_figure(const Node& node, Report& report) {
    if (node.is(JsonType::String) && is_figure(node.text())) return std::string(node.text());
    if (!node.is(JsonType::Number)) {
        report_mismatch(
            node, report,
            {"wrong-type", "a number", {"as 0.5 or \"0.50\"; words are the \"text\" of a cell"}});
        return "0";
    }
    if (node.text().find_first_of("eE") != node.text().npos) {
        report_mismatch(node, report,
                        {"bad-number",
                         "a number without exponent",
                         {"0.00012, not 1.2e-4: the digits written are the digits printed"}});
        return "0";
    }
    return std::string(node.text());
}

std::string read_tolerance(const Node& node, Report& report) {
    std::string figure = read_figure(node, report);
    if (!figure.starts_with('-')) return figure;
    report_mismatch(node, report, {"bad-number", "a number of 0 or more", {}});
    return "0";
}

std::pair<std::string, std::string> read_interval(const Node& node, Report& report) {
    const std::vector<Node> ends = items_of(node, report);
    if (ends.size() == 2) {
        std::pair interval{read_figure(ends[0], report), read_figure(ends[1], report)};
        if (parse_number(interval.first) > parse_number(interval.second))
            report.error(
                node.place(),
                {"bad-number", fmt::format("expected the lower end first, got {} before {}",
                                           interval.first, interval.second)});
        return interval;
    }
    if (node.is(JsonType::Array))
        report_mismatch(node, report, {"bad-number", "two numbers, as [0.9, 1.5]", {}});
    return {};
}

/// A bar begins at 0 and ends at what the column says.
void check_scale(const Node& node, Report& report, const model::Column& column,
                 const model::Cell& cell) {
    if (column.number_look == model::NumberLook::Figures || !cell.quantity) return;
    const model::Quantity& quantity = *cell.quantity;
    const bool is_plain = quantity.to.empty() && quantity.tolerance.empty() &&
                          quantity.percent.empty() && quantity.interval.first.empty() &&
                          quantity.relation == model::Relation::Equal;
    if (column.number_look == model::NumberLook::Rating && !is_plain)
        report.error(node.place(),
                     {"bad-number", fmt::format("expected one number: column \"{}\" shows ratings, "
                                                "which have no range and no relation",
                                                column.id)});
    const double number = parse_number(quantity.number).value_or(0);
    const double end = parse_number(quantity.end()).value_or(0);
    if (number < 0 || (column.most > 0 && end > column.most))
        report.error(
            node.place(),
            {"bad-number",
             fmt::format("expected {} of column \"{}\", got {}",
                         column.most > 0 ? fmt::format("a number from 0 to {}", column.most)
                                         : "a number of 0 or more",
                         column.id, number < 0 ? quantity.number : quantity.end())});
}

}  // namespace broadside::load
