#include "broadside/emit/fonts/names.hpp"

#include <hb-ot.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "broadside/emit/big_endian.hpp"

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

}  // namespace

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

}  // namespace broadside::emit
