#include "broadside/batch/input_digests.hpp"

#include <functional>

#include <gtest/gtest.h>

#include "support/tiny_project.hpp"

namespace broadside::batch {
namespace {

/// Digest of the first edition's output after a change of the project.
Digest digest_after(const std::function<void(testing::TinyProject&)>& change,
                    const std::string& format = "pdf") {
    testing::TinyProject project;
    project.files.files["locales/de.json"] =
        R"({"format": 1, "language": "de", "translates": "planets", "title": "Planeten"})";
    project.job.languages = {"de"};
    project.job.formats = {format};
    change(project);
    std::vector<Diagnostic> diagnostics;
    const auto sources = read_sources(project.job, Need::Pages, project.files, diagnostics);
    const auto request = read_output_request(project.job);
    TakenNames taken;
    const auto editions = plan_outputs(*request, *sources, taken, project.files);
    FontDigests fonts;
    const InputDigests digests(*sources, {project.job.ppi, {}, project.job.creation_time}, fonts);
    const PlannedEdition& first = editions->front();
    return digests.of_output(first, first.outputs.front(), digests.of_languages({first.language}));
}

void nothing(testing::TinyProject&) {}

std::function<void(testing::TinyProject&)> change_of(const std::string& file) {
    return [file](testing::TinyProject& project) { project.files.files[file] += " "; };
}

TEST(InputDigests, AreTheSameForTheSameInput) {
    EXPECT_EQ(digest_after(nothing), digest_after(nothing));
}

TEST(InputDigests, NoticeEveryFileThatIsRead) {
    const Digest before = digest_after(nothing);
    for (const char* file :
         {"planets.json", "layouts/plain.json", "symbols/yes.svg", "locales/de.json"}) {
        EXPECT_NE(digest_after(change_of(file)), before) << file;
    }
}

TEST(InputDigests, LeaveOutOtherLanguages) {
    const auto add_french = [](testing::TinyProject& project) {
        project.files.files["locales/fr.json"] =
            R"({"format": 1, "language": "fr", "translates": "planets", "title": "Planètes"})";
        project.job.languages = {"de", "fr"};
    };
    EXPECT_EQ(digest_after(add_french), digest_after(nothing));
}

TEST(InputDigests, NoticeTheOptionsThatAFormatReads) {
    const auto sharper = [](testing::TinyProject& project) { project.job.ppi = 300; };
    const auto later = [](testing::TinyProject& project) { project.job.creation_time = 86400; };
    EXPECT_NE(digest_after(sharper, "png"), digest_after(nothing, "png"));
    EXPECT_EQ(digest_after(sharper, "pdf"), digest_after(nothing, "pdf"));
    EXPECT_NE(digest_after(later, "pdf"), digest_after(nothing, "pdf"));
    EXPECT_EQ(digest_after(later, "png"), digest_after(nothing, "png"));
}

TEST(InputDigests, TellFormatsApart) {
    EXPECT_NE(digest_after(nothing, "svg"), digest_after(nothing, "png"));
}

}  // namespace
}  // namespace broadside::batch
