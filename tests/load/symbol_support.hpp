#pragma once

#include <string>

#include <gtest/gtest.h>

#include "load/load_support.hpp"

namespace broadside::load {

inline std::string svg(const std::string& content) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 16\">\n" + content +
           "\n</svg>";
}

inline Drawing drawing_of(const std::string& content) {
    const auto drawing = load_symbol({"s.svg", svg(content)}, "s");
    EXPECT_TRUE(drawing.ok()) << ::testing::PrintToString(problems_of(drawing));
    return drawing ? **drawing : Drawing{};
}

inline std::string problem_of(const std::string& text) {
    const auto problems = problems_of(load_symbol({"s.svg", text}, "s"));
    return problems.size() == 1 ? problems[0] : "not one problem";
}

}  // namespace broadside::load
