#include <filesystem>
#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;

std::string svg(const std::string& content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 16\">\n" + content +
           "\n</svg>";
}

Drawing drawing_of(const std::string& content) {
    const auto drawing = load_symbol({"s.svg", svg(content)}, "s");
    EXPECT_TRUE(drawing.ok()) << testing::PrintToString(problems_of(drawing));
    return drawing ? **drawing : Drawing{};
}

std::string problem_of(const std::string& text) {
    const auto problems = problems_of(load_symbol({"s.svg", text}, "s"));
    return problems.size() == 1 ? problems[0] : "not one problem";
}

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

TEST(LoadSymbol, NamesTheFirstElementOutsideTheSubset) {
    EXPECT_EQ(problem_of(svg("<path d='M0 0'/>\n  <text>a</text><image/>")),
              "s.svg:3:3: error: unsupported element <text>");
    for (const char* element :
         {"style", "use", "image", "linearGradient", "svg", "defs", "a", "inkscape:path"}) {
        EXPECT_EQ(problem_of(svg("<" + std::string(element) + "/>")),
                  "s.svg:2:1: error: unsupported element <" + std::string(element) + ">");
    }
}

TEST(LoadSymbol, NamesTheFirstAttributeOutsideTheSubset) {
    EXPECT_EQ(problem_of(svg("<path d='M0 0' style='fill:red'/>")),
              "s.svg:2:1: error: unsupported attribute \"style\" of <path>");
    EXPECT_EQ(problem_of(svg("<g class='a'/>")),
              "s.svg:2:1: error: unsupported attribute \"class\" of <g>");
    EXPECT_EQ(problem_of(svg("<circle r='1' x='1'/>")),
              "s.svg:2:1: error: unsupported attribute \"x\" of <circle>");
    EXPECT_EQ(problem_of(svg("<g transform='turn(1)'/>")),
              "s.svg:2:1: error: expected a transform list, got \"turn(1)\"");
}

TEST(LoadSymbol, WantsAViewBoxFromTheOrigin) {
    EXPECT_EQ(problem_of("<svg width='2' height='2'/>"),
              "s.svg:1:1: error: missing attribute \"viewBox\" of <svg>");
    EXPECT_EQ(problem_of("<svg viewBox='1 0 2 2'/>"),
              "s.svg:1:1: error: expected a viewBox such as \"0 0 24 24\", got \"1 0 2 2\"");
    EXPECT_EQ(problem_of("<g/>"), "s.svg:1:1: error: expected <svg>, got <g>");
}

TEST(LoadSymbol, RefusesDocumentTypesBeforeTheyGrow) {
    EXPECT_EQ(problem_of("<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<svg "
                         "viewBox='0 0 1 1'>&b;</svg>"),
              "s.svg:1:15: error: unsupported document type declaration");
}

TEST(LoadSymbol, RefusesTextInstructionsAndBrokenXml) {
    EXPECT_EQ(problem_of(svg("hello")),
              "s.svg:2:1: error: expected elements, got the text \"hello\"");
    EXPECT_EQ(problem_of("<?xml-stylesheet a?><svg/>"),
              "s.svg:1:1: error: unsupported processing instruction <?xml-stylesheet?>");
    EXPECT_EQ(problem_of("<svg viewBox='0 0 1 1'>\n<g></svg>"),
              "s.svg:2:6: error: expected well-formed XML: mismatched tag");
    EXPECT_EQ(problem_of(""), "s.svg:1:1: error: expected well-formed XML: got no element");
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
        "s.svg:2:1: error: expected at most 20000 segments at character 40005 of the path data, "
        "got \"h1h1h1h1h1h1…\"");
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
