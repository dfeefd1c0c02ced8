#include "broadside/text/thai_breaks.hpp"

#include <cstddef>

namespace broadside::text {

namespace {

constexpr char32_t kSilencer = 0x0E4C;  // thanthakhat, over a letter that is not spoken
constexpr char32_t kAt = 0x0E13;        // the one consonant that is a word by itself

bool is_thai(char32_t code) { return code >= 0x0E01 && code <= 0x0E5B; }

bool is_consonant(char32_t code) { return code >= 0x0E01 && code <= 0x0E2E; }

}  // namespace

void tailor_thai(std::vector<Break>& breaks, const std::vector<Character>& characters) {
    const auto is_thai_at = [&](std::size_t at) {
        return at < characters.size() && is_thai(characters[at].code);
    };
    for (std::size_t i = 1; i < characters.size(); ++i) {
        const char32_t letter = characters[i].code;
        if (breaks[i - 1] != Break::Allowed || !is_thai_at(i - 1)) continue;
        if (!is_consonant(letter) || letter == kAt) continue;
        std::size_t last = i;
        if (is_thai_at(i + 1) && characters[i + 1].code == kSilencer) ++last;
        const bool ends_word = breaks[last] != Break::None || !is_thai_at(last + 1);
        if (ends_word) breaks[i - 1] = Break::None;
    }
}

}  // namespace broadside::text
