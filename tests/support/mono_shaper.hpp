#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "broadside/text/shaper.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::test {

/// Every character is one em wide, so that layout is tested with mental arithmetic and without
/// fonts.
///
/// Breaks: allowed after the last of some spaces and after '-', mandatory at '\n', `Emergency`
/// after '~', `LastResort` between stars, `Leaning` after a '^' and its space, `Hyphen` at a soft
/// hyphen and, when asked for, after every fourth letter of words of eight letters or more. U+00A0
/// and U+202F hold together and are not spaces. U+FFFD is the character that no font has. Every
/// span is one item, whose bidi level is that of the request's direction.
class MonoShaper : public text::Shaper {
public:
    std::shared_ptr<const text::Shaped> shape(const text::Request& request) override {
        auto shaped = std::make_shared<text::Shaped>();
        shaped->is_stacked = request.is_stacked;
        for (std::size_t i = 0; i < request.spans.size(); ++i) {
            add_span(*shaped, request, static_cast<std::uint32_t>(i));
        }
        add_breaks(*shaped, request.hyphenation);
        return shaped;
    }

    FontFaceRef face(const text::FontRequest& request) override {
        for (const FontFaceRef& known : faces_) {
            if (known->family == request.family && known->weight == request.weight &&
                known->slant == request.slant) {
                return known;
            }
        }
        const FontFace made{.family = std::string(request.family),
                            .weight = request.weight,
                            .slant = request.slant,
                            .file = "mono.ttf",
                            .index = 0,
                            .metrics = {}};
        faces_.push_back(std::make_shared<FontFace>(made));
        return faces_.back();
    }

private:
    static constexpr char32_t kMissing = unicode::kReplacement;

    void add_span(text::Shaped& shaped, const text::Request& request, std::uint32_t index) {
        const text::Span& span = request.spans[index];
        if (span.text.empty()) return;
        const bool leftwards = request.direction == Direction::RightToLeft;
        const auto item = static_cast<std::uint32_t>(shaped.items.size());
        shaped.items.push_back({.face = face(span.font),
                                .span = index,
                                .bidi_level = static_cast<std::uint8_t>(leftwards ? 1 : 0),
                                .hyphen = {.id = '-', .advance = 1}});
        const auto base = static_cast<std::uint32_t>(shaped.utf8.size());
        shaped.utf8 += span.text;
        for (const unicode::Character& character : unicode::characters_of(span.text)) {
            add_cluster(shaped, character, base, item);
        }
        if (span.object_width > 0) {
            shaped.glyphs.pop_back();
            shaped.clusters.back().glyph_count = 0;
            shaped.clusters.back().advance = span.object_width;
        }
    }

    static void add_cluster(text::Shaped& shaped, const unicode::Character& character,
                            std::uint32_t base, std::uint32_t item) {
        text::Cluster cluster;
        cluster.text_begin = base + character.begin;
        cluster.text_size = character.size;
        cluster.glyph_begin = static_cast<std::uint32_t>(shaped.glyphs.size());
        cluster.item = item;
        cluster.is_space = character.code == ' ';
        cluster.is_hidden = unicode::is_hidden(character.code);
        if (character.code == kMissing) {
            shaped.missing = {kMissing};
        } else if (!cluster.is_hidden) {
            cluster.glyph_count = 1;
            cluster.advance = 1;
            shaped.glyphs.push_back({.id = character.code, .advance = 1});
        }
        shaped.clusters.push_back(cluster);
    }

    static text::Break break_between(char32_t before, char32_t after) {
        if (before == '*' && after == '*') return text::Break::LastResort;
        if (before == '\n') return text::Break::Mandatory;
        if (before == unicode::kSoftHyphen) return text::Break::Hyphen;
        if (after == ' ' || after == '\n') return text::Break::None;
        if (before == '~') return text::Break::Emergency;
        return before == ' ' || before == '-' ? text::Break::Allowed : text::Break::None;
    }

    static void add_breaks(text::Shaped& shaped, text::Hyphenation hyphenation) {
        if (shaped.clusters.empty()) return;
        const unicode::Characters characters = unicode::characters_of(shaped.utf8);
        for (std::size_t i = 0; i + 1 < characters.size(); ++i) {
            shaped.clusters[i].break_after =
                break_between(characters[i].code, characters[i + 1].code);
            if (i > 0 && characters[i - 1].code == '^' && characters[i].code == ' ')
                shaped.clusters[i].break_after = text::Break::Leaning;
        }
        shaped.clusters.back().break_after = text::Break::Mandatory;
        if (hyphenation == text::Hyphenation::On) add_hyphens(shaped, characters);
    }

    static void add_hyphens(text::Shaped& shaped, const unicode::Characters& characters) {
        for (std::size_t begin = 0, end = 0; begin < characters.size(); begin = end + 1) {
            end = begin;
            while (end < characters.size() && unicode::is_letter(characters[end].code)) ++end;
            if (end - begin < 8) continue;
            for (std::size_t at = begin + 4; at < end; at += 4) {
                shaped.clusters[at - 1].break_after = text::Break::Hyphen;
            }
        }
    }

    std::vector<FontFaceRef> faces_;
};

}  // namespace broadside::test
