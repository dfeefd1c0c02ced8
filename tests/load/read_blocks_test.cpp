#include "broadside/load/layout_parts.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string layout_of(const std::string& blocks) {
    return R"({"format": 1, "name": "x", "blocks": )" + blocks + "}";
}

model::Layout layout_from(const std::string& blocks) { return loaded_layout(layout_of(blocks)); }

TEST(ReadBlocks, KnowsEveryKind) {
    const auto blocks =
        layout_from(
            R"([{"kind": "header"}, {"kind": "legend"}, {"kind": "table"}, {"kind": "notes", "columns": 3},
        {"kind": "links", "qr": true}, {"kind": "imprint"}, {"kind": "text", "text": "T"}])")
            .blocks;
    EXPECT_TRUE(std::holds_alternative<model::HeaderBlock>(blocks.at(0).kind));
    EXPECT_TRUE(std::holds_alternative<model::LegendBlock>(blocks.at(1).kind));
    EXPECT_TRUE(std::holds_alternative<model::TableBlock>(blocks.at(2).kind));
    EXPECT_EQ(std::get<model::NotesBlock>(blocks.at(3).kind).columns, 3);
    EXPECT_TRUE(std::get<model::LinksBlock>(blocks.at(4).kind).qr);
    EXPECT_TRUE(std::holds_alternative<model::ImprintBlock>(blocks.at(5).kind));
    EXPECT_EQ(pointer_of(std::get<model::TextBlock>(blocks.at(6).kind).text.place),
              "/blocks/6/text");
}

TEST(ReadBlocks, ReadsWhatPagesAreMadeOf) {
    const auto blocks = layout_from(R"([{"kind": "running-title"},
        {"kind": "table", "keep": "sections", "continued": true},
        {"kind": "notes", "place": "page", "break": "before"}])")
                            .blocks;
    EXPECT_TRUE(std::holds_alternative<model::RunningTitleBlock>(blocks.at(0).kind));
    const auto& table = std::get<model::TableBlock>(blocks.at(1).kind);
    EXPECT_EQ(table.keep, KeepTogether::Sections);
    EXPECT_TRUE(table.says_continued);
    EXPECT_FALSE(blocks.at(1).breaks_before);
    EXPECT_TRUE(std::get<model::NotesBlock>(blocks.at(2).kind).is_by_page);
    EXPECT_TRUE(blocks.at(2).breaks_before);
}

TEST(ReadBlocks, RefusesPagesOfWhatHasNone) {
    EXPECT_THAT(layout_problems(layout_of(R"([{"kind": "running-title", "break": "before"},
        {"kind": "row", "blocks": [{"kind": "running-title"}, {"kind": "notes", "place": "page"},
                                   {"kind": "legend", "break": "before"}]}])")),
                ElementsAre(AllOf(HasSubstr("/blocks/0/break: unexpected \"break\" of a block"),
                                  HasSubstr("(and 1 more)")),
                            HasSubstr("/blocks/1/blocks/0/kind: expected a block that stands in a "
                                      "row, got \"running-title\""),
                            HasSubstr("/blocks/1/blocks/1: expected the notes of pages outside of "
                                      "a row")));
}

TEST(ReadBlocks, RefusesInARowWhatStandsOnEveryPage) {
    EXPECT_THAT(layout_problems(layout_of(R"([{"kind": "legend", "place": "page"},
        {"kind": "row", "blocks": [{"kind": "legend", "place": "page"}, {"kind": "legend"},
                                   {"kind": "imprint", "place": "page"}]}])")),
                ElementsAre(HasSubstr("/blocks/1/blocks/0: expected the legend of every page "
                                      "outside of a row"),
                            HasSubstr("/blocks/1/blocks/2: expected the imprint of every page "
                                      "outside of a row")));
}

TEST(ReadBlocks, ReadsTheLevelOfAHeading) {
    const auto blocks = layout_from(R"([{"kind": "text", "text": "T", "heading": 2}])").blocks;
    EXPECT_EQ(std::get<model::TextBlock>(blocks.at(0).kind).heading, 2);
}

TEST(ReadBlocks, ReadsWordsOfATextBlockOrTheNameOfADatasetsText) {
    const auto blocks = layout_from(R"([{"kind": "text", "ref": "intro"}])").blocks;
    EXPECT_EQ(std::get<model::TextBlock>(blocks.at(0).kind).ref.id, "intro");
    EXPECT_EQ(pointer_of(std::get<model::TextBlock>(blocks.at(0).kind).ref.place), "/blocks/0/ref");
    EXPECT_THAT(layout_problems(layout_of(
                    R"([{"kind": "text"}, {"kind": "text", "text": "T", "ref": "intro"}])")),
                ElementsAre(HasSubstr("/blocks/0: expected \"text\" or \"ref\", got neither"),
                            HasSubstr("/blocks/1: expected \"text\" or \"ref\", got both")));
}

TEST(ReadBlocks, ReadsTables) {
    const auto blocks = layout_from(R"([{"kind": "table", "sections": ["s"], "select": ["b", "a"],
        "columns": {"a": {"width": "2fr", "align": "center"}}}])")
                            .blocks;
    const auto& table = std::get<model::TableBlock>(blocks.at(0).kind);
    EXPECT_EQ(table.sections.at(0).id, "s");
    EXPECT_EQ(pointer_of(table.select_columns.at(1).place), "/blocks/0/select/1");
    EXPECT_EQ(table.columns.at(0).column, "a");
    EXPECT_EQ(table.columns.at(0).design.width, WidthRule(Fraction{2}));
    EXPECT_EQ(table.columns.at(0).design.alignment, Alignment::Centre);
}

TEST(ReadBlocks, ReadsTheDesignOfAKindOfColumns) {
    const auto blocks =
        layout_from(R"([{"kind": "table", "kinds": {"symbol": {"width": "12mm"}}}])").blocks;
    const auto& table = std::get<model::TableBlock>(blocks.at(0).kind);
    ASSERT_EQ(table.kinds.size(), 1u);
    EXPECT_EQ(table.kinds.at(model::ColumnKind::Symbol).width,
              WidthRule(FixedWidth{millimetres(12)}));
    EXPECT_FALSE(table.kinds.at(model::ColumnKind::Symbol).alignment);
}

TEST(ReadBlocks, SharesRowsEvenlyByDefault) {
    const auto blocks =
        layout_from(R"([{"kind": "row", "blocks": [{"kind": "notes"}, {"kind": "links"}]}])")
            .blocks;
    const auto& row = std::get<model::RowBlock>(blocks.at(0).kind);
    EXPECT_EQ(pointer_of(row.blocks.at(1).place), "/blocks/0/blocks/1");
    EXPECT_THAT(row.widths, ElementsAre(WidthRule(Fraction{1}), WidthRule(Fraction{1})));
}

TEST(ReadBlocks, WantsOneWidthForEachBlockOfARow) {
    EXPECT_THAT(
        layout_problems(layout_of(
            R"([{"kind": "row", "blocks": [{"kind": "notes"}], "widths": ["1fr", "2fr"]}])")),
        ElementsAre(HasSubstr("/blocks/0/widths: expected one width for each of 1 blocks, got 2")));
}

TEST(ReadBlocks, RefusesRowsInRows) {
    EXPECT_THAT(
        layout_problems(
            layout_of(R"([{"kind": "row", "blocks": [{"kind": "row", "blocks": []}]}])")),
        ElementsAre(HasSubstr(
            "/blocks/0/blocks/0/kind: expected another kind of block inside a row, got \"row\"")));
}

TEST(ReadBlocks, NamesWhatIsWrong) {
    EXPECT_THAT(
        layout_problems(layout_of(
            R"([{"kind": "tabel"}, {}, 7, {"kind": "header", "qr": true}, {"kind": "notes", "columns": 7}])")),
        ElementsAre(HasSubstr("/blocks/0/kind: expected a known word, got \"tabel\""),
                    HasSubstr("/blocks/1: missing key \"kind\""),
                    HasSubstr("/blocks/2: expected an object, got 7"),
                    HasSubstr("/blocks/3/qr: unknown key \"qr\""),
                    HasSubstr("/blocks/4/columns: expected a whole number from 1 to 6, got 7")));
    EXPECT_THAT(layout_problems(layout_of("[]")),
                ElementsAre(HasSubstr("/blocks: expected at least one block, got none")));
}

/// The first hint on the one key that a file has too much.
std::string hint_on(const Result<model::Layout>& layout) {
    if (layout.diagnostics().size() != 1) return "not one problem";
    return layout.diagnostics()[0].hints.at(0);
}

TEST(ReadBlocks, TellWhereKeysBelongThatStandElsewhere) {
    const auto in_table = [](const std::string& more) {
        return hint_on(load_layout(
            file_of("l.json", layout_of(R"([{"kind": "table", )" + more + R"("columns": {}}])"))));
    };
    EXPECT_EQ(in_table(R"("value_words": "legend", )"),
              "it is a key of /blocks/*/columns/*, /blocks/*/kinds/*");
    EXPECT_EQ(in_table(R"("margin": "9mm", )"), "it is a key of /page, /page/per_sheet");
    EXPECT_EQ(in_table(R"("blocks": [], )"),
              "it is a key of the file itself, /spacing, /blocks/* (row_block)");
    EXPECT_THAT(in_table(R"("kindss": {}, )"), "did you mean \"kinds\"?");
    EXPECT_THAT(in_table(R"("nothing": 7, )"), HasSubstr("known keys: kind, "));
}

TEST(ReadBlocks, RefusesEmptySelections) {
    EXPECT_THAT(layout_problems(layout_of(R"([{"kind": "table", "select": []}])")),
                ElementsAre(HasSubstr("/blocks/0/select: expected at least one id, got none")));
}

}  // namespace
}  // namespace broadside::load
