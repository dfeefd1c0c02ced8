#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "broadside/base/whole_text.hpp"
#include "broadside/sheets/number_format.hpp"

namespace broadside::sheets {

std::optional<double> parse_double(std::string_view text) {
    const auto value = whole_text_as<double>(text);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

namespace {

/// Decimal digits as they are written, with the point behind so many of them.
struct Decimal {
    std::string digits;
    int point = 0;
};

/// The fifteen digits that sheets know of a number; of larger ones those that tell it from others.
Decimal decimal_of(double value) {
    constexpr double kLargest = 1e15;
    std::array<char, 32> shortest = {};
    const auto [end, error] = std::to_chars(shortest.data(), shortest.data() + shortest.size(),
                                            std::abs(value), std::chars_format::scientific);
    const std::string text = std::abs(value) < kLargest ? fmt::format("{:.14e}", std::abs(value))
                                                        : std::string(shortest.data(), end);
    const std::size_t e = text.find('e');
    Decimal decimal{text.substr(0, e)};
    std::erase(decimal.digits, '.');
    const char* exponent = text.c_str() + e + 1;
    if (*exponent == '+') ++exponent;
    std::from_chars(exponent, text.c_str() + text.size(), decimal.point);
    ++decimal.point;
    return decimal;
}

/// So many behind the point; halves away from zero.
void round_to(int decimals, Decimal& decimal) {
    const int kept = decimal.point + decimals;
    const auto size = static_cast<int>(decimal.digits.size());
    if (kept >= size) {
        decimal.digits.append(static_cast<std::size_t>(kept - size), '0');
        return;
    }
    if (kept < 0) {
        decimal = {std::string(static_cast<std::size_t>(decimals), '0'), 0};
        return;
    }
    const bool is_up = decimal.digits[static_cast<std::size_t>(kept)] >= '5';
    decimal.digits.resize(static_cast<std::size_t>(kept));
    if (!is_up) return;
    std::size_t at = decimal.digits.size();
    while (at > 0 && decimal.digits[at - 1] == '9') decimal.digits[--at] = '0';
    if (at > 0) {
        ++decimal.digits[at - 1];
    } else {
        decimal.digits.insert(0, "1");
        ++decimal.point;
    }
}

}  // namespace

std::string json_number(double value, std::optional<int> decimals, int shift) {
    constexpr int kMostDecimals = 15, kMostDigits = 40;
    Decimal decimal = decimal_of(value);
    decimal.point += shift;
    if (decimal.point > kMostDigits) return "";
    if (value == 0) decimal = {"", 0};
    round_to(std::min(decimals.value_or(kMostDecimals), kMostDecimals), decimal);
    if (decimal.point <= 0)
        decimal.digits.insert(0, static_cast<std::size_t>(1 - decimal.point), '0');
    const auto point = static_cast<std::size_t>(std::max(decimal.point, 1));
    std::string text = decimal.digits.substr(0, point);
    if (decimal.digits.size() > point) text += "." + decimal.digits.substr(point);
    if (!decimals && text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        if (text.ends_with('.')) text.pop_back();
    }
    const bool is_zero = text.find_first_not_of("0.") == std::string::npos;
    return value < 0 && !is_zero ? "-" + text : text;
}

}  // namespace broadside::sheets
