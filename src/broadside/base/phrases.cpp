#include "broadside/base/phrases.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace broadside {

std::string counted(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string shortlist(std::span<const std::string> words, std::size_t most) {
    return fmt::format("{}{}", fmt::join(words.first(std::min(words.size(), most)), ", "),
                       words.size() > most ? ", …" : "");
}

std::string one_line(std::string text) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

}  // namespace broadside
