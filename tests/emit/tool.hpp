#pragma once

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>

#include "support/temporary_folder.hpp"

/// Other people's programs as second readers of what we write.
namespace broadside::test {

struct ToolOutput {
    std::string text;
    int status = -1;
};

inline bool has_tool(const std::string& name) {
    return std::system(("command -v " + name + " > /dev/null").c_str()) == 0;
}

/// Runs `command`, in which `{}` stands for a file that holds `bytes`.
inline ToolOutput run_tool(std::string command, std::string_view bytes) {
    const testing::TemporaryFolder folder;
    folder.write("file", std::string(bytes));
    if (const auto at = command.find("{}"); at != std::string::npos)
        command.replace(at, 2, folder / "file");
    ToolOutput output;
    std::FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) throw std::runtime_error("cannot run " + command);
    char buffer[4096];
    for (std::size_t size = 0; (size = fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
        output.text.append(buffer, size);
    }
    output.status = pclose(pipe);
    return output;
}

}  // namespace broadside::test
