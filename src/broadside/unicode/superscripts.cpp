#include "broadside/unicode/superscripts.hpp"

#include "broadside/unicode/utf8.hpp"

namespace broadside::unicode {

namespace {

struct Superscript {
    char plain;
    std::string_view raised;
};

// There is no q in the plane that fonts have.
constexpr Superscript kSuperscripts[] = {
    {'0', "⁰"}, {'1', "¹"}, {'2', "²"}, {'3', "³"}, {'4', "⁴"}, {'5', "⁵"}, {'6', "⁶"}, {'7', "⁷"},
    {'8', "⁸"}, {'9', "⁹"}, {'+', "⁺"}, {'-', "⁻"}, {'a', "ᵃ"}, {'b', "ᵇ"}, {'c', "ᶜ"}, {'d', "ᵈ"},
    {'e', "ᵉ"}, {'f', "ᶠ"}, {'g', "ᵍ"}, {'h', "ʰ"}, {'i', "ⁱ"}, {'j', "ʲ"}, {'k', "ᵏ"}, {'l', "ˡ"},
    {'m', "ᵐ"}, {'n', "ⁿ"}, {'o', "ᵒ"}, {'p', "ᵖ"}, {'r', "ʳ"}, {'s', "ˢ"}, {'t', "ᵗ"}, {'u', "ᵘ"},
    {'v', "ᵛ"}, {'w', "ʷ"}, {'x', "ˣ"}, {'y', "ʸ"}, {'z', "ᶻ"}, {'a', "ª"}};

}  // namespace

std::string_view superscript_of(char plain) {
    for (const Superscript& superscript : kSuperscripts)
        if (superscript.plain == plain) return superscript.raised;
    return {};
}

char plain_of_superscript(char32_t c) {
    for (const Superscript& superscript : kSuperscripts)
        if (character_at(superscript.raised, 0).code == c) return superscript.plain;
    return '\0';
}

}  // namespace broadside::unicode
