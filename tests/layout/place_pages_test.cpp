#include "broadside/layout/place_pages.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::cell;
using test::document;
using test::grid;
using test::text_block;
using testing::ElementsAre;
using testing::SizeIs;

TEST(PlacePages, SetsEachDocumentInTheSharedPlaces) {
    SharedBench bench({document(text_block("a"), text_block("b")),
                       document(text_block("a\na"), text_block("b"))});
    const Flowed flowed = flow(bench.typesetter, {});
    for (const doc::Document& edition : bench.editions) {
        const auto pages = place_pages(edition, flowed, bench.typesetter);
        const auto texts = blocks_of<placed::Paragraphs>(pages);
        EXPECT_TRUE(nearly(texts[1].paragraphs[0].box.y, Pt(10 + 24 + 10)));
    }
}

TEST(PlacePages, KeepsTheWordsOfEachDocument) {
    SharedBench bench({document(text_block("one")), document(text_block("un"))});
    const Flowed flowed = flow(bench.typesetter, {});
    const auto pages = place_pages(bench.editions[1], flowed, bench.typesetter);
    EXPECT_THAT(lines_of(blocks_of<placed::Paragraphs>(pages)[0].paragraphs[0]), ElementsAre("un"));
}

TEST(PlacePages, NumbersThePagesOfEachDocument) {
    const auto table = test::table(grid({Fraction{1}}, test::plain_rows(30)));
    SharedBench bench({document(table), document(table)});
    const Flowed flowed = flow(bench.typesetter, {});
    for (const doc::Document& edition : bench.editions) {
        EXPECT_THAT(blocks_of<placed::PageNumber>(place_pages(edition, flowed, bench.typesetter)),
                    SizeIs(2));
    }
}

TEST(PlacePages, MakesRoomForTheHighestOfUnlikeBlocks) {
    doc::LegendBlock one{{{}}}, two{{{}}};
    one.groups[0].heading = test::paragraph("a");
    two.groups[0].entries = {{test::symbol(40), test::paragraph("b")}};
    SharedBench bench({document(one, text_block("c")), document(two, text_block("c"))});
    const Flowed flowed = flow(bench.typesetter, {});
    EXPECT_TRUE(nearly(flowed.pages[0].items[1].frame.y, Pt(10 + 40 + 10)));
}

}  // namespace
}  // namespace broadside::layout
