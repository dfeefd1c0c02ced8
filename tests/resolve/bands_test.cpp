#include "broadside/resolve/bands.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "broadside/doc/document.hpp"
#include "support/model_builder.hpp"

namespace broadside::resolve {
namespace {

using test::row;
using test::value_cell;
using ::testing::ElementsAre;

/// The second band holds for encrypted rows.
std::vector<int> bands_of(std::vector<model::Row> rows) {
    model::Dataset dataset = test::project_of(std::move(rows)).dataset;
    dataset.bands = {test::band("named", "Named"), test::band("ruled", "Ruled")};
    dataset.bands[1].when = {{test::reference("encryption"), test::reference("yes")}};
    Problems problems("dataset.json");
    return bands_of_rows(dataset, dataset.sections[0],
                         place_cells(dataset, dataset.sections[0], problems));
}

model::Row in_band(model::Row row, const std::string& band) {
    row.band = {band, test::place_at("/band")};
    return row;
}

TEST(BandsOfRows, FollowsTheRule) {
    EXPECT_THAT(bands_of({row("a", {{"encryption", value_cell("yes")}}),
                          row("b", {{"encryption", value_cell("no")}}), row("c", {})}),
                ElementsAre(1, kNoBand, kNoBand));
}

TEST(BandsOfRows, PrefersTheBandThatTheRowNames) {
    EXPECT_THAT(bands_of({in_band(row("a", {{"encryption", value_cell("yes")}}), "named")}),
                ElementsAre(0));
}

TEST(BandsOfRows, KeepsANullBandOutOfEveryRule) {
    EXPECT_THAT(bands_of({in_band(row("a", {{"encryption", value_cell("yes")}}), "")}),
                ElementsAre(kNoBand));
}

TEST(BandsOfRows, ReadsCoveredSlotsFromTheCellThatCoversThem) {
    EXPECT_THAT(bands_of({row("a", {{"encryption", test::spanning(value_cell("yes"), 2, 1)}}),
                          row("b", {})}),
                ElementsAre(1, 1));
}

}  // namespace
}  // namespace broadside::resolve
