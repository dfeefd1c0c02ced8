#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

/// References: what a test expects, in a file under tests/golden. BROADSIDE_UPDATE_GOLDENS=1
/// rewrites them and fails the tests, so that nobody takes a run that compared nothing for a good
/// one.
namespace broadside::testing {

inline std::filesystem::path golden_path(const std::string& name) {
    return std::filesystem::path(BROADSIDE_SOURCE_DIR) / "tests" / "golden" / name;
}

/// Empty when there is no such file: then everything differs.
inline std::string read_golden(const std::string& name) {
    std::ifstream stream(golden_path(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline bool updates_goldens() {
    const char* value = std::getenv("BROADSIDE_UPDATE_GOLDENS");
    return value != nullptr && std::string(value) == "1";
}

inline ::testing::AssertionResult rewrite_golden(const std::string& name,
                                                 const std::string& bytes) {
    std::filesystem::create_directories(golden_path(name).parent_path());
    std::ofstream(golden_path(name), std::ios::binary) << bytes;
    return ::testing::AssertionFailure()
           << "tests/golden/" << name << " is rewritten: look at the change, then run the tests "
           << "without BROADSIDE_UPDATE_GOLDENS";
}

/// The first line that differs, with up to two common lines before it; empty for equal texts.
inline std::string first_difference(const std::string& expected, const std::string& actual) {
    if (expected == actual) return {};
    std::istringstream expected_lines(expected), actual_lines(actual);
    std::string wanted, got;
    std::vector<std::string> common;
    while (true) {
        const bool has_wanted = static_cast<bool>(std::getline(expected_lines, wanted));
        const bool has_got = static_cast<bool>(std::getline(actual_lines, got));
        if (has_wanted && has_got && wanted == got) {
            common.push_back(wanted);
            continue;
        }
        if (!has_wanted && !has_got) return "the texts differ in their last line feed";
        std::ostringstream out;
        out << "line " << common.size() + 1 << ":\n";
        const std::size_t first = common.size() - std::min<std::size_t>(2, common.size());
        for (std::size_t i = first; i < common.size(); ++i) out << "    " << common[i] << "\n";
        out << "  - " << (has_wanted ? wanted : "(end)") << "\n";
        out << "  + " << (has_got ? got : "(end)");
        return out.str();
    }
}

/// Compares a text with the reference tests/golden/`name`.
inline ::testing::AssertionResult matches_golden(const std::string& actual,
                                                 const std::string& name) {
    if (updates_goldens()) return rewrite_golden(name, actual);
    const std::string difference = first_difference(read_golden(name), actual);
    if (difference.empty()) return ::testing::AssertionSuccess();
    return ::testing::AssertionFailure()
           << "differs from tests/golden/" << name << ", " << difference
           << "\nBROADSIDE_UPDATE_GOLDENS=1 rewrites the reference";
}

}  // namespace broadside::testing
