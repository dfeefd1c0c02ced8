#include "broadside/load/symbol/number_list.hpp"

#include <algorithm>

#include "broadside/load/syntax/number.hpp"

namespace broadside::load {

namespace {

void skip_white_space(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
}

}  // namespace

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
