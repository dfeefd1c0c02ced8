#include "broadside/resolve/blocks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "resolve/table_setting.hpp"

namespace broadside::resolve {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<doc::Box> blocks_of(const model::Project& project) {
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

/// The line of a header's title, or of an imprint.
const doc::TwoEnds& line_of(const doc::Box& block) {
    const auto* header = std::get_if<doc::Stack>(&block.content);
    return std::get<doc::TwoEnds>(header ? header->boxes.at(0).content : block.content);
}

TEST(BuildBlocks, NamesThePublisherInTheHeaderWithoutImprint) {
    const auto blocks = blocks_of(with_blocks({{{}, model::HeaderBlock{}}}));
    EXPECT_EQ(test::text_of(line_of(blocks.at(0)).start), "Messengers");
    EXPECT_EQ(line_of(blocks.at(0)).start.meaning->role, Role::Heading);
    EXPECT_EQ(line_of(blocks.at(0)).start.meaning->level, 1);
    EXPECT_EQ(test::text_of(line_of(blocks.at(0)).end), "Us");
    EXPECT_THAT(std::get<doc::Stack>(blocks.at(0).content).boxes, SizeIs(1));  // no subtitle
}

TEST(BuildBlocks, NamesThePublisherOnceWithAnImprint) {
    const auto blocks =
        blocks_of(with_blocks({{{}, model::HeaderBlock{}}, {{}, model::ImprintBlock{}}}));
    EXPECT_TRUE(line_of(blocks.at(0)).end.empty());
    EXPECT_EQ(test::text_of(line_of(blocks.at(1)).start), "Us");
}

TEST(BuildBlocks, JoinsWhatAnImprintSays) {
    model::Project project = with_blocks({{{}, model::ImprintBlock{}}});
    project.dataset.imprint.licence = test::words("CC0-1.0");
    project.dataset.imprint.remark = test::words("draft");
    const auto blocks = blocks_of(project);
    EXPECT_EQ(test::text_of(line_of(blocks.at(0)).start), "Us\u00a0· CC0-1.0");
    EXPECT_EQ(test::text_of(line_of(blocks.at(0)).end), "draft");
    EXPECT_TRUE(blocks[0].at_foot);
}

TEST(BuildBlocks, LeavesOutBlocksWithNothingToSay) {
    EXPECT_THAT(blocks_of(with_blocks({{{}, model::LegendBlock{}},
                                       {{}, model::NotesBlock{}},
                                       {{}, model::LinksBlock{}},
                                       {{}, model::TextBlock{}}})),
                IsEmpty());
}

TEST(BuildBlocks, KeepsTheWidthsOfWhatIsLeftInARow) {
    model::RowBlock row;
    row.blocks = {{{}, model::NotesBlock{}}, {{}, model::ImprintBlock{}}};
    row.widths = {Fraction{2}, FixedWidth{Pt(90)}};
    const auto blocks = blocks_of(with_blocks({{{}, row}}));
    const auto& set_row = std::get<doc::SideBySide>(blocks.at(0).content);
    EXPECT_THAT(set_row.boxes, SizeIs(1));
    EXPECT_THAT(set_row.widths, ElementsAre(WidthRule(FixedWidth{Pt(90)})));
}

TEST(BuildBlocks, RulesLinksOffBesideAnotherBlock) {
    model::RowBlock row;
    row.blocks = {{{}, model::ImprintBlock{}}, {{}, model::LinksBlock{}}};
    row.widths = {Fraction{1}, Fraction{1}};
    model::Project project = with_blocks({{{}, row}, {{}, model::LinksBlock{}}});
    project.dataset.links = {{"a", {}, {}, test::words("https://a.org")}};
    project.layout.column_rule.width = Pt(0.5);
    const auto blocks = blocks_of(project);
    const auto& set_row = std::get<doc::SideBySide>(blocks.at(0).content);
    ASSERT_TRUE(set_row.boxes.at(1).rule);
    EXPECT_EQ(set_row.boxes.at(1).rule->style.width, Pt(0.5));
    EXPECT_FALSE(blocks.at(1).rule);
}

TEST(BuildBlocks, EndsAWholeRowWithTheRuleOfItsHeader) {
    model::RowBlock row;
    row.blocks = {{{}, model::HeaderBlock{}}, {{}, model::ImprintBlock{}}};
    const auto has_rules = [](model::RowBlock blocks) {
        const doc::Box box = blocks_of(with_blocks({{{}, std::move(blocks)}})).at(0);
        const doc::Box& header = std::get<doc::SideBySide>(box.content).boxes.at(0);
        return std::pair(box.rule.has_value(), header.rule.has_value());
    };
    EXPECT_EQ(has_rules(row), std::pair(true, false));
    row.blocks.pop_back();
    EXPECT_EQ(has_rules(row), std::pair(false, true));
}

TEST(BuildBlocks, SplitsTextAtBlankLines) {
    const auto blocks =
        blocks_of(with_blocks({{{}, model::TextBlock{test::words("**a**\nb\n\nc")}}}));
    const auto& text = std::get<doc::Stack>(blocks.at(0).content);
    ASSERT_THAT(text.boxes, SizeIs(2));
    EXPECT_EQ(test::text_of(std::get<doc::Paragraph>(text.boxes[0].content)), "a\nb");
    EXPECT_EQ(test::text_of(std::get<doc::Paragraph>(text.boxes[1].content)), "c");
}

TEST(BuildBlocks, MakesAHeadingOfTheFirstParagraph) {
    model::TextBlock text{test::words("Sources\n\nAll of them.")};
    text.heading = 3;
    const auto blocks = blocks_of(with_blocks({{{}, text}}));
    const auto& stack = std::get<doc::Stack>(blocks.at(0).content);
    const auto& heading = std::get<doc::Paragraph>(stack.boxes.at(0).content);
    EXPECT_EQ(heading.meaning->role, Role::Heading);
    EXPECT_EQ(heading.meaning->level, 3);
    const auto& running = std::get<doc::Paragraph>(stack.boxes.at(1).content);
    EXPECT_EQ(running.meaning->role, Role::Paragraph);
    EXPECT_FALSE(blocks[0].keeps_with_next);
    text.text = test::words("Sources");
    EXPECT_TRUE(blocks_of(with_blocks({{{}, text}})).at(0).keeps_with_next);
}

TEST(BuildBlocks, NumbersTables) {
    const auto blocks =
        blocks_of(with_blocks({{{}, model::TableBlock{}}, {{}, model::TableBlock{}}}));
    EXPECT_EQ(std::get<doc::Table>(blocks.at(0).content).number, 1u);
    EXPECT_EQ(std::get<doc::Table>(blocks.at(1).content).number, 2u);
}

TEST(BuildBlocks, NamesATableOfPickedSectionsByThem) {
    model::TableBlock table;
    table.sections = {test::reference("chat")};
    model::Project project = with_blocks({{{}, table}, {{}, model::TableBlock{}}});
    project.dataset.sections[0].title = test::words("For _you_");
    const auto blocks = blocks_of(project);
    EXPECT_EQ(std::get<doc::Table>(blocks.at(0).content).summary, "Messengers: For you");
    EXPECT_EQ(std::get<doc::Table>(blocks.at(1).content).summary, "Messengers");
}

TEST(BuildBlocks, DressesTablesAsTheLayoutSays) {
    model::Project project = with_blocks({{{}, model::TableBlock{}}});
    project.dataset.bands = {test::band("best", "Best")};
    project.layout.padding_x = Pt(7);
    const auto blocks = blocks_of(project);
    const TableStyle& style = std::get<doc::Table>(blocks.at(0).content).style;
    EXPECT_EQ(style.padding_x, Pt(7));
    ASSERT_THAT(style.bands, SizeIs(1));
    EXPECT_EQ(style.bands[0].bar, test::kGood);
}

}  // namespace
}  // namespace broadside::resolve
