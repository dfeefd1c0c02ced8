#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "broadside/base/big_endian.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/conformance/font_program.hpp"

namespace broadside::conformance {

namespace {

/// Glyphs of the table glyf (OpenType 1.9), each of which is read once.
class TrueTypeOutlines {
public:
    /// `places` ascend inside the table: a glyph ends where the next one begins.
    TrueTypeOutlines(std::string_view glyf, std::vector<std::size_t> places)
        : glyf_(glyf), places_(std::move(places)), states_(places_.size() - 1) {}

    /// What is wrong with a glyph, or with those that it is made of; empty: nothing, or it was said
    /// before.
    std::string mistake_of(std::size_t glyph) { return read(glyph, 0); }

private:
    enum class State : std::uint8_t { Unread, Open, Read };

    std::string read(std::size_t glyph, std::size_t depth);
    std::string read_parts(std::string_view bytes, std::size_t depth);

    std::string_view glyf_;
    std::vector<std::size_t> places_;
    std::vector<State> states_;
};

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

using Tables = std::map<std::string_view, std::string_view>;

/// OpenType 1.9, "Calculating checksums": of the table head, without its sum of the file.
std::size_t checksum_of(std::string_view tag, std::string_view table) {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < table.size(); at += 4) {
        if (tag != "head" || at != 8) sum += big_endian(table, at, 4);
    }
    return sum & 0xFFFFFFFF;
}

/// Empty, with the reason in `mistake`: the file is none, or damaged.
Tables read_tables(std::string_view file, std::string& mistake) {
    constexpr std::size_t kBegin = 12, kRow = 16;
    const std::size_t count = big_endian(file, 4, 2);
    if (big_endian(file, 0, 4) != 0x00010000 || file.size() < kBegin + kRow * count) {
        mistake = "it is no TrueType font";
        return {};
    }
    Tables tables;
    std::size_t room = file.size();  // tables lie over each other in no font
    for (std::size_t row = kBegin; row < kBegin + kRow * count; row += kRow) {
        const std::string_view tag = file.substr(row, 4);
        const std::size_t place = big_endian(file, row + 8, 4),
                          size = big_endian(file, row + 12, 4);
        if (place > file.size() || size > file.size() - place || size > room) {
            mistake = fmt::format("its table {} leaves the file", tag);
            return {};
        }
        room -= size;
        tables[tag] = file.substr(place, size);
        if (checksum_of(tag, tables[tag]) == big_endian(file, row + 4, 4)) continue;
        mistake = fmt::format("its table {} has another checksum", tag);
        return {};
    }
    return tables;
}

/// PDF 1.7, 9.9: what readers draw from, in the versions that they know.
std::string mistake_of(const Tables& tables) {
    for (const char* tag : {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
        if (!tables.contains(tag)) return fmt::format("it has no table {}", tag);
    }
    struct Known {
        const char* table;
        std::size_t at, size, value;
    };
    constexpr Known kKnown[] = {
        {"head", 0, 4, 0x00010000}, {"head", 12, 4, 0x5F0F3CF5},  // magicNumber
        {"head", 52, 2, 0},                                       // glyphDataFormat
        {"hhea", 0, 4, 0x00010000}, {"hhea", 32, 2, 0},           // metricDataFormat
        {"maxp", 0, 4, 0x00010000}};
    for (const auto& [table, at, size, value] : kKnown) {
        if (tables.at(table).size() < at + size || big_endian(tables.at(table), at, size) != value)
            return fmt::format("its table {} is of no version that readers know", table);
    }
    if (big_endian(tables.at("head"), 50, 2) > 1)
        return "its table head has an unknown form of loca";
    return {};
}

/// Where glyphs begin, and the last one ends; empty, with the reason in `mistake`: outside of glyf.
std::vector<std::size_t> read_places(const Tables& tables, std::size_t glyphs,
                                     std::string& mistake) {
    const std::string_view loca = tables.at("loca");
    const bool is_long = big_endian(tables.at("head"), 50, 2) == 1;
    const std::size_t width = is_long ? 4 : 2;
    if (loca.size() < width * (glyphs + 1)) {
        mistake = "its table loca is shorter than its glyphs";
        return {};
    }
    std::vector<std::size_t> places = {0};
    for (std::size_t glyph = 0; glyph <= glyphs; ++glyph) {
        const std::size_t place = big_endian(loca, glyph * width, width) * (is_long ? 1 : 2);
        if (place < places.back() || place > tables.at("glyf").size()) {
            mistake = "an outline leaves the table glyf";
            return {};
        }
        places.push_back(place);
    }
    places.erase(places.begin());
    return places;
}

}  // namespace

std::optional<FontProgram> read_true_type(std::string_view file, std::string& mistake) {
    const Tables tables = read_tables(file, mistake);
    if (mistake.empty()) mistake = mistake_of(tables);
    if (!mistake.empty()) return std::nullopt;
    FontProgram program{big_endian(tables.at("maxp"), 4, 2)};
    const std::string_view hmtx = tables.at("hmtx");
    const std::size_t advances = big_endian(tables.at("hhea"), 34, 2);
    const auto em = static_cast<double>(big_endian(tables.at("head"), 18, 2));
    if (em == 0 || advances == 0 || advances > program.glyphs || hmtx.size() < 4 * advances) {
        mistake = "its table hmtx is shorter than its glyphs";
        return std::nullopt;
    }
    auto places = read_places(tables, program.glyphs, mistake);
    if (places.empty()) return std::nullopt;
    const auto outlines = std::make_shared<TrueTypeOutlines>(tables.at("glyf"), std::move(places));
    program.read_glyph = [=](std::size_t glyph, std::string& why) -> std::optional<double> {
        why = outlines->mistake_of(glyph);
        if (!why.empty()) return std::nullopt;
        return static_cast<double>(big_endian(hmtx, 4 * std::min(glyph, advances - 1), 2)) * 1000 /
               em;
    };
    return program;
}

}  // namespace broadside::conformance
