#include "lint/source_file.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include <fmt/format.h>

namespace broadside::lint {

namespace {

namespace fs = std::filesystem;

/// A worktree's `.git` is a file, which says where on this machine the repository is.
bool is_left_out(const fs::path& path) {
    constexpr std::array kNames{".git", ".snakemake", "build", "output"};
    return std::find(kNames.begin(), kNames.end(), path.filename()) != kNames.end();
}

bool is_text(const fs::path& file) {
    constexpr std::array kExtensions{".cpp", ".hpp",   ".md", ".json", ".svg",
                                     ".txt", ".cmake", ".in", ""};
    return std::find(kExtensions.begin(), kExtensions.end(), file.extension()) != kExtensions.end();
}

std::string read(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

Problem problem_at(const SourceFile& file, std::size_t line, std::string_view message) {
    return fmt::format("{}:{}: {}", file.path, line, message);
}

std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::vector<SourceFile> read_repository(const fs::path& top) {
    std::vector<SourceFile> files;
    for (auto entry = fs::recursive_directory_iterator(top); entry != fs::end(entry); ++entry) {
        if (entry->is_directory() && is_left_out(entry->path())) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && !is_left_out(entry->path()) &&
                   is_text(entry->path())) {
            files.push_back(
                {entry->path().lexically_relative(top).generic_string(), read(entry->path())});
        }
    }
    std::sort(files.begin(), files.end(),
              [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
    return files;
}

}  // namespace broadside::lint
