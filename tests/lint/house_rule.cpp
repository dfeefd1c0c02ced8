#include "lint/house_rule.hpp"

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

}  // namespace broadside::lint
