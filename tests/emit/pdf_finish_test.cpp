#include "broadside/emit/pdf_finish.hpp"

#include <cairo-pdf.h>
#include <gmock/gmock.h>

#include "broadside/emit/formats.hpp"
#include "emit/emitting.hpp"
#include "emit/tool.hpp"
#include "support/scene_builder.hpp"
#include "support/url.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

File pdf_of(const scene::Scene& scene) {
    return test::files_of(emit_pdf, scene, {}, test::cache()).value().at(0);
}

std::string objects_of(const scene::Scene& scene) { return test::pdf_objects(pdf_of(scene)); }

std::size_t count_of(std::string_view part, std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++count;
    return count;
}

TEST(FinishPdf, SaysTheLanguageAndShowsTheTitle) {
    const std::string pdf = objects_of(test::one_page(Pt(100), Pt(50), {}));
    EXPECT_THAT(pdf, HasSubstr("/DisplayDocTitle true"));
    EXPECT_THAT(pdf, HasSubstr("/Lang (en)"));
}

TEST(FinishPdf, LeavesAnUnknownLanguageOut) {
    auto scene = test::one_page(Pt(100), Pt(50), {});
    scene.metadata.language.clear();
    EXPECT_THAT(objects_of(scene), Not(HasSubstr("/Lang")));
}

TEST(FinishPdf, WritesATitleInAnyScript) {
    auto scene = test::one_page(Pt(100), Pt(50), {});
    scene.metadata.title = "暗号 (Date (2026)) \\ é";
    EXPECT_THAT(test::run_tool("pdfinfo {}", pdf_of(scene)).text,
                HasSubstr("暗号 (Date (2026)) \\ é\n"));
}

TEST(FinishPdf, PutsLinksWhereTheTextIsFromTheFootOfThePage) {
    auto line = test::text_line(Pt(10), Pt(30), "more");
    line.lines[0].runs[0].url = test::url("https://e.org/");
    const std::string pdf = objects_of(test::one_page(Pt(100), Pt(50), {line}));
    EXPECT_THAT(pdf, HasSubstr("/Rect [ 10.00 17.07 "));
    EXPECT_THAT(pdf, HasSubstr("/A << /S /URI /URI (https://e.org/) >>"));
}

TEST(FinishPdf, LinksMarksToThePlaceOfTheirNote) {
    auto call = test::text_line(Pt(10), Pt(20), "1");
    call.lines[0].runs[0].note = {"A"};
    const std::string pdf = objects_of(test::one_page(
        Pt(100), Pt(50),
        {call, test::begin_note("A"), test::text_line(Pt(5), Pt(40), "1"), scene::EndGroup{}}));
    EXPECT_THAT(pdf, HasSubstr(" 0 R /XYZ 5.00 20.69 null ]"));
}

TEST(FinishPdf, WritesNoLinkToANoteWithoutText) {
    auto call = test::text_line(Pt(10), Pt(20), "1");
    call.lines[0].runs[0].note = {"A"};
    const auto other = test::text_line(Pt(10), Pt(40), "2");
    EXPECT_THAT(objects_of(test::one_page(Pt(100), Pt(50),
                                          {call, test::begin_note("A"), scene::EndGroup{}, other})),
                Not(HasSubstr("/Annot")));
}

TEST(FinishPdf, WritesASymbolOnceWhateverItsSizes) {
    const DrawingRef drawing = test::sample_drawing();
    const File pdf =
        pdf_of(test::one_page(Pt(100), Pt(50),
                              {scene::DrawSymbol{{Pt(5), Pt(5), Pt(9), Pt(9)}, drawing, {}},
                               scene::DrawSymbol{{Pt(25), Pt(5), Pt(9), Pt(9)}, drawing, {}},
                               scene::DrawSymbol{{Pt(45), Pt(5), Pt(12), Pt(12)}, drawing, {}}}));
    ASSERT_TRUE(test::has_tool("qpdf")) << "this test needs qpdf";
    const auto checked = test::run_tool("qpdf --check {}", pdf);
    EXPECT_EQ(checked.status, 0) << checked.text;
    const std::string objects = test::pdf_objects(pdf);
    EXPECT_EQ(count_of("/Subtype /Form", objects), 1u);
    EXPECT_EQ(count_of("cm /s0 Do Q", objects), 3u);
    EXPECT_THAT(objects, HasSubstr("q 12.0000 0 0 12.0000 45.0000 5.0000 cm /s0 Do Q"));
}

TEST(FinishPdf, WritesEachSymbolAtItsOwnMark) {
    std::vector<scene::Op> ops;
    for (const int x : {5, 500, 5}) {
        auto drawing = *test::sample_drawing();
        drawing.width = 100 * static_cast<double>(ops.size() + 1);
        ops.push_back(scene::DrawSymbol{
            {Pt(x), Pt(5), Pt(9), Pt(9)}, std::make_shared<const Drawing>(drawing), {}});
    }
    const std::string pdf = objects_of(test::one_page(Pt(100), Pt(50), ops));
    EXPECT_LT(pdf.find("500.0000 8.9600 cm /s1 Do"), pdf.find("5.0000 9.1400 cm /s2 Do"));
    EXPECT_LT(pdf.find("/BBox [ 0 0 100 24 ]"), pdf.find("/BBox [ 0 0 300 24 ]"));
}

TEST(FinishPdf, TellsMarksFromWhatAPageMayHoldOfItsOwn) {
    std::vector<scene::Op> ops;
    for (const std::uint8_t grey : {std::uint8_t{127}, std::uint8_t{128}}) {
        ops.push_back(scene::FillRect{{Pt(0), Pt(0), Pt(0.125), Pt(0.125)}, {grey, 0, 0}});
        ops.push_back(scene::DrawSymbol{
            {Pt(5), Pt(5), Pt(9), Pt(9)}, test::sample_drawing(), {grey, grey, grey}});
        ops.push_back(
            test::text_line(Pt(5), Pt(40), "rg 0.5 0.0001 0 rg 0 0 0.125 0.125 re f 0.5 0 0 rg"));
    }
    const File pdf = pdf_of(test::one_page(Pt(300), Pt(50), ops));
    EXPECT_EQ(count_of(" Do Q", test::pdf_objects(pdf)), 2u);
    EXPECT_THAT(test::run_tool("pdftotext {} -", pdf).text,
                HasSubstr("rg 0.5 0.0001 0 rg 0 0 0.125 0.125 re f 0.5 0 0 rg"));
}

std::string refusal_of(const File& cairo_file, const PdfSymbols& symbols) {
    const scene::Scene scene = test::one_page(Pt(100), Pt(50), {});
    const PdfLinks links;
    PdfForms forms;
    const auto finished = finish_pdf(cairo_file, {scene, links, symbols, {}}, forms);
    return finished.ok() ? "" : to_string(finished.diagnostics().at(0));
}

TEST(FinishPdf, RefusesAFileThatIsNotCairos) {
    EXPECT_THAT(refusal_of("no PDF", {{}, {{}}}),
                HasSubstr("error: Cairo's file cannot be read: "));
    File cut = pdf_of(test::one_page(Pt(100), Pt(50), {}));
    cut.resize(cut.size() / 2);
    EXPECT_THAT(refusal_of(cut, {{}, {{}}}), HasSubstr("error: Cairo's file cannot be read: "));
}

TEST(FinishPdf, RefusesAFileWithOtherPagesOrMarks) {
    const auto one_page = test::one_page(Pt(100), Pt(50), {});
    auto two_pages = one_page;
    two_pages.pages.push_back(one_page.pages[0]);
    EXPECT_EQ(refusal_of(pdf_of(two_pages), {{}, {{}}}),
              "error: expected 1 pages from Cairo, got 2");
    const PdfSymbols symbols{{{test::sample_drawing(), {}}}, {{PdfSymbolUse{}}}};
    EXPECT_EQ(refusal_of(pdf_of(one_page), symbols),
              "error: expected the pages from Cairo that were drawn, got others");
}

}  // namespace
}  // namespace broadside::emit
