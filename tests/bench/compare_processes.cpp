// Times whole processes, in turn, so that a busy machine slows both alike:
//
//   compare_processes [--pairs N] [--label TEXT] [--goal RATIO] [--clock cpu|wall]
//                     -- COMMAND... [-- COMMAND...]
//
// Words KEY=VALUE before a program are set in its environment, as `env` does, but without the price
// of starting `env`. Prints the median time of each, and the median of the ratios pair by pair: CPU
// time, which other programs disturb little, or wall time, where threads are what is measured.

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bench/process.hpp"

namespace broadside::bench {
namespace {

constexpr int kWarmUpRuns = 3;

enum class Clock { Cpu, Wall };

struct Plan {
    int pairs = 21;
    Clock clock = Clock::Cpu;
    std::string label = "command";
    std::optional<double> goal;
    std::vector<Command> commands;
};

[[noreturn]] void die(std::string_view message) {
    fmt::print(stderr, "compare_processes: {}\n", message);
    std::exit(2);
}

template <typename Number>
Number parse_number(std::string_view text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !(number > 0)) {
        die(fmt::format("expected a number above 0, got '{}'", text));
    }
    return number;
}

Command parse_command(const std::vector<std::string>& words) {
    Command command;
    std::size_t i = 0;
    for (; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        if (equals == std::string::npos) break;
        command.environment.emplace_back(words[i].substr(0, equals), words[i].substr(equals + 1));
    }
    command.words.assign(words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
    if (command.words.empty()) die("expected a program after '--'");
    return command;
}

void parse_option(Plan& plan, std::string_view name, std::string_view value) {
    if (name == "--pairs") {
        plan.pairs = parse_number<int>(value);
    } else if (name == "--label") {
        plan.label = value;
    } else if (name == "--goal") {
        plan.goal = parse_number<double>(value);
    } else if (name == "--clock" && (value == "cpu" || value == "wall")) {
        plan.clock = value == "cpu" ? Clock::Cpu : Clock::Wall;
    } else {
        die(fmt::format("unknown option '{}'", name));
    }
}

Plan parse_plan(const std::vector<std::string>& words) {
    Plan plan;
    std::size_t i = 0;
    for (; i < words.size() && words[i] != "--"; i += 2) {
        if (i + 1 == words.size()) die(fmt::format("'{}' wants a value", words[i]));
        parse_option(plan, words[i], words[i + 1]);
    }
    while (i < words.size()) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
        const auto end = std::find(begin, words.end(), "--");
        plan.commands.push_back(parse_command({begin, end}));
        i = static_cast<std::size_t>(end - words.begin());
    }
    if (plan.commands.empty() || plan.commands.size() > 2) die("expected one command or two");
    return plan;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

void print_goal(double ratio, double goal) {
    fmt::print("  goal {:.2f}: {}\n", goal, ratio <= goal ? "met" : "missed");
}

void measure(const Plan& plan) {
    const std::size_t count = plan.commands.size();
    std::vector<std::vector<double>> times(count);
    std::vector<double> ratios;
    for (int run = -kWarmUpRuns; run < plan.pairs; ++run) {
        std::vector<double> pair;
        for (const Command& command : plan.commands) {
            const Costs costs = costs_of(command);
            if (costs.code != 0) die(command.words.front() + " failed");
            pair.push_back(plan.clock == Clock::Cpu ? costs.cpu : costs.wall);
        }
        if (run < 0) continue;
        for (std::size_t i = 0; i < count; ++i) times[i].push_back(pair[i]);
        if (count == 2) ratios.push_back(pair[0] / pair[1]);
    }
    fmt::print("{}: median {} time of {} runs\n", plan.label,
               plan.clock == Clock::Cpu ? "CPU" : "wall", plan.pairs);
    for (std::size_t i = 0; i < count; ++i) {
        const auto [least, most] = std::minmax_element(times[i].begin(), times[i].end());
        fmt::print("  {:8.2f} ms ({:.2f} to {:.2f})  {}\n", median(times[i]), *least, *most,
                   plan.commands[i].words.front());
    }
    if (count < 2) return;
    const auto [least, most] = std::minmax_element(ratios.begin(), ratios.end());
    const double ratio = median(ratios);
    fmt::print("  ratio {:.2f} ({:.2f} to {:.2f})\n", ratio, *least, *most);
    if (plan.goal) print_goal(ratio, *plan.goal);
}

}  // namespace
}  // namespace broadside::bench

int main(int argc, char** argv) {
    broadside::bench::measure(broadside::bench::parse_plan({argv + 1, argv + argc}));
    return 0;
}
