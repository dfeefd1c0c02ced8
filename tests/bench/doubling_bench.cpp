// What the program needs for each of so many, and of twice as many, and so on: where time and
// memory grow with the input and no faster, all numbers of a line are alike. Asserts nothing.
//
//   doubling_bench [WORD]     only the cases whose name has the word

#include <algorithm>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "bench/doubling_cases.hpp"
#include "bench/process.hpp"

namespace broadside::bench {
namespace {

constexpr int kRuns = 3;

/// The least of some runs, which other programs disturbed least.
Costs least_of(const Command& command) {
    Costs least = costs_of(command);
    for (int run = 1; run < kRuns; ++run) {
        const Costs costs = costs_of(command);
        least.cpu = std::min(least.cpu, costs.cpu);
        least.memory = std::min(least.memory, costs.memory);
    }
    return least;
}

Costs costs_of(const DoublingCase& doubling, std::size_t count) {
    const testing::TemporaryFolder folder;
    doubling.write(folder, count);
    std::filesystem::current_path(folder.path());
    Command command{{}, {BROADSIDE_BINARY_DIR "/broadside"}, Errors::Dropped};
    command.words.insert(command.words.end(), doubling.arguments.begin(), doubling.arguments.end());
    for (std::size_t run = 0; run < doubling.runs_before; ++run) costs_of(command);
    const Costs least = least_of(command);
    std::filesystem::current_path("/");
    return least;
}

void measure(const DoublingCase& doubling, double start) {
    fmt::print("{:<26}", doubling.name);
    double before = 0, memory_before = 0;
    for (std::size_t count = doubling.first; count <= doubling.last; count *= 2) {
        const Costs costs = costs_of(doubling, count);
        const double each = std::max(0.0, costs.cpu - start) * 1e3 / static_cast<double>(count);
        fmt::print("{:>8}: {:.1f}", count, each);
        if (before > 0) {
            const double more = (costs.memory - memory_before) / static_cast<double>(count / 2);
            fmt::print(" (×{:.2f}), {:.1f} kB", each / before, more);
        }
        std::fflush(stdout);
        before = each;
        memory_before = costs.memory;
    }
    fmt::print("\n");
}

int run(std::string_view word) {
    fmt::print(
        "CPU time for each of so many, in µs; in brackets, over the one before; and what memory "
        "each more of them takes\n");
    // What starting takes is no part of it.
    const double start =
        least_of({{}, {BROADSIDE_BINARY_DIR "/broadside", "--version"}, Errors::Dropped}).cpu;
    for (const DoublingCase& doubling : doubling_cases()) {
        if (doubling.name.find(word) != std::string::npos) measure(doubling, start);
    }
    return 0;
}

}  // namespace
}  // namespace broadside::bench

int main(int argc, char** argv) { return broadside::bench::run(argc > 1 ? argv[1] : ""); }
