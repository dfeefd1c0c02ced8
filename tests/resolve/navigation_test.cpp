#include "broadside/resolve/resolve.hpp"

#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/doc/parts.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using test::row;
using ::testing::Contains;
using ::testing::ElementsAre;

TEST(Resolve, RefusesARowWithoutAName) {
    const auto project = test::project_of({row("a", {{"system", test::name_cell({"A"})}}),
                                           row("b", {{"place", test::text_cell("EU")}})});
    const auto result = resolve(project);
    ASSERT_FALSE(result.ok());
    EXPECT_THAT(test::codes_of(result.diagnostics()), Contains("empty-head").Times(1));
}

TEST(Resolve, NeedsNoNamesWhereNoColumnHasThem) {
    model::Project project = test::project_of({row("a", {{"place", test::text_cell("EU")}})});
    std::get<model::TableBlock>(project.layout.blocks[0].kind).select_columns = {
        test::reference("structure"), test::reference("place")};
    const auto document = resolve(project);
    ASSERT_TRUE(document.ok());
    std::vector<HeaderScope> scopes;
    doc::for_each_part(document->blocks,
                       [&](const doc::Cell& cell) { scopes.push_back(cell.scope); });
    EXPECT_THAT(scopes, ElementsAre(HeaderScope::Column, HeaderScope::Column, HeaderScope::None,
                                    HeaderScope::None));
}

model::Block heading(int level) {
    return {test::place_at("/blocks/h"), model::TextBlock{test::words("Words"), {}, level}};
}

bool skips_a_level(const std::vector<model::Block>& blocks) {
    model::Project project = test::project_of({});
    project.layout.blocks = blocks;
    const auto codes = test::codes_of(resolve(project).diagnostics());
    return std::find(codes.begin(), codes.end(), "skipped-heading") != codes.end();
}

TEST(Resolve, RefusesASkippedLevel) {
    const model::Block title{{}, model::HeaderBlock{}};
    EXPECT_TRUE(skips_a_level({title, heading(3)}));
    EXPECT_TRUE(skips_a_level({heading(3)}));
    EXPECT_FALSE(skips_a_level({title, heading(2), heading(3), heading(2)}));
    model::RowBlock beside;
    beside.blocks = {heading(2), heading(3)};
    EXPECT_FALSE(skips_a_level({title, {{}, beside}}));
}

TEST(Resolve, CountsHeadingsFromTheFirstWithoutATitle) {
    model::Project project = test::project_of({});
    project.layout.blocks = {heading(2), heading(3)};
    const auto document = resolve(project);
    ASSERT_TRUE(document.ok());
    std::vector<int> levels;
    doc::for_each_part(document->blocks, [&](const doc::Paragraph& paragraph) {
        levels.push_back(paragraph.meaning->level);
    });
    EXPECT_THAT(levels, ElementsAre(1, 2));
}

}  // namespace
}  // namespace broadside::resolve
