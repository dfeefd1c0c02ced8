#include "broadside/layout/missing_glyphs.hpp"

#include <gtest/gtest.h>

namespace broadside::layout {
namespace {

TEST(SymbolHint, NamesTheSymbolOfAPictogram) {
    EXPECT_EQ(symbol_hint({U'\u2705'}),
              "there is a symbol \"yes\": print it by a value with \"symbol\": \"yes\" in a column "
              "of kind \"symbol\"");
    EXPECT_EQ(symbol_hint({U'x', U'\u274c'}).substr(0, 22), "there is a symbol \"no\"");
    EXPECT_EQ(symbol_hint({U'\U0001f9ff'}), "");
}

}  // namespace
}  // namespace broadside::layout
