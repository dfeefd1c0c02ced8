#include "broadside/batch/describe.hpp"

#include <gmock/gmock.h>

namespace broadside::batch {
namespace {

using ::testing::ElementsAre;

scene::TextLine line_in(const std::string& file, int weight, FontSlant slant) {
    FontFace face;
    face.family = "Noto Sans";
    face.file = file;
    face.weight = weight;
    face.slant = slant;
    scene::TextLine line;
    line.runs.emplace_back().glyphs.font = std::make_shared<const FontFace>(face);
    return line;
}

TEST(FacesOf, AreEachNamedOnceAndSorted) {
    scene::Scene scene;
    scene.pages.resize(1);
    scene.pages[0].ops = {line_in("a/R.ttf", 400, FontSlant::Upright),
                          line_in("a/BI.ttf", 700, FontSlant::Italic),
                          line_in("a/R.ttf", 400, FontSlant::Upright)};
    const model::UsedFace bold{"Noto Sans", "bold italic", "BI.ttf"};
    const model::UsedFace regular{"Noto Sans", "regular", "R.ttf"};
    EXPECT_THAT(faces_of(scene), ElementsAre(bold, regular));
}

TEST(Describe, RoundsWhatLayoutDecided) {
    Edition edition{"flyer", "de", {}, {}};
    edition.document.pages.resize(2);
    edition.document.decisions.smallest_type = Pt(6.99999999);
    edition.document.decisions.type_scale = 0.87654321;
    const model::ManifestEntry entry = describe(edition, {}, {});
    EXPECT_EQ(entry.language, "de");
    EXPECT_EQ(entry.pages, 2U);
    EXPECT_EQ(entry.smallest_type, 7);
    EXPECT_EQ(entry.type_scale, 0.877);
}

TEST(Describe, KeepsWarningsWithoutTheirFile) {
    Diagnostic warning;
    warning.severity = Severity::Warning;
    warning.file = "somewhere/de.json";
    warning.pointer = "/title";
    warning.message = "stays in fr";
    EXPECT_THAT(describe({}, {}, {warning}).warnings, ElementsAre("/title: stays in fr"));
}

}  // namespace
}  // namespace broadside::batch
