#include "broadside/layout/limiting_edition.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using test::document;
using test::text_block;

std::string limiting(std::deque<doc::Document> editions) {
    SharedBench bench(std::move(editions));
    const doc::Document* limit = limiting_edition({}, bench.typesetter);
    return limit ? limit->metadata.language : "";
}

TEST(LimitingEdition, IsTheOneThatNeedsMostHeight) {
    EXPECT_EQ(limiting({in_language("en", document(text_block("a"))),
                        in_language("de", document(text_block("a\nb\nc"))),
                        in_language("fr", document(text_block("a\nb")))}),
              "de");
}

TEST(LimitingEdition, IsTheOneThatNeedsMostPages) {
    const auto rows = [](std::size_t count) {
        return document(test::table(test::grid({Fraction{1}}, test::plain_rows(count))));
    };
    // 25 rows leave more of their last page than 23 do.
    EXPECT_EQ(limiting({in_language("en", rows(23)), in_language("de", rows(25))}), "de");
}

TEST(LimitingEdition, IsTheOneWithAWordThatNoPageHolds) {
    EXPECT_EQ(limiting({in_language("en", document(text_block("a\nb\nc"))),
                        in_language("de", document(text_block("abcdefghijklmnopqrst")))}),
              "de");
}

TEST(LimitingEdition, IsTheFirstOfEqualsByName) {
    EXPECT_EQ(limiting({in_language("en", document(text_block("a"))),
                        in_language("de", document(text_block("b")))}),
              "de");
}

TEST(LimitingEdition, IsNoneOfOne) {
    EXPECT_EQ(limiting({in_language("en", document(text_block("a")))}), "");
}

TEST(RoomsNeeded, AreThoseOfEachByItself) {
    SharedBench bench({document(text_block("a")), document(text_block("a\nb"))});
    const std::vector<RoomNeeded> rooms = rooms_needed({}, bench.typesetter);
    EXPECT_TRUE(nearly(rooms[0].spare, Pt(280 - 12)));
    EXPECT_TRUE(nearly(rooms[1].spare, Pt(280 - 24)));
}

}  // namespace
}  // namespace broadside::layout
