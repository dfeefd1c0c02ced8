#include "broadside/emit/pdf_painter.hpp"

#include <functional>

#include <cairo-pdf.h>
#include <gtest/gtest.h>

#include "emit/emitting.hpp"
#include "support/scene_builder.hpp"
#include "support/url.hpp"

namespace broadside::emit {
namespace {

using scene::EndGroup;
using scene::Role;
using test::begin;
using test::text_line;

void paint(const scene::Scene& scene, const std::function<void(const PdfPainter&)>& look) {
    const CairoFaces faces = cairo_faces(open_faces(scene, test::cache().fonts).value());
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(nullptr, nullptr, 100, 100));
    PdfPainter painter(surface.get(), faces);
    painter.paint(scene);
    EXPECT_EQ(painter.status(), CAIRO_STATUS_SUCCESS);
    look(painter);
}

PdfLinks links_of(const scene::Scene& scene) {
    PdfLinks links;
    paint(scene, [&](const PdfPainter& painter) { links = painter.links(); });
    return links;
}

PdfLinks links_of(std::vector<scene::Op> ops) {
    return links_of(test::one_page(Pt(100), Pt(100), std::move(ops)));
}

PdfSymbols symbols_of(std::vector<scene::Op> ops) {
    PdfSymbols symbols;
    paint(test::one_page(Pt(100), Pt(100), std::move(ops)),
          [&](const PdfPainter& painter) { symbols = painter.symbols(); });
    return symbols;
}

TEST(PdfPainter, LinksTheTextOfARunFromAscenderToDescender) {
    auto line = text_line(Pt(10), Pt(50), "more");
    line.lines[0].runs[0].url = test::url("https://e.org/");
    const auto links = links_of({line}).links;
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(links[0].target, LinkTarget(UrlTarget{"https://e.org/"}));
    EXPECT_NEAR(links[0].area.y.value, 50 - 10.69, 0.01);
    EXPECT_NEAR(links[0].area.bottom().value, 50 + 2.93, 0.01);
    EXPECT_NEAR(links[0].area.width.value, line.lines[0].width.value, 0.01);
}

TEST(PdfPainter, JoinsRunsThatLeadToOnePlace) {
    auto line = text_line(Pt(10), Pt(50), "more ");
    line.lines[0].runs[0].url = test::url("https://e.org/");
    line.lines[0].runs.push_back(line.lines[0].runs[0]);
    line.lines[0].runs[1].origin.x = Pt(40);
    EXPECT_EQ(links_of({line}).links.size(), 1u);
}

TEST(PdfPainter, LinksTheLinesOfALinkGroup) {
    auto group = begin(Role::Link);
    group.tag.url = test::url("https://e.org/");
    const auto links = links_of({group, text_line(Pt(0), Pt(10), "a"), begin(Role::Paragraph),
                                 text_line(Pt(0), Pt(30), "b"), EndGroup{}, EndGroup{},
                                 text_line(Pt(0), Pt(50), "c")});
    EXPECT_EQ(links.links.size(), 2u);
}

TEST(PdfPainter, LinksTheSymbolOfALinkGroup) {
    auto group = begin(Role::Link);
    group.tag.url = test::url("https://e.org/");
    const Rect box{Pt(5), Pt(5), Pt(20), Pt(20)};
    const auto links =
        links_of({group, scene::DrawSymbol{box, test::sample_drawing(), {}}, EndGroup{}}).links;
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(links[0].area, box);
}

TEST(PdfPainter, LinksNoteMarksToNotesOnLaterPages) {
    auto call = text_line(Pt(0), Pt(10), "1");
    call.lines[0].runs[0].note = {"A"};
    auto scene = test::one_page(Pt(100), Pt(100), {call});
    scene.pages.push_back({{Pt(100), Pt(100)},
                           {255, 255, 255},
                           {test::begin_note("A"), text_line(Pt(5), Pt(40), "note"), EndGroup{}}});
    const PdfLinks links = links_of(scene);
    ASSERT_EQ(links.links.size(), 1u);
    EXPECT_EQ(links.links[0].target, LinkTarget(NoteTarget{{"A"}}));
    EXPECT_EQ(links.notes.at({"A"}).page, 1u);
    EXPECT_EQ(links.notes.at({"A"}).top_left.x, Pt(5));
}

TEST(PdfPainter, LinksTheLabelOfANoteToItsFirstMark) {
    auto first = text_line(Pt(3), Pt(10), "1"), second = text_line(Pt(3), Pt(50), "1");
    first.lines[0].runs[0].note = second.lines[0].runs[0].note = {"A"};
    auto label = begin(Role::ListLabel);
    label.tag.note = {"A"};
    const PdfLinks links =
        links_of({first, second, test::begin_note("A"), label, text_line(Pt(90), Pt(70), "1"),
                  EndGroup{}, text_line(Pt(5), Pt(70), "note"), EndGroup{}});
    ASSERT_EQ(links.links.size(), 3u);
    EXPECT_EQ(links.links[2].target, LinkTarget(MarkTarget{{"A"}}));
    EXPECT_EQ(links.links[2].area.x, Pt(90));
    EXPECT_EQ(links.marks.at({"A"}).top_left.x, Pt(3));
    EXPECT_LT(links.marks.at({"A"}).top_left.y, Pt(10));
    EXPECT_EQ(links.notes.at({"A"}).top_left.x, Pt(5));
}

TEST(PdfPainter, LeavesTheLabelOfANoteThatNothingCallsUnlinked) {
    auto label = begin(Role::ListLabel);
    label.tag.note = {"A"};
    const auto line = text_line(Pt(9), Pt(70), "1");
    EXPECT_TRUE(
        links_of({test::begin_note("A"), label, line, EndGroup{}, EndGroup{}}).links.empty());
}

TEST(PdfPainter, ListsEachSymbolAndColourOnceWhateverItsSize) {
    const DrawingRef drawing = test::sample_drawing(), other = test::sample_drawing();
    const Rect small{Pt(5), Pt(5), Pt(9), Pt(9)}, large{Pt(5), Pt(5), Pt(20), Pt(20)};
    const Colour red{255, 0, 0}, blue{0, 0, 255};
    const auto [symbols, uses] =
        symbols_of({scene::DrawSymbol{small, drawing, red}, scene::DrawSymbol{large, drawing, red},
                    scene::DrawSymbol{small, other, red}, scene::DrawSymbol{small, drawing, blue}});
    ASSERT_EQ(symbols.size(), 3u);
    EXPECT_EQ(symbols[0].drawing, drawing);
    EXPECT_EQ(symbols[1].drawing, other);
    EXPECT_EQ(symbols[2].colour, blue);
    ASSERT_EQ(uses.at(0).size(), 4u);
    EXPECT_EQ(uses[0][1].symbol, 0u);
    EXPECT_EQ(uses[0][1].side, Pt(20));
    EXPECT_EQ(uses[0][3].symbol, 2u);
}

TEST(PdfPainter, LeavesACallToNothingUnlinked) {
    auto call = text_line(Pt(0), Pt(10), "1");
    call.lines[0].runs[0].note = {"gone"};
    EXPECT_TRUE(links_of({call}).links.empty());
}

}  // namespace
}  // namespace broadside::emit
