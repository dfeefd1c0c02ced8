#include <map>

#include "broadside/conformance/font_program.hpp"

namespace broadside::conformance {

namespace {

std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + size; ++i)
        value = value << 8 | static_cast<unsigned char>(i < bytes.size() ? bytes[i] : 0);
    return value;
}

}  // namespace

std::optional<FontProgram> read_true_type(std::string_view file, std::string& mistake) {
    std::map<std::string_view, std::string_view> tables;
    const std::size_t count = number_at(file, 4, 2);
    if (number_at(file, 0, 4) != 0x00010000 || file.size() < 12 + 16 * count) {
        mistake = "it is no TrueType font";
        return std::nullopt;
    }
    for (std::size_t row = 12; row < 12 + 16 * count; row += 16) {
        const std::size_t place = number_at(file, row + 8, 4), size = number_at(file, row + 12, 4);
        if (place <= file.size() && size <= file.size() - place)
            tables[file.substr(row, 4)] = file.substr(place, size);
    }
    // PDF 1.7, 9.9: what readers draw from.
    for (const char* tag : {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}) {
        if (tables.contains(tag)) continue;
        mistake = std::string("it has no table ") + tag;
        return std::nullopt;
    }
    const std::string_view hmtx = tables["hmtx"], loca = tables["loca"];
    FontProgram program{number_at(tables["maxp"], 4, 2)};
    const std::size_t advances = number_at(tables["hhea"], 34, 2);
    const double em = static_cast<double>(number_at(tables["head"], 18, 2));
    const bool is_long = number_at(tables["head"], 50, 2) == 1;
    const std::size_t width = is_long ? 4 : 2;
    if (em == 0 || advances == 0 || advances > program.glyphs || hmtx.size() < 4 * advances ||
        loca.size() < width * (program.glyphs + 1)) {
        mistake = "its tables hmtx and loca are shorter than its glyphs";
        return std::nullopt;
    }
    std::size_t begin = 0;
    for (std::size_t glyph = 0; glyph <= program.glyphs; ++glyph) {
        const std::size_t end = number_at(loca, glyph * width, width) * (is_long ? 1 : 2);
        if (end < begin || end > tables["glyf"].size()) {
            mistake = "an outline leaves the table glyf";
            return std::nullopt;
        }
        begin = end;
    }
    for (std::size_t glyph = 0; glyph < program.glyphs; ++glyph) {
        const std::size_t row = 4 * std::min(glyph, advances - 1);
        program.widths.push_back(static_cast<double>(number_at(hmtx, row, 2)) * 1000 / em);
    }
    return program;
}

}  // namespace broadside::conformance
