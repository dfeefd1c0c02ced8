#include <algorithm>
#include <limits>

#include "broadside/conformance/font_program.hpp"

namespace broadside::conformance {

namespace {

constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

std::size_t cff_number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + size; ++i)
        value = value << 8 | static_cast<unsigned char>(i < bytes.size() ? bytes[i] : 0);
    return value;
}

/// An INDEX of Adobe Technical Note 5176, 5, by its first element.
struct Index {
    std::size_t count = 0;
    std::size_t end = kNowhere;  // kNowhere: it leaves the file
    std::string_view first = {};
};

Index read_index(std::string_view file, std::size_t at) {
    if (at > file.size() || file.size() - at < 2) return {};
    Index index{cff_number(file, at, 2)};
    if (index.count == 0) return {0, at + 2};
    const std::size_t size = cff_number(file, at + 2, 1), places = at + 3;
    if (size < 1 || size > 4 || (index.count + 1) * size > file.size() - places) return {};
    const std::size_t data = places + (index.count + 1) * size - 1;
    std::size_t previous = 1;
    for (std::size_t i = 0; i <= index.count; ++i) {
        const std::size_t place = cff_number(file, places + i * size, size);
        if (place < previous || place > file.size() - data) return {};
        if (i == 1) index.first = file.substr(data + 1, place - 1);
        previous = place;
    }
    index.end = data + previous;
    return index;
}

/// The last operand of an operator of a DICT; kNowhere: it has none.
std::size_t operand_of(std::string_view dictionary, std::size_t wanted) {
    std::size_t operand = kNowhere;
    for (std::size_t at = 0; at < dictionary.size();) {
        const std::size_t first = cff_number(dictionary, at, 1);
        if (first <= 21) {
            const std::size_t code = first == 12 ? 1200 + cff_number(dictionary, at + 1, 1) : first;
            if (code == wanted) return operand;
            at += first == 12 ? 2 : 1;
            continue;
        }
        if (first == 28 || first == 29) {
            operand = cff_number(dictionary, at + 1, first == 28 ? 2 : 4);
            at += first == 28 ? 3 : 5;
        } else if (first == 30) {
            while (++at < dictionary.size() && (cff_number(dictionary, at, 1) & 0x0F) != 0x0F) {
            }
            ++at;
        } else if (first < 247) {
            operand = first - 139;
            ++at;
        } else {
            operand = (first - 247) * 256 + cff_number(dictionary, at + 1, 1) + 108;
            at += 2;
        }
    }
    return kNowhere;
}

constexpr std::size_t kCharset = 15, kCharStrings = 17, kRos = 1230;

/// Glyphs by CID (Technical Note 5176, 13); empty: the charset leaves the file.
std::vector<std::int32_t> read_charset(std::string_view file, std::size_t at, std::size_t glyphs) {
    std::vector<std::int32_t> glyph_of_cid(65536, -1);
    glyph_of_cid[0] = 0;
    const std::size_t format = cff_number(file, at++, 1);
    for (std::size_t glyph = 1; glyph < glyphs;) {
        const std::size_t row = format == 0 ? 2 : format == 1 ? 3 : 4;
        if (format > 2 || at > file.size() || file.size() - at < row) return {};
        const std::size_t first = cff_number(file, at, 2);
        const std::size_t more = cff_number(file, at + 2, row - 2);
        for (std::size_t cid = first; cid <= first + more && glyph < glyphs; ++cid, ++glyph) {
            if (cid < glyph_of_cid.size()) glyph_of_cid[cid] = static_cast<std::int32_t>(glyph);
        }
        at += row;
    }
    return glyph_of_cid;
}

}  // namespace

std::optional<FontProgram> read_cff(std::string_view file, std::string& mistake) {
    const Index names = read_index(file, cff_number(file, 2, 1));
    const Index tops = read_index(file, names.end);
    const Index glyphs = read_index(file, operand_of(tops.first, kCharStrings));
    if (names.end == kNowhere || tops.count != 1 || glyphs.end == kNowhere || glyphs.count == 0) {
        mistake = "it is no CFF font with glyphs";
        return std::nullopt;
    }
    FontProgram program{glyphs.count};
    if (operand_of(tops.first, kRos) == kNowhere) return program;
    const std::size_t charset = operand_of(tops.first, kCharset);
    if (charset <= 2 || charset >= file.size()) {
        mistake = "its glyphs have no CIDs";
        return std::nullopt;
    }
    program.glyph_of_cid = read_charset(file, charset, program.glyphs);
    if (program.glyph_of_cid.empty()) {
        mistake = "its charset leaves the file";
        return std::nullopt;
    }
    return program;
}

}  // namespace broadside::conformance
