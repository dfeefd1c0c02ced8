#include "broadside/scene/fingerprint.hpp"

#include <functional>
#include <memory>

#include <gtest/gtest.h>

#include "support/url.hpp"

namespace broadside::scene {
namespace {

FontFace face_of(std::string file) {
    FontFace face;
    face.family = "Noto Sans";
    face.file = std::move(file);
    return face;
}

DrawText line_of(FontFace face) {
    Run run{{Pt(1), Pt(2)}, {}, {"S"}, {}};
    run.glyphs = {std::make_shared<const FontFace>(std::move(face)),
                  Pt(8),
                  {1, 2, 3},
                  "ab",
                  Direction::LeftToRight,
                  {{2, 1}},
                  {{7, Pt(0), Pt(0)}},
                  Pt(9)};
    return {Direction::LeftToRight, {{Pt(10), Pt(1), Pt(9), {run}}}};
}

Drawing triangle() {
    Drawing drawing{"yes", 24, 24, {}};
    Shape shape;
    shape.path = {MoveTo{{1, 1}}, CubicTo{{1, 2}, {3, 4}, {5, 6}}, LineTo{{9, 9}}, ClosePath{}};
    shape.fill = CurrentColour{};
    shape.stroke = Stroke{Colour{9, 9, 9}};
    drawing.shapes = {shape};
    return drawing;
}

Scene sample() {
    Scene scene;
    scene.metadata.title = "Planets";
    Tag tag;
    tag.id = "row-saturn";
    scene.pages = {
        {{Pt(100), Pt(50)},
         {255, 255, 255},
         {BeginGroup{tag}, FillRect{{Pt(0), Pt(0), Pt(5), Pt(5)}, {1, 1, 1}},
          StrokeLine{{Pt(0), Pt(0)}, {Pt(5), Pt(0)}, Pt(1), {2, 2, 2}}, line_of(face_of("a.ttf")),
          DrawSymbol{
              {Pt(0), Pt(0), Pt(8), Pt(8)}, std::make_shared<const Drawing>(triangle()), {3, 3, 3}},
          EndGroup{}}}};
    return scene;
}

template <typename Kind>
Kind& op(Scene& scene, std::size_t index) {
    return std::get<Kind>(scene.pages[0].ops[index]);
}

bool notices(const std::function<void(Scene&)>& change) {
    Scene changed = sample();
    change(changed);
    return fingerprint(changed) != fingerprint(sample());
}

TEST(Fingerprint, IsTheSameForTheSameScene) {
    EXPECT_EQ(fingerprint(sample()), fingerprint(sample()));
}

TEST(Fingerprint, NoticesThePageAndWhatIsSaidOfIt) {
    EXPECT_TRUE(notices([](Scene& scene) { scene.metadata.licence = "CC0"; }));
    EXPECT_TRUE(notices([](Scene& scene) { scene.direction = Direction::RightToLeft; }));
    EXPECT_TRUE(notices([](Scene& scene) { scene.pages[0].size.height = Pt(51); }));
    EXPECT_TRUE(notices([](Scene& scene) { scene.pages[0].paper.blue = 254; }));
    EXPECT_TRUE(notices([](Scene& scene) { scene.pages[0].ops.pop_back(); }));
    EXPECT_TRUE(notices([](Scene& scene) { scene.pages.push_back(scene.pages[0]); }));
}

TEST(Fingerprint, NoticesMeaning) {
    EXPECT_TRUE(notices([](Scene& scene) { op<BeginGroup>(scene, 0).tag.role = Role::Cell; }));
    EXPECT_TRUE(notices([](Scene& scene) { op<BeginGroup>(scene, 0).tag.label = "yes"; }));
    EXPECT_TRUE(notices([](Scene& scene) { op<BeginGroup>(scene, 0).tag.row_span = 2; }));
    EXPECT_TRUE(notices([](Scene& scene) { op<BeginGroup>(scene, 0).tag.note = {"A"}; }));
    EXPECT_TRUE(notices([](Scene& scene) { op<BeginGroup>(scene, 0).tag.covered = true; }));
    EXPECT_TRUE(notices([](Scene& scene) { op<BeginGroup>(scene, 0).tag.repeated = true; }));
    EXPECT_TRUE(
        notices([](Scene& scene) { op<DrawText>(scene, 3).lines[0].runs[0].note = {"A"}; }));
    EXPECT_TRUE(notices([](Scene& scene) { op<DrawText>(scene, 3).lines.emplace_back(); }));
    EXPECT_TRUE(notices(
        [](Scene& scene) { op<DrawText>(scene, 3).lines[0].runs[0].url = test::url("tel:1"); }));
}

TEST(Fingerprint, NoticesPlacesAndColours) {
    EXPECT_TRUE(notices([](Scene& scene) { op<FillRect>(scene, 1).rect.x = Pt(1); }));
    EXPECT_TRUE(notices([](Scene& scene) { op<StrokeLine>(scene, 2).width = Pt(2); }));
    EXPECT_TRUE(notices([](Scene& scene) { op<DrawSymbol>(scene, 4).colour.red = 4; }));
    EXPECT_TRUE(notices([](Scene& scene) { op<DrawText>(scene, 3).lines[0].left = Pt(2); }));
}

TEST(Fingerprint, NoticesGlyphs) {
    const auto glyphs = [](Scene& scene) -> GlyphRun& {
        return op<DrawText>(scene, 3).lines[0].runs[0].glyphs;
    };
    EXPECT_TRUE(notices([&](Scene& scene) { glyphs(scene).glyphs[0].id = 8; }));
    EXPECT_TRUE(notices([&](Scene& scene) { glyphs(scene).clusters[0].bytes = 1; }));
    EXPECT_TRUE(notices([&](Scene& scene) { glyphs(scene).utf8 = "ac"; }));
    EXPECT_TRUE(notices([&](Scene& scene) { glyphs(scene).font = nullptr; }));
}

TEST(Fingerprint, NoticesDrawings) {
    Drawing wider = triangle();
    wider.shapes[0].stroke->width = 2;
    EXPECT_TRUE(notices([&](Scene& scene) {
        op<DrawSymbol>(scene, 4).drawing = std::make_shared<const Drawing>(wider);
    }));
    EXPECT_FALSE(notices([](Scene& scene) {
        op<DrawSymbol>(scene, 4).drawing = std::make_shared<const Drawing>(triangle());
    }));
}

TEST(Fingerprint, KnowsAFaceByWhatItIsAndNotByItsPath) {
    EXPECT_FALSE(
        notices([](Scene& scene) { scene.pages[0].ops[3] = line_of(face_of("elsewhere/a.ttf")); }));
    FontFace bold = face_of("a.ttf");
    bold.weight = kBoldWeight;
    EXPECT_TRUE(notices([&](Scene& scene) { scene.pages[0].ops[3] = line_of(bold); }));
}

}  // namespace
}  // namespace broadside::scene
