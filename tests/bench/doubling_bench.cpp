// What the program needs for each of so many, and of twice as many, and so on: where time grows
// with the input and no faster, all numbers of a line are alike. Asserts nothing.
//
//   doubling_bench [WORD]     only the cases whose name has the word

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string_view>

#include <fmt/format.h>

#include "bench/doubling_cases.hpp"
#include "bench/process.hpp"

namespace broadside::bench {
namespace {

constexpr int kRuns = 3;

/// Of CPU time, in milliseconds; the least of some runs, which other programs disturbed least.
double time_of(const DoublingCase& doubling, std::size_t count) {
    const testing::TemporaryFolder folder;
    doubling.write(folder, count);
    std::filesystem::current_path(folder.path());
    Command command{{}, {BROADSIDE_BINARY_DIR "/broadside"}, Errors::Dropped};
    command.words.insert(command.words.end(), doubling.arguments.begin(), doubling.arguments.end());
    for (std::size_t run = 0; run < doubling.runs_before; ++run) times_of(command);
    double least = times_of(command).cpu;
    for (int run = 1; run < kRuns; ++run) least = std::min(least, times_of(command).cpu);
    std::filesystem::current_path("/");
    return least;
}

/// What starting takes is no part of it.
double time_of_nothing() {
    const Command command{{}, {BROADSIDE_BINARY_DIR "/broadside", "--version"}, Errors::Dropped};
    double least = times_of(command).cpu;
    for (int run = 1; run < kRuns; ++run) least = std::min(least, times_of(command).cpu);
    return least;
}

void measure(const DoublingCase& doubling, double start) {
    fmt::print("{:<26}", doubling.name);
    double before = 0;
    for (std::size_t count = doubling.first; count <= doubling.last; count *= 2) {
        const double each =
            std::max(0.0, time_of(doubling, count) - start) * 1e3 / static_cast<double>(count);
        fmt::print("{:>8}: {:.1f}", count, each);
        if (before > 0) fmt::print(" (×{:.2f})", each / before);
        std::fflush(stdout);
        before = each;
    }
    fmt::print("\n");
}

int run(std::string_view word) {
    fmt::print("CPU time for each of so many, in µs; in brackets, over the one before\n");
    const double start = time_of_nothing();
    for (const DoublingCase& doubling : doubling_cases()) {
        if (doubling.name.find(word) != std::string::npos) measure(doubling, start);
    }
    return 0;
}

}  // namespace
}  // namespace broadside::bench

int main(int argc, char** argv) { return broadside::bench::run(argc > 1 ? argv[1] : ""); }
