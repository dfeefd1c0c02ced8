#include "broadside/text/open_font.hpp"

#include "broadside/text/character_class.hpp"
#include "broadside/text/face_metrics.hpp"

namespace broadside::text {

namespace {

constexpr char32_t kHyphen = 0x2010, kNoBreakHyphen = 0x2011;

struct BlobDeleter {
    void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FaceDeleter {
    void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};

bool has_glyph(hb_font_t* font, char32_t code) {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font, code, &glyph) && glyph != 0;
}

bool has_decomposed(hb_font_t* font, char32_t code) {
    hb_codepoint_t first = 0, second = 0;
    if (!hb_unicode_decompose(hb_unicode_funcs_get_default(), code, &first, &second)) return false;
    return (has_glyph(font, first) || has_decomposed(font, first)) &&
           (second == 0 || has_glyph(font, second));
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

bool OpenFont::covers(char32_t code) const {
    if (is_hidden(code) || has_glyph(font.get(), code)) return true;
    if (is_space(code)) return has_glyph(font.get(), ' ');
    if (code == kNoBreakHyphen) return has_glyph(font.get(), kHyphen);
    return has_decomposed(font.get(), code);
}

std::unique_ptr<const OpenFont> open_font(const FontFamily& family, const FontFile& file) {
    const std::unique_ptr<hb_blob_t, BlobDeleter> blob(
        hb_blob_create_from_file_or_fail(file.file.c_str()));
    if (!blob) return nullptr;
    const std::unique_ptr<hb_face_t, FaceDeleter> face(
        hb_face_create(blob.get(), static_cast<unsigned>(file.index)));
    if (hb_face_get_glyph_count(face.get()) == 0) return nullptr;

    auto open = std::make_unique<OpenFont>();
    open->font.reset(hb_font_create(face.get()));
    const unsigned units_per_em = hb_face_get_upem(face.get());
    open->units_per_em = units_per_em / family.scale;
    hb_font_set_scale(open->font.get(), static_cast<int>(units_per_em),
                      static_cast<int>(units_per_em));
    open->hyphen = find_hyphen(open->font.get(), open->units_per_em);
    open->face = std::make_shared<FontFace>(FontFace{.family = family.family,
                                                     .weight = file.weight,
                                                     .slant = file.slant,
                                                     .file = file.file,
                                                     .index = file.index,
                                                     .metrics = read_metrics(open->font.get()),
                                                     .scale = family.scale,
                                                     .line_height = family.line_height});
    return open;
}

}  // namespace broadside::text
