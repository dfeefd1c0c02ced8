#include "broadside/emit/fonts/subset.hpp"

#include "broadside/base/big_endian.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

namespace broadside::emit {

namespace {

/// OpenType, `name`: a PostScript name has at most 63 characters. A family has 31 in the fonts of
/// old; more than the other's are no name.
constexpr std::size_t kLongest = 63;

/// Printable ASCII but PostScript's own signs.
bool is_plain(char c) {
    return c > ' ' && c <= '~' && std::string_view("[](){}<>/%").find(c) == std::string_view::npos;
}

std::string name_of(hb_face_t* face, hb_ot_name_id_t id) {
    std::array<char, kLongest + 2> text;
    auto size = static_cast<unsigned>(text.size());
    hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text.data());
    return {text.data(), size};
}

std::string only_plain(std::string name) {
    name.erase(std::remove_if(name.begin(), name.end(), [](char c) { return !is_plain(c); }),
               name.end());
    return name.substr(0, kLongest);
}

void add_record(std::string& to, hb_ot_name_id_t id, std::size_t characters, std::size_t offset) {
    // Windows, Unicode, American English: what every reader looks for.
    for (const std::size_t value : {std::size_t{3}, std::size_t{1}, std::size_t{0x409},
                                    std::size_t{id}, 2 * characters, offset}) {
        add_u16(to, value);
    }
}

/// A table `name` with a family and a PostScript name, as PDF lists them: those of `face` where
/// they are plain, else the family of the manifest.
std::string name_table(hb_face_t* face, const FontFace& font) {
    std::string family = name_of(face, HB_OT_NAME_ID_FONT_FAMILY);
    const auto is_in_name = [](char c) { return c == ' ' || is_plain(c); };
    if (family.empty() || family.size() > kLongest ||
        !std::all_of(family.begin(), family.end(), is_in_name)) {
        family = only_plain(font.family);
    }
    std::string postscript = name_of(face, HB_OT_NAME_ID_POSTSCRIPT_NAME);
    if (postscript.size() > kLongest || only_plain(postscript) != postscript) postscript.clear();
    if (postscript.empty()) postscript = only_plain(font.family);
    if (postscript.empty()) postscript = family = "Font";

    std::string table;
    for (const std::size_t value : {0u, 2u, 6u + 2u * 12u}) add_u16(table, value);
    add_record(table, HB_OT_NAME_ID_FONT_FAMILY, family.size(), 0);
    add_record(table, HB_OT_NAME_ID_POSTSCRIPT_NAME, postscript.size(), 2 * family.size());
    for (const char c : family + postscript) add_u16(table, static_cast<unsigned char>(c));
    return table;
}

using SubsetInput = Handle<hb_subset_input_t, hb_subset_input_destroy>;
using SubsetPlan = Handle<hb_subset_plan_t, hb_subset_plan_destroy>;

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

constexpr hb_tag_t kSubstitution = HB_TAG('G', 'S', 'U', 'B');

/// What HarfBuzz applies to level text by itself, as browsers do: OpenType's features but those
/// that somebody has to ask for.
constexpr std::string_view kSubstitutionFeatures =
    "abvf abvs akhn blwf blws calt ccmp cfar cjct clig dnom fin2 fin3 fina frac half haln init "
    "isol "
    "liga ljmo locl ltra ltrm med2 medi mset nukt numr pref pres pstf psts rand rclt rkrf rlig "
    "rphf "
    "rtla rtlm rvrn stch tjmo vatu vjmo";
constexpr std::string_view kPositioningFeatures = "abvm blwm curs dist kern mark mkmk";

std::vector<hb_tag_t> tags_of(std::string_view features) {
    constexpr std::size_t kTagAndSpace = 5;
    std::vector<hb_tag_t> tags;
    for (std::size_t at = 0; at < features.size(); at += kTagAndSpace)
        tags.push_back(hb_tag_from_string(&features[at], 4));
    return tags;
}

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

SubsetInput unhinted() {
    SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) throw std::bad_alloc();
    hb_subset_input_set_flags(input.get(),
                              HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
    return input;
}

std::optional<FontSubset> made_of(hb_face_t* face, const SubsetInput& input,
                                  const std::set<std::uint32_t>& glyphs) {
    const SubsetPlan plan(hb_subset_plan_create_or_fail(face, input.get()));
    if (!plan) return damaged_or_out_of_memory(face);
    const HarfBuzzFace subset(hb_subset_plan_execute_or_fail(plan.get()));
    if (!subset) return damaged_or_out_of_memory(face);
    const HarfBuzzBlob bytes(hb_face_reference_blob(subset.get()));
    unsigned size = 0;
    const char* data = hb_blob_get_data(bytes.get(), &size);
    FontSubset made{std::string(data, size), {}};
    const hb_map_t* numbers = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const std::uint32_t glyph : glyphs) made.glyphs[glyph] = hb_map_get(numbers, glyph);
    return made;
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

/// What one feature's rules look at, and what they make.
struct Substitution {
    hb_tag_t feature = 0;
    HarfBuzzSet read{hb_set_create()}, made{hb_set_create()};
    bool is_used = false;
};

/// Those of a face that `text` may take, with all their rules.
std::vector<Substitution> substitutions(hb_face_t* face, const ShapedText& text, hb_set_t* rules) {
    std::vector<Substitution> all;
    std::vector<hb_tag_t> features = tags_of(kSubstitutionFeatures);
    if (text.is_stacked) features.push_back(HB_TAG('v', 'e', 'r', 't'));
    for (const hb_tag_t tag : features) {
        const Substitution& one = all.emplace_back(Substitution{.feature = tag});
        const hb_tag_t tags[] = {tag, 0};
        const HarfBuzzSet lookups(hb_set_create());
        hb_ot_layout_collect_lookups(face, kSubstitution, nullptr, nullptr, tags, lookups.get());
        hb_set_union(rules, lookups.get());
        hb_codepoint_t lookup = HB_SET_VALUE_INVALID;
        while (hb_set_next(lookups.get(), &lookup)) {
            hb_ot_layout_lookup_collect_glyphs(face, kSubstitution, lookup, one.read.get(),
                                               one.read.get(), one.read.get(), one.made.get());
        }
    }
    return all;
}

/// Every glyph that the text's characters may become.
HarfBuzzSet reached_glyphs(hb_face_t* face, hb_font_t* font, const ShapedText& text,
                           const hb_set_t* rules) {
    HarfBuzzSet glyphs(hb_set_create());
    for (const char32_t character : text.characters) {
        hb_codepoint_t glyph = 0;
        if (hb_font_get_nominal_glyph(font, character, &glyph)) hb_set_add(glyphs.get(), glyph);
    }
    hb_ot_layout_lookups_substitute_closure(face, rules, glyphs.get());
    return glyphs;
}

/// The features that had to do with the text: those that make what it shows, and those that make
/// what these look at. The others would bring glyphs that no text of the page has.
void add_features(std::vector<Substitution> all, const hb_set_t* reached, const ShapedText& text,
                  hb_set_t* to) {
    const HarfBuzzSet wanted(hb_set_create());
    for (const std::uint32_t glyph : text.substituted) hb_set_add(wanted.get(), glyph);
    for (bool has_more = true; has_more;) {
        has_more = false;
        for (Substitution& one : all) {
            const HarfBuzzSet common(hb_set_copy(one.made.get()));
            hb_set_intersect(common.get(), wanted.get());
            if (one.is_used || hb_set_is_empty(common.get())) continue;
            one.is_used = has_more = true;
            hb_set_add(to, one.feature);
            hb_set_intersect(one.read.get(), reached);
            hb_set_union(wanted.get(), one.read.get());
        }
    }
}

void add_glyphs(const SubsetInput& input, const std::set<std::uint32_t>& glyphs) {
    for (const std::uint32_t glyph : glyphs)
        hb_set_add(hb_subset_input_glyph_set(input.get()), glyph);
}

/// The glyphs that have to be asked for. With each come all its characters, and Unicode has one for
/// each form of an Arabic letter, from before fonts had rules that lead there.
std::set<std::uint32_t> without_old_forms(hb_font_t* font, const ShapedText& text,
                                          const hb_set_t* reached) {
    std::set<std::uint32_t> glyphs = text.glyphs;
    const auto leave_out = [&](char32_t first, char32_t last) {
        for (char32_t form = first; form <= last; ++form) {
            hb_codepoint_t glyph = 0;
            if (text.characters.contains(form)) continue;
            if (hb_font_get_nominal_glyph(font, form, &glyph) && hb_set_has(reached, glyph))
                glyphs.erase(glyph);
        }
    };
    leave_out(0xFB50, 0xFDFF);
    leave_out(0xFE70, 0xFEFF);
    return glyphs;
}

bool has_all(const FontSubset& font) {
    return std::none_of(font.glyphs.begin(), font.glyphs.end(),
                        [](const auto& glyph) { return glyph.second == HB_MAP_VALUE_INVALID; });
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
    add_table(drawing, HB_TAG('n', 'a', 'm', 'e'), name);
    // A page's rules say what it is called.
    constexpr std::string_view kNoNames("\0\0\0\0\0\6", 6);
    const HarfBuzzBlob nameless(hb_blob_create(kNoNames.data(), kNoNames.size(),
                                               HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    add_table(shaping, HB_TAG('n', 'a', 'm', 'e'), nameless);
    const HarfBuzzFont shapes(hb_font_create(whole.get()));
    hb_font_get_nominal_glyph(shapes.get(), ' ', &handles.space);
    return handles;
}

std::optional<FontSubset> subset_font(hb_face_t* face, const std::set<std::uint32_t>& glyphs) {
    const SubsetInput input = unhinted();
    add_glyphs(input, glyphs);
    return made_of(face, input, glyphs);
}

std::optional<FontSubset> subset_for_shaping(hb_face_t* face, const ShapedText& text) {
    const SubsetInput input = unhinted();
    const HarfBuzzFont font(hb_font_create(face));
    for (const char32_t character : text.characters)
        add_character(font.get(), character, hb_subset_input_unicode_set(input.get()));
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    if (text.substituted.empty()) hb_set_add(dropped, kSubstitution);
    if (!text.is_positioned) hb_set_add(dropped, HB_TAG('G', 'P', 'O', 'S'));
    hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(features);
    for (const hb_tag_t tag : tags_of(kPositioningFeatures)) hb_set_add(features, tag);
    const HarfBuzzSet rules(hb_set_create());
    std::vector<Substitution> all;
    if (!text.substituted.empty()) all = substitutions(face, text, rules.get());
    const HarfBuzzSet reached = reached_glyphs(face, font.get(), text, rules.get());
    add_features(std::move(all), reached.get(), text, features);
    add_glyphs(input, without_old_forms(font.get(), text, reached.get()));
    const auto made = made_of(face, input, text.glyphs);
    if (!made || has_all(*made)) return made;
    add_glyphs(input, text.glyphs);
    return made_of(face, input, text.glyphs);
}

}  // namespace broadside::emit
