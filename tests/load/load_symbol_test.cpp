#include <filesystem>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/symbol_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;

TEST(LoadSymbol, TakesTheSizeOfTheViewBox) {
    const Drawing drawing = drawing_of("");
    EXPECT_EQ(drawing.name, "s");
    EXPECT_DOUBLE_EQ(drawing.width, 24);
    EXPECT_DOUBLE_EQ(drawing.height, 16);
    EXPECT_TRUE(drawing.shapes.empty());
}

TEST(LoadSymbol, InheritsPaintThroughGroups) {
    const Drawing drawing =
        drawing_of(R"(<g fill="none" stroke="currentColor" stroke-width="2"><path d="M0 0h1"/>
        <g stroke="#fff"><path d="M0 0h2"/></g></g><path d="M0 0h3"/>)");
    ASSERT_EQ(drawing.shapes.size(), 3u);
    EXPECT_EQ(drawing.shapes[0].fill, std::nullopt);
    EXPECT_EQ(drawing.shapes[0].stroke->paint, Paint(CurrentColour{}));
    EXPECT_EQ(drawing.shapes[1].stroke->paint, Paint(Colour{255, 255, 255}));
    EXPECT_DOUBLE_EQ(drawing.shapes[1].stroke->width, 2);
    EXPECT_EQ(drawing.shapes[2].fill, Paint(CurrentColour{}));
    EXPECT_FALSE(drawing.shapes[2].stroke);
}

TEST(LoadSymbol, FlattensTransforms) {
    const Drawing drawing = drawing_of(
        R"svg(<g transform="translate(10 0)"><path transform="scale(2)" stroke="black" d="M1 1h1"/></g>)svg");
    EXPECT_EQ(drawing.shapes.at(0).path, (Path{MoveTo{{12, 2}}, LineTo{{14, 2}}}));
    EXPECT_DOUBLE_EQ(drawing.shapes.at(0).stroke->width, 2);
}

/// As browsers do; librsvg knows no `transform-origin`.
TEST(LoadSymbol, TurnsAboutTheOriginThatIsSaid) {
    const Drawing drawing =
        drawing_of(R"svg(<path transform="scale(-1)" transform-origin="12 50%" d="M0 0h1"/>)svg");
    EXPECT_EQ(drawing.shapes.at(0).path, (Path{MoveTo{{24, 16}}, LineTo{{23, 16}}}));
}

TEST(LoadSymbol, LeavesOutWhatCannotBeSeen) {
    EXPECT_TRUE(drawing_of(R"(<g opacity="0"><path d="M0 0h1"/></g><path fill="none" d="M0 0h1"/>
        <path fill="none" stroke="black" stroke-width="0" d="M0 0h1"/><path fill-opacity="0" d="M0 0h1"/>)")
                    .shapes.empty());
}

TEST(LoadSymbol, PassesOverCommentsAndDescriptions) {
    const Drawing drawing = drawing_of(
        R"(<!-- c --><title>t</title><desc>d <text>x</text></desc><metadata><a b="c"/></metadata>
        <path d="M0 0h1"><title>inner</title></path>)");
    EXPECT_EQ(drawing.shapes.size(), 1u);
}

TEST(LoadSymbol, NamesElementsOutsideTheSubset) {
    EXPECT_EQ(problem_of(svg("<path d='M0 0'/>\n  <text>a</text>")),
              "s.svg:3:3: error: unsupported element <text>");
    for (const char* element : {"image", "foreignObject", "textPath", "shape"}) {
        EXPECT_EQ(problem_of(svg("<" + std::string(element) + "/>")),
                  "s.svg:2:1: error: unsupported element <" + std::string(element) + ">");
    }
}

TEST(LoadSymbol, NamesAttributesThatNoDrawingCanHave) {
    for (const std::string attribute : {"filter", "marker-end", "mix-blend-mode"}) {
        EXPECT_EQ(problem_of(svg("<path stroke='red' " + attribute + "='url(#a)' d='M0 0h1'/>")),
                  "s.svg:2:1: error: unsupported attribute \"" + attribute + "\" of <path>");
    }
    EXPECT_EQ(problem_of(svg("<g transform='turn(1)'/>")),
              "s.svg:2:1: error: expected a transform list, got \"turn(1)\"");
    EXPECT_EQ(
        problem_of(svg("<path stroke-dasharray='1 x' d='M0 0h1'/>")),
        "s.svg:2:1: error: expected a number of at least 0 in \"stroke-dasharray\", got \"x\"");
    EXPECT_EQ(problem_of(svg("<style>g path{fill:red}</style>")),
              "s.svg:2:1: error: unsupported selector \"g path\" in <style>");
}

TEST(LoadSymbol, NamesAllThatItCannotDrawInOneRun) {
    const std::string drawing =
        "<style>g path{fill:red} @media print { .a{fill:red} } .b{display:none}</style>\n"
        "<g filter='url(#f)' mask='url(#m)' fill='nothing'><text/></g>\n"
        "<text class='b'/><rect width='x' height='1'/>\n"
        "<g transform='turn(1)'><path d='M0 0h1e9'/><path d='L1'/></g>\n"
        "<path id='p' d='X'/><use href='#p'/><use href='#q'/>";
    EXPECT_THAT(
        problems_of(load_symbol({"s.svg", "<svg viewBox='0'>\n" + drawing + "</svg>"}, "s")),
        ElementsAre(
            "s.svg:1:1: error: expected a viewBox such as \"0 0 24 24\", got \"0\"",
            "s.svg:2:1: error: unsupported selector \"g path\" in <style>",
            "s.svg:2:1: error: unsupported rule \"@media print\" in <style>",
            "s.svg:3:1: error: expected a colour in \"fill\", got \"nothing\"",
            "s.svg:3:1: error: unsupported attribute \"filter\" of <g>",
            "s.svg:3:1: error: unsupported mask of <g>: expected opaque white shapes beside "
            "each other",
            "s.svg:3:51: error: unsupported element <text>",
            "s.svg:4:18: error: expected a number in \"width\", got \"x\"",
            "s.svg:5:1: error: expected a transform list, got \"turn(1)\"",
            "s.svg:5:44: error: expected a move (M or m) first at character 1 of the path "
            "data, got \"L1\"",
            "s.svg:6:1: error: expected a command letter at character 1 of the path data, "
            "got \"X\"",
            "s.svg:6:37: error: expected the id of an element of this file in \"href\" of "
            "<use>, got \"#q\""));
    // What lies where a mistake leaves it open is not blamed for the place, nor for what it covers.
    EXPECT_EQ(problem_of(svg("<g opacity='.5' transform='x'><circle r='9'/><circle r='8'/></g>")),
              "s.svg:2:1: error: expected a transform list, got \"x\"");
    EXPECT_EQ(problem_of(svg("<clipPath id='c'><g/></clipPath>\n<g clip-path='url(#c)'/>")),
              "s.svg:3:1: error: unsupported clip path of <g>: expected shapes beside each other");
}

/// Of shapes that lie over each other, each has been seen through by those below it.
TEST(LoadSymbol, HandsOpacityDownToShapesThatLieBesideEachOther) {
    const Drawing drawing =
        drawing_of("<g opacity='.5'><path d='M0 0h1v1z'/><path opacity='50%' d='M2 0h1v1z'/></g>");
    ASSERT_EQ(drawing.shapes.size(), 2u);
    EXPECT_DOUBLE_EQ(drawing.shapes[0].fill_opacity, .5);
    EXPECT_DOUBLE_EQ(drawing.shapes[1].fill_opacity, .25);
    const std::string words = "it has shapes, or a fill and a stroke, that lie over each other";
    EXPECT_EQ(problem_of(svg("<g opacity='.5'><path d='M0 0h2v1z'/><path d='M1 0h1v1z'/></g>")),
              "s.svg:2:1: error: unsupported opacity of <g>: " + words);
    EXPECT_EQ(problem_of(svg("<path opacity='.5' stroke='red' d='M0 0h2v1z'/>")),
              "s.svg:2:1: error: unsupported opacity of <path>: " + words);
}

TEST(LoadSymbol, WantsASize) {
    EXPECT_EQ(problem_of("<svg/>"), "s.svg:1:1: error: missing attribute \"viewBox\" of <svg>");
    EXPECT_EQ(problem_of("<svg width='100%' height='2'/>"),
              "s.svg:1:1: error: missing attribute \"viewBox\" of <svg>");
    EXPECT_EQ(problem_of("<svg viewBox='1 0 2'/>"),
              "s.svg:1:1: error: expected a viewBox such as \"0 0 24 24\", got \"1 0 2\"");
    EXPECT_EQ(problem_of("<g/>"), "s.svg:1:1: error: expected <svg>, got <g>");
    EXPECT_EQ(problem_of("<svg xmlns='urn:a'/>"),
              "s.svg:1:1: error: expected xmlns=\"http://www.w3.org/2000/svg\", got another");
}

TEST(LoadSymbol, PutsTheViewBoxAtTheOrigin) {
    const auto drawing =
        load_symbol({"s.svg", "<svg viewBox='0 -960 960 960'><path d='M0-960h9'/></svg>"}, "s");
    ASSERT_TRUE(drawing.ok());
    EXPECT_EQ((*drawing)->shapes.at(0).path, (Path{MoveTo{{0, 0}}, LineTo{{9, 0}}}));
}

/// CSS Cascade 4: attributes, elements, classes, ids, `style`; of classes the rule that stands
/// last.
TEST(LoadSymbol, PaintsByRules) {
    const Drawing drawing = drawing_of(R"(<style>
        #i { fill: #000004 } .b { fill: #000003 } .a, .c { fill: #000002 } /* .a{} */
        path { fill: #000001; stroke: blue !important } </style>
        <path d="M0 0h1" fill="red"/><path d="M0 0h1" class="a b"/><path d="M0 0h1" class="b" id="i"/>
        <path d="M0 0h1" id="i" style="fill:#000005;stroke:none"/>)");
    ASSERT_EQ(drawing.shapes.size(), 4u);
    EXPECT_EQ(drawing.shapes[0].fill, Paint(Colour{0, 0, 1}));
    EXPECT_EQ(drawing.shapes[1].fill, Paint(Colour{0, 0, 2}));
    EXPECT_EQ(drawing.shapes[2].fill, Paint(Colour{0, 0, 4}));
    EXPECT_EQ(drawing.shapes[3].fill, Paint(Colour{0, 0, 5}));
    EXPECT_EQ(drawing.shapes[3].stroke->paint, Paint(Colour{0, 0, 255}));
}

TEST(LoadSymbol, DrawsWhatIsUsed) {
    const Drawing drawing = drawing_of(R"(<defs><path id="p" d="M0 0h1"/>
        <symbol id="s" viewBox="0 0 2 2"><path d="M0 0h2"/></symbol></defs>
        <use href="#p" x="3" fill="red"/><use href="#s" width="4" height="4" y="1"/>)");
    ASSERT_EQ(drawing.shapes.size(), 2u);
    EXPECT_EQ(drawing.shapes[0].path, (Path{MoveTo{{3, 0}}, LineTo{{4, 0}}}));
    EXPECT_EQ(drawing.shapes[0].fill, Paint(Colour{255, 0, 0}));
    EXPECT_EQ(drawing.shapes[1].path, (Path{MoveTo{{0, 1}}, LineTo{{4, 1}}}));
}

TEST(LoadSymbol, ReadsEntitiesThatDoNotGrow) {
    EXPECT_THAT(problems_of(load_symbol(
                    {"s.svg",
                     "<!DOCTYPE svg [<!ENTITY n \"http://www.w3.org/2000/svg\">]>\n<svg "
                     "xmlns='&n;' viewBox='0 0 1 1'/>"},
                    "s")),
                ElementsAre());
    std::string bomb = "<!DOCTYPE svg [<!ENTITY a0 \"aaaaaaaaaaaaaaaa\">";
    for (int i = 1; i < 12; ++i) {
        bomb += "<!ENTITY a" + std::to_string(i) + " \"";
        for (int k = 0; k < 16; ++k) bomb += "&a" + std::to_string(i - 1) + ";";
        bomb += "\">";
    }
    EXPECT_THAT(problem_of(bomb + "]><svg viewBox='0 0 1 1'>&a11;</svg>"),
                testing::HasSubstr("limit on input amplification factor"));
}

TEST(LoadSymbol, RefusesBrokenXml) {
    EXPECT_EQ(problem_of("<svg viewBox='0 0 1 1'>\n<g></svg>"),
              "s.svg:2:6: error: expected well-formed XML: mismatched tag");
    EXPECT_EQ(problem_of(""), "s.svg:1:1: error: expected well-formed XML: no element found");
}

TEST(LoadSymbol, RefusesCoordinatesPastReason) {
    EXPECT_EQ(problem_of(svg("<path transform='scale(1e9)' d='M1 1h1'/>")),
              "s.svg:2:1: error: coordinates of <path> are too large");
}

TEST(LoadSymbol, RefusesTransformsThatLeaveNoArea) {
    for (const std::string transform :
         {"matrix(0 0 0 0 0 0)", "matrix(1 2 2 4 0 0)", "scale(0)", "scale(1 0)", "scale(1e-300)",
          "scale(1e308)", "scale(1e200) scale(1e200)", "skewX(90)", "translate(1e308) scale(2)"}) {
        const bool is_far = transform == "translate(1e308) scale(2)";
        EXPECT_EQ(problem_of(svg("<g transform='" + transform + "'><path d='M1 1h1'/></g>")),
                  is_far
                      ? "s.svg:2:42: error: coordinates of <path> are too large"
                      : "s.svg:2:1: error: expected a transform that leaves shapes a width and a "
                        "height, got \"" +
                            transform + "\"")
            << transform;
    }
}

TEST(LoadSymbol, RefusesViewBoxesThatNoFormatCanDraw) {
    for (const std::string box : {"0 0 0 24", "0 0 24 -1", "0 0 1e-300 1e-300", "0 0 24 1e-300",
                                  "0 0 1e308 1e308", "0 0 24 5000"}) {
        EXPECT_EQ(
            problem_of("<svg viewBox='" + box + "'><path d='M0 0h1'/></svg>"),
            "s.svg:1:1: error: expected a viewBox with sides of 0.001 to 1000000, and none over "
            "100 times the other, got \"" +
                box + "\"");
    }
    EXPECT_EQ(problem_of("<svg viewBox='0 0 NaN 1'/>"),
              "s.svg:1:1: error: expected a viewBox such as \"0 0 24 24\", got \"0 0 NaN 1\"");
}

TEST(LoadSymbol, RefusesNumbersThatAreNoCoordinates) {
    EXPECT_EQ(problem_of(svg("<path d='M0 0h1e99999999999999999999'/>")),
              "s.svg:2:1: error: expected a number at character 6 of the path data, got "
              "\"1e9999999999…\"");
    EXPECT_EQ(
        problem_of(svg("<path d='M0 0a1 1 0 2 0 1 1'/>")),
        "s.svg:2:1: error: expected a flag, 0 or 1 at character 12 of the path data, got \"2 0 1 "
        "1\"");
    for (const std::string data :
         {"M0 0h1e308", "M1e308 0h1e308", "M0 0a1e308 1e-308 1e308 1 1 1e6 1", "M0 0l-99999 0",
          "M0 0c1e308 0-1e308 0 1 1s0 0 1 1"}) {
        EXPECT_EQ(problem_of(svg("<path d='" + data + "'/>")),
                  "s.svg:2:1: error: coordinates of <path> are too large")
            << data;
    }
}

/// Time and memory grow with the file and no faster.
TEST(LoadSymbol, GivesUpOnFilesMadeToGrow) {
    std::string nested, path = "M0 0";
    for (int i = 0; i < 100000; ++i) nested += "<g>";
    EXPECT_EQ(problem_of(svg(nested)),
              "s.svg:2:766: error: expected at most 256 elements inside each other, got more");
    for (int i = 0; i < 1000000; ++i) path += "h1";
    EXPECT_EQ(
        problem_of(svg("<path d='" + path + "'/>")),
        "s.svg:2:1: error: expected at most 60000 segments at character 120005 of the path data, "
        "got \"h1h1h1h1h1h1…\"");
    EXPECT_EQ(problem_of(svg("<path stroke='red' stroke-dasharray='1e-9' d='M0 0h9'/>")),
              "s.svg:2:1: error: expected at most 60000 path segments, got more");
    std::string parts, clipped, inside;
    for (int i = 0; i < 9000; ++i) parts += "<path/>", clipped += "<g clip-path='url(#c)'/>";
    EXPECT_THAT(problem_of(svg("<clipPath id='c'>" + parts + "</clipPath>" + clipped)),
                testing::HasSubstr("clip paths cut too much"));
    for (int i = 0; i < 30; ++i) inside += "<g clip-path='url(#c)'>";
    for (int i = 0; i < 30; ++i) parts = "</g>" + (i == 0 ? "" : parts);
    EXPECT_THAT(problem_of(svg("<clipPath id='c'><circle r='9'/></clipPath>" + inside + parts)),
                testing::HasSubstr("at most 16 clip paths inside each other"));
    std::string copies = "<g id='a0'><path d='M0 0h1'/></g>", elements;
    for (int i = 1; i < 40; ++i)
        copies += fmt::format("<g id='a{0}'><use href='#a{1}'/><use href='#a{1}'/></g>", i, i - 1);
    EXPECT_THAT(problem_of(svg("<defs>" + copies + "</defs><use href='#a39'/>")),
                testing::HasSubstr("expected at most 20000 elements, got more"));
    EXPECT_THAT(problem_of(svg("<g id='a'><use href='#a'/></g>")),
                testing::HasSubstr("<use> of \"#a\" draws itself"));
    for (int i = 0; i < 100000; ++i) elements += "<g/>";
    EXPECT_THAT(problem_of(svg(elements)), testing::HasSubstr("at most 20000 elements"));
    const std::string space(60000, ' ');
    std::string used = "<path id='p' d='M0 0h1" + space + "'/>";
    for (int i = 0; i < 1000; ++i) used += "<use href='#p'/>";
    EXPECT_THAT(problem_of(svg(used)), testing::HasSubstr("<use> draws too much again"));
}

TEST(LoadSymbol, ReadsTheSymbolsOfTheTree) {
    for (const auto& entry :
         std::filesystem::directory_iterator(BROADSIDE_SOURCE_DIR "/layouts/symbols")) {
        if (entry.path().extension() != ".svg") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        EXPECT_THAT(problems_of(load_symbol({entry.path().filename(), bytes}, "s")), ElementsAre());
    }
}

}  // namespace
}  // namespace broadside::load
