#include "broadside/base/phrases.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/unicode/utf8.hpp"

namespace broadside {

std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string shortlist(std::span<const std::string> words, std::size_t most) {
    return fmt::format("{}{}", fmt::join(words.first(std::min(words.size(), most)), ", "),
                       words.size() > most ? ", …" : "");
}

std::string code_point(char32_t character) {
    return fmt::format("U+{:04X}", static_cast<unsigned>(character));
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

std::string excerpt(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return std::string(text);
    while (limit > 0 && unicode::is_continuation(text[limit])) --limit;
    const std::size_t space = text.rfind(' ', limit);
    if (space != std::string_view::npos && space > limit / 2) limit = space;
    return std::string(text.substr(0, limit)) + "…";
}

}  // namespace broadside
