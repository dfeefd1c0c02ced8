#include "broadside/resolve/direction.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>

namespace broadside::resolve {

namespace {

constexpr std::string_view kRightToLeftLanguages[] = {"ar", "ckb", "dv", "fa", "he",
                                                      "ps", "sd",  "ug", "ur", "yi"};
constexpr std::string_view kRightToLeftScripts[] = {"arab", "hebr", "nkoo", "syrc", "thaa"};

template <std::size_t count>
bool is_one_of(std::string_view word, const std::string_view (&words)[count]) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// BCP 47 tags mean the same in any case.
std::string lower_case(std::string_view tag) {
    std::string lower(tag);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

/// RFC 5646: the script is the only subtag of four letters; variants of four begin with a digit.
std::string_view script_of(std::string_view tag) {
    for (std::size_t begin = tag.find('-'); begin != tag.npos;) {
        const std::size_t end = std::min(tag.find('-', begin + 1), tag.size());
        const std::string_view subtag = tag.substr(begin + 1, end - begin - 1);
        if (subtag.size() == 1) return {};  // extensions follow
        if (subtag.size() == 4 && subtag[0] >= 'a') return subtag;
        begin = end == tag.size() ? tag.npos : end;
    }
    return {};
}

}  // namespace

Direction direction_of(std::string_view language) {
    const std::string tag = lower_case(language);
    const std::string_view script = script_of(tag);
    const bool is_right_to_left =
        script.empty()
            ? is_one_of(std::string_view(tag).substr(0, tag.find('-')), kRightToLeftLanguages)
            : is_one_of(script, kRightToLeftScripts);
    return is_right_to_left ? Direction::RightToLeft : Direction::LeftToRight;
}

}  // namespace broadside::resolve
