#include <algorithm>
#include <memory>

#include "broadside/base/big_endian.hpp"
#include "broadside/conformance/cff_data.hpp"
#include "broadside/conformance/font_program.hpp"

namespace broadside::conformance {

namespace {

// Operators of DICTs (Adobe Technical Note 5176, tables 9, 10 and 23).
constexpr std::size_t kCharset = 15, kCharStrings = 17, kPrivate = 18, kSubrs = 19,
                      kDefaultWidth = 20, kNominalWidth = 21, kCharstringType = 1206,
                      kFontMatrix = 1207, kRos = 1230, kFdArray = 1236, kFdSelect = 1237;

// Steps of all outlines by bytes of the file: subroutines save a few of them at most.
constexpr std::size_t kStepsOfByte = 16, kLeastSteps = 10'000;

/// A font, or one of those that a font with CIDs is made of.
struct Part {
    CffPrivate own = {};
    double scale = 1;  // 1/1000 em of a unit
};

struct Cff {
    CffIndex char_strings = {}, global_subroutines = {};
    std::vector<Part> parts = {};
    std::string part_of_glyph = {};  // a byte each; empty: the first one
    std::size_t steps = 0;
};

/// CIDs and their glyphs (section 13), in order; empty: the charset leaves the file.
std::vector<std::pair<unsigned, unsigned>> read_charset(std::string_view file, std::size_t at,
                                                        std::size_t glyphs) {
    std::vector<std::pair<unsigned, unsigned>> glyph_of_cid = {{0, 0}};
    const std::size_t format = big_endian(file, at++, 1);
    while (glyph_of_cid.size() < glyphs) {
        const std::size_t row = format == 0 ? 2 : format == 1 ? 3 : 4;
        if (format > 2 || at > file.size() || file.size() - at < row) return {};
        const std::size_t first = big_endian(file, at, 2);
        const std::size_t more = big_endian(file, at + 2, row - 2);
        for (std::size_t cid = first; cid <= first + more && glyph_of_cid.size() < glyphs; ++cid)
            glyph_of_cid.emplace_back(cid, glyph_of_cid.size());
        at += row;
    }
    std::sort(glyph_of_cid.begin(), glyph_of_cid.end());
    return glyph_of_cid;
}

/// The part of each glyph (section 19), a byte each; empty: it leaves the file, or has gaps.
std::string read_selection(std::string_view file, std::size_t at, std::size_t glyphs) {
    if (at >= file.size()) return {};
    const std::size_t format = big_endian(file, at, 1);
    if (format == 0) {
        const std::string_view bytes = file.substr(at + 1, glyphs);
        return bytes.size() == glyphs ? std::string(bytes) : std::string();
    }
    const std::size_t ranges = big_endian(file, at + 1, 2), begin = at + 3;
    if (format != 3 || begin > file.size() || 3 * ranges + 2 > file.size() - begin) return {};
    std::string parts;
    for (std::size_t row = begin; row < begin + 3 * ranges; row += 3) {
        const std::size_t first = big_endian(file, row, 2), next = big_endian(file, row + 3, 2);
        if (first != parts.size() || next <= first || next > glyphs) return {};
        parts.append(next - first, file[row + 2]);
    }
    return parts.size() == glyphs ? parts : std::string();
}

/// The Private DICT that a DICT names, and its subroutines; none, with the reason in `mistake`.
/// `room` is what may be read yet, for many may name one.
std::optional<Part> read_part(std::string_view file, const CffDictionary& dictionary, double& room,
                              std::string& mistake) {
    const auto place = dictionary.find(kPrivate);
    Part part;
    mistake = "a Private DICT is damaged, or leaves the file";
    if (place == dictionary.end() || place->second.size() != 2) return std::nullopt;
    const double size = place->second[0], begin = place->second[1];
    const auto whole = static_cast<double>(file.size());
    if (size < 0 || begin < 0 || begin > whole || size > whole - begin || size > room)
        return std::nullopt;
    room -= size;
    const auto at = static_cast<std::size_t>(begin);
    const auto own = read_cff_dictionary(file.substr(at, static_cast<std::size_t>(size)));
    if (!own) return std::nullopt;
    part.own.default_width = number_of(*own, kDefaultWidth, 0);
    part.own.nominal_width = number_of(*own, kNominalWidth, 0);
    if (own->contains(kSubrs)) {
        const std::size_t subroutines = place_of(*own, kSubrs);
        part.own.subroutines =
            read_cff_index(file, subroutines == kNowhere ? kNowhere : at + subroutines);
        if (part.own.subroutines.end == kNowhere) return std::nullopt;
    }
    mistake.clear();
    return part;
}

/// 1/1000 em of a unit; of a font and its parts, their product.
double scale_of(const CffDictionary& font, const CffDictionary* part) {
    double scale = 1000;
    bool has_matrix = false;
    for (const CffDictionary* dictionary : {&font, part}) {
        const auto matrix = dictionary ? dictionary->find(kFontMatrix) : font.end();
        if (!dictionary || matrix == dictionary->end() || matrix->second.size() != 6) continue;
        scale *= matrix->second.front();
        has_matrix = true;
    }
    return has_matrix ? scale : 1;
}

/// The fonts that one with CIDs is made of (section 18); none, with the reason in `mistake`.
std::vector<Part> read_parts(std::string_view file, const CffDictionary& top,
                             std::string& mistake) {
    constexpr std::size_t kMost = 256;
    const CffIndex fonts = read_cff_index(file, place_of(top, kFdArray));
    if (fonts.end == kNowhere || fonts.count == 0 || fonts.count > kMost) {
        mistake = "it has no FDArray";
        return {};
    }
    std::vector<Part> parts;
    auto room = static_cast<double>(file.size());
    for (std::size_t i = 0; i < fonts.count; ++i) {
        const auto bytes = fonts.element(i);
        const auto font = bytes ? read_cff_dictionary(*bytes) : std::nullopt;
        if (!font) {
            mistake = "a Font DICT is damaged";
            return {};
        }
        auto part = read_part(file, *font, room, mistake);
        if (!part) return {};
        part->scale = scale_of(top, &*font);
        parts.push_back(*part);
    }
    return parts;
}

std::optional<double> read_glyph(Cff& cff, std::size_t glyph, std::string& mistake) {
    const auto code = cff.char_strings.element(glyph);
    if (!code) {
        mistake = "its outline leaves the file";
        return std::nullopt;
    }
    const Part& part =
        cff.parts[cff.part_of_glyph.empty() ? 0 : big_endian(cff.part_of_glyph, glyph, 1)];
    const auto width =
        read_char_string(*code, part.own, cff.global_subroutines, cff.steps, mistake);
    if (!width) return std::nullopt;
    return *width * part.scale;
}

}  // namespace

std::optional<FontProgram> read_cff(std::string_view file, std::string& mistake) {
    constexpr std::size_t kMajor = 1, kLeastHeader = 4;
    const std::size_t header = big_endian(file, 2, 1);
    const CffIndex names = read_cff_index(file, header);
    const CffIndex tops = read_cff_index(file, names.end);
    const CffIndex strings = read_cff_index(file, tops.end);
    const auto top_bytes = tops.element(0);
    const auto top = top_bytes ? read_cff_dictionary(*top_bytes) : std::nullopt;
    const auto cff = std::make_shared<Cff>();
    if (top) cff->char_strings = read_cff_index(file, place_of(*top, kCharStrings));
    cff->global_subroutines = read_cff_index(file, strings.end);
    const std::size_t glyphs = cff->char_strings.count;
    if (big_endian(file, 0, 1) != kMajor || header < kLeastHeader || names.end == kNowhere ||
        tops.count != 1 || !top || cff->global_subroutines.end == kNowhere ||
        cff->char_strings.end == kNowhere || glyphs == 0 ||
        number_of(*top, kCharstringType, 2) != 2) {
        mistake = "it is no CFF font with glyphs";
        return std::nullopt;
    }
    FontProgram program{glyphs};
    cff->steps = kStepsOfByte * file.size() + kLeastSteps;
    program.read_glyph = [cff](std::size_t glyph, std::string& why) {
        return read_glyph(*cff, glyph, why);
    };
    if (!top->contains(kRos)) {
        auto room = static_cast<double>(file.size());
        auto part = read_part(file, *top, room, mistake);
        if (!part) return std::nullopt;
        part->scale = scale_of(*top, nullptr);
        cff->parts = {*part};
        return program;
    }
    const std::size_t charset = place_of(*top, kCharset);
    if (charset <= 2 || charset >= file.size()) {
        mistake = "its glyphs have no CIDs";
        return std::nullopt;
    }
    program.glyph_of_cid = read_charset(file, charset, glyphs);
    if (program.glyph_of_cid.empty()) {
        mistake = "its charset leaves the file";
        return std::nullopt;
    }
    cff->parts = read_parts(file, *top, mistake);
    if (cff->parts.empty()) return std::nullopt;
    cff->part_of_glyph = read_selection(file, place_of(*top, kFdSelect), glyphs);
    const std::string& parts = cff->part_of_glyph;
    if (parts.empty() || std::any_of(parts.begin(), parts.end(), [&](char part) {
            return static_cast<unsigned char>(part) >= cff->parts.size();
        })) {
        mistake = "its FDSelect leaves the file, or names what is not there";
        return std::nullopt;
    }
    return program;
}

}  // namespace broadside::conformance
