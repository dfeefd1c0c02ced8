#include "broadside/layout/missing_glyphs.hpp"

#include <gmock/gmock.h>

#include "layout/bench.hpp"

namespace broadside::layout {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(MissingGlyphs, AreThoseOfOneDocument) {
    SharedBench bench(
        {test::document(test::text_block("a\ufffd")), test::document(test::text_block("b"))});
    EXPECT_THAT(messages_of(missing_glyphs(bench.editions[0], bench.typesetter)),
                ElementsAre("no font of the manifest has U+FFFD in \"a\ufffd\""));
    EXPECT_THAT(missing_glyphs(bench.editions[1], bench.typesetter), IsEmpty());
}

TEST(MissingGlyphs, AreFoundInTheMarksOfSymbols) {
    const auto marked = test::symbol_cell(10, {test::note_mark("\ufffd")});
    SharedBench bench(
        {test::document(test::table(test::grid({Fraction{1}}, {test::body_row("r", {marked})})))});
    EXPECT_THAT(missing_glyphs(bench.editions[0], bench.typesetter), SizeIs(1));
}

}  // namespace
}  // namespace broadside::layout
