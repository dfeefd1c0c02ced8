#include "broadside/emit/formats.hpp"

#include <future>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/emit/fonts/faces.hpp"
#include "broadside/emit/pdf/content.hpp"
#include "broadside/emit/pdf/syntax.hpp"
#include "broadside/emit/pdf/writer.hpp"
#include "emit/checked_pdf.hpp"
#include "emit/emitting.hpp"
#include "emit/picture.hpp"
#include "emit/sample_scene.hpp"
#include "emit/tool.hpp"
#include "support/scene_builder.hpp"

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

FontFaceRef arabic_face() {
    return test::font_face("Noto Sans Arabic", 400, "NotoSansArabic-Regular.ttf");
}

/// One run at the origin, whose characters are shown as `clusters` say.
LineRun run_of(const std::string& text, const FontFaceRef& face, Direction direction,
               std::vector<RunCluster> clusters) {
    test::RunStyle style{face, Pt(10), {}, direction};
    LineRun run{{Pt(0), Pt(20)}, test::glyph_run(text, style), {}, {}};
    std::size_t glyphs = 0;
    for (const RunCluster& cluster : clusters) glyphs += cluster.glyphs;
    run.glyphs.glyphs.resize(glyphs);
    run.glyphs.clusters = std::move(clusters);
    return run;
}

PdfText text_of(const LineRun& run) {
    const scene::DrawText line{run.glyphs.direction, {{Pt(0), Pt(0), Pt(0), {run}}}};
    const Faces faces =
        open_faces(test::one_page(Pt(10), Pt(10), {line}), test::cache().fonts).value();
    return pdf_text(run, faces.begin()->second);
}

std::vector<std::uint32_t> bytes_of(const PdfText& text) {
    std::vector<std::uint32_t> bytes;
    for (const RunCluster& cluster : text.clusters) bytes.push_back(cluster.bytes);
    return bytes;
}

std::string read_back(const LineRun& run) {
    scene::DrawText line{run.glyphs.direction, {{Pt(20), Pt(0), run.glyphs.advance, {run}}}};
    const auto scene = test::one_page(Pt(100), Pt(50), {line});
    return test::run_tool("pdftotext {} -", test::pdf_of(scene)).text;
}

TEST(PdfText, LeavesPlainTextAsItIs) {
    const auto text = text_of({{Pt(5), Pt(20)}, test::glyph_run("ab"), {}, {}});
    EXPECT_EQ(text.utf8, "ab");
    ASSERT_EQ(text.glyphs.size(), 2u);
    EXPECT_EQ(text.glyphs[0].x, Pt(0));
    EXPECT_THAT(bytes_of(text), ::testing::ElementsAre(1, 1));
}

TEST(PdfText, RunsFromLeftToRightWhereTheTextDoesNot) {
    const test::RunStyle hebrew{test::hebrew_face(), Pt(10), {}, Direction::RightToLeft};
    const auto text = text_of({{Pt(0), Pt(0)}, test::glyph_run("אב", hebrew), {}, {}});
    EXPECT_EQ(text.utf8, "בא");
    EXPECT_LT(text.glyphs[0].x, text.glyphs[1].x);
}

TEST(PdfText, GivesEachCharacterOfARightToLeftLigatureItsPlace) {
    const auto text = text_of(run_of("لا", arabic_face(), Direction::RightToLeft, {{4, 1}}));
    EXPECT_EQ(text.utf8, "ال");
    EXPECT_THAT(bytes_of(text), ::testing::ElementsAre(2, 2));
}

TEST(PdfText, ReadsLamAlefInLogicalOrder) {
    EXPECT_THAT(read_back(run_of("بلا", arabic_face(), Direction::RightToLeft, {{2, 1}, {4, 1}})),
                HasSubstr("بلا"));
}

TEST(PdfText, ReadsAJoinerBackInItsPlace) {
    EXPECT_THAT(
        read_back(run_of("م\u200cر", arabic_face(), Direction::RightToLeft, {{5, 1}, {2, 1}})),
        HasSubstr("م\u200cر"));
}

TEST(PdfText, ClosesAClusterWhoseLastGlyphEndsBeforeItsRight) {
    LineRun run = run_of("ab", test::regular_face(), Direction::LeftToRight, {{2, 2}});
    run.glyphs.glyphs[1].x = Pt(-6);
    const auto text = text_of(run);
    ASSERT_EQ(text.clusters.size(), 1u);
    EXPECT_EQ(text.clusters[0].glyphs, 4u);
    EXPECT_EQ(text.glyphs.front().x, Pt(-6));
    EXPECT_NEAR(text.glyphs.back().x.value, 5.61 - 2.6, 0.01);
}

/// A file of empty pages, as many as that, whose first page has `content`.
File pages(int count, std::string_view content) {
    DeflatedStreams streams;
    PdfWriter writer(streams);
    const int root = writer.new_number(), tree = writer.new_number(), info = writer.new_number();
    const int stream = writer.new_number();
    writer.write_stream(stream, "<< >>", content);
    std::string kids;
    for (int i = 0; i < count; ++i) {
        const int page = writer.new_number();
        writer.write(page, fmt::format("<< /Type /Page /Parent {} 0 R /MediaBox [0 0 {} 50] "
                                       "/Contents {} 0 R /Resources << >> >>",
                                       tree, 100 + i, stream));
        kids += fmt::format("{} 0 R ", page);
    }
    writer.write(tree, fmt::format("<< /Type /Pages /Count {} /Kids [{}] >>", count, kids));
    writer.write(root, fmt::format("<< /Type /Catalog /Pages {} 0 R >>", tree));
    writer.write(info, "<< /Title (a title) >>");
    return writer.finish(root, info);
}

TEST(AppendNumber, RoundsTheNumberAsItIsAndEndsInNoZero) {
    const auto written = [](double number, int decimals) {
        std::string out;
        append_number(out, number, decimals);
        return out;
    };
    EXPECT_EQ(written(0.0312, 4), "0.0312");
    EXPECT_EQ(written(-12.50004, 4), "-12.5");
    EXPECT_EQ(written(-0.00004, 4), "0");
    EXPECT_EQ(written(0.99996, 4), "1");
    EXPECT_EQ(written(0.125, 2), "0.12");  // a tie: to the even one
    EXPECT_EQ(written(0.375, 2), "0.38");
    EXPECT_EQ(written(1.005, 2), "1");  // a little less than that in binary
    EXPECT_EQ(written(1.000000000002, 12), "1.000000000002");
    EXPECT_EQ(written(123456789.25, 4), "123456789.25");
}

TEST(PdfWriter, WritesWhatOthersRead) {
    const File pdf = pages(3, "1 0 0 rg 0 0 9 9 re f");
    const auto check = test::run_tool("qpdf --check {}", pdf);
    EXPECT_EQ(check.status, 0) << check.text;
    EXPECT_THAT(test::pdf_objects(pdf), HasSubstr("stream 1 0 0 rg 0 0 9 9 re f endstream"));
    const auto info = test::run_tool("pdfinfo -l 3 {}", pdf);
    EXPECT_THAT(info.text, HasSubstr("a title"));
    EXPECT_THAT(info.text, HasSubstr("Page    3 size:  102 x 50 pts"));
}

TEST(PdfWriter, FillsSeveralObjectStreamsAndLongOffsets) {
    const File pdf = pages(500, std::string(70'000, '\n'));
    const auto check = test::run_tool("qpdf --check {}", pdf);
    EXPECT_EQ(check.status, 0) << check.text;
    EXPECT_THAT(test::run_tool("pdfinfo -f 500 -l 500 {}", pdf).text,
                HasSubstr("Page  500 size:  599 x 50 pts"));
}

}  // namespace
}  // namespace broadside::emit
