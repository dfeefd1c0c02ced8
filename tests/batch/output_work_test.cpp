#include "broadside/batch/output_work.hpp"

#include <gmock/gmock.h>

#include "batch/planned.hpp"
#include "broadside/emit/cache.hpp"
#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A batch of one edition in SVG, one file a page, and a scene of so many blank pages.
class Drawing : public ::testing::Test {
protected:
    Drawing() {
        project.job.languages = {};
        project.job.formats = {"svg"};
    }

    OutputWork draw_pages(std::size_t pages) {
        diagnostics.clear();
        batch = planned(project.job, project.files, diagnostics);
        EditionWork work;
        work.scene.pages.resize(pages);
        for (scene::Page& page : work.scene.pages) page.size = {Pt(100), Pt(100)};
        work.fingerprint = {pages, 0};
        work.outputs.resize(1);
        work.outputs[0].inputs = {7, pages};
        draw(*batch, work, 0, cache);
        return std::move(work.outputs[0]);
    }

    testing::ManyLanguages project;
    std::vector<Diagnostic> diagnostics;
    std::unique_ptr<Batch> batch;
    emit::Cache cache;
};

TEST_F(Drawing, MakesAFileForEachPage) {
    const OutputWork output = draw_pages(2);
    ASSERT_THAT(output.files, SizeIs(2));
    EXPECT_THAT(output.bytes, SizeIs(2));
    const MadeFile& second = output.files[1];
    EXPECT_EQ(second.path, "output/planets-plain-en-2.svg");
    EXPECT_EQ(second.entry.path, "planets-plain-en-2.svg");
    EXPECT_EQ(second.entry.page, 2U);
    EXPECT_EQ(second.entry.files, 2U);
    EXPECT_EQ(second.entry.hash, to_string(digest_of(output.bytes[1])));
    EXPECT_EQ(second.entry.inputs, to_string(Digest{7, 2}));
}

TEST_F(Drawing, LeavesItsProblemsBehind) {
    project.job.formats = {"png"};
    project.job.ppi = 2400;
    diagnostics.clear();
    batch = planned(project.job, project.files, diagnostics);
    EditionWork work;
    work.scene.pages.resize(1);
    work.scene.pages[0].size = {Pt(14000), Pt(14000)};
    work.outputs.resize(1);
    draw(*batch, work, 0, cache);
    EXPECT_THAT(work.outputs[0].files, IsEmpty());
    EXPECT_THAT(work.outputs[0].problems, SizeIs(1));
}

TEST_F(Drawing, FindsPagesThatAreUnchangedWhateverTheirNumber) {
    project.files.files["layouts/plain.json"] =
        R"({"format": 1, "name": "plain", "page": {"size": {"width": "60mm", "height": "25mm"},
            "margin": "1mm"}, "blocks": [{"kind": "header"}, {"kind": "table"},
            {"kind": "header"}, {"kind": "table"}]})";
    const auto first = project.build();
    ASSERT_GT(first.files(FileState::Written), 1U) << "needs several pages";
    batch = planned(project.job, project.files, diagnostics);
    const PlannedEdition& edition = batch->editions[0];
    const Digest inputs = batch->digests->of_output(
        edition, edition.outputs[0], batch->digests->of_languages({edition.language}));
    EXPECT_EQ(unchanged_files(*batch, edition.outputs[0], inputs).size(),
              first.files(FileState::Written));
}

TEST_F(Drawing, BelievesNoManifestThatCountsFilesItDoesNotName) {
    project.build();
    std::string& manifest = project.files.files["output/manifest.json"];
    const std::string count = "\"files\": 1,";
    for (std::size_t at; (at = manifest.find(count)) != std::string::npos;)
        manifest.replace(at, count.size(), "\"files\": 4000000000,");
    batch = planned(project.job, project.files, diagnostics);
    EXPECT_THAT(unchanged_files(*batch, batch->editions[0].outputs[0], {}), IsEmpty());
}

scene::DrawText line_in(const std::string& file, int weight, FontSlant slant) {
    FontFace face;
    face.family = "Noto Sans";
    face.file = file;
    face.weight = weight;
    face.slant = slant;
    scene::DrawText line;
    line.lines.emplace_back().runs.emplace_back().glyphs.font = std::make_shared<const FontFace>(face);
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
