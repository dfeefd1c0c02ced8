#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace broadside::lint {

/// One file of the repository; `path` is relative to its top, with slashes.
struct SourceFile {
    std::string path;
    std::string text;
};

/// One finding, as compilers print theirs: `path:line: message`.
using Problem = std::string;

Problem problem_at(const SourceFile& file, std::size_t line, std::string_view message);

std::vector<std::string_view> split_lines(std::string_view text);

/// Every text file that people edit, in order of path: not what was built, rendered or recorded by
/// git.
std::vector<SourceFile> read_repository(const std::filesystem::path& top);

}  // namespace broadside::lint
