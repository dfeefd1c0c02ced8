#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "conformance/good_pdf.hpp"
#include "conformance/mutants.hpp"

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
    });
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

}  // namespace

}  // namespace broadside::conformance_test
