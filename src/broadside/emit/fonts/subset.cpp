#include "broadside/emit/fonts/subset.hpp"

#include <hb-subset.h>

#include <cstddef>
#include <memory>
#include <new>
#include <string_view>
#include <utility>

#include "broadside/emit/fonts/check_cff.hpp"
#include "broadside/emit/fonts/names.hpp"

namespace broadside::emit {

namespace {

struct SubsetDeleter {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};

using SubsetInput = std::unique_ptr<hb_subset_input_t, SubsetDeleter>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, SubsetDeleter>;

/// What drawing shaped text needs. Without the tables of shaping HarfBuzz has nothing to search for
/// what else a glyph may lead to.
constexpr hb_tag_t kDrawingTables[] = {HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                                       HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p'),
                                       HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                                       HB_TAG('C', 'F', 'F', ' '), HB_TAG('C', 'F', 'F', '2')};

/// What a browser needs besides to shape the text itself, or else refuses a font without.
constexpr hb_tag_t kShapingTables[] = {HB_TAG('c', 'm', 'a', 'p'), HB_TAG('O', 'S', '/', '2'),
                                       HB_TAG('p', 'o', 's', 't'), HB_TAG('G', 'D', 'E', 'F'),
                                       HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S')};

/// What HarfBuzz applies to level text by itself, as browsers do: OpenType's features but those
/// that somebody has to ask for. `locl` and the rest of what languages differ in are among them.
constexpr std::string_view kUsualFeatures =
    "abvf abvm abvs akhn blwf blwm blws calt ccmp cfar cjct clig curs dist dnom fin2 fin3 fina "
    "frac "
    "half haln init isol kern liga ljmo locl ltra ltrm mark med2 medi mkmk mset nukt numr pref "
    "pres "
    "pstf psts rand rclt rkrf rlig rphf rtla rtlm rvrn stch tjmo vatu vjmo";

void add_table(hb_face_t* builder, hb_tag_t tag, const HarfBuzzBlob& table) {
    if (!hb_face_builder_add_table(builder, tag, table.get())) throw std::bad_alloc();
}

void copy_table(hb_face_t* builder, hb_face_t* whole, hb_tag_t tag) {
    const HarfBuzzBlob table(hb_face_reference_table(whole, tag));
    if (hb_blob_get_length(table.get()) > 0) add_table(builder, tag, table);
}

/// HarfBuzz fails alike where it has no memory, of which it takes about as much as the tables do.
std::nullopt_t damaged_or_out_of_memory(hb_face_t* face) {
    const HarfBuzzBlob copy(hb_face_reference_blob(face));
    if (hb_blob_get_length(copy.get()) == 0) throw std::bad_alloc();
    return std::nullopt;
}

SubsetInput unhinted(const std::set<std::uint32_t>& glyphs) {
    SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    for (const std::uint32_t glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    return input;
}

/// The bytes of a subset, when its outlines are sound.
std::optional<std::string> sound_bytes(hb_face_t* subset) {
    const HarfBuzzBlob cff(hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' ')));
    unsigned cff_size = 0;
    const char* cff_data = hb_blob_get_data(cff.get(), &cff_size);
    if (cff_size > 0 && !is_sound_cff({cff_data, cff_size})) return std::nullopt;
    const HarfBuzzBlob bytes(hb_face_reference_blob(subset));
    unsigned size = 0;
    const char* data = hb_blob_get_data(bytes.get(), &size);
    return std::string(data, size);
}

/// Where the font lacks the character, HarfBuzz puts together what it consists of.
void add_character(hb_font_t* font, char32_t character, hb_set_t* set) {
    hb_codepoint_t glyph = 0, first = 0, second = 0;
    if (hb_font_get_nominal_glyph(font, character, &glyph)) {
        hb_set_add(set, character);
    } else if (hb_unicode_decompose(hb_unicode_funcs_get_default(), character, &first, &second)) {
        add_character(font, first, set);
        if (second != 0) add_character(font, second, set);
    }
}

}  // namespace

FontHandles open_for_subsetting(const FontFace& font) {
    FontHandles handles{font.bytes, HarfBuzzFace(hb_face_builder_create()),
                        HarfBuzzFace(hb_face_builder_create()), 0};
    const HarfBuzzBlob blob(hb_blob_create(font.bytes->data(),
                                           static_cast<unsigned>(font.bytes->size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HarfBuzzFace whole(hb_face_create(blob.get(), static_cast<unsigned>(font.index)));
    hb_face_t* const drawing = handles.harfbuzz.get();
    hb_face_t* const shaping = handles.shaping.get();
    for (hb_face_t* to : {drawing, shaping}) {
        for (const hb_tag_t tag : kDrawingTables) copy_table(to, whole.get(), tag);
    }
    for (const hb_tag_t tag : kShapingTables) copy_table(shaping, whole.get(), tag);
    const std::string names = name_table(whole.get(), font);
    const HarfBuzzBlob name(hb_blob_create(names.data(), static_cast<unsigned>(names.size()),
                                           HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    for (hb_face_t* to : {drawing, shaping}) add_table(to, HB_TAG('n', 'a', 'm', 'e'), name);
    const HarfBuzzFont shapes(hb_font_create(whole.get()));
    hb_font_get_nominal_glyph(shapes.get(), ' ', &handles.space);
    return handles;
}

std::optional<FontSubset> subset_font(hb_face_t* face, const std::set<std::uint32_t>& glyphs) {
    const SubsetInput input = unhinted(glyphs);
    const SubsetPlan plan(hb_subset_plan_create_or_fail(face, input.get()));
    if (!plan) return damaged_or_out_of_memory(face);
    const HarfBuzzFace subset(hb_subset_plan_execute_or_fail(plan.get()));
    if (!subset) return damaged_or_out_of_memory(face);
    std::optional<std::string> bytes = sound_bytes(subset.get());
    if (!bytes) return std::nullopt;
    FontSubset made{*std::move(bytes), {}};
    const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint32_t glyph : glyphs) made.glyphs[glyph] = hb_map_get(numbers, glyph);
    return made;
}

std::optional<std::string> subset_for_shaping(hb_face_t* face, const ShapedText& text) {
    const SubsetInput input = unhinted(text.glyphs);
    const HarfBuzzFont font(hb_font_create(face));
    for (const char32_t character : text.characters)
        add_character(font.get(), character, hb_subset_input_unicode_set(input.get()));
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    if (!text.is_substituted) hb_set_add(dropped, HB_TAG('G', 'S', 'U', 'B'));
    if (!text.is_positioned) hb_set_add(dropped, HB_TAG('G', 'P', 'O', 'S'));
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(features);
    constexpr std::size_t kTagAndSpace = 5;
    for (std::size_t at = 0; at < kUsualFeatures.size(); at += kTagAndSpace)
        hb_set_add(features, hb_tag_from_string(&kUsualFeatures[at], 4));
    const HarfBuzzFace subset(hb_subset_or_fail(face, input.get()));
    if (!subset) return damaged_or_out_of_memory(face);
    return sound_bytes(subset.get());
}

}  // namespace broadside::emit
