#include "broadside/load/syntax/readable_text.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {
namespace {

std::vector<std::string> text_problems(std::string_view text) {
    Report report(file_of("f", text));
    check_readable(report);
    return problems_of(std::move(report).result(0));
}

TEST(CheckReadable, AcceptsUtf8) {
    EXPECT_THAT(text_problems("caf\xC3\xA9\t\n"), testing::IsEmpty());
}

TEST(CheckReadable, NamesTheWrongByte) {
    EXPECT_THAT(text_problems("a\n\"caf\xE9\""),
                testing::ElementsAre("f:2:5: error: expected UTF-8, got the byte 0xE9"));
}

TEST(CheckReadable, RefusesNullBytes) {
    EXPECT_THAT(text_problems({"{}\0", 3}),
                testing::ElementsAre("f:1:3: error: expected text, got a null byte"));
}

}  // namespace
}  // namespace broadside::load
