#include "broadside/text/font_set.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <new>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <hb-ot.h>

#include "broadside/unicode/characters.hpp"

namespace broadside::text {

namespace {

std::optional<double> metric(hb_font_t* font, hb_ot_metrics_tag_t tag) {
    hb_position_t position = 0;
    if (!hb_ot_metrics_get_position(font, tag, &position) || position == 0) return std::nullopt;
    return std::abs(static_cast<double>(position));
}

std::optional<double> height_of(hb_font_t* font, hb_codepoint_t character) {
    hb_codepoint_t glyph = 0;
    hb_glyph_extents_t extents = {};
    if (!hb_font_get_nominal_glyph(font, character, &glyph) ||
        !hb_font_get_glyph_extents(font, glyph, &extents) || extents.y_bearing <= 0) {
        return std::nullopt;
    }
    return extents.y_bearing;
}

/// ISO/IEC 14496-22: the sizes of `head` and `hhea`, the least of `maxp`, and the range of
/// unitsPerEm.
constexpr unsigned kHeadBytes = 54, kHheaBytes = 36, kMaxpBytes = 6;
constexpr unsigned kLeastUnitsPerEm = 16, kMostUnitsPerEm = 16384;

/// The tallest script of Noto, Nastaliq, reaches 2 em.
constexpr double kMostEm = 10;

class Table {
public:
    Table(hb_face_t* face, const char (&tag)[5])
        : blob_(hb_face_reference_table(face, HB_TAG(tag[0], tag[1], tag[2], tag[3]))) {
        data_ = hb_blob_get_data(blob_.get(), &size_);
    }

    std::size_t size() const { return size_; }

    unsigned u16(std::size_t at) const { return byte(at) << 8 | byte(at + 1); }
    unsigned u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }

private:
    unsigned byte(std::size_t at) const { return static_cast<unsigned char>(data_[at]); }

    HarfBuzzBlob blob_;
    const char* data_ = nullptr;
    unsigned size_ = 0;
};

std::string contradiction(const char* one, const char* other) {
    return fmt::format("its tables \"{}\" and \"{}\" contradict each other", one, other);
}

std::string fault_of_widths(const Table& hhea, const Table& hmtx, unsigned glyphs) {
    const unsigned widths = hhea.u16(34);
    if (widths == 0 || widths > glyphs) return contradiction("hhea", "maxp");
    // Each width stands with a bearing; the bearings of the other glyphs follow.
    const std::size_t needed = std::size_t{4} * widths + std::size_t{2} * (glyphs - widths);
    return hmtx.size() < needed ? contradiction("hhea", "hmtx") : std::string();
}

std::string fault_of_outlines(const Table& loca, const Table& glyf, bool is_long, unsigned glyphs) {
    if (loca.size() < (std::size_t{glyphs} + 1) * (is_long ? 4 : 2))
        return contradiction("maxp", "loca");
    std::size_t last = 0;
    for (std::size_t i = 0; i <= glyphs; ++i) {
        const std::size_t place = is_long ? loca.u32(4 * i) : std::size_t{2} * loca.u16(2 * i);
        if (place < last || place > glyf.size()) return contradiction("loca", "glyf");
        last = place;
    }
    return {};
}

/// Why the tables that measuring and drawing rest on cannot be used: they are not there, too short,
/// or contradict each other. Empty when they can. HarfBuzz and FreeType check what they read, and
/// go on with something else; a page must not.
std::string fault_of_tables(hb_face_t* face) {
    const Table head(face, "head"), hhea(face, "hhea"), maxp(face, "maxp"), hmtx(face, "hmtx");
    if (head.size() < kHeadBytes || hhea.size() < kHheaBytes || maxp.size() < kMaxpBytes)
        return "it lacks the tables of a font, or they are cut off";
    const unsigned units_per_em = head.u16(18), loca_format = head.u16(50);
    if (units_per_em < kLeastUnitsPerEm || units_per_em > kMostUnitsPerEm || loca_format > 1)
        return "its table \"head\" is damaged";
    const unsigned glyphs = maxp.u16(4);
    if (glyphs == 0) return "it has no glyphs";
    if (std::string fault = fault_of_widths(hhea, hmtx, glyphs); !fault.empty()) return fault;
    const Table loca(face, "loca"), glyf(face, "glyf");
    if (loca.size() > 0) return fault_of_outlines(loca, glyf, loca_format == 1, glyphs);
    if (Table(face, "CFF ").size() > 0 || Table(face, "CFF2").size() > 0) return {};
    return "it has no outlines";
}

/// Why the metrics are those of no font. Empty when they may be.
std::string fault_of_metrics(const FontMetrics& metrics) {
    const double highest =
        std::max({metrics.ascent, metrics.descent, metrics.cap_height, metrics.x_height});
    if (highest <= kMostEm) return {};
    return fmt::format("its metrics reach {:.0f} em", highest);
}

constexpr char32_t kHyphen = 0x2010, kNoBreakHyphen = 0x2011;

bool has_nominal(hb_font_t* font, char32_t code) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font, code, &glyph) && glyph != 0;
}

bool has_decomposed(hb_font_t* font, char32_t code) {
    hb_codepoint_t first = 0, second = 0;
    if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), code, &first, &second)) return false;
    return (has_nominal(font, first) || has_decomposed(font, first)) &&
           (second == 0 || has_nominal(font, second));
}

Glyph find_hyphen(hb_font_t* font, double units_per_em) {
    hb_codepoint_t glyph = 0;
    for (const char32_t code : {kHyphen, U'-'}) {
        if (!hb_font_get_nominal_glyph(font, code, &glyph)) continue;
        return {.id = glyph, .advance = hb_font_get_glyph_h_advance(font, glyph) / units_per_em};
    }
    return {};
}

}  // namespace

FontMetrics read_metrics(hb_font_t* font) {
    const double em = hb_face_get_upem(hb_font_get_face(font));
    const auto in_em = [em](std::optional<double> units, double otherwise) {
        return units ? *units / em : otherwise;
    };
    const auto or_measured = [font](std::optional<double> units, hb_codepoint_t character) {
        return units ? units : height_of(font, character);
    };
    const FontMetrics usual;
    FontMetrics metrics;
    metrics.ascent = in_em(metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER), usual.ascent);
    metrics.descent = in_em(metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER), usual.descent);
    metrics.cap_height =
        in_em(or_measured(metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT), 'H'), usual.cap_height);
    metrics.x_height =
        in_em(or_measured(metric(font, HB_OT_METRICS_TAG_X_HEIGHT), 'x'), usual.x_height);
    return metrics;
}

bool OpenFont::has_glyph(char32_t code) const { return has_nominal(font.get(), code); }

bool OpenFont::covers(char32_t code) const {
    if (unicode::is_hidden(code) || has_glyph(code)) return true;
    if (unicode::is_space(code)) return has_glyph(' ');
    if (code == kNoBreakHyphen) return has_glyph(kHyphen);
    return has_decomposed(font.get(), code);
}

FontOpening open_font(const FontFamily& family, const FontFile& file,
                      std::shared_ptr<const std::string> bytes) {
    const HarfBuzzBlob blob(hb_blob_create_or_fail(bytes->data(),
                                                   static_cast<unsigned>(bytes->size()),
                                                   HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    if (!blob) throw std::bad_alloc();
    const auto index = static_cast<unsigned>(file.index);
    const unsigned faces = hb_face_count(blob.get());
    if (faces == 0) return {nullptr, "it is no OpenType font"};
    if (index >= faces)
        return {nullptr, fmt::format("it has no face {}: its faces end at {}", index, faces - 1)};
    const HarfBuzzFace face(hb_face_create(blob.get(), index));
    // HarfBuzz has one empty face for all that it has no memory for.
    if (face.get() == hb_face_get_empty()) throw std::bad_alloc();
    if (std::string fault = fault_of_tables(face.get()); !fault.empty())
        return {nullptr, std::move(fault)};

    auto open = std::make_unique<OpenFont>();
    open->font.reset(hb_font_create(face.get()));
    if (open->font.get() == hb_font_get_empty()) throw std::bad_alloc();
    const unsigned units_per_em = hb_face_get_upem(face.get());
    open->units_per_em = units_per_em / family.scale;
    hb_font_set_scale(open->font.get(), static_cast<int>(units_per_em),
                      static_cast<int>(units_per_em));
    open->origin = file.origin;
    open->hyphen = find_hyphen(open->font.get(), open->units_per_em);
    open->face = std::make_shared<FontFace>(FontFace{.family = family.family,
                                                     .weight = file.weight,
                                                     .slant = file.slant,
                                                     .file = file.file,
                                                     .index = file.index,
                                                     .bytes = std::move(bytes),
                                                     .metrics = read_metrics(open->font.get()),
                                                     .scale = family.scale,
                                                     .line_height = family.line_height});
    if (std::string fault = fault_of_metrics(open->face->metrics); !fault.empty())
        return {nullptr, std::move(fault)};
    return {std::move(open), {}};
}

}  // namespace broadside::text
