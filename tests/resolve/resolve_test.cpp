#include "broadside/resolve/resolve.hpp"

#include <algorithm>
#include <memory>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/doc/document.hpp"
#include "broadside/doc/parts.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using test::row;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Not;
using ::testing::SizeIs;

model::Project noted_project() {
    model::Project project =
        test::project_of({row("a", {{"system", test::name_cell({"a"})},
                                    {"place", test::with_notes(test::text_cell("EU"), {"A"})}})});
    project.dataset.notes = {test::note("A", "first")};
    return project;
}

TEST(Resolve, KeepsTheGuaranteeOfACompleteGrid) {
    const auto document =
        resolve(test::project_of({row("a", {{"system", test::name_cell({"a"})}}),
                                  row("b", {{"system", test::name_cell({"b"})}})}));
    ASSERT_TRUE(document.ok());
    const auto& table = std::get<doc::Table>(document->blocks.at(0).content);
    EXPECT_THAT(table.grid.slots, SizeIs(table.grid.rows.size() * table.grid.columns.size()));
}

TEST(Resolve, ReportsErrorsOfBothFilesInOneRun) {
    model::Project project =
        test::project_of({row("a", {{"encryption", test::value_cell("maybe")}}),
                          row("b", {{"place", test::spanning({}, 2, 1)}})});
    project.dataset.spanners = {{{}, {}, {test::reference("price")}}};
    std::get<model::TableBlock>(project.layout.blocks[0].kind).sections = {test::reference("none")};
    const auto result = resolve(project);
    EXPECT_FALSE(result.ok());
    std::vector<std::string> errors;
    for (const Diagnostic& diagnostic : result.diagnostics()) {
        if (diagnostic.severity == Severity::Error)
            errors.push_back(diagnostic.file + " " + diagnostic.code);
    }
    EXPECT_THAT(errors, ElementsAre("dataset.json unknown-value", "dataset.json unknown-column",
                                    "dataset.json span-outside", "layout.json unknown-section"));
}

TEST(Resolve, FailsWhenAUrlFitsNoQrCode) {
    model::Project project = test::project_of({});
    project.layout.blocks.push_back({{}, model::LinksBlock{true}});
    project.dataset.links = {{"a", {}, {}, test::words("https://a.org/" + std::string(3000, 'a'))}};
    EXPECT_THAT(test::codes_of(resolve(project).diagnostics()), Contains("qr-too-long"));
    EXPECT_FALSE(resolve(project).ok());
}

TEST(Resolve, KeepsWarningsBesideTheValue) {
    model::Project project = noted_project();
    project.dataset.notes.push_back(test::note("B", "never"));
    const auto document = resolve(project);
    EXPECT_TRUE(document.ok());
    EXPECT_THAT(test::codes_of(document.diagnostics()), Contains("unused-note"));
}

TEST(Resolve, WarnsOfMarksThatNoBlockExplains) {
    model::Project project = noted_project();
    EXPECT_THAT(test::codes_of(resolve(project).diagnostics()), Contains("notes-not-listed"));
    model::RowBlock side_by_side;
    side_by_side.blocks = {{{}, model::NotesBlock{}}};
    project.layout.blocks.push_back({{}, side_by_side});
    EXPECT_THAT(test::codes_of(resolve(project).diagnostics()), Not(Contains("notes-not-listed")));
}

TEST(Resolve, FillsTheMetadata) {
    model::Project project = test::project_of({});
    project.dataset.title = test::words("Two\nlines");
    project.dataset.imprint.publisher = test::words("Us");
    project.dataset.imprint.licence = test::words("CC0-1.0");
    const Metadata metadata = resolve(project)->metadata;
    EXPECT_EQ(metadata.title, "Two lines");
    EXPECT_EQ(metadata.language, "en");
    EXPECT_EQ(metadata.author, "Us");
    EXPECT_EQ(metadata.licence, "CC0-1.0");
    project.dataset.author.text = "Me";
    EXPECT_EQ(resolve(project)->metadata.author, "Me");
}

TEST(Resolve, FollowsTheDirectionOfTheLanguage) {
    model::Project project = test::project_of({});
    EXPECT_EQ(resolve(project)->direction, Direction::LeftToRight);
    project.dataset.language = "ar";
    EXPECT_EQ(resolve(project)->direction, Direction::RightToLeft);
}

TEST(Resolve, TakesThePageFromTheLayout) {
    model::Project project = test::project_of({});
    project.layout.page.auto_height = true;
    project.layout.block_gap = Pt(9);
    const doc::Page page = resolve(project)->page;
    EXPECT_EQ(page.size.width, Pt(600));
    EXPECT_TRUE(page.auto_height);
    EXPECT_EQ(page.block_gap, Pt(9));
    EXPECT_EQ(page.page_number.size, Pt(6.6));
}

TEST(Resolve, NumbersNotesAcrossTables) {
    model::Project project = noted_project();
    project.layout.blocks = {
        {{}, model::TableBlock{}}, {{}, model::TableBlock{}}, {{}, model::NotesBlock{}}};
    const auto document = resolve(project);
    const auto& notes = std::get<doc::BalancedColumns>(document->blocks.at(2).content);
    EXPECT_THAT(notes.boxes, SizeIs(1));
}

TEST(Resolve, IsTheSameEveryTime) {
    // The second project lies at other addresses.
    const model::Project project = noted_project();
    const auto copy = std::make_unique<model::Project>(project);
    EXPECT_EQ(doc::dump(*resolve(project)), doc::dump(*resolve(*copy)));
}

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
