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

/// What a PDF's objects say, its streams unpacked, with one space where there is space.
inline std::string pdf_objects(std::string_view pdf) {
    const ToolOutput plain =
        run_tool("qpdf --qdf --object-streams=disable --no-original-object-ids {} -", pdf);
    if (plain.status != 0) throw std::runtime_error("qpdf failed: " + plain.text);
    std::string squeezed;
    for (const char c : plain.text) {
        const bool is_space = c == ' ' || c == '\n';
        if (!is_space) squeezed += c;
        if (is_space && !squeezed.ends_with(' ')) squeezed += ' ';
    }
    return squeezed;
}

}  // namespace broadside::test
