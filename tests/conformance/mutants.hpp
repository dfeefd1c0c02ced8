#pragma once

#include <span>
#include <string>
#include <string_view>

#include "broadside/base/diagnostic.hpp"

namespace broadside::conformance_test {

/// One fault in the good file: in the text of an object or in what its stream holds.
struct Mutant {
    std::string_view name;
    int object;
    std::string_view from, to;
    std::string_view code;  // of the problem that must be found
    std::string_view says;  // part of its message
};

/// What is wrong with the file of these bytes.
Diagnostics problems_of(std::string_view file);

/// Code and message of each, a line.
std::string messages_of(const Diagnostics& problems);

/// Every mutant has its problem.
void expect_found(std::span<const Mutant> mutants);

/// Whether there is a problem of this code whose message has this part.
bool holds(const Diagnostics& problems, std::string_view code, std::string_view says);

}  // namespace broadside::conformance_test
