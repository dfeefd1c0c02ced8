#include <gmock/gmock.h>

#include "broadside/emit/formats.hpp"
#include "emit/checked_pdf.hpp"
#include "emit/tool.hpp"
#include "support/passages.hpp"
#include "support/scene_builder.hpp"
#include "support/url.hpp"

/// What stands in a finished PDF for what a page draws, links to and says about itself.
namespace broadside::emit {
namespace {

using scene::EndGroup;
using scene::Role;
using test::begin;
using test::text_line;
using testing::count_of;
using ::testing::HasSubstr;
using ::testing::Not;

File pdf_of(const scene::Scene& scene) { return test::pdf_of(scene); }

std::string objects_of(const scene::Scene& scene) { return test::pdf_objects(pdf_of(scene)); }

std::string objects_of(std::vector<scene::Op> ops) {
    return objects_of(test::one_page(Pt(100), Pt(100), std::move(ops)));
}

scene::DrawText call_of(const char* note, Point at = {Pt(10), Pt(20)}) {
    auto call = text_line(at.x, at.y, "1");
    call.lines[0].runs[0].note = {note};
    return call;
}

TEST(PdfPage, SaysTheLanguageAndShowsTheTitle) {
    const std::string pdf = objects_of({text_line(Pt(5), Pt(40), "a")});
    EXPECT_THAT(pdf, HasSubstr("/DisplayDocTitle true"));
    EXPECT_THAT(pdf, HasSubstr("/Lang (en)"));
}

TEST(PdfPage, IsNotScaledWhereItKeepsItsSize) {
    auto scene = test::one_page(Pt(100), Pt(50), {text_line(Pt(5), Pt(40), "a")});
    EXPECT_THAT(test::pdf_objects(pdf_of(scene)), Not(HasSubstr("/PrintScaling")));
    scene.keeps_size = true;
    EXPECT_THAT(test::pdf_objects(pdf_of(scene)), HasSubstr("/PrintScaling /None"));
}

TEST(PdfPage, HasATitleInAnyScript) {
    auto scene = test::one_page(Pt(100), Pt(50), {text_line(Pt(5), Pt(40), "a")});
    scene.metadata.title = "暗号 (Date (2026)) \\ é 𝄞";
    EXPECT_THAT(test::run_tool("pdfinfo {}", pdf_of(scene)).text,
                HasSubstr("暗号 (Date (2026)) \\ é 𝄞\n"));
}

TEST(PdfPage, PutsLinksWhereTheTextIsFromTheFootOfThePage) {
    auto line = text_line(Pt(10), Pt(30), "more");
    line.lines[0].runs[0].url = test::url("https://e.org/");
    const std::string pdf = objects_of(test::one_page(Pt(100), Pt(50), {line}));
    EXPECT_THAT(pdf, HasSubstr("/Rect [ 10.00 17.07 "));
    EXPECT_THAT(pdf, HasSubstr("/A << /S /URI /URI (https://e.org/) >>"));
    EXPECT_THAT(pdf, HasSubstr("/Contents (https://e.org/)"));
}

TEST(PdfPage, HasOneLinkForRunsAndLinesThatLeadToOnePlace) {
    auto text = text_line(Pt(10), Pt(50), "more ");
    text.lines[0].runs[0].url = test::url("https://e.org/");
    text.lines[0].runs.push_back(text.lines[0].runs[0]);
    text.lines[0].runs[1].origin.x = Pt(40);
    text.lines.push_back(text.lines[0]);
    for (LineRun& run : text.lines[1].runs) run.origin.y = Pt(70);
    const std::string pdf = objects_of({begin(Role::Paragraph), text, EndGroup{}});
    EXPECT_EQ(count_of("/Subtype /Link", pdf), 1u);
    EXPECT_EQ(count_of("/S /Link", pdf), 1u);
    EXPECT_THAT(pdf, HasSubstr("/QuadPoints [ 10.00 60.69 "));
}

TEST(PdfPage, LinksTheTextsAndSymbolsOfALinkGroup) {
    auto group = begin(Role::Link);
    group.tag.url = test::url("https://e.org/");
    const std::string pdf =
        objects_of({group, text_line(Pt(5), Pt(15), "a"),
                    scene::DrawSymbol{{Pt(5), Pt(5), Pt(20), Pt(20)}, test::sample_drawing(), {}},
                    EndGroup{}, begin(Role::Paragraph), text_line(Pt(0), Pt(50), "c"), EndGroup{}});
    EXPECT_EQ(count_of("/Subtype /Link", pdf), 1u) << "what says nothing is a part of the words'";
    EXPECT_NE(pdf.find(" 5.00 95.00 25.00 95.00 5.00 75.00 25.00 75.00 ]"), std::string::npos);
}

TEST(PdfPage, LinksMarksToTheirNoteAndItsLabelToTheFirstMark) {
    auto label = begin(Role::ListLabel);
    label.tag.note = {"A"};
    const std::string pdf =
        objects_of({call_of("A"), call_of("A", {Pt(40), Pt(20)}), test::begin_note("A"), label,
                    text_line(Pt(90), Pt(70), "1"), EndGroup{}, text_line(Pt(5), Pt(70), "a note"),
                    EndGroup{}});
    EXPECT_EQ(count_of("/XYZ 5.00 40.69 null ]", pdf), 2u);
    EXPECT_EQ(count_of("/XYZ 10.00 90.69 null ]", pdf), 1u);
    EXPECT_EQ(count_of("/Contents (1 a note)", pdf), 2u);
}

TEST(PdfPage, LinksAcrossPages) {
    auto scene = test::one_page(Pt(100), Pt(100), {call_of("A")});
    scene.pages.push_back({{Pt(100), Pt(100)},
                           {255, 255, 255},
                           {test::begin_note("A"), text_line(Pt(5), Pt(40), "note"), EndGroup{}}});
    EXPECT_THAT(objects_of(scene), HasSubstr("/XYZ 5.00 70.69 null ]"));
}

TEST(PdfPage, LinksNothingToANoteThatIsNowhere) {
    EXPECT_THAT(objects_of({call_of("gone")}), Not(HasSubstr("/Annot ")));
    EXPECT_THAT(objects_of({call_of("A"), test::begin_note("A"), EndGroup{},
                            text_line(Pt(10), Pt(40), "2")}),
                Not(HasSubstr("/Annot ")));
    auto label = begin(Role::ListLabel);
    label.tag.note = {"A"};
    EXPECT_THAT(objects_of({test::begin_note("A"), label, text_line(Pt(9), Pt(70), "1"), EndGroup{},
                            EndGroup{}}),
                Not(HasSubstr("/Annot ")));
}

TEST(PdfPage, HoldsASymbolOfAColourOnceWhateverItsSizes) {
    const DrawingRef drawing = test::sample_drawing();
    const auto symbol = [&](int x, int size, Colour colour) {
        return scene::DrawSymbol{{Pt(x), Pt(5), Pt(size), Pt(size)}, drawing, colour};
    };
    const std::string pdf =
        objects_of({symbol(5, 9, {}), symbol(25, 9, {}), symbol(45, 12, {}),
                    symbol(65, 12, {255, 0, 0}), text_line(Pt(5), Pt(40), "a")});
    EXPECT_EQ(count_of("/Subtype /Form", pdf), 2u);
    EXPECT_EQ(count_of("cm /s0 Do Q", pdf), 3u);
    EXPECT_THAT(pdf, HasSubstr("q 12.0000 0 0 12.0000 45.0000 5.0000 cm /s0 Do Q"));
}

TEST(PdfPage, LetsNoTextEndWhatItStandsIn) {
    const std::string hostile = ") Tj ET EMC (\\) >> BDC /URI";
    auto scene = test::one_page(Pt(300), Pt(50), {text_line(Pt(5), Pt(40), hostile)});
    scene.metadata.title = hostile;
    const File pdf = pdf_of(scene);
    EXPECT_EQ(test::run_tool("qpdf --check {}", pdf).status, 0);
    EXPECT_THAT(test::run_tool("pdftotext {} -", pdf).text, HasSubstr(hostile));
    EXPECT_THAT(test::run_tool("pdfinfo {}", pdf).text, HasSubstr(hostile));
}

TEST(PdfPage, SortsAttachedFilesByTheirNames) {
    Options options;
    options.pdf_standards.archive = PdfArchive::A3a;
    for (const char* name : {"logoA.png", "logo(1).png", "logo\u00e9.png"})
        options.attachments.push_back(
            {name, "image/png", std::make_shared<const std::string>("bytes")});
    const std::string pdf = test::pdf_objects(
        test::pdf_of(test::one_page(Pt(100), Pt(50), {text_line(Pt(5), Pt(40), "a")}), options));
    const std::size_t names = pdf.find("/EmbeddedFiles");
    const std::size_t first = pdf.find("(logo\\(1\\).png)", names);
    const std::size_t second = pdf.find("(logoA.png)", names);
    EXPECT_LT(first, second);
    EXPECT_LT(second, pdf.find("<feff006c006f0067006f00e9", names));
}

TEST(PdfPage, PaintsAPaperThatIsNotWhite) {
    auto scene = test::one_page(Pt(100), Pt(50), {text_line(Pt(5), Pt(40), "a")});
    scene.pages[0].paper = {255, 0, 0};
    EXPECT_THAT(objects_of(scene), HasSubstr("/Artifact BMC 1 0 0 rg 0 0 100 50 re f EMC"));
}

}  // namespace
}  // namespace broadside::emit
