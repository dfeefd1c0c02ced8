#include "broadside/model/codes.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::model {

namespace {

bool is_abbreviation(const std::string& text) {
    constexpr std::ptrdiff_t kMostLetters = 3;
    const std::u32string characters = unicode::decode(text);
    return characters.back() == U'.' ||
           std::count_if(characters.begin(), characters.end(), std::not_fn(unicode::is_mark)) <=
               kMostLetters;
}

}  // namespace

bool has_short_text(const Value& value) {
    const std::string& text = value.text.text;
    return value.symbol.id.empty() && !text.empty() && !unicode::is_dash(text) &&
           unicode::decode(text).size() < unicode::decode(value.label.text).size();
}

bool is_of_codes(const Vocabulary& vocabulary) {
    if (vocabulary.is_of_codes) return *vocabulary.is_of_codes;
    std::size_t texts = 0, codes = 0;
    for (const Value& value : vocabulary.values) {
        if (!has_short_text(value)) continue;
        ++texts;
        codes += is_abbreviation(value.text.text) ? 1 : 0;
    }
    return 2 * codes >= texts;
}

}  // namespace broadside::model
