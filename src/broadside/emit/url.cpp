#include "broadside/emit/url.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace broadside::emit {

namespace {

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_alphanumeric(char c) {
    return (c >= '0' && c <= '9') || (to_lower(c) >= 'a' && to_lower(c) <= 'z');
}

bool is_hex_digit(char c) {
    return (c >= '0' && c <= '9') || (to_lower(c) >= 'a' && to_lower(c) <= 'f');
}

bool starts_with_scheme(std::string_view url, std::string_view scheme) {
    return url.size() > scheme.size() &&
           std::equal(scheme.begin(), scheme.end(), url.begin(),
                      [](char expected, char actual) { return expected == to_lower(actual); });
}

/// RFC 3986, section 2, without quotes and parentheses.
bool stays_literal(char c) {
    return is_alphanumeric(c) ||
           std::string_view("-._~:/?#[]@!$&*+,;=").find(c) != std::string_view::npos;
}

bool is_escape(std::string_view url, std::size_t at) {
    return url[at] == '%' && at + 2 < url.size() && is_hex_digit(url[at + 1]) &&
           is_hex_digit(url[at + 2]);
}

}  // namespace

std::optional<std::string> safe_url(std::string_view url) {
    const bool is_known = starts_with_scheme(url, "https://") ||
                          starts_with_scheme(url, "http://") || starts_with_scheme(url, "mailto:");
    if (!is_known) return std::nullopt;
    std::string out;
    for (std::size_t at = 0; at < url.size(); ++at) {
        if (stays_literal(url[at]) || is_escape(url, at)) {
            out += url[at];
        } else {
            out += fmt::format("%{:02X}", static_cast<unsigned char>(url[at]));
        }
    }
    return out;
}

}  // namespace broadside::emit
