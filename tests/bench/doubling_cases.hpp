#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "support/temporary_folder.hpp"

namespace broadside::bench {

/// Something that an input may have more and more of.
struct DoublingCase {
    std::string name;  // "rows"
    std::size_t first = 0, last = 0;
    /// Writes an input with so many into the folder.
    void (*write)(const testing::TemporaryFolder& folder, std::size_t count);
    /// Of the program, in that folder.
    std::vector<std::string> arguments;
    /// Runs before the one that is measured.
    std::size_t runs_before = 0;
};

const std::vector<DoublingCase>& doubling_cases();

}  // namespace broadside::bench
