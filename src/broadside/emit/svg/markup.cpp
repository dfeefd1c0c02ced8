#include "broadside/emit/svg/markup.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include <fmt/format.h>

#include "broadside/emit/xml.hpp"

namespace broadside::emit {

std::string font_family_value(std::string_view family) {
    std::string string = "'";
    for (const char c : family) {
        if (c == '\'' || c == '\\') string += '\\';
        string += c;
    }
    return escape_xml(string + "',sans-serif");
}

Grid to_grid(Pt length) { return std::lround(length.value * kGridStepsPerPoint); }

std::string grid_units(Grid length) {
    const ldiv_t parts = std::ldiv(std::labs(length), 10);
    std::string text = length < 0 ? "-" : "";
    if (parts.quot != 0 || parts.rem == 0) text += fmt::to_string(parts.quot);
    if (parts.rem != 0) text += fmt::format(".{}", parts.rem);
    return text;
}

std::string content_name(std::string_view content) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char c : content) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001b3u;
    }
    std::string name(1, static_cast<char>('a' + hash % 26));
    hash /= 26;
    for (int i = 0; i < 7; ++i, hash /= 36)
        name += "0123456789abcdefghijklmnopqrstuvwxyz"[hash % 36];
    return name;
}

}  // namespace broadside::emit
