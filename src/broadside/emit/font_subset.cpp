#include "broadside/emit/font_subset.hpp"

#include <hb-subset.h>

#include <memory>
#include <utility>

namespace broadside::emit {

namespace {

struct SubsetDeleter {
    void operator()(hb_subset_input_t* input) const { hb_subset_input_destroy(input); }
    void operator()(hb_subset_plan_t* plan) const { hb_subset_plan_destroy(plan); }
};

using SubsetInput = std::unique_ptr<hb_subset_input_t, SubsetDeleter>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, SubsetDeleter>;

constexpr hb_tag_t kCff = HB_TAG('C', 'F', 'F', ' ');

/// What shaping and vertical setting need.
constexpr hb_tag_t kUnusedTables[] = {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'),
                                      HB_TAG('G', 'D', 'E', 'F'), HB_TAG('B', 'A', 'S', 'E'),
                                      HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'),
                                      HB_TAG('v', 'm', 't', 'x'), HB_TAG('D', 'S', 'I', 'G')};

}  // namespace

HarfBuzzFace open_for_subsetting(const std::string& file, int index) {
    const HarfBuzzBlob blob(hb_blob_create_from_file(file.c_str()));
    return HarfBuzzFace(hb_face_create(blob.get(), static_cast<unsigned>(index)));
}

bool has_postscript_outlines(hb_face_t* face) {
    const HarfBuzzBlob table(hb_face_reference_table(face, kCff));
    return hb_blob_get_length(table.get()) > 0;
}

std::optional<FontSubset> subset_font(hb_face_t* face, const std::set<std::uint32_t>& glyphs) {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) return std::nullopt;
    for (const std::uint32_t glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
    for (const hb_tag_t tag : kUnusedTables)
        hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), tag);
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    const SubsetPlan plan(hb_subset_plan_create_or_fail(face, input.get()));
    if (!plan) return std::nullopt;
    const HarfBuzzFace subset(hb_subset_plan_execute_or_fail(plan.get()));
    if (!subset) return std::nullopt;
    const HarfBuzzBlob bytes(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(bytes.get(), &size);
    FontSubset made{{data, size}, {}};
    const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint32_t glyph : glyphs) made.glyphs[glyph] = hb_map_get(numbers, glyph);
    return made;
}

}  // namespace broadside::emit
