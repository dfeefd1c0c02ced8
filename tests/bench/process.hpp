#pragma once

#include <string>
#include <utility>
#include <vector>

namespace broadside::bench {

/// What becomes of standard error.
enum class Errors { Shown, Dropped };

struct Command {
    std::vector<std::pair<std::string, std::string>> environment;
    std::vector<std::string> words;  // the program, and its arguments
    Errors errors = Errors::Shown;
};

/// Of one run, in milliseconds.
struct Costs {
    double cpu = 0;  // user and system
    double wall = 0;
    double memory = 0;  // at most, in kB
    int code = 0;       // the program's exit code
};

/// Runs a program whose output nobody reads. Ends the process when it cannot be run.
Costs costs_of(const Command& command);

}  // namespace broadside::bench
