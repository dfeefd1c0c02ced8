#include "lint/link_rule.hpp"

#include <filesystem>

#include <fmt/format.h>

namespace broadside::lint {

namespace {

constexpr std::string_view kFence = "```";

/// Takes the next `](target)` off the front of `rest`; empty when there is none.
std::string_view take_target(std::string_view& rest) {
    constexpr std::string_view kOpen = "](";
    const std::size_t open = rest.find(kOpen);
    if (open == std::string_view::npos) return {};
    rest.remove_prefix(open + kOpen.size());
    const std::size_t close = rest.find(')');
    if (close == std::string_view::npos) return {};
    return rest.substr(0, close);
}

bool is_local(std::string_view target) {
    return !target.starts_with('#') && target.find(':') == std::string_view::npos;
}

std::string path_of(const SourceFile& file, std::string_view target) {
    const auto folder = std::filesystem::path(file.path).parent_path();
    return (folder / target.substr(0, target.find('#'))).lexically_normal().generic_string();
}

}  // namespace

std::vector<Problem> broken_links(const SourceFile& file,
                                  const std::function<bool(const std::string& path)>& exists) {
    if (!file.path.ends_with(".md")) return {};
    std::vector<Problem> problems;
    std::size_t number = 0;
    for (std::string_view rest : split_lines(file.text)) {
        ++number;
        for (auto target = take_target(rest); !target.empty(); target = take_target(rest)) {
            if (!is_local(target) || exists(path_of(file, target))) continue;
            problems.push_back(problem_at(file, number, fmt::format("'{}' is not there", target)));
        }
    }
    return problems;
}

std::vector<std::string> code_blocks(const SourceFile& file, std::string_view language) {
    std::vector<std::string> blocks;
    bool is_inside = false;
    bool is_wanted = false;
    for (const std::string_view line : split_lines(file.text)) {
        if (line.starts_with(kFence)) {
            is_inside = !is_inside;
            is_wanted = is_inside && line.substr(kFence.size()) == language;
            if (is_wanted) blocks.emplace_back();
        } else if (is_wanted) {
            blocks.back().append(line).append("\n");
        }
    }
    return blocks;
}

}  // namespace broadside::lint
