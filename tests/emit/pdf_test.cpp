#include "broadside/emit/formats.hpp"

#include <future>

#include <gmock/gmock.h>

#include "emit/checked_pdf.hpp"
#include "emit/emitting.hpp"
#include "emit/picture.hpp"
#include "emit/sample_scene.hpp"
#include "emit/tool.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

File sample_pdf() {
    Options options;
    options.creation_time = 1700000000;
    return test::pdf_of(test::sample_scene(), options);
}

TEST(EmitPdf, IsTheSameBytesEachTime) { EXPECT_EQ(sample_pdf(), sample_pdf()); }

TEST(EmitPdf, IsTheSameBytesInEveryThread) {
    const File expected = sample_pdf();
    std::vector<std::future<File>> files;
    for (int thread = 0; thread < 4; ++thread) {
        files.push_back(std::async(std::launch::async, [] {
            for (int i = 0; i < 5; ++i) sample_pdf();
            return sample_pdf();
        }));
    }
    for (auto& file : files) EXPECT_EQ(file.get(), expected);
}

TEST(EmitPdf, KnowsNoDateButTheGivenOne) {
    const std::string pdf = test::pdf_objects(sample_pdf());
    EXPECT_THAT(pdf, HasSubstr("/CreationDate (D:20231114221320Z)"));
    EXPECT_THAT(pdf, HasSubstr("/ModDate (D:20231114221320Z)"));
    for (auto at = pdf.find("Date ("); at != pdf.npos; at = pdf.find("Date (", at + 1)) {
        EXPECT_THAT(pdf.substr(at, 24), HasSubstr("20231114221320"));
    }
}

TEST(EmitPdf, StrokesRulesOfOnePenInOneGo) {
    const auto rule = [](double y, Colour colour) {
        return scene::StrokeLine{{Pt(0), Pt(y)}, {Pt(90), Pt(y)}, Pt(1), colour};
    };
    const Colour red{255, 0, 0}, blue{0, 0, 255};
    const auto scene = test::one_page(Pt(100), Pt(50),
                                      {rule(10, red), rule(20, red), rule(30, blue), rule(40, red),
                                       test::text_line(Pt(5), Pt(48), "a")});
    const auto content = test::run_tool("qpdf --qdf {} - | grep -ac '^S$'", test::pdf_of(scene));
    EXPECT_EQ(content.text, "3\n");
}

TEST(EmitPdf, GivesItsTextBackInReadingOrder) {
    const auto text = test::run_tool("pdftotext -raw {} -", sample_pdf());
    ASSERT_EQ(text.status, 0) << text.text;
    EXPECT_THAT(text.text, HasSubstr("Quick overview\nSignal & \"Threema\" <1> yes\n"
                                     "Switzerland(A)\n(A) a note\n"));
}

TEST(EmitPdf, GivesRightToLeftTextBackInLogicalOrder) {
    EXPECT_THAT(test::run_tool("pdftotext {} -", sample_pdf()).text, HasSubstr("שלום עולם"));
}

TEST(EmitPdf, EmbedsEveryFontWithUnicode) {
    const auto fonts = test::run_tool("pdffonts {}", sample_pdf());
    EXPECT_THAT(fonts.text, HasSubstr("NotoSans-Regular"));
    EXPECT_THAT(fonts.text, HasSubstr("NotoSans-Bold"));
    EXPECT_THAT(fonts.text, Not(HasSubstr(" no ")));
}

TEST(EmitPdf, HoldsNoPictures) {
    EXPECT_THAT(test::run_tool("pdfimages -list {}", sample_pdf()).text, Not(HasSubstr("image")));
}

TEST(EmitPdf, LinksToSafeAddressesOnly) {
    const auto links = test::run_tool("pdfinfo -url {}", sample_pdf());
    EXPECT_THAT(links.text, HasSubstr("https://example.org/?q='(x)%5C&y=%C3%A9"));
}

TEST(EmitPdf, IsSoundForQpdf) {
    ASSERT_TRUE(test::has_tool("qpdf")) << "this test needs qpdf";
    const auto check = test::run_tool("qpdf --check {}", sample_pdf());
    EXPECT_EQ(check.status, 0) << check.text;
}

TEST(EmitPdf, LooksLikeThePng) {
    Options options;
    options.ppi = 144;
    const auto ours = test::decode_png(
        test::files_of(emit_png, test::sample_scene(), options, test::cache()).value().at(0));
    const auto theirs =
        test::decode_png(test::run_tool("pdftoppm -r 144 -png {}", sample_pdf()).text);
    EXPECT_LT(test::mean_difference(ours, theirs), 2.0);
}

TEST(EmitPdf, GivesEveryPageItsSize) {
    auto scene = test::one_page(Pt(100), Pt(50), {test::text_line(Pt(5), Pt(40), "a")});
    scene.pages.push_back({{Pt(300), Pt(200)}, {255, 255, 255}, {}});
    const auto info = test::run_tool("pdfinfo -l 2 {}", test::pdf_of(scene));
    EXPECT_THAT(info.text, HasSubstr("Page    1 size:  100 x 50 pts"));
    EXPECT_THAT(info.text, HasSubstr("Page    2 size:  300 x 200 pts"));
}

TEST(EmitPdf, RefusesADateThatCannotBeWritten) {
    Options options;
    options.creation_time = 253402300800;
    const auto files = test::files_of(emit_pdf, test::sample_scene(), options, test::cache());
    ASSERT_FALSE(files.ok());
    EXPECT_EQ(to_string(files.diagnostics()[0]),
              "error: expected a date of the years 0 to 9999, got 253402300800 s");
}

}  // namespace
}  // namespace broadside::emit
