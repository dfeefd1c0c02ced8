#include "broadside/emit/formats.hpp"

#include <gmock/gmock.h>

#include "emit/emitting.hpp"
#include "emit/picture.hpp"
#include "emit/sample_scene.hpp"

namespace broadside::emit {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

test::Picture picture_of(const scene::Scene& scene, double ppi) {
    Options options;
    options.ppi = ppi;
    return test::decode_png(test::files_of(emit_png, scene, options, test::cache()).value().at(0));
}

std::string error_of(const scene::Scene& scene, double ppi) {
    Options options;
    options.ppi = ppi;
    const auto files = test::files_of(emit_png, scene, options, test::cache());
    return files.ok() ? "" : to_string(files.diagnostics().front());
}

/// What is said of a scene that is drawn all the same.
std::string problems_of(const scene::Scene& scene, double ppi) {
    Options options;
    options.ppi = ppi;
    std::string said;
    for (const Diagnostic& problem : emit_png(
             scene, options, test::cache(), [](std::size_t, const File&) { return Diagnostics(); }))
        said += to_string(problem);
    return said;
}

TEST(EmitPng, HasTheNearestWholeSize) {
    const auto picture = picture_of(test::one_page(Pt(595.28), Pt(841.89), {}), 150);
    EXPECT_EQ(picture.width, 1240u);
    EXPECT_EQ(picture.height, 1754u);
}

TEST(EmitPng, HasAtLeastOnePixel) {
    EXPECT_EQ(picture_of(test::one_page(Pt(2), Pt(2), {}), 1).width, 1u);
}

TEST(EmitPng, PaintsPaperAndRectanglesInTheirColours) {
    auto scene = test::one_page(Pt(40), Pt(40),
                                {scene::FillRect{{Pt(10), Pt(10), Pt(20), Pt(20)}, {1, 2, 3}}});
    scene.pages[0].paper = {250, 240, 230};
    const auto picture = picture_of(scene, 72);
    EXPECT_EQ(picture.at(5, 5), (Colour{250, 240, 230}));
    EXPECT_EQ(picture.at(20, 20), (Colour{1, 2, 3}));
}

TEST(EmitPng, IsTheSameBytesEachTime) {
    EXPECT_EQ(test::files_of(emit_png, test::sample_scene(), {}, test::cache()).value(),
              test::files_of(emit_png, test::sample_scene(), {}, test::cache()).value());
}

TEST(EmitPng, RefusesResolutionsOutOfRange) {
    EXPECT_EQ(error_of(test::sample_scene(), 0.5),
              "error: expected 1 to 2400 pixels per inch, got 0.5");
    EXPECT_EQ(error_of(test::sample_scene(), 2401),
              "error: expected 1 to 2400 pixels per inch, got 2401");
}

TEST(EmitPng, RefusesTooManyPixelsAndSaysWhatWouldFit) {
    EXPECT_EQ(error_of(test::one_page(Pt(7200), Pt(7200), {}), 300),
              "error: expected at most 32767 pixels a side and 400000000 in all, got 30000 x 30000 "
              "at 300 ppi\n"
              "  hint: at most 200 ppi for this page");
}

scene::Scene with_code(Pt side) {
    Drawing code;
    code.width = code.height = 33;
    code.code_of = "https://example.org";
    return test::one_page(
        Pt(100), Pt(100),
        {scene::DrawSymbol{
            {Pt(10), Pt(10), side, side}, std::make_shared<const Drawing>(code), {}}});
}

TEST(EmitPng, WarnsOfCodesThatAreTooCoarse) {
    EXPECT_EQ(problems_of(with_code(Pt(33)), 72),
              "warning: the QR code of https://example.org has fewer than 2 pixels a module at 72 "
              "ppi: not every reader makes it out\n"
              "  hint: from 144 ppi on it has them");
    EXPECT_NE(problems_of(with_code(Pt(33)), 126), "");
    EXPECT_EQ(problems_of(with_code(Pt(33)), 144), "");
}

TEST(EmitPng, WarnsOnceOfAllCodesThatAreTooCoarse) {
    scene::Scene scene = with_code(Pt(33));
    std::vector<scene::Op>& ops = scene.pages[0].ops;
    scene::DrawSymbol other = std::get<scene::DrawSymbol>(ops[0]);
    Drawing code = *other.drawing;
    code.code_of = "https://example.com";
    other.drawing = std::make_shared<const Drawing>(code);
    other.box.width = other.box.height = Pt(22);
    ops.push_back(other);
    EXPECT_EQ(problems_of(scene, 72),
              "warning: 2 QR codes (one is that of https://example.com) have fewer than 2 pixels a "
              "module "
              "at 72 ppi: not every reader makes them out\n"
              "  hint: from 216 ppi on all have them");
}

TEST(EmitPng, SaysWhichCodesNoPixelsAreEnoughFor) {
    EXPECT_THAT(problems_of(with_code(Pt(0.5)), 72), HasSubstr("hint: it is too small for a PNG"));
}

}  // namespace
}  // namespace broadside::emit
