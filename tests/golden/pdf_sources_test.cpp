#include <gmock/gmock.h>

#include "broadside/broadside.hpp"
#include "golden/edition.hpp"
#include "support/tiny_project.hpp"

/// The way from sources into a PDF and back.
namespace broadside::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct AttachedProject : TinyProject {
    AttachedProject() {
        files.files["locales/de.json"] =
            R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten"})";
        job.languages = {"de"};
        job.attach_source = true;
        job.output = "planets.pdf";
    }

    std::string pdf() {
        const BuildReport report = build(job, files, sink);
        EXPECT_EQ(outcome_of(report.diagnostics()), Outcome::Done) << problems_of(report);
        return sink.written.at("planets.pdf");
    }
};

TEST(PdfSources, ComeBackByteForByteAndMakeTheSamePdf) {
    AttachedProject project;
    const std::string pdf = project.pdf();
    MemoryFileStore files;
    files.below = &project.disk;
    files.files["planets.pdf"] = pdf;
    MemorySink sink;
    const auto paths = extract_sources("planets.pdf", "back", Rebuild::Changed, files, sink);
    ASSERT_TRUE(paths.ok()) << to_string(paths.diagnostics().at(0));
    EXPECT_THAT(*paths, ::testing::ElementsAre("back/broadside.json", "back/dataset.json",
                                               "back/layouts/plain.json", "back/locales/de.json",
                                               "back/symbols/yes.svg"));
    EXPECT_EQ(sink.written.at("back/dataset.json"), kTinyDataset);
    EXPECT_EQ(sink.written.at("back/symbols/yes.svg"), kTinySymbol);

    files.files.insert(sink.written.begin(), sink.written.end());
    Job line;
    line.resources = {BROADSIDE_SOURCE_DIR};
    const auto jobs = read_job_file("back/broadside.json", line, {}, files);
    ASSERT_TRUE(jobs.ok()) << to_string(jobs.diagnostics().at(0));
    MemorySink again;
    const BuildReport report = build(*jobs, files, again);
    ASSERT_EQ(outcome_of(report.diagnostics()), Outcome::Done) << problems_of(report);
    EXPECT_EQ(again.written.at("back/planets-plain-de.pdf"), pdf);
}

TEST(PdfSources, AreMadeAnewWhereOnlyACommentChanges) {
    AttachedProject project;
    project.job.output = "{name}-{lang}.{ext}";
    project.job.manifest = "manifest.json";
    build(project.job, project.files, project.sink);
    project.files.files["manifest.json"] = project.sink.written.at("manifest.json");
    project.files.files["planets-de.pdf"] = project.sink.written.at("planets-de.pdf");
    project.files.files["planets.json"] += "\n";
    build(project.job, project.files, project.sink);
    EXPECT_NE(project.sink.written.at("planets-de.pdf"), project.files.files["planets-de.pdf"]);
}

TEST(PdfSources, OverwriteNothingUnasked) {
    AttachedProject project;
    project.files.files["planets.pdf"] = project.pdf();
    project.files.files["back/dataset.json"] = "mine";
    MemorySink sink;
    const auto refused =
        extract_sources("planets.pdf", "back", Rebuild::Changed, project.files, sink);
    ASSERT_FALSE(refused.ok());
    EXPECT_THAT(to_string(refused.diagnostics().at(0)),
                HasSubstr("back/dataset.json: error: the file is there already"));
    EXPECT_THAT(sink.written, IsEmpty());
    EXPECT_TRUE(extract_sources("planets.pdf", "back", Rebuild::All, project.files, sink).ok());
}

TEST(PdfSources, AreMissedWhereThereAreNone) {
    AttachedProject project;
    project.job.attach_source = false;
    project.files.files["planets.pdf"] = project.pdf();
    const auto missed =
        extract_sources("planets.pdf", "back", Rebuild::Changed, project.files, project.sink);
    ASSERT_FALSE(missed.ok());
    EXPECT_THAT(to_string(missed.diagnostics().at(0)), HasSubstr("holds no sources"));
}

TEST(PdfStandards, AreSaidAsAsked) {
    const auto said = [](std::vector<std::string> words) {
        AttachedProject project;
        project.job.attach_source = false;
        for (const std::string& word : words)
            EXPECT_FALSE(find_option("pdf-standard")->set(project.job, word));
        return project.pdf();
    };
    EXPECT_THAT(said({}), HasSubstr("<pdfaid:part>2<"));
    EXPECT_THAT(said({"ua-1", "a-3a"}), HasSubstr("<pdfaid:part>3<"));
    EXPECT_THAT(said({"a-2a"}), ::testing::Not(HasSubstr("pdfuaid:part>1<")));
    EXPECT_THAT(said({"none"}), ::testing::Not(HasSubstr("<pdfaid:part>")));
}

TEST(PdfStandards, RefuseSourcesInPdfA2BeforeAnythingIsWritten) {
    AttachedProject project;
    ASSERT_FALSE(find_option("pdf-standard")->set(project.job, "ua-1,a-2a"));
    EXPECT_THAT(problems_of(build(project.job, project.files, project.sink)),
                HasSubstr("error: PDF/A-2a allows no attached sources"));
    EXPECT_THAT(project.sink.written, IsEmpty());
}

}  // namespace
}  // namespace broadside::testing
