#include "broadside/layout/peers.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::document;
using test::grid;
using test::text_block;
using testing::ElementsAre;

const doc::Paragraph& text_of(const doc::Document& document, std::size_t block) {
    return test::words_of(document.blocks[block]);
}

std::vector<std::string> peers_of(const Peers& peers, const doc::Paragraph& paragraph) {
    std::vector<std::string> texts;
    peers.for_each(paragraph,
                   [&](const doc::Paragraph& peer) { texts.push_back(peer.spans[0].text); });
    return texts;
}

/// A legend of one group, whose entries have these labels.
doc::LegendPacking legend(const std::vector<std::string>& labels) {
    doc::LegendPacking legend{{{}}};
    for (const std::string& label : labels)
        legend.groups[0].entries.push_back({test::symbol(10), test::paragraph(label)});
    return legend;
}

TEST(Peers, FindsWhatStandsAtTheSamePlace) {
    const auto en = document(text_block("one"), text_block("two"));
    const auto fr = document(text_block("un"), text_block("deux"));
    const Peers peers({&en, &fr});
    EXPECT_THAT(peers_of(peers, text_of(en, 1)), ElementsAre("two", "deux"));
    EXPECT_THAT(peers_of(peers, text_of(fr, 0)), ElementsAre("one", "un"));
}

TEST(Peers, FindsCellsAsAWhole) {
    const auto en = document(test::table(grid({Fraction{1}}, test::plain_rows(2))));
    const auto fr = en;
    const Peers peers({&en, &fr});
    const auto& table = std::get<doc::Table>(en.blocks[0].content);
    const auto& second = std::get<doc::Cell>(table.grid.slots[1]);
    std::vector<const doc::Cell*> cells;
    peers.for_each(second, [&](const doc::Cell& peer) { cells.push_back(&peer); });
    const auto& other = std::get<doc::Table>(fr.blocks[0].content);
    EXPECT_THAT(cells, ElementsAre(&second, &std::get<doc::Cell>(other.grid.slots[1])));
}

TEST(Peers, LeavesADocumentByItselfAlone) {
    const auto en = document(text_block("one"));
    const Peers peers({&en});
    EXPECT_FALSE(peers.are_several());
    EXPECT_THAT(peers_of(peers, text_of(en, 0)), ElementsAre("one"));
}

TEST(Peers, GivesTheMostOfThem) {
    const auto en = document(text_block("one"));
    const auto fr = document(text_block("seventeen"));
    const Peers peers({&en, &fr});
    const auto length = [](const doc::Paragraph& text) {
        return Pt(static_cast<double>(text.spans[0].text.size()));
    };
    EXPECT_EQ(peers.most(text_of(en, 0), length), Pt(9));
}

TEST(Peers, KnowsTheDocumentOfAPart) {
    const auto en = document(text_block("one"));
    const auto fr = document(text_block("un"));
    const Peers peers({&en, &fr});
    EXPECT_EQ(&peers.home(&text_of(fr, 0)), &fr);
}

TEST(Peers, AdoptsTextsOfLayoutsOwn) {
    const auto en = document(), fr = document();
    Peers peers({&en, &fr});
    const doc::Paragraph number = test::paragraph("1/2");
    peers.adopt(number, fr);
    EXPECT_EQ(&peers.home(&number), &fr);
    EXPECT_THAT(peers_of(peers, number), ElementsAre("1/2"));
}

TEST(Peers, PairsNothingInABlockThatLanguagesMakeDifferently) {
    const auto en = document(legend({"open", "closed"}), text_block("one"));
    const auto fr = document(legend({"ouvert"}), text_block("un"));
    const Peers peers({&en, &fr});
    EXPECT_FALSE(peers.are_alike(0));
    EXPECT_TRUE(peers.are_alike(1));
    const auto& entries = std::get<doc::LegendPacking>(en.blocks[0].content).groups[0].entries;
    EXPECT_THAT(peers_of(peers, entries[0].label), ElementsAre("open"));
    EXPECT_THAT(peers_of(peers, text_of(en, 1)), ElementsAre("one", "un"));
}

TEST(Peers, FindsTextsInsideOtherBoxes) {
    const auto row = [](const std::string& text) {
        return document(doc::SideBySide{{text_block("a"), text_block(text)}, {}, {}});
    };
    const auto en = row("one"), fr = row("un");
    const Peers peers({&en, &fr});
    const auto& boxes = std::get<doc::SideBySide>(en.blocks[0].content).boxes;
    EXPECT_THAT(peers_of(peers, test::words_of(boxes[1])), ElementsAre("one", "un"));
}

}  // namespace
}  // namespace broadside::layout
