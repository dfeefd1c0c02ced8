#include "broadside/load/width_rule.hpp"

#include "broadside/base/limits.hpp"
#include "broadside/load/length.hpp"
#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

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

}  // namespace

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

}  // namespace broadside::load
