#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

#include <unistd.h>

/// Other people's programs as second readers of what we write.
namespace broadside::test {

/// A file that is gone after the test.
class TemporaryFile {
public:
    explicit TemporaryFile(std::string_view bytes) {
        std::string pattern = std::filesystem::temp_directory_path() / "broadside-XXXXXX";
        const int descriptor = mkstemp(pattern.data());
        if (descriptor < 0) throw std::runtime_error("no temporary file");
        close(descriptor);
        path_ = pattern;
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() { std::filesystem::remove(path_); }

    const std::string& path() const { return path_; }

private:
    std::string path_;
};

struct ToolOutput {
    std::string text;
    int status = -1;
};

inline bool has_tool(const std::string& name) {
    return std::system(("command -v " + name + " > /dev/null").c_str()) == 0;
}

/// Runs `command`, in which `{}` stands for a file that holds `bytes`.
inline ToolOutput run_tool(std::string command, std::string_view bytes) {
    const TemporaryFile file(bytes);
    if (const auto at = command.find("{}"); at != std::string::npos)
        command.replace(at, 2, file.path());
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
