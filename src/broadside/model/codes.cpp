#include "broadside/model/dataset.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::model {

namespace {

bool is_abbreviation(const std::string& text) {
    constexpr std::ptrdiff_t kShortest = 3, kShort = 6;
    const std::u32string characters = unicode::decode(text);
    const auto has = [&characters](auto is) {
        return std::any_of(characters.begin(), characters.end(), is);
    };
    const auto length =
        std::count_if(characters.begin(), characters.end(), std::not_fn(unicode::is_mark));
    const bool is_number_of_a_kind = has(unicode::is_digit) && has(unicode::is_letter) &&
                                     !has(unicode::is_space) && length <= kShort;
    return characters.back() == U'.' || length <= kShortest || is_number_of_a_kind;
}

bool has_short_text(const Value& value) {
    const std::string& text = value.text.text;
    return value.symbol.id.empty() && !text.empty() && !unicode::is_dash(text) &&
           unicode::decode(text).size() < unicode::decode(value.label.text).size();
}

}  // namespace

std::vector<bool> codes_of(const Vocabulary& vocabulary) {
    std::vector<bool> are_codes;
    std::ptrdiff_t short_texts = 0, abbreviations = 0;
    for (const Value& value : vocabulary.values) {
        are_codes.push_back(value.is_code.value_or(has_short_text(value)));
        if (value.is_code || !are_codes.back()) continue;
        ++short_texts;
        abbreviations += is_abbreviation(value.text.text) ? 1 : 0;
    }
    if (2 * abbreviations < short_texts) are_codes.assign(are_codes.size(), false);
    return are_codes;
}

}  // namespace broadside::model
