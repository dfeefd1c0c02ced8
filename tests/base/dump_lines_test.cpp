#include "broadside/base/dump_lines.hpp"

#include <gtest/gtest.h>

namespace broadside {
namespace {

TEST(DumpLines, IndentWhatBelongsTogether) {
    DumpLines lines;
    lines.line("row {}", 1);
    lines.indented([&] {
        lines.line("cell");
        lines.indented([&] { lines.line("{}", "text"); });
    });
    lines.line("row {}", 2);
    EXPECT_EQ(lines.take(), "row 1\n  cell\n    text\nrow 2\n");
}

}  // namespace
}  // namespace broadside
