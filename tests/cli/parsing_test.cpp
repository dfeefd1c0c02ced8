#include "cli/parsing.hpp"

#include <gmock/gmock.h>

namespace broadside::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

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
