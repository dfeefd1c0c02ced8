#include "broadside/emit/svg/page.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/svg/path.hpp"
#include "emit/emitting.hpp"
#include "support/passages.hpp"
#include "support/scene_builder.hpp"
#include "support/url.hpp"

namespace broadside::emit {
namespace {

using scene::EndGroup;
using scene::Role;
using test::begin;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;

std::string content_of(std::vector<scene::Op> ops) {
    const auto scene = test::one_page(Pt(100), Pt(50), std::move(ops));
    const auto notes = called_notes(scene.pages);
    SvgColours colours;
    return SvgPage(scene.pages[0], {colours, "Noto Sans", TextInk::Visible}, SvgLinks(notes, 0, {}),
                   {})
        .content();
}

TEST(SvgPage, PaintsThePaper) {
    EXPECT_EQ(content_of({}),
              "<rect aria-hidden=\"true\" width=\"1000\" height=\"500\" fill=\"#ffffff\"/>\n");
}

TEST(SvgPage, GivesGroupsTheirRoles) {
    auto heading = begin(Role::Heading);
    heading.tag.level = 2;
    auto row_header = begin(Role::HeaderCell);
    row_header.tag.scope = HeaderScope::Row;
    EXPECT_THAT(content_of({heading, EndGroup{}}),
                HasSubstr("<g role=\"heading\" aria-level=\"2\">\n</g>"));
    EXPECT_THAT(content_of({row_header, EndGroup{}}), HasSubstr("<g role=\"rowheader\">"));
    EXPECT_THAT(content_of({begin(Role::Table, "", "a<b"), EndGroup{}}),
                HasSubstr("<g role=\"table\" aria-label=\"a&lt;b\">"));
    EXPECT_THAT(content_of({begin(Role::Card, "", "Ann"), EndGroup{}}),
                HasSubstr("<g role=\"group\" aria-label=\"Ann\">"));
    for (const Role role : {Role::Background, Role::Copy, Role::CutMark})
        EXPECT_THAT(content_of({begin(role), EndGroup{}}), HasSubstr("<g aria-hidden=\"true\">"));
}

TEST(SvgPage, FillsCoveredSlots) {
    auto slot = begin(Role::Cell, "", "a<b");
    slot.tag.covered = true;
    EXPECT_THAT(content_of({slot, EndGroup{}}),
                EndsWith("/>\n<g role=\"cell\" aria-label=\"a&lt;b\"/>\n"));
}

TEST(SvgPage, NamesFiguresAndHidesThoseWithoutAName) {
    EXPECT_THAT(content_of({begin(Role::Figure, "", "yes"), EndGroup{}}),
                HasSubstr("<g role=\"img\">\n<title>yes</title>\n"));
    EXPECT_THAT(content_of({begin(Role::Figure), EndGroup{}}),
                HasSubstr("<g aria-hidden=\"true\">"));
}

TEST(SvgPage, GivesAnIdToTheFirstItemOfACalledNote) {
    auto mark = test::text_line(Pt(0), Pt(10), "1");
    mark.lines[0].runs[0].note = {"S"};
    const std::string text =
        content_of({mark, test::begin_note("S"), EndGroup{}, test::begin_note("S"), EndGroup{}});
    EXPECT_THAT(text,
                HasSubstr("<g role=\"listitem\" id=\"\x01-note-S\">\n</g>\n<g role=\"listitem\">"));
}

TEST(SvgPage, LeadsFromTheLabelOfANoteToItsFirstMark) {
    auto mark = test::text_line(Pt(0), Pt(10), "1");
    mark.lines[0].runs[0].note = {"S"};
    auto label = begin(Role::ListLabel);
    label.tag.note = {"S"};
    const std::string text =
        content_of({mark, mark, test::begin_note("S"), label, EndGroup{}, EndGroup{}});
    EXPECT_THAT(text, HasSubstr("<a role=\"doc-backlink\" href=\"#\x01-mark-S\">\n</a>"));
    EXPECT_EQ(text.find("id=\"\x01-mark-S\""), text.rfind("id=\"\x01-mark-S\""));
    EXPECT_LT(text.find("id=\"\x01-mark-S\""), text.rfind("doc-noteref"));
}

TEST(SvgPage, LinksAGroupOnceAndNothingInsideIt) {
    auto link = begin(Role::Link);
    link.tag.url = test::url("https://e.org/");
    auto line = test::text_line(Pt(0), Pt(10), "more");
    line.lines[0].runs[0].url = test::url("https://e.org/");
    const std::string text = content_of({link, line, EndGroup{}});
    EXPECT_THAT(text, HasSubstr("<a href=\"https://e.org/\">\n<text"));
    EXPECT_EQ(text.find("<a "), text.rfind("<a "));
}

TEST(SvgPage, PutsASpaceBetweenTwoTextsOfOneGroup) {
    const auto title = test::text_line(Pt(0), Pt(10), "Matrix");
    const auto detail = test::text_line(Pt(0), Pt(20), "FluffyChat");
    scene::DrawText both = title;
    both.lines.push_back(detail.lines[0]);
    EXPECT_THAT(content_of({begin(Role::Cell), both, EndGroup{}}),
                Not(HasSubstr("<text> </text>")));
    EXPECT_THAT(content_of({begin(Role::Cell), title, detail, EndGroup{}}),
                HasSubstr("Matrix</text>\n<text> </text>\n<text"));
    EXPECT_THAT(
        content_of({begin(Role::Cell), title, EndGroup{}, begin(Role::Cell), detail, EndGroup{}}),
        Not(HasSubstr("<text> </text>")));
}

TEST(SvgPage, WritesNoLinkToNowhereAndKeepsItsText) {
    const std::string text =
        content_of({begin(Role::Link), test::text_line(Pt(0), Pt(10), "more"), EndGroup{}});
    EXPECT_THAT(text, Not(HasSubstr("<a")));
    EXPECT_THAT(text, Not(HasSubstr("</a")));
    EXPECT_THAT(text, HasSubstr(">more</text>"));
}

TEST(SvgPage, KeepsEdgesOfBandsCrispAndThinRulesVisible) {
    const Colour grey{0xcc, 0xcc, 0xcc};
    EXPECT_THAT(content_of({scene::FillRect{{Pt(1), Pt(2), Pt(30), Pt(4)}, grey}}),
                HasSubstr("<rect x=\"10\" y=\"20\" width=\"300\" height=\"40\" fill=\"#cccccc\" "
                          "shape-rendering=\"crispEdges\"/>"));
    EXPECT_THAT(content_of({scene::FillRect{{Pt(1), Pt(2), Pt(30), Pt(0.5)}, grey}}),
                Not(HasSubstr("crispEdges")));
}

TEST(SvgPage, DrawsRulesAndSymbols) {
    const std::string text = content_of(
        {scene::StrokeLine{{Pt(1), Pt(2)}, {Pt(9), Pt(2)}, Pt(0.5), {}},
         scene::DrawSymbol{{Pt(0), Pt(0), Pt(12), Pt(12)}, test::sample_drawing(), {0, 128, 0}}});
    EXPECT_THAT(text, HasSubstr("<line stroke=\"#000000\" stroke-width=\"5\" x1=\"10\" y1=\"20\" "
                                "x2=\"90\" y2=\"20\"/>"));
    EXPECT_THAT(text, HasSubstr("<path fill=\"#008000\" d=\"M20 20h80v80h-80z\"/>"));
    EXPECT_THAT(text, HasSubstr("stroke=\"#ffffff\" stroke-width=\"10\" stroke-linecap=\"round\""));
}

TEST(SvgPage, HasHairlinesThatAreUprightOrLevelAsLines) {
    const auto rule = [](Pt x, Pt y, Pt width) {
        return content_of({scene::StrokeLine{{Pt(1), Pt(1)}, {x, y}, width, {}}});
    };
    EXPECT_THAT(rule(Pt(9), Pt(1), Pt(1)), HasSubstr("<line "));
    EXPECT_THAT(rule(Pt(1), Pt(9), Pt(1)), HasSubstr("<line "));
    EXPECT_THAT(rule(Pt(9), Pt(9), Pt(1)), HasSubstr("<path ")) << "it leans";
    EXPECT_THAT(rule(Pt(9), Pt(1), Pt(2)), HasSubstr("<path ")) << "it is no hairline";
}

TEST(SvgPage, CutsOffWhatReachesOutsideOfAViewBox) {
    const scene::DrawSymbol symbol{
        {Pt(1), Pt(2), Pt(12), Pt(12)}, test::sample_drawing(), {0, 128, 0}};
    const std::string text = content_of({symbol, symbol});
    EXPECT_THAT(text, HasSubstr("<clipPath id=\"\x01-c0\"><rect x=\"10\" y=\"20\" width=\"120\" "
                                "height=\"120\"/></clipPath>\n<g clip-path=\"url(#\x01-c0)\">"));
    EXPECT_THAT(text, HasSubstr("<g clip-path=\"url(#\x01-c1)\">"));
    auto inside = *test::sample_drawing();
    inside.shapes.pop_back();
    EXPECT_THAT(
        content_of({scene::DrawSymbol{symbol.box, std::make_shared<const Drawing>(inside), {}}}),
        Not(HasSubstr("clip")));
}

TEST(SvgPage, WritesGradientsAndClipsBeforeWhatTheyAreFor) {
    Gradient gradient;
    gradient.to_drawing = {12, 0, 0, 12, 0, 6};
    gradient.stops = {{0, {255, 0, 0}, 0.5}, {1, {0, 0, 255}}};
    Shape shape = filled(rectangle(0, 0, 24, 24), std::make_shared<const Gradient>(gradient));
    shape.clip = std::make_shared<const Clip>(Clip{rectangle(0, 0, 12, 12), FillRule::EvenOdd});
    const auto drawing = std::make_shared<const Drawing>(Drawing{"test", 24, 24, {shape, shape}});
    const std::string text =
        content_of({scene::DrawSymbol{{Pt(1), Pt(2), Pt(12), Pt(12)}, drawing, {}}});
    EXPECT_THAT(
        text,
        HasSubstr("<clipPath id=\"\x01-c0\"><path clip-rule=\"evenodd\" d=\"M10 20h60v60h-60z\"/>"
                  "</clipPath>\n<g clip-path=\"url(#\x01-c0)\">\n<linearGradient id=\"\x01-c1\" "
                  "gradientUnits=\"userSpaceOnUse\" x1=\"0\" y1=\"0\" x2=\"1\" y2=\"0\" "
                  "gradientTransform=\"matrix(60 0 0 60 10 50)\"><stop offset=\"0\" "
                  "stop-color=\"#ff0000\" stop-opacity=\"0.5\"/><stop offset=\"1\" "
                  "stop-color=\"#0000ff\" stop-opacity=\"1\"/></linearGradient>\n"
                  "<path fill=\"url(#\x01-c1)\""));
    EXPECT_THAT(text, HasSubstr("<path fill=\"url(#\x01-c2)\""));
    EXPECT_EQ(text.find("<clipPath"), text.rfind("<clipPath")) << "shapes share it";
}

TEST(SvgPathData, WritesRelativeCommandsAfterTheFirst) {
    SvgPathData data;
    data.move_to({100, 200});
    data.line_to({150, 230});
    data.move_to({100, 100});
    EXPECT_EQ(data.take(), "M10 20l5 3m-5-13");
}

TEST(SvgPathData, ShortensLevelAndUprightLines) {
    SvgPathData data;
    data.move_to({0, 0});
    data.line_to({100, 0});
    data.line_to({100, 55});
    data.close();
    EXPECT_EQ(data.take(), "M0 0h10v5.5z");
}

TEST(SvgPathData, LeavesOutARepeatedLetter) {
    SvgPathData data;
    data.move_to({0, 0});
    data.line_to({10, 20});
    data.line_to({30, 30});
    EXPECT_EQ(data.take(), "M0 0l1 2 2 1");
}

TEST(SvgPathData, ContinuesAtTheStartAfterClosing) {
    SvgPathData data;
    data.move_to({10, 10});
    data.line_to({50, 20});
    data.close();
    data.move_to({20, 20});
    EXPECT_EQ(data.take(), "M1 1l4 1zm1 1");
}

TEST(SvgPathData, AddsUpWithoutDriftOverManyRoundedSteps) {
    const DrawingPlacement third{{Pt(0), Pt(0)}, 1.0 / 3};
    SvgPathData data;
    data.append({MoveTo{{0, 0}}, LineTo{{1, 1}}, LineTo{{2, 2}}, LineTo{{3, 3}}}, third);
    EXPECT_EQ(data.take(), "M0 0l3.3 3.3 3.4 3.4 3.3 3.3");
}

TEST(SvgPathData, PlacesCurvesOfADrawing) {
    SvgPathData data;
    data.append({MoveTo{{0, 0}}, CubicTo{{1, 0}, {1, 1}, {2, 1}}, ClosePath{}},
                {{Pt(5), Pt(6)}, 2});
    EXPECT_EQ(data.take(), "M50 60c20 0 20 20 40 20z");
}

struct SvgOutlinesTest : ::testing::Test {
    scene::DrawText line = test::text_line(Pt(10), Pt(20), "aab a");
    Result<Faces> faces = open_faces(test::one_page(Pt(10), Pt(10), {line}), test::cache().fonts);
    SvgColours colours;
    SvgOutlines outlines{*faces, colours};
};

TEST_F(SvgOutlinesTest, DefinesEachGlyphOnceAndUsesItEverywhere) {
    const std::string uses = outlines.line(line.lines[0]) + outlines.line(line.lines[0]);
    EXPECT_EQ(testing::count_of("<path id=", outlines.definitions()), 2u);
    EXPECT_EQ(testing::count_of("<use ", uses), 8u) << "four glyphs with ink, twice";
}

TEST_F(SvgOutlinesTest, ScalesFontUnitsToTheRunsSizeAndPlace) {
    EXPECT_THAT(outlines.line(line.lines[0]), HasSubstr("matrix(0.100000 0 0 0.100000 100 200)"));
}

TEST_F(SvgOutlinesTest, DefinesNothingWithoutText) { EXPECT_EQ(outlines.definitions(), ""); }

TEST_F(SvgOutlinesTest, IsHiddenFromAssistiveTechnology) {
    EXPECT_THAT(outlines.line(line.lines[0]), HasSubstr("aria-hidden=\"true\""));
}

}  // namespace
}  // namespace broadside::emit
