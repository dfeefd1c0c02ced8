#include "broadside/resolve/blocks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<doc::Block> blocks_of(const model::Project& project) {
    Problems problems("dataset.json");
    const std::vector<Table> tables = tables_of(project);
    return build_blocks({project, tables, number_notes(project, tables)}, problems);
}

model::Project with_blocks(std::vector<model::Block> blocks) {
    model::Project project = test::project_of({});
    project.layout.blocks = std::move(blocks);
    project.dataset.imprint.publisher = test::words("Us");
    return project;
}

TEST(BuildBlocks, NamesThePublisherInTheHeaderWithoutImprint) {
    const auto blocks = blocks_of(with_blocks({{"", model::HeaderBlock{}}}));
    const auto& header = std::get<doc::HeaderBlock>(blocks.at(0).kind);
    EXPECT_EQ(test::text_of(header.title), "Messengers");
    EXPECT_TRUE(header.subtitle.empty());
    EXPECT_EQ(test::text_of(header.publisher), "Us");
}

TEST(BuildBlocks, NamesThePublisherOnceWithAnImprint) {
    const auto blocks =
        blocks_of(with_blocks({{"", model::HeaderBlock{}}, {"", model::ImprintBlock{}}}));
    EXPECT_TRUE(std::get<doc::HeaderBlock>(blocks.at(0).kind).publisher.empty());
    EXPECT_EQ(test::text_of(std::get<doc::ImprintBlock>(blocks.at(1).kind).start), "Us");
}

TEST(BuildBlocks, LeavesOutBlocksWithNothingToSay) {
    EXPECT_THAT(blocks_of(with_blocks({{"", model::LegendBlock{}},
                                       {"", model::NotesBlock{}},
                                       {"", model::LinksBlock{}},
                                       {"", model::TextBlock{}}})),
                IsEmpty());
}

TEST(BuildBlocks, KeepsTheWidthsOfWhatIsLeftInARow) {
    model::RowBlock row;
    row.blocks = {{"", model::NotesBlock{}}, {"", model::ImprintBlock{}}};
    row.widths = {Fraction{2}, FixedWidth{Pt(90)}};
    const auto blocks = blocks_of(with_blocks({{"", row}}));
    const auto& set_row = std::get<doc::RowBlock>(blocks.at(0).kind);
    EXPECT_THAT(set_row.blocks, SizeIs(1));
    EXPECT_THAT(set_row.widths, ElementsAre(WidthRule(FixedWidth{Pt(90)})));
}

TEST(BuildBlocks, RulesLinksOffBesideAnotherBlock) {
    model::RowBlock row;
    row.blocks = {{"", model::ImprintBlock{}}, {"", model::LinksBlock{}}};
    row.widths = {Fraction{1}, Fraction{1}};
    model::Project project = with_blocks({{"", row}, {"", model::LinksBlock{}}});
    project.dataset.links = {{"a", {}, {}, test::words("https://a.org")}};
    project.layout.column_rule.width = Pt(0.5);
    const auto blocks = blocks_of(project);
    const auto& set_row = std::get<doc::RowBlock>(blocks.at(0).kind);
    EXPECT_EQ(std::get<doc::LinksBlock>(set_row.blocks.at(1).kind).rule.width, Pt(0.5));
    EXPECT_EQ(std::get<doc::LinksBlock>(blocks.at(1).kind).rule.width, Pt(0));
}

TEST(BuildBlocks, SplitsTextAtBlankLines) {
    const auto blocks =
        blocks_of(with_blocks({{"", model::TextBlock{test::words("**a**\nb\n\nc")}}}));
    const auto& text = std::get<doc::TextBlock>(blocks.at(0).kind);
    ASSERT_THAT(text.paragraphs, SizeIs(2));
    EXPECT_EQ(test::text_of(text.paragraphs[0]), "a\nb");
    EXPECT_EQ(test::text_of(text.paragraphs[1]), "c");
}

TEST(BuildBlocks, NamesATableOfPickedSectionsByThem) {
    model::TableBlock table;
    table.sections = {test::reference("chat")};
    model::Project project = with_blocks({{"", table}, {"", model::TableBlock{}}});
    project.dataset.sections[0].title = test::words("For _you_");
    const auto blocks = blocks_of(project);
    EXPECT_EQ(std::get<doc::TableBlock>(blocks.at(0).kind).summary, "Messengers: For you");
    EXPECT_EQ(std::get<doc::TableBlock>(blocks.at(1).kind).summary, "Messengers");
}

TEST(BuildBlocks, DressesTablesAsTheLayoutSays) {
    model::Project project = with_blocks({{"", model::TableBlock{}}});
    project.dataset.bands = {test::band("best", "Best")};
    project.layout.padding_x = Pt(7);
    const auto blocks = blocks_of(project);
    const TableStyle& style = std::get<doc::TableBlock>(blocks.at(0).kind).style;
    EXPECT_EQ(style.padding_x, Pt(7));
    ASSERT_THAT(style.bands, SizeIs(1));
    EXPECT_EQ(style.bands[0].bar, test::kGood);
}

}  // namespace
}  // namespace broadside::resolve
