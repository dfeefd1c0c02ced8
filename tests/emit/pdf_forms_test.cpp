#include "broadside/emit/pdf/forms.hpp"

#include <gmock/gmock.h>
#include <zlib.h>

#include "support/scene_builder.hpp"

namespace broadside::emit {
namespace {

using ::testing::HasSubstr;

std::string content_of(const PdfForm& whole) {
    const std::string& form = whole.text.back();
    constexpr std::string_view kBegin = "stream\n", kEnd = "\nendstream";
    const std::size_t begin = form.find(kBegin) + kBegin.size();
    std::string content(10000, '\0');
    uLongf size = content.size();
    const int status =
        uncompress(reinterpret_cast<Bytef*>(content.data()), &size,
                   reinterpret_cast<const Bytef*>(form.data() + begin), form.rfind(kEnd) - begin);
    EXPECT_EQ(status, Z_OK);
    return content.substr(0, size);
}

Drawing drawing_of(double width, double height, Shape shape) {
    return {"test", width, height, {std::move(shape)}};
}

Shape line_to(double x, double y) {
    Shape shape;
    shape.path = {MoveTo{{0, 0}}, LineTo{{x, y}}};
    return shape;
}

TEST(PdfForm, PaintsShapeAfterShapeInDrawingUnits) {
    EXPECT_EQ(content_of(pdf_form(*test::sample_drawing(), {255, 0, 51})),
              "1 0 0.2 rg\n4 4 m\n20 4 l\n20 20 l\n4 20 l\nh\nf\n"
              "1 1 1 RG\n2 w 1 J 1 j 4 M [] 0 d\n0 0 m\n8 0 16 24 24 24 c\nS\n");
}

TEST(PdfForm, FillsAndStrokesInOneGoBothWaysOfFilling) {
    Shape shape = line_to(1, 1);
    shape.fill = CurrentColour{};
    shape.stroke = Stroke{CurrentColour{}, 1, LineCap::Square, LineJoin::Bevel, 4};
    EXPECT_THAT(content_of(pdf_form(drawing_of(4, 4, shape), {})), HasSubstr("l\nB\n"));
    shape.fill_rule = FillRule::EvenOdd;
    EXPECT_THAT(content_of(pdf_form(drawing_of(4, 4, shape), {})), HasSubstr("l\nB*\n"));
    EXPECT_THAT(content_of(pdf_form(drawing_of(4, 4, shape), {})), HasSubstr("1 w 2 J 2 j 4 M"));
    shape.stroke.reset();
    EXPECT_THAT(content_of(pdf_form(drawing_of(4, 4, shape), {})), HasSubstr("l\nf*\n"));
}

TEST(PdfForm, LeavesOutALineThatIsTooThinToBeSeen) {
    Shape shape = line_to(-0.000001, 1);
    shape.stroke = Stroke{CurrentColour{}, 0.000001, LineCap::Butt, LineJoin::Miter, 4};
    EXPECT_EQ(content_of(pdf_form(drawing_of(4, 4, shape), {})), "");
    shape.fill = CurrentColour{};
    EXPECT_EQ(content_of(pdf_form(drawing_of(4, 4, shape), {})), "0 0 0 rg\n0 0 m\n0 1 l\nf\n");
}

TEST(PdfForm, LeavesOutAShapeWithoutPaint) {
    EXPECT_EQ(content_of(pdf_form(drawing_of(4, 4, line_to(1, 1)), {})), "");
}

TEST(PdfForm, FitsTheLongerSideToTheUnitSquareAndCutsTheRestOff) {
    const std::string form = pdf_form(drawing_of(24, 12, line_to(1, 1)), {}).text.front();
    EXPECT_THAT(form, HasSubstr("/BBox [0 0 24 12 ]"));
    EXPECT_THAT(form, HasSubstr("/Matrix [0.041666666667 0 0 0.041666666667 0 0 ]"));
}

TEST(PdfForm, WritesNumbersOfAnySizeWithoutExponents) {
    Shape tiny = line_to(1.25e-7, -2.5e-8);
    tiny.fill = CurrentColour{};
    EXPECT_THAT(content_of(pdf_form(drawing_of(1e-6, 1e-6, tiny), {})),
                HasSubstr("0.000000125 -0.000000025 l"));
    Shape huge = line_to(1.5e9, 2e12);
    huge.fill = CurrentColour{};
    EXPECT_THAT(content_of(pdf_form(drawing_of(2e12, 2e12, huge), {})),
                HasSubstr("1500000000 2000000000000 l"));
}

TEST(PdfForms, AreWrittenOnceForADrawingAndColour) {
    PdfForms forms;
    const DrawingRef drawing = test::sample_drawing();
    const PdfForm& red = forms.form(drawing, {255, 0, 0});
    EXPECT_EQ(&forms.form(drawing, {255, 0, 0}), &red);
    EXPECT_NE(forms.form(drawing, {0, 0, 255}).text, red.text);
    EXPECT_NE(&forms.form(test::sample_drawing(), {255, 0, 0}), &red);
}

TEST(PdfForms, LetGoOfDrawingsThatNobodyElseHas) {
    PdfForms forms;
    const DrawingRef kept = test::sample_drawing();
    const PdfForm* form = &forms.form(kept, {});
    DrawingRef lost = test::sample_drawing();
    const std::weak_ptr<const Drawing> watched = lost;
    forms.form(lost, {});
    lost.reset();
    for (int page = 0; page < 100; ++page)
        forms.form(std::make_shared<const Drawing>(*test::sample_drawing()), {});
    EXPECT_TRUE(watched.expired());
    EXPECT_EQ(&forms.form(kept, {}), form);
}

}  // namespace
}  // namespace broadside::emit
