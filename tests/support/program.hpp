#pragma once

#include <cstdlib>
#include <string>

#include <sys/wait.h>

#include "support/temporary_folder.hpp"

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

}  // namespace broadside::testing
