#include <gtest/gtest.h>

#include "golden/edition.hpp"
#include "support/golden.hpp"

/// The three stages between input and output, as text.
namespace broadside::testing {
namespace {

std::string reference(const std::string& stage, const Edition& edition) {
    const std::string folder = edition.dataset.substr(edition.dataset.rfind('/') + 1);
    return folder + "/" + stage + ".txt";
}

class Stages : public ::testing::TestWithParam<Edition> {};

TEST_P(Stages, ResolveAsBefore) {
    const std::string document = dump_of(GetParam(), Stage::Doc);
    EXPECT_TRUE(matches_golden(document, reference("doc", GetParam())));
}

TEST_P(Stages, PlaceAsBefore) {
    const std::string pages = dump_of(GetParam(), Stage::Placed);
    EXPECT_TRUE(matches_golden(pages, reference("placed", GetParam())));
}

TEST_P(Stages, PaintAsBefore) {
    const std::string scene = dump_of(GetParam(), Stage::Scene);
    EXPECT_TRUE(matches_golden(scene, reference("scene", GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Small, Stages, ::testing::Values(kMinimal, kExcerpt), name_of);

}  // namespace
}  // namespace broadside::testing
