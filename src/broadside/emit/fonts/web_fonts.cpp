#include "broadside/emit/fonts/web_fonts.hpp"

#include <cmath>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/fonts/subset.hpp"
#include "broadside/unicode/folding.hpp"
#include "broadside/unicode/utf8.hpp"

namespace broadside::emit {

namespace {

void add_all(std::u32string_view characters, std::set<char32_t>& to) {
    to.insert(characters.begin(), characters.end());
}

/// A face with what texts show of it.
class UsedFont {
public:
    UsedFont(const FontFace& face, const FontHandles& handles)
        : face_(face), handles_(handles), font_(hb_font_create(handles.shaping.get())) {}

    void add(const GlyphRun& run) {
        for (const RunGlyph& glyph : run.glyphs) text_.glyphs.insert(glyph.id);
        for_each_cluster(run, [this](std::string_view text, std::span<const RunGlyph> glyphs) {
            add_cluster(text, glyphs);
        });
        text_.is_positioned = text_.is_positioned || is_positioned(run);
        text_.is_stacked = text_.is_stacked || run.is_stacked;
    }

    const FontFace& face() const { return face_; }

    /// OpenType, `OS/2`, fsType: the lowest bits forbid any embedding or allow it, and two forbid
    /// to embed a part or outlines.
    bool may_be_embedded() const {
        constexpr unsigned kUsage = 0xF, kRestricted = 0x2, kNoPart = 0x100, kBitmapsOnly = 0x200;
        constexpr unsigned kOffset = 8;
        const HarfBuzzBlob table(
            hb_face_reference_table(handles_.shaping.get(), HB_TAG('O', 'S', '/', '2')));
        unsigned size = 0;
        const auto* data =
            reinterpret_cast<const unsigned char*>(hb_blob_get_data(table.get(), &size));
        if (size < kOffset + 2) return true;
        const unsigned bits = data[kOffset] * 256u + data[kOffset + 1];
        return (bits & kUsage) != kRestricted && (bits & (kNoPart | kBitmapsOnly)) == 0;
    }

    /// Nothing when the font is damaged.
    std::optional<std::string> packed() const {
        const auto font = subset_for_shaping(handles_.shaping.get(), text_);
        if (!font) return std::nullopt;
        std::set<std::uint32_t> shown;
        for (const auto& [glyph, number] : font->glyphs) shown.insert(number);
        return woff2(font->file, shown);
    }

private:
    void add_cluster(std::string_view text, std::span<const RunGlyph> glyphs) {
        add_all(unicode::decode(text), text_.characters);
        const unicode::Character first = unicode::character_at(text, 0);
        hb_codepoint_t glyph = 0;
        if (first.size == text.size() && glyphs.size() == 1 &&
            hb_font_get_nominal_glyph(font_.get(), first.code, &glyph) && glyph == glyphs[0].id) {
            return;
        }
        // HarfBuzz shapes a letter and its marks as one character where the font has one.
        add_all(unicode::composed(text), text_.characters);
        for (const RunGlyph& shown : glyphs) text_.substituted.insert(shown.id);
        text_.is_positioned = true;
    }

    bool is_positioned(const GlyphRun& run) const {
        const double scale = run.size.value / hb_face_get_upem(handles_.shaping.get());
        const auto is_at = [&](Pt where, double units) {
            return std::abs(where.value - units * scale) < scale / 2;
        };
        double pen = 0;
        for (const RunGlyph& glyph : run.glyphs) {
            if (!is_at(glyph.x, pen) || !is_at(glyph.y, 0)) return true;
            pen += hb_font_get_glyph_h_advance(font_.get(), glyph.id);
        }
        return !is_at(run.advance, pen);
    }

    const FontFace& face_;
    const FontHandles& handles_;
    HarfBuzzFont font_;
    ShapedText text_;
};

/// A file may stand for several styles of a family: it is brought once.
std::map<std::pair<std::string, FaceKey>, std::optional<UsedFont>> used_fonts(
    const scene::Page& page, FontCache& fonts) {
    std::map<std::pair<std::string, FaceKey>, std::optional<UsedFont>> used;
    scene::for_each_run(page, [&](const LineRun& run) {
        const FontFace& face = *run.glyphs.font;
        auto& font = used[{face.family, key_of(face)}];
        if (!font && face.bytes) font.emplace(face, fonts.open(face));
        if (font) font->add(run.glyphs);
    });
    return used;
}

}  // namespace

Result<std::vector<WebFont>> web_fonts(const scene::Page& page, FontCache& fonts) {
    std::vector<WebFont> made;
    Diagnostics errors;
    for (const auto& [key, used] : used_fonts(page, fonts)) {
        const auto& [family, file] = key;
        if (used && !used->may_be_embedded()) {
            errors.push_back(error("font-forbids-embedding",
                                   fmt::format("'{}', face {} of this font file, does not allow "
                                               "to be embedded",
                                               family, file.second),
                                   {"--svg-text=outline draws its letters, --svg-text=system "
                                    "names it"})
                                 .at({file.first}));
            continue;
        }
        auto packed = used ? used->packed() : std::nullopt;
        if (!packed) {
            errors.push_back(damaged_outlines(family, file));
            continue;
        }
        made.push_back({family, used->face().weight, used->face().slant, *std::move(packed)});
    }
    if (!errors.empty()) return errors;
    return made;
}

}  // namespace broadside::emit
