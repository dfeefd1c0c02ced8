#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "broadside/base/big_endian.hpp"
#include "broadside/conformance/font_program.hpp"
#include "broadside/conformance/true_type_outlines.hpp"

namespace broadside::conformance {

namespace {

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
