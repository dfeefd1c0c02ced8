#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "conformance/good_pdf.hpp"
#include "conformance/mutants.hpp"

namespace broadside::conformance_test {

namespace {

TEST(CheckContent, FindsFaultsOfMarks) {
    expect_found(std::vector<Mutant>{
        {"paint outside of marks", 4, "/Artifact BMC 0.5 w", "0.5 w", "pdf-content", "outside"},
        {"a mark that never ends", 18, "Tj EMC\n/Art", "Tj\n/Art", "pdf-content", "EMC"},
        {"an end without a mark", 18, "Tj EMC\n/Art", "Tj EMC EMC\n/Art", "pdf-content", "EMC"},
        {"an artifact in the text", 18, "Tj EMC\n/Art", "Tj /Artifact BMC <0001> Tj EMC EMC\n/Art",
         "pdf-content", "/Artifact"},
        {"a number twice", 18, "/P << /MCID 2", "/P << /MCID 1", "pdf-content", "MCID 1"},
        {"a number left out", 18, "/P << /MCID 2", "/P << /MCID 3", "pdf-content", "MCID"},
        {"a mark in a mark", 4, "/Span << /Lang (fr) >>", "/P << /MCID 14 >>", "pdf-content",
         "inside"},
        {"an unknown tag", 18, "/Lbl", "/Label", "pdf-content", "/Label"},
        {"an unknown property", 18, "<< /MCID 2", "<< /Foo 1 /MCID 2", "pdf-content", "/Foo"},
        {"no language", 4, "/Lang (fr)", "/Lang (f)", "pdf-content", "/Lang"},
        {"an empty mark", 18, "<00010002> Tj", "", "pdf-structure", "nothing"},
        {"private use in its words", 4, "/ActualText (AB)", "/ActualText <FEFFE000>", "pdf-content",
         "U+E000"},
        {"a mark over the end of a text", 18, "Tj EMC\n/Art", "Tj\nET EMC", "pdf-content", "EMC"},
        {"text that has no meaning", 18, "ET\n", "/Artifact BMC <0001> Tj EMC ET\n", "pdf-content",
         "/Pagination"},
        {"words of a mark that is no Span", 18, "/P << /MCID 2", "/P << /ActualText (A) /MCID 2",
         "pdf-content", "/Span"},
        {"words of nothing", 4, "/ActualText (AB)", "/ActualText ()", "pdf-content", "/ActualText"},
        {"an unknown kind of artifact", 4, "/Background", "/Wallpaper", "pdf-content",
         "/Wallpaper"},
    });
}

TEST(CheckContent, FindsFaultsOfOperators) {
    expect_found(std::vector<Mutant>{
        {"an unknown operator", 18, "BT", "/G0 gs BT", "pdf-content", "gs"},
        {"an inline image", 18, "BT", "BI BT", "pdf-content", "BI"},
        {"too few operands", 4, "612 92 re", "612 re", "pdf-content", "re"},
        {"an operand of another kind", 4, "72 660 Td", "72 (a) Td", "pdf-content", "Td"},
        {"operands of nothing", 18, "ET\n", "ET 1 2 3\n", "pdf-content", "operands"},
        {"q without Q", 4, "Q\n", "\n", "pdf-content", "q"},
        {"Q without q", 18, "BT /F1", "Q BT /F1", "pdf-content", "Q"},
        {"q in a text", 18, "/F1 10 Tf", "q /F1 10 Tf", "pdf-content", "q"},
        {"text outside of BT", 18, "ET\n", "ET 0 0 Td\n", "pdf-content", "Td"},
        {"BT in a text", 18, "/F1 10 Tf", "BT /F1 10 Tf", "pdf-content", "BT"},
        {"no font", 18, "/F1 10 Tf", "", "pdf-content", "font"},
        {"an unknown font", 18, "/F1 10 Tf", "/F2 10 Tf", "pdf-content", "/F2"},
        {"an unknown picture", 4, "/X1 Do", "/X9 Do", "pdf-content", "/X9"},
        {"a colour above one", 4, "0.9 0.95 1 rg", "0.9 0.95 1.1 rg", "pdf-content", "rg"},
        {"half a code", 18, "<0002> Tj", "<000200> Tj", "pdf-content", "two bytes"},
        {"a path without a start", 4, "72 620 m ", "", "pdf-content", " l"},
        {"a path that nobody paints", 4, "540 620 l S", "540 620 l", "pdf-content", "path"},
        {"negative dashes", 4, "[] 0 d", "[-1] 0 d", "pdf-content", " d"},
    });
}

TEST(CheckContent, FindsFaultsOfPagesAndPictures) {
    expect_found(std::vector<Mutant>{
        {"no order of tabs", 3, "/Tabs /S", "", "pdf-content", "/Tabs"},
        {"an action of a page", 3, "/Tabs /S", "/Tabs /S /AA << >>", "pdf-content", "/AA"},
        {"a page of no width", 17, "612 792", "2 792", "pdf-content", "/MediaBox"},
        {"another parent", 17, "/Parent 2 0 R", "/Parent 1 0 R", "pdf-content", "/Parent"},
        {"another count of pages", 2, "/Count 2", "/Count 3", "pdf-content", "/Count"},
        {"an unknown state", 23, "/a0 gs", "/a1 gs", "pdf-content", "/a1"},
        {"a state outside of forms", 18, "BT /F1 10 Tf", "/a0 gs BT /F1 10 Tf", "pdf-content",
         "gs"},
        {"more than opaque", 23, "/CA 1", "/CA 1.1", "pdf-content", "/CA"},
        {"a state that blends", 23, "/CA 1", "/BM /Multiply", "pdf-content", "/BM"},
        {"a clip outside of forms", 4, "540 620 l S", "540 620 l W n", "pdf-content", "W"},
        {"a clip without a path", 23, "q 0 0 m 9 0 l 9 9 l h W*", "q W*", "pdf-content", "W*"},
        {"an unknown pattern", 23, "/p0 scn", "/p1 scn", "pdf-content", "/p1"},
        {"another space", 23, "/Pattern cs", "/Lab cs", "pdf-content", "cs"},
        {"a pattern of tiles", 23, "/PatternType 2", "/PatternType 1", "pdf-content",
         "/PatternType"},
        {"circles without a radius", 23, "[0 0 0 0 0 1]", "[0 0 0 0]", "pdf-content", "/Coords"},
        {"a colour of a shading above one", 23, "/C1 [1 0 0]", "/C1 [2 0 0]", "pdf-content", "/C1"},
        {"pieces without bounds", 23, "/Bounds []", "/Bounds [0.5]", "pdf-content", "/Bounds"},
        {"a mask of opacity", 23, "/S /Luminosity", "/S /Alpha", "pdf-content", "/S"},
        {"a mask of colours", 68, "/CS /DeviceGray", "/CS /DeviceRGB", "pdf-content", "/CS"},
        {"an unknown shading", 68, "/h sh", "/i sh", "pdf-content", "/i"},
        {"text in a form", 23, "1 0 0 RG", "BT ET 1 0 0 RG", "pdf-content", "BT"},
        {"marks in a form", 23, "1 0 0 RG", "/P << /MCID 0 >> BDC EMC 1 0 0 RG", "pdf-content",
         "BDC"},
        {"a form of PostScript", 23, "/BBox", "/Subtype2 /PS /BBox", "pdf-content", "/Subtype2"},
        {"smoothing", 22, "/Width", "/Interpolate true /Width", "pdf-content", "/Interpolate"},
        {"four colours", 22, "/DeviceRGB", "/DeviceCMYK", "pdf-content", "/ColorSpace"},
        {"sixteen bits", 22, "/BitsPerComponent 8", "/BitsPerComponent 16", "pdf-content",
         "/BitsPerComponent"},
        {"too few pixels", 22, "/Height 1", "/Height 2", "pdf-content", "bytes"},
        {"an alternative picture", 22, "/Width", "/Alternates [] /Width", "pdf-content",
         "/Alternates"},
        {"transparency without a group", 3, "/Group << /S /Transparency /CS /DeviceRGB >>", "",
         "pdf-content", "/Group"},
        {"a group of four colours", 3, "/CS /DeviceRGB", "/CS /DeviceCMYK", "pdf-content", "/CS"},
        {"an unknown resource", 3, "/Font <<", "/Properties << >> /Font <<", "pdf-content",
         "/Properties"},
        {"a state of a page", 3, "/Font <<", "/ExtGState << >> /Font <<", "pdf-content",
         "/ExtGState"},
    });
}

TEST(CheckContent, BoundsTheStackOfStates) {
    Sources sources = good_sources();
    std::string stack;
    for (int i = 0; i < 29; ++i) stack += "q ";
    for (int i = 0; i < 29; ++i) stack += "Q ";
    sources[18].stream = stack + sources[18].stream;
    EXPECT_TRUE(holds(problems_of(file_of(sources)), "pdf-content", "28"));
}

}  // namespace

}  // namespace broadside::conformance_test
