#include "conformance/tiny_font.hpp"

#include <vector>

namespace broadside::conformance_test {

namespace {

std::size_t checksum_of(const std::string& table) {
    std::size_t sum = 0;
    for (std::size_t at = 0; at < table.size(); ++at)
        sum += static_cast<std::size_t>(static_cast<unsigned char>(table[at])) << (24 - at % 4 * 8);
    return sum & 0xFFFFFFFF;
}

std::string index_of(const std::vector<std::string>& elements) {
    std::string offsets = big_endian(1, 2), data;
    for (const std::string& element : elements) {
        data += element;
        offsets += big_endian(data.size() + 1, 2);
    }
    return big_endian(elements.size(), 2) + big_endian(2, 1) + offsets + data;
}

std::string number(std::size_t value) { return '\x1D' + big_endian(value, 4); }

}  // namespace

std::string big_endian(std::size_t number, std::size_t width) {
    std::string bytes;
    while (width-- > 0) bytes += static_cast<char>((number >> (8 * width)) & 0xFF);
    return bytes;
}

FontTables tiny_tables() {
    std::string head(54, '\0'), hhea(36, '\0'), maxp(32, '\0'), hmtx, loca;
    for (std::string* table : {&head, &hhea, &maxp}) table->replace(0, 4, big_endian(0x10000, 4));
    head.replace(12, 4, big_endian(0x5F0F3CF5, 4));
    head.replace(18, 2, big_endian(1000, 2));  // units of an em
    hhea.replace(34, 2, big_endian(4, 2));     // glyphs with an advance
    maxp.replace(4, 2, big_endian(4, 2));      // glyphs
    for (const std::size_t advance : {500U, 600U, 700U, 250U})
        hmtx += big_endian(advance, 2) + "  ";
    for (const std::size_t place : {0U, 0U, 14U, 22U, 22U}) loca += big_endian(place, 2);
    // One contour to point 2, no instructions, three points of whole numbers.
    const std::string triangle = big_endian(1, 2) + std::string(8, '\0') + big_endian(2, 2) +
                                 big_endian(0, 2) + "\x09\x02" + std::string(12, 'a');
    const std::string composite =
        big_endian(0xFFFF, 2) + std::string(8, '\0') + big_endian(2, 2) + big_endian(1, 2) + "aa";
    return {{"glyf", triangle + composite},
            {"head", head},
            {"hhea", hhea},
            {"hmtx", hmtx},
            {"loca", loca},
            {"maxp", maxp}};
}

std::string font_of(const FontTables& tables) {
    std::string file =
        big_endian(0x00010000, 4) + big_endian(tables.size(), 2) + std::string(6, '\0');
    std::string data;
    const std::size_t start = file.size() + 16 * tables.size();
    for (const auto& [tag, table] : tables) {
        file += tag + big_endian(checksum_of(table), 4) + big_endian(start + data.size(), 4) +
                big_endian(table.size(), 4);
        data += table;
        data.resize((data.size() + 3) / 4 * 4);
    }
    return file + data;
}

std::string cff_of(const CffParts& parts) {
    const std::string names = index_of({"Tiny"}), strings = index_of({"Adobe", "Identity"});
    const std::string subroutines = index_of({parts.global_subroutine});
    const std::string charset =
        big_endian(0, 1) + big_endian(1, 2) + big_endian(2, 2) + big_endian(3, 2);
    const std::string outlines = index_of({"\x0E", parts.a, parts.b, parts.space});
    const std::string own = parts.own + number(parts.own.size() + 6) + "\x13";
    std::size_t begin = 0;
    // Numbers are as long whatever they are: the second time all places are known.
    for (const bool is_last : {false, true}) {
        const std::size_t char_strings = begin + charset.size() + parts.selection.size();
        const std::size_t private_place = char_strings + outlines.size();
        const std::size_t fonts = private_place + own.size() + index_of({parts.subroutine}).size();
        const std::string top = number(391) + number(392) + number(0) + "\x0C\x1E" +
                                parts.font_matrix + number(begin) + "\x0F" +
                                number(begin + charset.size()) + "\x0C\x25" + number(char_strings) +
                                "\x11" + number(fonts) + "\x0C\x24";
        const std::string head = parts.header + names + index_of({top}) + strings + subroutines;
        begin = head.size();
        if (is_last)
            return head + charset + parts.selection + outlines + own +
                   index_of({parts.subroutine}) +
                   index_of({number(own.size()) + number(private_place) + "\x12"});
    }
    return {};
}

}  // namespace broadside::conformance_test
