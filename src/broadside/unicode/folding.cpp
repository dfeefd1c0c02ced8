#include "broadside/unicode/folding.hpp"

#include <memory>
#include <utility>

#include <glib.h>

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

using OwnedText = std::unique_ptr<gchar, decltype(&g_free)>;

std::string normalized(std::string_view utf8, GNormalizeMode mode) {
    const OwnedText text(g_utf8_normalize(utf8.data(), static_cast<gssize>(utf8.size()), mode),
                         &g_free);
    return text ? text.get() : "";
}

/// Letters that no accent is taken from.
constexpr std::pair<char32_t, std::string_view> kSpelled[] = {
    {U'ß', "ss"}, {U'æ', "ae"}, {U'ø', "o"},  {U'œ', "oe"}, {U'ł', "l"},
    {U'đ', "d"},  {U'ð', "d"},  {U'þ', "th"}, {U'ı', "i"}};

}  // namespace

std::string folded(std::string_view utf8) {
    const std::string compatible = normalized(utf8, G_NORMALIZE_NFKC);
    const OwnedText text(g_utf8_casefold(compatible.data(), static_cast<gssize>(compatible.size())),
                         &g_free);
    return text ? text.get() : "";
}

std::u32string composed(std::string_view utf8) {
    const std::string normal = normalized(utf8, G_NORMALIZE_NFC);
    return decode(normal.empty() ? utf8 : normal);
}

std::string file_name_key(std::string_view utf8) {
    std::u32string letters = composed(utf8);
    // ς and σ have one capital; İ and ı are letters of their own.
    for (char32_t& c : letters)
        if (c != U'İ' && c != U'ı')
            c = static_cast<char32_t>(g_unichar_tolower(g_unichar_toupper(c)));
    return encode(letters);
}

std::string ascii_slug(std::string_view utf8) {
    std::string slug;
    for (const char32_t code : decode(normalized(utf8, G_NORMALIZE_NFKD))) {
        const auto c = static_cast<char32_t>(g_unichar_tolower(code));
        if (g_unichar_type(c) == G_UNICODE_NON_SPACING_MARK) continue;
        if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9')) {
            slug += static_cast<char>(c);
            continue;
        }
        bool is_spelled = false;
        for (const auto& [letter, spelling] : kSpelled) {
            if (letter == c) slug += spelling;
            is_spelled = is_spelled || letter == c;
        }
        if (is_spelled) continue;
        if (is_letter(c) || is_digit(c)) return "";
        if (!slug.empty() && slug.back() != '-') slug += '-';
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

}  // namespace broadside::unicode
