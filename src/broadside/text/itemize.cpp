#include "broadside/text/itemize.hpp"

#include <pango/pango.h>

#include <cstddef>
#include <span>
#include <string_view>

#include "broadside/base/handle.hpp"
#include "broadside/text/script_order.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::text {

namespace {

/// What decides, for one character, whether it may stand in the same stretch as the one before it.
struct Property {
    std::uint32_t span = 0;
    std::uint8_t level = 0;
    hb_script_t script = HB_SCRIPT_COMMON;
    const OpenFont* font = nullptr;
    bool operator==(const Property&) const = default;
};

void set_spans(std::vector<Property>& properties, const Paragraph& paragraph) {
    std::uint32_t span = 0;
    for (std::size_t i = 0; i < properties.size(); ++i) {
        while (paragraph.characters[i].begin >= paragraph.span_ends[span]) ++span;
        properties[i].span = span;
    }
}

// UAX #9, P1: every line between line feeds is resolved by itself.
void set_levels(std::vector<Property>& properties, const Paragraph& paragraph,
                Direction direction) {
    const unicode::Characters& characters = paragraph.characters;
    for (std::size_t begin = 0, end = 0; begin < characters.size(); begin = end) {
        end = begin + 1;
        while (end < characters.size() && !unicode::is_line_end(characters[end - 1].code)) ++end;
        const std::uint32_t from = characters[begin].begin;
        const std::uint32_t to = characters[end - 1].begin + characters[end - 1].size;
        PangoDirection base =
            direction == Direction::RightToLeft ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
        const Handle<guint8, g_free> levels(pango_log2vis_get_embedding_levels(
            paragraph.utf8.data() + from, static_cast<int>(to - from), &base));
        for (std::size_t i = begin; i < end; ++i) properties[i].level = levels.get()[i - begin];
    }
}

void set_scripts(std::vector<Property>& properties, const Paragraph& paragraph) {
    const Handle<PangoScriptIter, pango_script_iter_free> iter(
        pango_script_iter_new(paragraph.utf8.data(), static_cast<int>(paragraph.utf8.size())));
    std::size_t i = 0;
    do {
        const char* end = nullptr;
        PangoScript script = PANGO_SCRIPT_COMMON;
        pango_script_iter_get_range(iter.get(), nullptr, &end, &script);
        const auto iso = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(script));
        const auto limit = static_cast<std::size_t>(end - paragraph.utf8.data());
        for (; i < properties.size() && paragraph.characters[i].begin < limit; ++i) {
            properties[i].script = hb_script_from_iso15924_tag(iso);
        }
    } while (pango_script_iter_next(iter.get()));
}

bool continues_cluster(char32_t code) {
    if (code == unicode::kSoftHyphen || code == unicode::kZeroWidthSpace ||
        unicode::is_line_end(code))
        return false;
    const auto category = hb_unicode_general_category(hb_unicode_funcs_get_default(), code);
    return unicode::is_default_ignorable(code) ||
           category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

bool is_han_or_kana(hb_script_t script) {
    return script == HB_SCRIPT_HAN || script == HB_SCRIPT_HIRAGANA ||
           script == HB_SCRIPT_KATAKANA || script == HB_SCRIPT_BOPOMOFO;
}

/// Punctuation that Latin faces have too, but in Chinese and Japanese it fills a square: quotation
/// marks, the dash and the ellipsis that are set twice, the middle dot.
bool is_square_among_han(char32_t code) {
    return code == 0xB7 || code == 0x2014 || code == 0x2015 || code == 0x2018 || code == 0x2019 ||
           code == 0x201C || code == 0x201D || code == 0x2025 || code == 0x2026;
}

/// As the sign of a value, beside ○ and △, which no Latin face has.
constexpr char32_t kCross = 0xD7;

struct FontChoice {
    const Request& request;
    FontSet& fonts;

    /// `before` is the character that precedes the cluster, null at the start of a span.
    /// `is_alone`: the cluster is its span.
    const OpenFont* choose(const Property& property, const Property* before,
                           std::span<const unicode::Character> cluster, bool is_alone) {
        const char32_t first = cluster.front().code;
        const bool takes_any = unicode::is_space(first) || unicode::is_hidden(first);
        if (takes_any && before && before->font && before->font->covers(first)) {
            return before->font;
        }
        const FontRequest& asked = request.spans[property.span].font;
        char script[4];
        const bool is_sign = is_alone && first == kCross && has_han_style(request.language);
        const hb_script_t of = is_sign ? HB_SCRIPT_HAN : property.script;
        hb_tag_to_string(hb_script_to_iso15924_tag(of), script);
        const bool is_square = is_sign || (is_han_or_kana(of) && is_square_among_han(first) &&
                                           has_han_style(request.language));
        const FirstAsked order = is_square ? FirstAsked::OfScript : FirstAsked::Requested;
        const auto choose = [&](std::span<const unicode::Character> characters) {
            const std::string_view code(script, sizeof script);
            return fonts.choose(asked, {code, request.language, characters}, order);
        };
        const ChosenFont whole = choose(cluster);
        if (whole.showing != Showing::None) return whole.font;
        const ChosenFont base = choose(cluster.first(1));
        return base.font ? base.font : fonts.find(asked);
    }
};

void set_fonts(std::vector<Property>& properties, const Paragraph& paragraph,
               const Request& request, FontSet& fonts) {
    const unicode::Characters& characters = paragraph.characters;
    FontChoice choice{request, fonts};
    for (std::size_t begin = 0, end = 0; begin < characters.size(); begin = end) {
        end = begin + 1;
        while (end < characters.size() && properties[end].span == properties[begin].span &&
               continues_cluster(characters[end].code)) {
            ++end;
        }
        // No face draws an object.
        if (request.spans[properties[begin].span].object_width > 0) continue;
        const bool follows = begin > 0 && properties[begin - 1].span == properties[begin].span;
        const bool goes_on =
            end < characters.size() && properties[end].span == properties[begin].span;
        const OpenFont* font =
            choice.choose(properties[begin], follows ? &properties[begin - 1] : nullptr,
                          {characters.data() + begin, end - begin}, !follows && !goes_on);
        for (std::size_t i = begin; i < end; ++i) {
            properties[i].font = font;
            properties[i].script = properties[begin].script;
            properties[i].level = properties[begin].level;
        }
    }
}

}  // namespace

Paragraph join_spans(const std::vector<Span>& spans) {
    Paragraph paragraph;
    for (const Span& span : spans) {
        paragraph.utf8 += unicode::to_utf8(span.text);
        paragraph.span_ends.push_back(static_cast<std::uint32_t>(paragraph.utf8.size()));
    }
    paragraph.characters = unicode::characters_of(paragraph.utf8);
    return paragraph;
}

std::vector<Stretch> itemize(const Paragraph& paragraph, const Request& request, FontSet& fonts) {
    std::vector<Stretch> stretches;
    if (paragraph.characters.empty()) return stretches;
    std::vector<Property> properties(paragraph.characters.size());
    set_spans(properties, paragraph);
    set_levels(properties, paragraph, request.direction);
    set_scripts(properties, paragraph);
    set_fonts(properties, paragraph, request, fonts);
    for (std::size_t i = 0; i < properties.size(); ++i) {
        const unicode::Character& character = paragraph.characters[i];
        if (i == 0 || properties[i] != properties[i - 1]) {
            stretches.push_back({.begin = character.begin,
                                 .end = character.begin,
                                 .span = properties[i].span,
                                 .level = properties[i].level,
                                 .script = properties[i].script,
                                 .font = properties[i].font});
        }
        stretches.back().end = character.begin + character.size;
    }
    return stretches;
}

}  // namespace broadside::text
