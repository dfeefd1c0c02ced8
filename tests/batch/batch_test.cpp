#include "broadside/batch/batch.hpp"

#include <gmock/gmock.h>

#include "batch/planned.hpp"
#include "support/many_languages.hpp"

namespace broadside::batch {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Plan, HasEveryEditionOfTheJob) {
    testing::ManyLanguages project;
    std::vector<Diagnostic> diagnostics;
    const auto batch = planned(project.job, project.files, diagnostics);
    ASSERT_TRUE(batch);
    EXPECT_THAT(batch->editions, SizeIs(5));
    EXPECT_THAT(batch->groups, SizeIs(5));
    EXPECT_THAT(batch->editions.front().outputs, SizeIs(2));
    EXPECT_EQ(batch->manifest, "output/manifest.json");
    EXPECT_TRUE(batch->digests);
}

TEST(Plan, NamesEditionsThatCannotBeRead) {
    testing::ManyLanguages project;
    project.files.files["locales/fr.json"] = "{";
    project.files.files["layouts/broken.json"] = "{";
    project.job.languages = {"de", "fr"};
    project.job.layouts = {"plain", "broken"};
    std::vector<Diagnostic> diagnostics;
    const auto batch = planned(project.job, project.files, diagnostics);
    ASSERT_TRUE(batch);
    EXPECT_THAT(batch->editions, SizeIs(1));
    EXPECT_THAT(batch->unreadable, ElementsAre("fr plain", "fr broken", "de broken"));
    EXPECT_TRUE(has_errors(diagnostics));
}

TEST(Plan, IsNoneForAJobThatMustBeMended) {
    testing::ManyLanguages project;
    project.job.languages = {"de", "xx"};
    std::vector<Diagnostic> diagnostics;
    EXPECT_FALSE(planned(project.job, project.files, diagnostics));
    EXPECT_THAT(diagnostics, SizeIs(1));
}

TEST(Plan, HashesNothingWithoutAManifest) {
    testing::ManyLanguages project;
    project.job.languages = {};
    project.job.formats = {};
    project.job.output = "planets.pdf";
    std::vector<Diagnostic> diagnostics;
    const auto batch = planned(project.job, project.files, diagnostics);
    ASSERT_TRUE(batch);
    EXPECT_FALSE(batch->digests);
    EXPECT_THAT(batch->manifest, IsEmpty());
}

TEST(Plan, RefusesOneFileForTwoRecords) {
    testing::ManyLanguages project;
    project.job.deps = "output/manifest.json";
    std::vector<Diagnostic> diagnostics;
    EXPECT_FALSE(planned(project.job, project.files, diagnostics));
}

TEST(IsIn, PutsAnEditionIntoExactlyOnePart) {
    for (const char* edition : {"de web", "fr web", "zh-Hant flyer-a4"}) {
        int parts = 0;
        for (std::size_t part = 1; part <= 4; ++part) parts += is_in({part, 4}, "d", edition);
        EXPECT_EQ(parts, 1) << edition;
    }
}

TEST(IsIn, NeverChanges) {
    // Schedulers of several machines and versions rely on it.
    EXPECT_TRUE(is_in({1, 1}, "messengers", "de flyer-a4"));
    std::string parts;
    for (const char* edition : {"de flyer-a4", "fr flyer-a4", "ar flyer-a4", "ja web"}) {
        parts += is_in({1, 2}, "messengers", edition) ? '1' : '2';
    }
    EXPECT_EQ(parts, "1122");
}

}  // namespace
}  // namespace broadside::batch
