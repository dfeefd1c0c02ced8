#include "broadside/load/length.hpp"

#include <array>
#include <iterator>

#include "broadside/base/limits.hpp"
#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

std::optional<Pt> unit_length(std::string_view unit) {
    if (unit == "pt") return Pt(1);
    if (unit == "mm") return millimetres(1);
    if (unit == "cm") return millimetres(10);
    if (unit == "in") return Pt(72);
    if (unit == "px") return Pt(0.75);
    return std::nullopt;
}

constexpr std::string_view kFitContent = "fit-content(";

std::optional<Pt> parse_column_width(std::string_view text) {
    const auto length = parse_length(text);
    const bool is_width =
        length && *length >= limits::kLeastSize && *length <= limits::kMaxPageLength;
    return is_width ? length : std::nullopt;
}

bool lies_between(double number, double least, double most) {
    return number >= least && number <= most;
}

struct NamedSize {
    std::string_view name;
    Size size;
};

constexpr Size in_millimetres(double width, double height) {
    return {millimetres(width), millimetres(height)};
}

constexpr Size in_inches(double width, double height) { return {Pt(width * 72), Pt(height * 72)}; }

// ISO 216 rounds every size down to whole millimetres, so the tables are stated, not computed.
constexpr NamedSize kSizes[] = {
    {"A0", in_millimetres(841, 1189)},   {"A1", in_millimetres(594, 841)},
    {"A2", in_millimetres(420, 594)},    {"A3", in_millimetres(297, 420)},
    {"A4", in_millimetres(210, 297)},    {"A5", in_millimetres(148, 210)},
    {"A6", in_millimetres(105, 148)},    {"A7", in_millimetres(74, 105)},
    {"A8", in_millimetres(52, 74)},      {"B0", in_millimetres(1000, 1414)},
    {"B1", in_millimetres(707, 1000)},   {"B2", in_millimetres(500, 707)},
    {"B3", in_millimetres(353, 500)},    {"B4", in_millimetres(250, 353)},
    {"B5", in_millimetres(176, 250)},    {"B6", in_millimetres(125, 176)},
    {"B7", in_millimetres(88, 125)},     {"B8", in_millimetres(62, 88)},
    {"DL", in_millimetres(99, 210)},     {"letter", in_inches(8.5, 11)},
    {"legal", in_inches(8.5, 14)},       {"tabloid", in_inches(11, 17)},
    {"half-letter", in_inches(5.5, 8.5)}};

constexpr auto kNames = [] {
    std::array<std::string_view, std::size(kSizes)> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = kSizes[i].name;
    return names;
}();

}  // namespace

std::optional<Pt> parse_length(std::string_view text) {
    const auto number = take_number(text);
    const auto unit = unit_length(text);
    if (!number || !unit || *number < 0) return std::nullopt;
    return *unit * *number;
}

std::optional<WidthRule> parse_width_rule(std::string_view text) {
    if (text == "min-content") return MinContent{};
    if (text == "max-content") return MaxContent{};
    if (text.substr(0, kFitContent.size()) == kFitContent && text.back() == ')') {
        text.remove_prefix(kFitContent.size());
        text.remove_suffix(1);
        const auto limit = parse_column_width(text);
        if (!limit) return std::nullopt;
        return FitContent{*limit};
    }
    std::string_view unit = text;
    const auto number = take_number(unit);
    if (!number) return std::nullopt;
    if (unit == "fr" && lies_between(*number, limits::kLeastShare, limits::kMostShare))
        return Fraction{*number};
    if (unit == "%" && lies_between(*number, limits::kLeastPercentage, limits::kMostPercentage))
        return Percentage{*number};
    const auto width = parse_column_width(text);
    if (!width) return std::nullopt;
    return FixedWidth{*width};
}

std::optional<Size> find_page_size(std::string_view name) {
    for (const NamedSize& named : kSizes) {
        if (named.name == name) return named.size;
    }
    return std::nullopt;
}

std::span<const std::string_view> page_size_names() { return kNames; }

}  // namespace broadside::load
