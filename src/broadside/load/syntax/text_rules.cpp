#include "broadside/load/syntax/text_rules.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::load {

bool is_id(std::string_view text) {
    if (text.empty() || text.front() == '.') return false;
    return std::all_of(text.begin(), text.end(), unicode::is_of_id);
}

std::optional<Days> parse_days(std::string_view text) {
    const std::vector<std::string_view> parts = unicode::split(text, '-');
    if (parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
    unsigned numbers[3] = {0, 1, 1};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if ((i > 0 && parts[i].size() != 2) || !unicode::are_ascii_digits(parts[i]))
            return std::nullopt;
        numbers[i] = static_cast<unsigned>(parse_whole_number(parts[i]).value_or(0));
    }
    const std::chrono::year_month_day first(std::chrono::year(static_cast<int>(numbers[0])),
                                            std::chrono::month(numbers[1]),
                                            std::chrono::day(numbers[2]));
    if (numbers[0] == 0 || !first.ok()) return std::nullopt;
    if (parts.size() == 1) return Days{first, first.year() / 12 / 31};
    if (parts.size() == 2) return Days{first, first.year() / first.month() / std::chrono::last};
    return Days{first, first};
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = unicode::sequence_length(text, i);
        if (length == 0) return i;
        i += length;
    }
    return std::nullopt;
}

std::string utf8_problem(char byte) {
    return fmt::format("expected UTF-8, got the byte 0x{:02X}", static_cast<unsigned char>(byte));
}

std::optional<std::string> find_unfit_character(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const unicode::Character c = unicode::character_at(text, at);
        if (const std::string_view kind = unicode::unfit_kind(c.code); !kind.empty())
            return fmt::format("the {} {}", kind, code_point(c.code));
        at += c.size;
    }
    return std::nullopt;
}

}  // namespace broadside::load
