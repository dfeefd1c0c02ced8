#include "broadside/layout/measure_budgets.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"
#include "support/source_places.hpp"

namespace broadside::layout {
namespace {

using test::document;
using test::text_block;
using testing::IsEmpty;
using testing::SizeIs;

doc::Document page(const std::string& text) {
    doc::Document page = document(text_block(text));
    test::words_of(page.blocks[0]).origin = test::place_at("/text");
    return page;
}

Result<std::vector<DocumentBudgets>> measured(const std::vector<doc::Document>& documents,
                                              ReferenceGrid reference) {
    test::MonoShaper shaper;
    std::vector<const doc::Document*> pointers;
    for (const doc::Document& document : documents) pointers.push_back(&document);
    return measure_budgets(pointers, reference, shaper);
}

TEST(MeasureBudgets, HoldsTextsAgainstTheFirstDocument) {
    const auto found = measured({page("a"), page("a\nb")}, ReferenceGrid::First);
    ASSERT_TRUE(found.ok());
    const TextBudget& longer = found->at(1).texts.at(0);
    EXPECT_EQ(test::pointer_of(longer.origin), "/text");
    EXPECT_GT(longer.used, longer.available);
    EXPECT_LE(found->at(0).texts.at(0).used, found->at(0).texts.at(0).available);
}

TEST(MeasureBudgets, FindsNothingTooLongInASharedGrid) {
    const auto found = measured({page("a"), page("a\nb")}, ReferenceGrid::Shared);
    ASSERT_TRUE(found.ok());
    for (const DocumentBudgets& budgets : *found)
        EXPECT_LE(budgets.texts.at(0).used, budgets.texts.at(0).available);
    EXPECT_TRUE(nearly(found->at(0).texts.at(0).available, Pt(360)));
}

TEST(MeasureBudgets, LeavesOutADocumentThatLacksGlyphs) {
    const auto found = measured({page("a"), page("\ufffd\nb")}, ReferenceGrid::Shared);
    ASSERT_TRUE(found.ok());
    EXPECT_THAT(found->at(1).missing_glyphs, SizeIs(1));
    EXPECT_THAT(found->at(1).texts, IsEmpty());
    EXPECT_TRUE(nearly(found->at(0).texts.at(0).available, Pt(180)));
}

TEST(MeasureBudgets, FailsWhenTheReferenceCannotBeLaidOut) {
    EXPECT_FALSE(measured({page("1bcd2fghij3lmnop4rst")}, ReferenceGrid::First).ok());
    EXPECT_FALSE(measured({page("\ufffd"), page("a")}, ReferenceGrid::First).ok());
}

}  // namespace
}  // namespace broadside::layout
