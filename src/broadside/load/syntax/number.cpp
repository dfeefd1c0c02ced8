#include "broadside/load/syntax/number.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "broadside/base/whole_text.hpp"

namespace broadside::load {

void skip_white_space(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

std::optional<double> take_number(std::string_view& text) {
    std::string_view rest = text;
    if (!rest.empty() && rest.front() == '+') rest.remove_prefix(1);
    const std::size_t first = rest.find_first_not_of('-');
    // from_chars also reads "inf" and "nan".
    if (first == std::string_view::npos ||
        rest.substr(first, 1).find_first_of("0123456789.") != 0) {
        return std::nullopt;
    }
    if (rest.data() != text.data() && first > 0) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value);
    if (error != std::errc() || !std::isfinite(value)) return std::nullopt;
    text = rest.substr(static_cast<std::size_t>(end - rest.data()));
    return value;
}

std::optional<double> parse_number(std::string_view text) {
    const auto value = take_number(text);
    return text.empty() ? value : std::nullopt;
}

std::optional<std::size_t> parse_whole_number(std::string_view text) {
    return whole_text_as<std::size_t>(text);
}

void skip_comma_space(std::string_view& text) {
    skip_white_space(text);
    if (text.empty() || text.front() != ',') return;
    text.remove_prefix(1);
    skip_white_space(text);
}

std::optional<std::vector<double>> parse_number_list(std::string_view text) {
    std::vector<double> numbers;
    skip_white_space(text);
    while (!text.empty()) {
        const auto number = take_number(text);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
        const std::string_view before = text;
        skip_comma_space(text);
        const std::string_view separator = before.substr(0, before.size() - text.size());
        if (text.empty() && separator.find(',') != std::string_view::npos) return std::nullopt;
    }
    return numbers;
}

}  // namespace broadside::load
