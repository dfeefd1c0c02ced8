#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>
#include <sys/wait.h>

#include "broadside/conformance/check_file.hpp"
#include "support/temporary_folder.hpp"
#include "support/tiny_project.hpp"

namespace broadside::testing {

struct ProgramRun {
    int code = -1;
    std::string out;
    std::string err;
};

/// Runs the built program in `folder` through the shell. `arguments` are as on a command line and
/// may redirect; `before` stands before the program: variables, a pipe.
inline ProgramRun run_program(const TemporaryFolder& folder, const std::string& arguments,
                              const std::string& before = "") {
    const TemporaryFolder streams;
    const std::string command = "cd '" + folder.path() + "' && { " + before +
                                " '" BROADSIDE_BINARY_DIR "/broadside' " + arguments + "; } >'" +
                                (streams / "out") + "' 2>'" + (streams / "err") + "'";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, streams.read("out"), streams.read("err")};
}

/// The built program in a folder with the tiny project. Every PDF that it leaves there keeps the
/// standards that it names.
class ProgramTest : public ::testing::Test {
protected:
    ProgramTest() {
        folder.write("planets.json", kTinyDataset);
        folder.write("layouts/plain.json", kTinyLayout);
        folder.write("symbols/yes.svg", kTinySymbol);
    }

    void TearDown() override {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path())) {
            if (entry.symlink_status().type() != std::filesystem::file_type::regular) continue;
            const std::string name = entry.path().lexically_relative(folder.path()).string();
            const std::string bytes = folder.read(name);
            if (is_faulty_on_purpose || !bytes.starts_with("%PDF-") || bytes.size() < 1000)
                continue;
            const auto kept = conformance::check_file(bytes);
            for (const Diagnostic& problem : kept.diagnostics())
                ADD_FAILURE() << name << ": " << to_string(problem);
        }
    }

    ProgramRun run(const std::string& arguments, const std::string& before = "") const {
        return run_program(folder, arguments,
                           "export BROADSIDE_RESOURCES='" BROADSIDE_SOURCE_DIR
                           "' XDG_CACHE_HOME='" +
                               cache.path() + "'; " + before);
    }

    /// Replaces a passage of the dataset.
    void replace(const std::string& passage, const std::string& replacement) const {
        std::string dataset = folder.read("planets.json");
        folder.write("planets.json",
                     dataset.replace(dataset.find(passage), passage.size(), replacement));
    }

    TemporaryFolder folder, cache;
    bool is_faulty_on_purpose = false;  // what the test itself leaves there
};

}  // namespace broadside::testing
