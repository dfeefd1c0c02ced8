#include "broadside/resolve/imprint.hpp"

#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

TEST(BuildImprint, JoinsWhatIsThere) {
    model::Project project = test::project_of({});
    project.dataset.imprint.publisher = test::words("Us");
    project.dataset.imprint.licence = test::words("CC0-1.0");
    project.dataset.imprint.remark = test::words("draft");
    const doc::ImprintBlock imprint = build_imprint(project);
    EXPECT_EQ(test::text_of(imprint.start), "Us\u00a0· CC0-1.0");
    EXPECT_EQ(test::text_of(imprint.end), "draft");
    EXPECT_EQ(imprint.end.alignment, Alignment::End);
}

TEST(BuildImprint, IsEmptyWithoutImprint) {
    const doc::ImprintBlock imprint = build_imprint(test::project_of({}));
    EXPECT_TRUE(imprint.start.empty());
    EXPECT_TRUE(imprint.end.empty());
}

}  // namespace
}  // namespace broadside::resolve
