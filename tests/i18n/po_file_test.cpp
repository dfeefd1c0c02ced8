#include "broadside/i18n/po_file.hpp"

#include <gmock/gmock.h>

namespace broadside::i18n {
namespace {

TEST(PoFile, HasAFieldOrAnEmptyOne) {
    const PoFile file{{{"Language", "de"}}, false, {}};
    EXPECT_EQ(file.field("Language"), "de");
    EXPECT_EQ(file.field("Team"), "");
}

}  // namespace
}  // namespace broadside::i18n
