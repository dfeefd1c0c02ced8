#include "broadside/emit/html/held_spans.hpp"

#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/held_lines.hpp"
#include "broadside/unicode/numbers.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

/// What holds the line together there; empty where nothing has to.
std::string_view holding(const unicode::Characters& characters, std::size_t at,
                         std::string_view language) {
    constexpr char32_t kFullWidthSolidus = 0xFF0F;
    constexpr std::string_view kWordJoiner = "\u2060";
    const char32_t code = characters[at].code, next = characters[at + 1].code;
    if (code == unicode::kWordJoiner || next == unicode::kWordJoiner) return {};
    if (code == ' ') {
        const bool holds = unicode::is_held(characters, at) ||
                           unicode::is_before_lone_sign(characters, at) ||
                           unicode::leans_on_next(characters, at, language);
        return holds ? unicode::kNoBreakSpace : "";
    }
    if (next == kFullWidthSolidus) return kWordJoiner;
    const bool is_range = code == U'–';
    // No browser parts a hyphen or a slash from a digit behind it.
    const bool may_end =
        is_range || ((code == '-' || code == 0x2010 || code == '/') && !unicode::is_digit(next));
    return may_end && unicode::is_held(characters, at) ? kWordJoiner : "";
}

}  // namespace

std::optional<std::vector<doc::Span>> with_lines_held(const std::vector<doc::Span>& spans,
                                                      std::string_view language) {
    std::string text;
    for (const doc::Span& span : spans) text += span.text;
    const unicode::Characters characters = unicode::characters_of(text);
    std::optional<std::vector<doc::Span>> held;
    std::size_t at = characters.size(), begin = text.size();
    for (std::size_t i = spans.size(); i-- > 0;) {
        const doc::Span& span = spans[i];
        begin -= span.text.size();
        while (at > 0 && characters[at - 1].begin >= begin) {
            const unicode::Character& sign = characters[--at];
            if (span.axis || span.is_address || at + 1 == characters.size()) continue;
            const std::string_view by =
                holding(characters, at, span.language->empty() ? language : *span.language);
            if (by.empty()) continue;
            if (!held) held = spans;
            const std::size_t place = sign.begin - begin;
            std::string& words = (*held)[i].text;
            if (sign.code == ' ')
                words.replace(place, sign.size, by);
            else
                words.insert(place + sign.size, by);
        }
    }
    return held;
}

std::string with_lines_held(const std::string& text, std::string_view language) {
    doc::Span span;
    span.text = text;
    const auto held = with_lines_held(std::vector{span}, language);
    return held ? held->front().text : text;
}

}  // namespace broadside::emit
