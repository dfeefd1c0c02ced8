#include "broadside/load/width_rule.hpp"

#include "broadside/load/length.hpp"
#include "broadside/load/number.hpp"

namespace broadside::load {

namespace {

constexpr std::string_view kFitContent = "fit-content(";
constexpr double kLargestFraction = 10000;

std::optional<Pt> parse_positive_length(std::string_view text) {
    const auto length = parse_length(text);
    return length && *length > Pt(0) ? length : std::nullopt;
}

}  // namespace

std::optional<WidthRule> parse_width_rule(std::string_view text) {
    if (text == "min-content") return MinContent{};
    if (text == "max-content") return MaxContent{};
    if (text.substr(0, kFitContent.size()) == kFitContent && text.back() == ')') {
        text.remove_prefix(kFitContent.size());
        text.remove_suffix(1);
        const auto limit = parse_positive_length(text);
        if (!limit) return std::nullopt;
        return FitContent{*limit};
    }
    std::string_view unit = text;
    const auto number = take_number(unit);
    if (!number || *number <= 0) return std::nullopt;
    if (unit == "fr" && *number <= kLargestFraction) return Fraction{*number};
    if (unit == "%" && *number <= 100) return Percentage{*number};
    const auto width = parse_positive_length(text);
    if (!width) return std::nullopt;
    return FixedWidth{*width};
}

}  // namespace broadside::load
