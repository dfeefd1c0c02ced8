#include <gtest/gtest.h>

#include "broadside/resolve/cells/cell_kind.hpp"

namespace broadside::resolve {
namespace {

TEST(CellKind, GivesTextsTheRoomThatShortWordsLeave) {
    EXPECT_EQ(cell_kind(model::ColumnKind::Text).width, WidthRule(AutoWidth{}));
    EXPECT_EQ(cell_kind(model::ColumnKind::Symbol).width, WidthRule(FitContent{millimetres(30)}));
}

TEST(CellKind, CentresSymbolsOnly) {
    EXPECT_EQ(cell_kind(model::ColumnKind::Name).alignment, Alignment::Start);
    EXPECT_EQ(cell_kind(model::ColumnKind::Symbol).alignment, Alignment::Centre);
}

}  // namespace
}  // namespace broadside::resolve
