#include "broadside/batch/output_work.hpp"

#include <gmock/gmock.h>

#include "broadside/load/load.hpp"
#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

/// An edition of several pages, in SVG a file each.
class SeveralPages : public ::testing::Test {
protected:
    SeveralPages() {
        project.job.languages = {};
        project.job.formats = {"svg"};
        project.files.files["layouts/plain.json"] =
            R"({"format": 1, "name": "plain", "page": {"size": {"width": "60mm", "height": "25mm"},
            "margin": "1mm"}, "blocks": [{"kind": "header"}, {"kind": "table"},
            {"kind": "header"}, {"kind": "table"}]})";
        count = project.build().files(FileState::Written);
    }

    testing::ManyLanguages project;
    std::size_t count = 0;
};

TEST_F(SeveralPages, HaveAFileAndAnEntryEach) {
    ASSERT_GT(count, 1U);
    const auto manifest =
        load::load_build_manifest({"m", project.files.files["output/manifest.json"]});
    ASSERT_THAT(manifest->entries, SizeIs(count));
    const model::ManifestEntry& second = manifest->entries[1];
    EXPECT_EQ(second.path, "planets-plain-en-2.svg");
    EXPECT_EQ(second.page, 2U);
    EXPECT_EQ(second.about->files, count);
    EXPECT_EQ(second.hash, digest_of(project.files.files["output/planets-plain-en-2.svg"]));
}

TEST_F(SeveralPages, AreFoundUnchangedWhateverTheirNumber) {
    EXPECT_EQ(project.build().files(FileState::Unchanged), count);
}

TEST_F(SeveralPages, AreLeftAloneOneByOneWhereTheyCameOutAsTheyWere) {
    std::string& dataset = project.files.files["planets.json"];
    dataset.replace(dataset.find("\"has rings\""), 11, "\"rings\"");
    const BuildReport report = project.build();
    EXPECT_GT(report.files(FileState::Unchanged), 0U);
    EXPECT_THAT(project.written(), SizeIs(count - report.files(FileState::Unchanged)));
    EXPECT_THAT(project.written(), Not(IsEmpty()));
}

TEST_F(SeveralPages, AreComparedWhereTheManifestCountsFilesThatItDoesNotName) {
    std::string& manifest = project.files.files["output/manifest.json"];
    const std::string right = "\"files\": " + std::to_string(count) + ",";
    for (std::size_t at; (at = manifest.find(right)) != std::string::npos;)
        manifest.replace(at, right.size(), "\"files\": 4000000000,");
    EXPECT_EQ(project.build().files(FileState::Unchanged), count);
}

scene::DrawText line_in(const std::string& file, int weight, FontSlant slant) {
    FontFace face;
    face.family = "Noto Sans";
    face.file = file;
    face.weight = weight;
    face.slant = slant;
    scene::DrawText line;
    line.lines.emplace_back().runs.emplace_back().glyphs.font =
        std::make_shared<const FontFace>(face);
    return line;
}

TEST(Describe, NamesEachFaceOnceAndSorted) {
    scene::Scene scene;
    scene.pages.resize(1);
    scene.pages[0].ops = {line_in("a/R.ttf", 400, FontSlant::Upright),
                          line_in("a/BI.ttf", 700, FontSlant::Italic),
                          line_in("a/R.ttf", 400, FontSlant::Upright)};
    const model::UsedFace bold{"Noto Sans", "bold italic", "BI.ttf"};
    const model::UsedFace regular{"Noto Sans", "regular", "R.ttf"};
    EXPECT_THAT(describe("d", {Edition{}, scene, {}}).about->fonts, ElementsAre(bold, regular));
}

TEST(Describe, RoundsWhatLayoutDecided) {
    Edition edition{"flyer", "de", {}, {}};
    scene::Scene scene;
    scene.pages.resize(2);
    edition.document.decisions.smallest_type = Pt(6.99999999);
    edition.document.decisions.type_scale = 0.87654321;
    const model::ManifestEntry entry = describe("d", {edition, scene, {}});
    EXPECT_EQ(entry.about->language, "de");
    EXPECT_EQ(entry.about->pages, 2U);
    EXPECT_EQ(entry.about->type.smallest_type, Pt(7));
    EXPECT_EQ(entry.about->type.type_scale, 0.877);
}

TEST(Describe, KeepsWarningsWithoutTheirFile) {
    Diagnostic warning;
    warning.severity = Severity::Warning;
    warning.file = "somewhere/de.json";
    warning.pointer = "/title";
    warning.message = "stays in fr";
    EXPECT_THAT(describe("d", {Edition{}, {}, {warning}}).about->warnings,
                ElementsAre("/title: stays in fr"));
}

}  // namespace
}  // namespace broadside::batch
