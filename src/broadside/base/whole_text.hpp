#pragma once

#include <charconv>
#include <optional>
#include <string_view>
#include <system_error>

namespace broadside {

/// The number that all of a text says, as `std::from_chars` reads it in that base or format;
/// nothing for other texts.
template <typename Number, typename... How>
std::optional<Number> whole_text_as(std::string_view text, How... how) {
    Number number{};
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number, how...);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

}  // namespace broadside
