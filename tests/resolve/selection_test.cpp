#include "broadside/resolve/selection.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;

model::TableBlock& table_block(model::Project& project) {
    return std::get<model::TableBlock>(project.layout.blocks[0].kind);
}

TEST(SelectTables, TakesEverythingByDefault) {
    Problems problems("layout.json");
    const model::Project project = test::project_of({});
    const std::vector<Selection> selections = select_tables(project, problems);
    ASSERT_EQ(selections.size(), 1u);
    EXPECT_THAT(selections[0].sections, ElementsAre(0));
    EXPECT_THAT(selections[0].columns, ElementsAre(0, 1, 2, 3));
}

TEST(SelectTables, KeepsTheOrderOfTheLayout) {
    Problems problems("layout.json");
    model::Project project = test::project_of({});
    table_block(project).select_columns = {test::reference("place"), test::reference("system")};
    EXPECT_THAT(select_tables(project, problems)[0].columns, ElementsAre(3, 0));
}

TEST(SelectTables, FindsTablesInRowsOfBlocks) {
    Problems problems("layout.json");
    model::Project project = test::project_of({});
    model::RowBlock row;
    row.blocks.push_back({{}, model::TableBlock{}});
    project.layout.blocks.push_back({{}, row});
    EXPECT_EQ(select_tables(project, problems).size(), 2u);
}

TEST(SelectTables, ReportsUnknownIds) {
    Problems problems("layout.json");
    model::Project project = test::project_of({});
    table_block(project).sections = {test::reference("chats")};
    table_block(project).select_columns = {test::reference("place")};
    table_block(project).columns = {{"pace", test::place_at("/blocks/0/columns/pace"), {}}};
    select_tables(project, problems);
    EXPECT_THAT(
        test::lines_of(problems.found()),
        ElementsAre("layout.json: error: /to/chats: expected the id of a section, got \"chats\"\n"
                    "  hint: did you mean \"chat\"?",
                    "layout.json: error: /blocks/0/columns/pace: expected the id of a column, got "
                    "\"pace\"\n  hint: did you mean \"place\"?"));
}

}  // namespace
}  // namespace broadside::resolve
