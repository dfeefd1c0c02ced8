#include "broadside/emit/pdf_finish.hpp"

#include <cairo-pdf.h>
#include <gmock/gmock.h>

#include "broadside/emit/pdf.hpp"
#include "emit/cache.hpp"
#include "emit/tool.hpp"
#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

File pdf_of(const scene::Scene& scene) { return emit_pdf(scene, {}, test::cache()).value().at(0); }

TEST(FinishPdf, SaysTheLanguageAndShowsTheTitle) {
    const File pdf = pdf_of(test::one_page(Pt(100), Pt(50), {}));
    EXPECT_THAT(pdf, HasSubstr("/DisplayDocTitle true"));
    EXPECT_THAT(pdf, HasSubstr("/Lang <656e>"));
}

TEST(FinishPdf, LeavesAnUnknownLanguageOut) {
    auto scene = test::one_page(Pt(100), Pt(50), {});
    scene.metadata.language.clear();
    EXPECT_THAT(pdf_of(scene), Not(HasSubstr("/Lang")));
}

TEST(FinishPdf, PutsLinksWhereTheTextIsFromTheFootOfThePage) {
    auto line = test::text_line(Pt(10), Pt(30), "more");
    line.runs[0].url = "https://e.org/";
    const File pdf = pdf_of(test::one_page(Pt(100), Pt(50), {line}));
    EXPECT_THAT(pdf, HasSubstr("/Rect [10.00 17.07 "));
    EXPECT_THAT(pdf, HasSubstr("/A << /S /URI /URI <68747470733a2f2f652e6f72672f> >>"));
}

TEST(FinishPdf, LinksMarksToThePlaceOfTheirNote) {
    auto call = test::text_line(Pt(10), Pt(20), "1");
    call.runs[0].note = "A";
    const File pdf =
        pdf_of(test::one_page(Pt(100), Pt(50),
                              {call, test::begin(scene::Role::ListItem, "A"),
                               test::text_line(Pt(5), Pt(40), "1"), scene::EndGroup{}}));
    EXPECT_THAT(pdf, HasSubstr(" 0 R /XYZ 5.00 20.69 null]"));
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
    EXPECT_EQ(test::run_tool("grep -ac 'Subtype /Form' {}", pdf).text, "1\n");
}

TEST(FinishPdf, WritesEachSymbolInPlaceOfItsOwnStandIn) {
    const Rect box{Pt(5), Pt(5), Pt(9), Pt(9)}, off_the_page{Pt(500), Pt(5), Pt(9), Pt(9)};
    std::vector<scene::Op> ops;
    for (const Rect& where : {box, off_the_page, box}) {
        auto drawing = *test::sample_drawing();
        drawing.width = 100 * static_cast<double>(ops.size() + 1);
        ops.push_back(scene::DrawSymbol{where, std::make_shared<const Drawing>(drawing), {}});
    }
    const File pdf = pdf_of(test::one_page(Pt(100), Pt(50), ops));
    EXPECT_THAT(pdf, HasSubstr("/BBox [-100 -24 200 48 ]"));
    EXPECT_THAT(pdf, Not(HasSubstr("/BBox [-200 -24 400 48 ]")));
    EXPECT_LT(pdf.find("/BBox [-100 -24 200 48 ]"), pdf.find("/BBox [-300 -24 600 48 ]"));
}

TEST(FinishPdf, ChangesNoTitleThatLooksLikeADate) {
    auto scene = test::one_page(Pt(100), Pt(50), {});
    scene.metadata.title = "Date (2026)";
    EXPECT_THAT(pdf_of(scene),
                HasSubstr("/Title <FEFF00440061007400650020002800320030003200360029>"));
}

TEST(FinishPdf, RefusesAFileThatIsNotCairos) {
    const CairoSurface surface(cairo_pdf_surface_create_for_stream(nullptr, nullptr, 100, 50));
    const CairoFaces no_faces;
    const PdfPainter painter(surface.get(), no_faces);
    PdfForms forms;
    EXPECT_EQ(finish_pdf("no PDF", test::one_page(Pt(100), Pt(50), {}), painter, forms),
              std::nullopt);
}

}  // namespace
}  // namespace broadside::emit
