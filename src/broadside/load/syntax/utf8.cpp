#include "broadside/load/syntax/utf8.hpp"

#include <cstdint>

#include <fmt/format.h>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = unicode::sequence_length(text, i);
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

std::optional<std::string> find_unfit_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const unicode::Character c = unicode::character_at(text, at);
        const std::string_view kind =
            unicode::is_control(c.code) && c.code != '\n' ? "control character"
            : unicode::is_noncharacter(c.code)            ? "noncharacter"
            : unicode::is_private_use_character(c.code)   ? "private-use character"
            : unicode::is_direction_override(c.code)      ? "override of direction"
                                                          : "";
        if (!kind.empty())
            return fmt::format("the {} U+{:04X}", kind, static_cast<std::uint32_t>(c.code));
        at += c.size;
    }
    return std::nullopt;
}

}  // namespace broadside::load
