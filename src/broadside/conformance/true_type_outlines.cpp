#include "broadside/conformance/true_type_outlines.hpp"

#include "broadside/base/big_endian.hpp"
#include "broadside/base/limits.hpp"

namespace broadside::conformance {

namespace {

constexpr std::size_t kGlyphHeader = 10;

/// Glyphs begin at even places, or at those of four bytes.
std::string mistake_of_end(std::string_view bytes, std::size_t end) {
    if (end > bytes.size()) return "its outline is cut off";
    if (bytes.size() - end > 3) return "something follows its outline";
    return {};
}

/// Bytes of a coordinate, by the flags of its axis.
std::size_t size_of(std::size_t flags, std::size_t is_short, std::size_t is_same) {
    return (flags & is_short) != 0 ? 1 : (flags & is_same) != 0 ? 0 : 2;
}

/// Ends of contours, instructions, flags, and the coordinates that they tell the size of.
std::string mistake_of_contours(std::string_view bytes, std::size_t contours) {
    if (contours == 0) return mistake_of_end(bytes, kGlyphHeader);
    const std::size_t ends = kGlyphHeader + 2 * contours;
    if (ends + 2 > bytes.size()) return "its outline is cut off";
    std::size_t points = 0;
    for (std::size_t at = kGlyphHeader; at < ends; at += 2) {
        const std::size_t last = big_endian(bytes, at, 2);
        if (last + 1 < points) return "its contours do not ascend";
        points = last + 1;
    }
    std::size_t at = ends + 2 + big_endian(bytes, ends, 2), coordinates = 0;
    while (points > 0) {
        if (at >= bytes.size()) return "its outline is cut off";
        constexpr std::size_t kXIsShort = 2, kYIsShort = 4, kRepeats = 8, kXIsSame = 16,
                              kYIsSame = 32;
        const std::size_t flags = big_endian(bytes, at++, 1);
        const std::size_t times =
            1 + ((flags & kRepeats) != 0 ? big_endian(bytes, at++, 1) : std::size_t{0});
        if (times > points) return "it has more flags than points";
        points -= times;
        coordinates +=
            times * (size_of(flags, kXIsShort, kXIsSame) + size_of(flags, kYIsShort, kYIsSame));
    }
    return mistake_of_end(bytes, at + coordinates);
}

}  // namespace

std::string TrueTypeOutlines::read(std::size_t glyph, std::size_t depth) {
    if (glyph >= states_.size()) return "a part of it is not there";
    if (states_[glyph] == State::Open) return "it is a part of itself";
    if (states_[glyph] == State::Read) return {};
    if (depth > limits::kMaxPdfDepth) return "its parts are nested too deep";
    const std::string_view bytes =
        glyf_.substr(places_[glyph], places_[glyph + 1] - places_[glyph]);
    if (bytes.empty()) return {};
    if (bytes.size() < kGlyphHeader) return "its outline is cut off";
    states_[glyph] = State::Open;
    const int contours = signed_big_endian(bytes, 0);
    std::string mistake = contours < 0
                              ? read_parts(bytes, depth)
                              : mistake_of_contours(bytes, static_cast<std::size_t>(contours));
    states_[glyph] = State::Read;
    return mistake;
}

std::string TrueTypeOutlines::read_parts(std::string_view bytes, std::size_t depth) {
    constexpr std::size_t kWords = 1, kScale = 8, kMore = 32, kTwoScales = 64, kMatrix = 128,
                          kInstructions = 256;
    std::size_t at = kGlyphHeader, flags = kMore;
    while ((flags & kMore) != 0) {
        if (at + 4 > bytes.size()) return "its outline is cut off";
        flags = big_endian(bytes, at, 2);
        std::string mistake = read(big_endian(bytes, at + 2, 2), depth + 1);
        if (!mistake.empty()) return mistake;
        at += (flags & kWords) != 0 ? 8 : 6;
        at += (flags & kScale) != 0       ? 2
              : (flags & kTwoScales) != 0 ? 4
              : (flags & kMatrix) != 0    ? 8
                                          : 0;
    }
    if ((flags & kInstructions) != 0) at += 2 + big_endian(bytes, at, 2);
    return mistake_of_end(bytes, at);
}

}  // namespace broadside::conformance
