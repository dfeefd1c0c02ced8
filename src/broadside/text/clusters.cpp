#include "broadside/text/clusters.hpp"

#include <glib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "broadside/base/contains.hpp"
#include "broadside/text/script_order.hpp"
#include "broadside/unicode/characters.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::text {

namespace {

constexpr std::uint32_t kMissingGlyph = 0;

using Characters = std::span<const unicode::Character>;

Characters characters_of(const Paragraph& paragraph, std::uint32_t from, std::uint32_t to) {
    const auto before = [](const unicode::Character& c, std::uint32_t byte) {
        return c.begin < byte;
    };
    const unicode::Character* first = paragraph.characters.data();
    const unicode::Character* last = first + paragraph.characters.size();
    const unicode::Character* begin = std::lower_bound(first, last, from, before);
    return {begin, std::lower_bound(begin, last, to, before)};
}

Item make_item(const Stretch& stretch, const Request& request) {
    Item item;
    item.span = stretch.span;
    item.bidi_level = stretch.level;
    if (stretch.font) {
        item.face = stretch.font->face;
        item.hyphen = stretch.font->hyphen;
        return item;
    }
    // Nothing is drawn with this face; it only says which one was asked for.
    const FontRequest& asked = request.spans[stretch.span].font;
    item.face = std::make_shared<FontFace>(FontFace{.family = std::string(asked.family),
                                                    .weight = asked.weight,
                                                    .slant = asked.slant,
                                                    .file = {},
                                                    .index = 0,
                                                    .metrics = {}});
    return item;
}

bool is_square_stop(char32_t code) {
    return code == 0x3001 || code == 0x3002 || code == 0xFF0C || code == 0xFF0E;
}
bool opens_square(char32_t code) {
    return unicode::is_square(code) && g_unichar_type(code) == G_UNICODE_OPEN_PUNCTUATION;
}
bool closes_square(char32_t code) {
    return unicode::is_square(code) && g_unichar_type(code) == G_UNICODE_CLOSE_PUNCTUATION;
}

/// Brackets and stops of Chinese and Japanese leave half of their square empty: of two beside each
/// other one gives it, or the white of both would be a hole (CSS Text 4, `text-spacing-trim`). The
/// one of `c` and the next that does; null: neither.
const unicode::Character* trimmed_of_two(const unicode::Character* c, std::string_view language) {
    const char32_t code = c->code, next = c[1].code;
    if (opens_square(next) && opens_square(code)) return c + 1;
    if (!opens_square(next) && !closes_square(next) && !is_square_stop(next)) return nullptr;
    // Stops of traditional Chinese stand in the middle.
    const bool gives = closes_square(code) ||
                       (is_square_stop(code) && script_order("Hani", language).front() != "Hant");
    return gives ? c : nullptr;
}

// A ligature over a place for a hyphen would swallow it: "chiffrement" could no longer be parted at
// all in a font that ties its two f.
std::vector<hb_feature_t> features_for(const ShapingInput& input, const Stretch& stretch) {
    const Paragraph& paragraph = input.paragraph;
    std::vector<hb_feature_t> features;
    const Characters range = characters_of(paragraph, stretch.begin, stretch.end);
    if (input.request.is_stacked)
        features.push_back({HB_TAG('v', 'e', 'r', 't'), 1, stretch.begin, stretch.end});
    const unicode::Character *first = range.data(), *end = first + range.size();
    for (const unicode::Character* c = first; c + 1 < end; ++c) {
        if (const unicode::Character* narrow = trimmed_of_two(c, input.request.language))
            features.push_back(
                {HB_TAG('h', 'a', 'l', 't'), 1, narrow->begin, narrow->begin + narrow->size});
    }
    for (const unicode::Character* c = first; c != end; ++c) {
        if (input.breaks[static_cast<std::size_t>(c - paragraph.characters.data())] !=
            Break::Hyphen) {
            continue;
        }
        const unsigned from = c == first ? c->begin : c[-1].begin;
        const unsigned to = c + 1 == end ? stretch.end : c[1].begin + c[1].size;
        for (const hb_tag_t tag : {HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g')}) {
            features.push_back({tag, 0, from, to});
        }
    }
    return features;
}

/// HarfBuzz compares every feature with every glyph, and every mark with all between it and its
/// letter: what has more of them than any text of print is shaped in parts.
constexpr std::size_t kMostFeatures = 1024, kMostMarks = 256;

std::vector<Stretch> affordable_parts(const ShapingInput& input, const Stretch& stretch) {
    std::vector<Stretch> parts = {stretch};
    const unicode::Character* all = input.paragraph.characters.data();
    const Characters range = characters_of(input.paragraph, stretch.begin, stretch.end);
    const unicode::Character *first = range.data(), *end = first + range.size();
    std::size_t features = 0, marks = 0;
    for (const unicode::Character* c = first; c + 1 < end; ++c) {
        marks = g_unichar_ismark(c->code) ? marks + 1 : 0;
        const bool hyphenates = input.breaks[static_cast<std::size_t>(c - all)] == Break::Hyphen;
        const bool has_feature = hyphenates || trimmed_of_two(c, input.request.language) != nullptr;
        if (has_feature) ++features;
        if (marks < kMostMarks && !(has_feature && features >= kMostFeatures)) continue;
        parts.back().end = c->begin + c->size;
        parts.push_back(stretch);
        parts.back().begin = c->begin + c->size;
        features = marks = 0;
    }
    return parts;
}

void run_harfbuzz(const ShapingInput& input, const Stretch& stretch, hb_buffer_t* buffer) {
    const std::string& utf8 = input.paragraph.utf8;
    const std::string_view language = input.request.language;
    const std::vector<hb_feature_t> features = features_for(input, stretch);
    hb_buffer_reset(buffer);
    hb_buffer_add_utf8(buffer, utf8.data(), static_cast<int>(utf8.size()), stretch.begin,
                       static_cast<int>(stretch.end - stretch.begin));
    hb_buffer_set_direction(buffer, stretch.level % 2 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_set_script(buffer, stretch.script);
    hb_buffer_set_language(
        buffer, hb_language_from_string(language.data(), static_cast<int>(language.size())));
    unsigned flags = HB_BUFFER_FLAG_DEFAULT;
    if (stretch.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
    if (stretch.end == utf8.size()) flags |= HB_BUFFER_FLAG_EOT;
    hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
    hb_shape(stretch.font->font.get(), buffer, features.data(),
             static_cast<unsigned>(features.size()));
}

class ClusterWriter {
public:
    ClusterWriter(Shaped& shaped, const ShapingInput& input, const Stretch& stretch)
        : shaped_(shaped), paragraph_(input.paragraph), stretch_(stretch), breaks_(input.breaks) {}

    /// The bytes `[from, to)` are shown by the glyphs of `infos`, which stand at `positions`.
    void write(std::uint32_t from, std::uint32_t to, std::span<const hb_glyph_info_t> infos,
               std::span<const hb_glyph_position_t> positions) {
        const Characters range = characters_of(paragraph_, from, to);
        Cluster& cluster = open_cluster(from, to, range);
        if (cluster.is_hidden) return;
        const bool has_missing = std::any_of(
            infos.begin(), infos.end(),
            [](const hb_glyph_info_t& info) { return info.codepoint == kMissingGlyph; });
        if (infos.empty() || has_missing) {
            report_missing(range);
            return;
        }
        for (std::size_t i = 0; i < infos.size(); ++i) add_glyph(cluster, infos[i], positions[i]);
    }

    /// One object, with no glyph.
    void write_object(double width) {
        open_cluster(stretch_.begin, stretch_.end,
                     characters_of(paragraph_, stretch_.begin, stretch_.end))
            .advance = width;
    }

    /// Every character of `[from, to)` by itself, for want of a face.
    void write_unshaped(std::uint32_t from, std::uint32_t to) {
        const Characters all = characters_of(paragraph_, from, to);
        for (const unicode::Character& c : all) open_cluster(c.begin, c.begin + c.size, {&c, 1});
        const std::string_view utf8(paragraph_.utf8);
        for (const char32_t code : unicode::composed(utf8.substr(from, to - from))) {
            if (!unicode::is_hidden(code) && !unicode::is_space(code)) add_missing(code);
        }
    }

private:
    Cluster& open_cluster(std::uint32_t from, std::uint32_t to, Characters range) {
        const auto last = static_cast<std::size_t>(range.data() - paragraph_.characters.data()) +
                          range.size() - 1;
        const auto all = [&](bool (*belongs)(char32_t)) {
            return std::all_of(range.begin(), range.end(),
                               [&](const unicode::Character& c) { return belongs(c.code); });
        };
        Cluster cluster;
        cluster.text_begin = from;
        cluster.text_size = to - from;
        cluster.glyph_begin = static_cast<std::uint32_t>(shaped_.glyphs.size());
        cluster.item = static_cast<std::uint32_t>(shaped_.items.size() - 1);
        cluster.break_after = breaks_[last];
        cluster.is_space = all(unicode::is_breaking_space);
        cluster.is_hidden = all(unicode::is_hidden);
        shaped_.clusters.push_back(cluster);
        return shaped_.clusters.back();
    }

    void add_glyph(Cluster& cluster, const hb_glyph_info_t& info,
                   const hb_glyph_position_t& position) {
        const double em = stretch_.font->units_per_em;
        const Glyph glyph{.id = info.codepoint,
                          .advance = position.x_advance / em,
                          .dx = position.x_offset / em,
                          .dy = -position.y_offset / em};
        shaped_.glyphs.push_back(glyph);
        cluster.advance += glyph.advance;
        ++cluster.glyph_count;
    }

    void report_missing(Characters range) {
        const OpenFont* font = stretch_.font;
        const bool all_covered =
            font && std::all_of(range.begin(), range.end(),
                                [&](const auto& c) { return font->covers(c.code); });
        for (const unicode::Character& c : range) {
            if (font && !all_covered && font->covers(c.code)) continue;
            add_missing(c.code);
        }
    }

    void add_missing(char32_t code) {
        auto& missing = shaped_.missing;
        if (!contains(missing, code)) missing.push_back(code);
    }

    Shaped& shaped_;
    const Paragraph& paragraph_;
    const Stretch& stretch_;
    const std::vector<Break>& breaks_;
};

/// Walks the buffer in logical order: glyphs of one cluster value stand together, backwards when
/// right-to-left.
void write_clusters(ClusterWriter& writer, const Stretch& stretch, hb_buffer_t* buffer) {
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
    std::vector<unsigned> starts;  // first glyph of each cluster, in visual order
    for (unsigned i = 0; i < count; ++i) {
        if (i == 0 || infos[i].cluster != infos[i - 1].cluster) starts.push_back(i);
    }
    starts.push_back(count);
    const std::size_t clusters = starts.size() - 1;
    const bool leftwards = stretch.level % 2 == 1;
    const auto visual = [&](std::size_t logical) {
        return leftwards ? clusters - 1 - logical : logical;
    };
    std::uint32_t from = stretch.begin;
    for (std::size_t i = 0; i < clusters; ++i) {
        const unsigned first = starts[visual(i)];
        const unsigned glyphs = starts[visual(i) + 1] - first;
        const std::uint32_t to =
            i + 1 < clusters ? infos[starts[visual(i + 1)]].cluster : stretch.end;
        // A damaged font may put clusters out of order or leave the text without a glyph.
        if (to <= from || to > stretch.end) break;
        writer.write(from, to, {infos + first, glyphs}, {positions + first, glyphs});
        from = to;
    }
    if (from < stretch.end) writer.write(from, stretch.end, {}, {});
}

}  // namespace

void append_stretch(Shaped& shaped, const ShapingInput& input, const Stretch& stretch,
                    hb_buffer_t* buffer) {
    shaped.items.push_back(make_item(stretch, input.request));
    ClusterWriter writer(shaped, input, stretch);
    const double object_width = input.request.spans[stretch.span].object_width;
    if (object_width > 0) {
        writer.write_object(object_width);
        return;
    }
    if (!stretch.font) {
        writer.write_unshaped(stretch.begin, stretch.end);
        return;
    }
    for (const Stretch& part : affordable_parts(input, stretch)) {
        run_harfbuzz(input, part, buffer);
        if (hb_buffer_allocation_successful(buffer)) {
            write_clusters(writer, part, buffer);
            continue;
        }
        // Memory has run out, or the font asks for more glyphs than a text may have.
        shaped.unreadable.push_back({stretch.font->face->file,
                                     {},
                                     "shaping with it takes more memory than there is",
                                     stretch.font->origin});
        writer.write_unshaped(part.begin, part.end);
    }
}

}  // namespace broadside::text
