#include "conformance/mutants.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "broadside/conformance/check_file.hpp"
#include "conformance/good_pdf.hpp"

namespace broadside::conformance_test {

Diagnostics problems_of(std::string_view file) {
    return conformance::check_file(file).diagnostics();
}

bool holds(const Diagnostics& problems, std::string_view code, std::string_view says) {
    return std::any_of(problems.begin(), problems.end(), [&](const Diagnostic& problem) {
        return problem.code == code && problem.message.find(says) != std::string::npos;
    });
}

std::string messages_of(const Diagnostics& problems) {
    std::string messages;
    for (const Diagnostic& problem : problems)
        messages += problem.code + ": " + problem.message + "\n";
    return messages;
}

void expect_found(std::span<const Mutant> mutants) {
    for (const Mutant& mutant : mutants) {
        Sources sources = good_sources();
        Source& source = sources.at(mutant.object);
        std::string& altered =
            source.text.find(mutant.from) == std::string::npos ? source.stream : source.text;
        altered = replaced(altered, mutant.from, mutant.to);
        const Diagnostics problems = problems_of(file_of(sources));
        EXPECT_TRUE(holds(problems, mutant.code, mutant.says)) << mutant.name << ":\n"
                                                               << messages_of(problems);
    }
}

}  // namespace broadside::conformance_test
