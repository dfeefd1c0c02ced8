#include "broadside/text/open_font.hpp"

#include <new>
#include <utility>

#include <fmt/format.h>

#include "broadside/text/check_face.hpp"
#include "broadside/text/face_metrics.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::text {

namespace {

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

bool OpenFont::has_glyph(char32_t code) const { return has_nominal(font.get(), code); }

bool OpenFont::covers(char32_t code) const {
    if (unicode::is_hidden(code) || has_glyph(code)) return true;
    if (unicode::is_space(code)) return has_glyph(' ');
    if (code == kNoBreakHyphen) return has_glyph(kHyphen);
    return has_decomposed(font.get(), code);
}

FontOpening open_font(const FontFamily& family, const FontFile& file,
                      std::shared_ptr<const std::string> bytes) {
    const BlobHandle blob(hb_blob_create_or_fail(bytes->data(),
                                                 static_cast<unsigned>(bytes->size()),
                                                 HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    if (!blob) throw std::bad_alloc();
    const auto index = static_cast<unsigned>(file.index);
    const unsigned faces = hb_face_count(blob.get());
    if (faces == 0) return {nullptr, "it is no OpenType font"};
    if (index >= faces)
        return {nullptr, fmt::format("it has no face {}: its faces end at {}", index, faces - 1)};
    const FaceHandle face(hb_face_create(blob.get(), index));
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
