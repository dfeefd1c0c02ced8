#include "broadside/files/system.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>

namespace broadside {
namespace {

bool is_open(int descriptor) { return ::fcntl(descriptor, F_GETFD) >= 0; }

TEST(Descriptor, ClosesAtTheEndOfItsScope) {
    int number = -1;
    {
        const Descriptor descriptor(::open("/dev/null", O_RDONLY));
        number = descriptor.get();
        EXPECT_TRUE(is_open(number));
    }
    EXPECT_FALSE(is_open(number));
}

TEST(Descriptor, ClosesOnce) {
    Descriptor descriptor(::open("/dev/null", O_RDONLY));
    EXPECT_TRUE(descriptor.close());
    EXPECT_FALSE(descriptor.ok());
}

}  // namespace
}  // namespace broadside
