#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "conformance/good_pdf.hpp"
#include "conformance/mutants.hpp"
#include "conformance/tiny_font.hpp"

namespace broadside::conformance_test {

namespace {

TEST(CheckFont, FindsFaultsOfItsDictionaries) {
    expect_found(std::vector<Mutant>{
        {"no ToUnicode", 5, "/ToUnicode 9 0 R", "", "pdf-font", "/ToUnicode"},
        {"a vertical encoding", 5, "/Identity-H", "/Identity-V", "pdf-font", "/Encoding"},
        {"another name", 5, "/ABCDEF+Tiny", "/ABCDEF+Tony", "pdf-font", "/BaseFont"},
        {"no subset tag", 7, "/ABCDEF+Tiny", "/Tiny", "pdf-font", "/FontName"},
        {"no file", 7, "/FontFile2 8 0 R", "", "pdf-font", "/FontFile2"},
        {"no height", 7, "/CapHeight 700", "", "pdf-font", "/CapHeight"},
        {"flags of both kinds", 7, "/Flags 4", "/Flags 36", "pdf-font", "/Flags"},
        {"no map to glyphs", 6, "/CIDToGIDMap /Identity", "", "pdf-font", "/CIDToGIDMap"},
        {"another order of characters", 6, "(Identity)", "(Japan1)", "pdf-font", "/Ordering"},
        {"a set of glyphs that nobody keeps", 7, "/StemV", "/CIDSet 8 0 R /StemV", "pdf-font",
         "/CIDSet"},
        {"another length", 8, "/Length1 ", "/Length1 1", "pdf-font", "/Length1"},
        {"no table of widths", 8, "hmtx", "hmty", "pdf-font", "hmtx"},
        {"outlines behind the end", 8, "glyf", "glyg", "pdf-font", "glyf"},
        {"a descender above the baseline", 7, "/Descent -200", "/Descent 200", "pdf-font",
         "/Descent"},
        {"a flag that means nothing", 7, "/Flags 4", "/Flags 20", "pdf-font", "/Flags"},
        {"one pitch of many widths", 7, "/Flags 4", "/Flags 5", "pdf-font", "/Flags"},
        {"italics that stand upright", 7, "/Flags 4", "/Flags 68", "pdf-font", "/ItalicAngle"},
        {"a weight above all", 7, "/StemV", "/FontWeight 950 /StemV", "pdf-font", "/FontWeight"},
    });
    Sources sources = good_sources();
    sources[70] = {"<< >>", std::string("\0\0\0\1\0\2\0\3\0", 9), true};
    sources[6].text = replaced(sources[6].text, "/CIDToGIDMap /Identity", "/CIDToGIDMap 70 0 R");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-font", "/CIDToGIDMap ends"));
}

TEST(CheckFont, FindsTwoFontsOfOneName) {
    Sources sources = good_sources();
    sources[70].text = replaced(sources[5].text, "6 0 R", "71 0 R");
    sources[71].text = sources[6].text;
    sources[17].text = replaced(sources[17].text, "/F1 5 0 R", "/F1 5 0 R /F2 70 0 R");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-font", "another font has its /BaseFont"));
}

TEST(CheckFont, FindsFaultsOfToUnicode) {
    expect_found(std::vector<Mutant>{
        {"an unknown word", 9, "begincmap", "begincmap (junk) run", "pdf-font", "run"},
        {"no procedures", 9, "/CIDInit /ProcSet findresource begin\n", "", "pdf-font",
         "/CIDInit /ProcSet findresource"},
        {"no beginning", 9, "begincmap\n", "", "pdf-font", "begincmap"},
        {"no end", 9, "endcmap\n", "", "pdf-font", "endcmap"},
        {"a name that is none", 9, "/Adobe-Identity-UCS", "(x)", "pdf-font", "/CMapName"},
        {"another type", 9, "/CMapType 2", "/CMapType 9", "pdf-font", "/CMapType 2 def"},
        {"another direction", 9, "begincmap", "begincmap\n/WMode 1 def", "pdf-font", "/WMode"},
        {"no set of characters", 9, "/CIDSystemInfo <", "/CIDSystem <", "pdf-font",
         "/CIDSystemInfo"},
        {"a text before the CMap", 9, "begincmap\n",
         "1 beginbfchar\n<0004> <0041>\nendbfchar\nbegincmap\n", "pdf-font", "outside"},
        {"no last words", 9, "end\nend\n", "end\n", "pdf-font", "got the end"},
    });
    Sources sources = good_sources();
    std::string text = "<";
    for (int i = 0; i < 257; ++i) text += "0041";
    sources[9].stream = replaced(sources[9].stream, "<0003> <0020>", "<0003> " + text + ">");
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-font", "512"));
}

TEST(CheckFont, FindsFaultsOfItsCharacters) {
    expect_found(std::vector<Mutant>{
        {"a wrong width", 6, "[600 700]", "[600 702]", "pdf-font", "702"},
        {"no width", 6, " 3 3 250", "", "pdf-font", "no width"},
        {"no text", 9, "<0003> <0020>", "<0004> <0020>", "pdf-font", "no text"},
        {"a text of nothing", 9, "<0003> <0020>", "<0003> <>", "pdf-font", "<0003>"},
        {"the character NUL", 9, "<0003> <0020>", "<0003> <0000>", "pdf-font", "U+0000"},
        {"a byte order mark", 9, "<0003> <0020>", "<0003> <FEFF>", "pdf-font", "U+FEFF"},
        {"no character", 9, "<0003> <0020>", "<0003> <FFFE>", "pdf-font", "U+FFFE"},
        {"private use", 9, "<0003> <0020>", "<0003> <E001>", "pdf-font", "U+E001"},
        {"half a pair", 9, "<0003> <0020>", "<0003> <D801>", "pdf-font", "UTF-16"},
        {"a code twice", 9, "<0003> <0020>", "<0002> <0020>", "pdf-font", "twice"},
        {"another count", 9, "1 beginbfchar", "2 beginbfchar", "pdf-font", "2"},
        {"a range of one byte", 9, "<0000> <FFFF>", "<00> <FF>", "pdf-font", "codespace"},
        {"notdef", 4, "<00010003>", "<00010000>", "pdf-font", ".notdef"},
        {"a glyph that is not there", 4, "<00010003>", "<00010004>", "pdf-font", "glyph"},
    });
}

/// One fault in a table of the good font.
struct TableMutant {
    std::string_view name;
    std::string table;
    std::size_t at;
    std::string bytes;
    std::string_view says;
};

std::string problems_with(const std::string& font) {
    Sources sources = good_sources();
    sources[8] = {fmt::format("<< /Length1 {} >>", font.size()), font, true};
    return messages_of(problems_of(file_of(sources)));
}

TEST(CheckFont, FindsFaultsOfTrueType) {
    const std::vector<TableMutant> mutants = {
        {"an unknown version", "head", 0, big_endian(0x90000, 4), "head"},
        {"another magic number", "head", 12, big_endian(0xA00F3CF5, 4), "head"},
        {"an unknown form of places", "head", 50, big_endian(9, 2), "form of loca"},
        {"an unknown version of hhea", "hhea", 0, big_endian(0x90000, 4), "hhea"},
        {"an unknown version of maxp", "maxp", 0, big_endian(0x5000, 4), "maxp"},
        {"contours without end", "glyf", 0, big_endian(5000, 2), "glyph 1 of the font file: its"},
        {"no contours, and bytes", "glyf", 0, big_endian(0, 2), "something follows"},
        {"a composite of nothing", "glyf", 0, big_endian(0xFFFF, 2), "<0001> has glyph 1"},
        {"points without end", "glyf", 10, big_endian(9000, 2), "cut off"},
        {"instructions without end", "glyf", 12, big_endian(0xFFFF, 2), "cut off"},
        {"more flags than points", "glyf", 15, "\x03", "more flags than points"},
        {"shorter coordinates", "glyf", 14, "\x3F", "something follows"},
        {"a part that is not there", "glyf", 40, big_endian(4000, 2), "<0002> has glyph 2"},
        {"a part of itself", "glyf", 40, big_endian(2, 2), "part of itself"},
        {"a part behind the last", "glyf", 38, big_endian(0x22, 2), "cut off"},
        {"outlines that descend", "loca", 4, big_endian(30, 2), "leaves the table glyf"},
    };
    ASSERT_EQ(problems_with(font_of(tiny_tables())), "");
    for (const TableMutant& mutant : mutants) {
        FontTables tables = tiny_tables();
        tables[mutant.table].replace(mutant.at, mutant.bytes.size(), mutant.bytes);
        const std::string problems = problems_with(font_of(tables));
        EXPECT_NE(problems.find(mutant.says), std::string::npos) << mutant.name << ":\n"
                                                                 << problems;
    }
    const std::string damaged =
        replaced(font_of(tiny_tables()), std::string(12, 'a'), "bbbbaaaaaaaa");
    EXPECT_NE(problems_with(damaged).find("glyf has another checksum"), std::string::npos);
}

TEST(CheckFont, FindsContoursThatDoNotAscend) {
    FontTables tables = tiny_tables();
    tables["glyf"].replace(
        0, 14, big_endian(2, 2) + std::string(8, '\0') + big_endian(9, 2) + big_endian(2, 2));
    EXPECT_NE(problems_with(font_of(tables)).find("do not ascend"), std::string::npos);
}

std::string problems_with(const CffParts& parts) {
    Sources sources = good_sources();
    sources[6].text =
        replaced(replaced(sources[6].text, "FontType2", "FontType0"), "/CIDToGIDMap /Identity", "");
    sources[7].text = replaced(sources[7].text, "/FontFile2", "/FontFile3");
    sources[8] = {"<< /Subtype /CIDFontType0C >>", cff_of(parts), true};
    return messages_of(problems_of(file_of(sources)));
}

/// One fault in a part of the good CFF font.
struct CffMutant {
    std::string_view name;
    std::string CffParts::*part;
    std::string bytes;
    std::string_view says;
};

TEST(CheckFont, FindsFaultsOfCff) {
    constexpr auto kA = &CffParts::a;
    const std::vector<CffMutant> mutants = {
        {"another width", kA, "\x8E\xEF\xEF\x15\x0E", "<0001> is 603 wide"},
        {"no width", kA, "\xEF\xEF\x15\x0E", "<0001> is 250 wide"},
        {"another default", &CffParts::own, "\xF8\xEC\x15", "<0003> is 0 wide"},
        {"another em", &CffParts::font_matrix,
         "\x1E\xA0\x02\xFF\x8B\x8B\x1E\xA0\x02\xFF\x8B\x8B\x0C\x07", "<0001> is 1200 wide"},
        {"a Private DICT without operators", &CffParts::own, std::string(60, '\x8B'), "Private"},
        {"an unknown version", &CffParts::header, std::string("\x09\0\4\1", 4), "no CFF font"},
        {"an unknown part", &CffParts::selection, std::string("\0\0\0\x07\0", 5), "FDSelect"},
        {"ranges that leave a glyph out", &CffParts::selection, std::string("\3\0\1\0\0\0\0\3", 8),
         "FDSelect"},
        {"a reserved operator", kA, std::string("\x8B\xEF\xEF\x15\0\x0E", 6), "operator 0"},
        {"no end", kA, "\x8B\xEF\xEF\x15", "no end"},
        {"half a number", kA, "\x8B\xEF\xEF\x15\x1C\x01", "no end"},
        {"too few operands", kA, "\x8B\xEF\xEF\x15\xEF\x08\x0E", "operator 8 with 1"},
        {"too many operands", kA, std::string(49, '\x8B'), "too many operands"},
        {"no subroutine", kA, "\x8B\xEF\xEF\x15\x21\x0A\x0E", "calls what is not there"},
        {"a call of nothing", kA, "\x0A\x0E", "calls what is not there"},
        {"a subroutine without end", &CffParts::subroutine, "\xBD\x8B\x05", "no end"},
        {"a subroutine that calls itself", &CffParts::subroutine, "\x20\x0A\x0B", "calls itself"},
        {"another that does", &CffParts::global_subroutine, "\x20\x1D\x0B", "calls itself"},
    };
    ASSERT_EQ(problems_with(CffParts{}), "");
    for (const CffMutant& mutant : mutants) {
        CffParts parts;
        parts.*mutant.part = mutant.bytes;
        const std::string problems = problems_with(parts);
        EXPECT_NE(problems.find(mutant.says), std::string::npos) << mutant.name << ":\n"
                                                                 << problems;
    }
}

TEST(CheckFont, ReadsHintsAndRangesOfCff) {
    CffParts parts;
    parts.selection = std::string("\3\0\1\0\0\0\0\4", 8);
    // Eight stems before a mask of one byte, which looks like no operator.
    parts.a = "\x8B" + std::string(8, '\x8C') + "\x12" + std::string(8, '\x8C') +
              std::string("\x13\0\xEF\xEF\x15\x0E", 6);
    EXPECT_EQ(problems_with(parts), "");
}

TEST(CheckFont, BoundsWhatFontFilesTake) {
    Sources sources = good_sources();
    sources[8].stream = sources[73].stream = std::string(std::size_t{33} << 20, ' ');
    sources[73].text = sources[8].text;
    sources[73].is_stream = true;
    sources[70].text = replaced(sources[5].text, "6 0 R", "71 0 R");
    sources[71].text = replaced(sources[6].text, "7 0 R", "72 0 R");
    sources[72].text = replaced(sources[7].text, "8 0 R", "73 0 R");
    sources[17].text = replaced(sources[17].text, "/F1 5 0 R", "/F1 5 0 R /F2 70 0 R");
    EXPECT_TRUE(holds(problems_of(file_of(sources, Packed::Yes)), "pdf-font", "large together"));
}

TEST(CheckFont, BoundsCodes) {
    Sources sources = good_sources();
    std::string fonts;
    for (int number = 100; number < 150; number += 2) {
        sources[number].text =
            replaced(sources[5].text, "6 0 R", fmt::format("{} 0 R", number + 1));
        sources[number + 1].text =
            replaced(sources[6].text, "[1 [600 700] 3 3 250]", "[0 65535 1]");
        fonts += fmt::format(" /F{0} {0} 0 R", number);
    }
    sources[17].text = replaced(sources[17].text, "/F1 5 0 R", "/F1 5 0 R" + fonts);
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-font", "too many codes"));
}

TEST(CheckFont, BoundsWhatOutlinesTake) {
    CffParts parts;
    for (int i = 0; i < 2000; ++i) parts.subroutine.insert(0, "\x20\x1D");
    parts.global_subroutine = "\x0B";
    parts.b = "\xEF\x8B\x8B\x15";
    for (int i = 0; i < 2000; ++i) parts.b += "\x20\x0A";
    EXPECT_NE(problems_with(parts).find("takes too long"), std::string::npos);
}

}  // namespace

}  // namespace broadside::conformance_test
