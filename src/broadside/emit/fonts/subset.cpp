#include "broadside/emit/fonts/subset.hpp"

#include <hb-subset.h>

#include <memory>
#include <new>
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

}  // namespace

FontHandles open_for_subsetting(const FontFace& font) {
    FontHandles handles{font.bytes, HarfBuzzFace(hb_face_builder_create()), 0};
    const HarfBuzzBlob blob(hb_blob_create(font.bytes->data(),
                                           static_cast<unsigned>(font.bytes->size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    const HarfBuzzFace whole(hb_face_create(blob.get(), static_cast<unsigned>(font.index)));
    for (const hb_tag_t tag : kDrawingTables) copy_table(handles.harfbuzz.get(), whole.get(), tag);
    const std::string names = name_table(whole.get(), font);
    const HarfBuzzBlob name(hb_blob_create(names.data(), static_cast<unsigned>(names.size()),
                                           HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr));
    add_table(handles.harfbuzz.get(), HB_TAG('n', 'a', 'm', 'e'), name);
    const HarfBuzzFont shapes(hb_font_create(whole.get()));
    hb_font_get_nominal_glyph(shapes.get(), ' ', &handles.space);
    return handles;
}

std::optional<FontSubset> subset_font(hb_face_t* face, const std::set<std::uint32_t>& glyphs) {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    for (const std::uint32_t glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    const SubsetPlan plan(hb_subset_plan_create_or_fail(face, input.get()));
    if (!plan) return damaged_or_out_of_memory(face);
    const HarfBuzzFace subset(hb_subset_plan_execute_or_fail(plan.get()));
    if (!subset) return damaged_or_out_of_memory(face);
    const HarfBuzzBlob cff(hb_face_reference_table(subset.get(), HB_TAG('C', 'F', 'F', ' ')));
    unsigned cff_size = 0;
    const char* cff_data = hb_blob_get_data(cff.get(), &cff_size);
    if (cff_size > 0 && !is_sound_cff({cff_data, cff_size})) return std::nullopt;
    const HarfBuzzBlob bytes(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(bytes.get(), &size);
    FontSubset made{{data, size}, {}};
    const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint32_t glyph : glyphs) made.glyphs[glyph] = hb_map_get(numbers, glyph);
    return made;
}

}  // namespace broadside::emit
