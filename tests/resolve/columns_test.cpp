#include "broadside/resolve/columns.hpp"

#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

model::TableBlock& table_block(model::Project& project) {
    return std::get<model::TableBlock>(project.layout.blocks[0].kind);
}

TEST(GridColumns, TakesTheLayoutsWidthOrTheKinds) {
    model::Project project = test::project_of({});
    table_block(project).columns = {{"structure", {}, {Fraction{2}, {}, {}}}};
    const auto columns = grid_columns(tables_of(project)[0]);
    EXPECT_EQ(columns[0].width, WidthRule(Fraction{1}));
    EXPECT_EQ(columns[1].width, WidthRule(Fraction{2}));
}

TEST(GridColumns, PrefersWhatTheLayoutSaysOfAColumnToWhatItSaysOfItsKind) {
    model::Project project = test::project_of({});
    table_block(project).kinds[model::ColumnKind::Name].width = Fraction{3};
    table_block(project).kinds[model::ColumnKind::Text].width = Fraction{3};
    table_block(project).columns = {{"structure", {}, {Fraction{2}, {}, {}}}};
    const auto columns = grid_columns(tables_of(project)[0]);
    EXPECT_EQ(columns[0].width, WidthRule(Fraction{3}));
    EXPECT_EQ(columns[1].width, WidthRule(Fraction{2}));
}

TEST(RowHeaderColumn, IsTheFirstOfNames) {
    model::Project project = test::project_of({});
    table_block(project).select_columns = {test::reference("place"), test::reference("system")};
    EXPECT_EQ(row_header_column(tables_of(project)[0]), 1u);
}

TEST(RowHeaderColumn, IsTheFirstWithoutNames) {
    model::Project project = test::project_of({});
    table_block(project).select_columns = {test::reference("place"), test::reference("structure")};
    EXPECT_EQ(row_header_column(tables_of(project)[0]), 0u);
}

TEST(ColumnLooks, PrefersTheLayout) {
    model::Project project = test::project_of({test::row("a", {{"place", test::text_cell("5")}})});
    table_block(project).columns = {{"system", {}, {{}, Alignment::End, {}}}};
    const std::vector<Table> tables = tables_of(project);
    const ColumnLooks looks(tables[0], project.dataset);
    EXPECT_EQ(looks.of(project.dataset.columns[0]).alignment, Alignment::End);
    EXPECT_EQ(looks.of(project.dataset.columns[3]).alignment, Alignment::End);
    EXPECT_EQ(looks.of(project.dataset.columns[2]).alignment, Alignment::Centre);
}

}  // namespace
}  // namespace broadside::resolve
