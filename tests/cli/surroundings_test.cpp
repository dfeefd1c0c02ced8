#include "cli/surroundings.hpp"

#include <gmock/gmock.h>

#include "support/temporary_folder.hpp"

namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(ResourcesBeside, AreThoseOfTheSourceTree) {
    const testing::TemporaryFolder folder;
    folder.write("layouts/web.json", "");
    folder.write("fonts/manifest.json", "");
    folder.write("build/dev/broadside", "");
    EXPECT_THAT(resources_beside(folder / "build"), ElementsAre(folder.path()));
    EXPECT_THAT(resources_beside(folder / "build/dev"), ElementsAre(folder.path()));
}

TEST(ResourcesBeside, AreThoseInstalled) {
    const testing::TemporaryFolder folder;
    folder.write("share/broadside/layouts/web.json", "");
    folder.write("share/broadside/fonts/manifest.json", "");
    EXPECT_THAT(resources_beside(folder / "bin"), ElementsAre(folder / "share/broadside"));
}

TEST(ResourcesBeside, AreNoneElsewhere) {
    const testing::TemporaryFolder folder;
    folder.write("layouts/web.json", "");
    EXPECT_THAT(resources_beside(folder / "bin"), IsEmpty());
}

TEST(AddSourceDate, SaysWhereAWrongDateComesFrom) {
    Surroundings surroundings;
    surroundings.source_date_epoch = "yesterday";
    Job job;
    std::vector<Diagnostic> errors;
    add_source_date(surroundings, job, errors);
    ASSERT_THAT(errors, SizeIs(1));
    EXPECT_THAT(errors[0].hints, ElementsAre("the value comes from $SOURCE_DATE_EPOCH"));
}

TEST(AddResources, SearchesTheJobsOwnFirst) {
    Surroundings surroundings;
    surroundings.resources = {"/theirs"};
    Job job;
    job.resources = {"/own"};
    add_resources(surroundings, job);
    EXPECT_THAT(job.resources, ElementsAre("/own", "/theirs"));
}

}  // namespace
}  // namespace broadside::cli
