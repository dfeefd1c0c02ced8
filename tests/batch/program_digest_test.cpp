#include "broadside/batch/program_digest.hpp"

#include <gtest/gtest.h>

#include "broadside/version.hpp"

namespace broadside::batch {
namespace {

TEST(ProgramDigest, StaysTheSameInOneProgram) { EXPECT_EQ(program_digest(), program_digest()); }

TEST(ProgramDigest, KnowsMoreThanTheVersion) {
    ContentHash version;
    version.add_text(version_text());
    version.add_text("");
    EXPECT_NE(program_digest(), version.digest()) << "linked without --build-id";
}

}  // namespace
}  // namespace broadside::batch
