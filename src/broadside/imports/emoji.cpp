#include "broadside/imports/emoji.hpp"

#include <algorithm>
#include <utility>

#include "broadside/unicode/utf8.hpp"

namespace broadside::imports {

namespace {

constexpr std::pair<char32_t, char32_t> kForPrint[] = {
    {U'✅', U'✓'},    {U'❌', U'✗'},    {U'❎', U'✗'}, {U'⭐', U'★'}, {U'🌟', U'★'},   {U'❗', U'!'},
    {U'❓', U'?'},    {U'➕', U'+'},    {U'➖', U'−'}, {U'⭕', U'○'}, {U'⚪', U'○'},   {U'⚫', U'●'},
    {U'🟢', U'●'}, {U'🟡', U'●'}, {U'🔴', U'●'}, {U'🔵', U'●'}, {U'🟠', U'●'}};

/// Emoji_Presentation (UTS 51), by blocks above the Basic Multilingual Plane: fonts for text do not
/// have them.
bool is_emoji(char32_t c) {
    constexpr std::u32string_view kBasic = U"⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♿⚓⚡⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✊✋✨❔❕➗➰➿⬛⬜";
    const bool is_high = c >= 0x1F000 && c <= 0x1FAFF;
    return is_high || (c >= 0x2648 && c <= 0x2653) || kBasic.find(c) != kBasic.npos;
}

/// What joins emoji, or asks for their form.
bool is_joint(char32_t c) { return c == 0x200D || c == 0xFE0E || c == 0xFE0F || c == 0x20E3; }

}  // namespace

std::string without_emoji(std::string_view text, std::set<char32_t>& dropped) {
    std::u32string kept;
    std::set<char32_t> left_out;
    bool is_after_emoji = false;
    for (const char32_t c : unicode::decode(text)) {
        const auto* sign = std::find_if(std::begin(kForPrint), std::end(kForPrint),
                                        [c](const auto& known) { return known.first == c; });
        const bool is_sign = sign != std::end(kForPrint);
        // Joiners belong to scripts, too.
        if (is_joint(c) && (is_after_emoji || c != 0x200D)) continue;
        is_after_emoji = is_sign || is_emoji(c);
        if (is_sign) {
            kept += sign->second;
        } else if (is_emoji(c)) {
            left_out.insert(c);
        } else if (c != U' ' || (!kept.empty() && kept.back() != U' ')) {
            kept += c;
        }
    }
    while (!kept.empty() && kept.back() == U' ') kept.pop_back();
    if (kept.empty()) return std::string(text);
    dropped.insert(left_out.begin(), left_out.end());
    return unicode::encode(kept);
}

}  // namespace broadside::imports
