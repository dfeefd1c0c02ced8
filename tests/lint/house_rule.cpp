#include "lint/house_rule.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace broadside::lint {

namespace {

constexpr std::size_t kMaxLines = 400;
constexpr std::string_view kLibrary = "src/broadside/";

bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_code(std::string_view path) {
    return path.ends_with(".cpp") || path.ends_with(".hpp") || path.ends_with(".cmake") ||
           file_name(path) == "CMakeLists.txt";
}

bool is_pass(std::string_view path) {
    return path.starts_with(kLibrary) && contains(path.substr(kLibrary.size()), "/");
}

// One letter is escaped, so that this file is not its own finding.
constexpr std::array kMachinePaths{"/\x77ork/", "/\x74mp/", "/\x68ome/", "/\x72oot/"};
constexpr std::array kOutsideWorld{"getenv(", "system_clock::now", "setlocale(", "std::time(",
                                   "::time("};

std::string line_text_problem(std::string_view line) {
    if (!line.empty() && contains(" \t\r", line.substr(line.size() - 1)))
        return "trailing white space";
    for (const std::string_view path : kMachinePaths) {
        if (contains(line, path)) return fmt::format("'{}' is a path of one machine", path);
    }
    return {};
}

std::string line_code_problem(std::string_view path, std::string_view line) {
    constexpr std::string_view kTodo = "\x54ODO";
    const std::size_t todo = line.find(kTodo);
    if (todo != std::string_view::npos) {
        const std::string_view rest = line.substr(todo + kTodo.size());
        if (!rest.starts_with(" when ") && !rest.starts_with(" until ")) {
            return fmt::format("a {0} names the condition for its removal: \"{0} when …\"", kTodo);
        }
    }
    if (!is_pass(path)) return {};
    for (const std::string_view call : kOutsideWorld) {
        if (contains(line, call)) return fmt::format("a pass must not call {}…)", call);
    }
    return {};
}

struct WantedTest {
    std::string folder;  // under tests/; empty: any, for what stands above the passes
    std::string name;
};

// src/broadside/resolve/cells/text_cell.cpp is tested by a text_cell_test.cpp under tests/resolve/.
WantedTest wanted_test(std::string_view source) {
    WantedTest wanted;
    wanted.name = file_name(source);
    wanted.name.resize(wanted.name.size() - std::string_view(".cpp").size());
    wanted.name += "_test.cpp";
    if (is_pass(source)) {
        source.remove_prefix(kLibrary.size());
        wanted.folder = source.substr(0, source.find('/') + 1);
    }
    return wanted;
}

bool is_there(const WantedTest& wanted, const std::vector<SourceFile>& files) {
    const std::string start = "tests/" + wanted.folder;
    const std::string end = "/" + wanted.name;
    return std::any_of(files.begin(), files.end(), [&](const SourceFile& file) {
        return file.path.starts_with(start) && file.path.ends_with(end);
    });
}

}  // namespace

std::vector<Problem> text_problems(const SourceFile& file) {
    std::vector<Problem> problems;
    std::size_t number = 0;
    for (const std::string_view line : split_lines(file.text)) {
        const std::string message = line_text_problem(line);
        ++number;
        if (!message.empty()) problems.push_back(problem_at(file, number, message));
    }
    if (!file.text.empty() && file.text.back() != '\n') {
        problems.push_back(problem_at(file, number, "no line feed at the end"));
    }
    return problems;
}

std::vector<Problem> code_problems(const SourceFile& file) {
    if (!is_code(file.path)) return {};
    std::vector<Problem> problems;
    const auto lines = split_lines(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string message = line_code_problem(file.path, lines[i]);
        if (!message.empty()) problems.push_back(problem_at(file, i + 1, message));
    }
    if (file.path.ends_with(".hpp") && (lines.empty() || lines.front() != "#pragma once")) {
        problems.push_back(problem_at(file, 1, "a header starts with #pragma once"));
    }
    if (file.path.starts_with("src/") && lines.size() > kMaxLines) {
        problems.push_back(
            problem_at(file, lines.size(), fmt::format("longer than {} lines", kMaxLines)));
    }
    return problems;
}

std::vector<Problem> untested_sources(const std::vector<SourceFile>& files) {
    std::vector<Problem> problems;
    for (const SourceFile& file : files) {
        if (!file.path.starts_with("src/") || !file.path.ends_with(".cpp")) continue;
        // The command line's main is tested as a process.
        if (file.path == "src/cli/main.cpp") continue;
        const WantedTest wanted = wanted_test(file.path);
        if (is_there(wanted, files)) continue;
        problems.push_back(problem_at(
            file, 1, fmt::format("no test file tests/{}{}", wanted.folder, wanted.name)));
    }
    return problems;
}

}  // namespace broadside::lint
