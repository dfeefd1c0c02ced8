#include "broadside/outputs/output_pattern.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>

#include "broadside/option.hpp"

namespace broadside {

namespace {

std::string text_of(Placeholder placeholder, const OutputFields& fields) {
    switch (placeholder) {
        case Placeholder::Id: return std::string(fields.id);
        case Placeholder::Name: return std::string(fields.name);
        case Placeholder::Layout: return std::string(fields.layout);
        case Placeholder::Language: return std::string(fields.language);
        case Placeholder::Extension: return std::string(fields.extension);
        case Placeholder::Record: return std::string(fields.record);
        case Placeholder::Page: return fmt::format("{}", fields.page);
    }
    return "";
}

/// With its dot; one that starts a file name starts no extension.
std::string dotted_extension(std::string_view path) {
    return std::filesystem::path(path).extension().string();
}

}  // namespace

bool OutputPattern::has(Placeholder placeholder) const {
    return std::any_of(parts.begin(), parts.end(), [placeholder](const auto& part) {
        const auto* found = std::get_if<Placeholder>(&part);
        return found != nullptr && *found == placeholder;
    });
}

Result<OutputPattern> parse_pattern(std::string_view pattern) {
    OutputPattern parsed;
    Diagnostics errors;
    std::string_view rest = pattern;
    while (!rest.empty()) {
        const std::size_t open = std::min(rest.find_first_of("{}"), rest.size());
        if (open > 0) parsed.parts.emplace_back(std::string(rest.substr(0, open)));
        rest.remove_prefix(open);
        if (rest.empty()) break;
        const std::size_t close = rest.find('}');
        if (rest.front() == '}' || close == std::string_view::npos) {
            errors.push_back(
                wrong_use("job-pattern",
                          fmt::format("expected every {{ to be closed by }} in \"{}\"", pattern)));
            break;
        }
        Placeholder known = Placeholder::Id;
        if (auto error = set_word("placeholder", rest.substr(0, close + 1), kPlaceholders, known))
            errors.push_back(*std::move(error));
        else
            parsed.parts.emplace_back(known);
        rest.remove_prefix(close + 1);
    }
    if (!errors.empty()) return errors;
    return parsed;
}

std::string expand(const OutputPattern& pattern, const OutputFields& fields) {
    std::string path;
    for (const auto& part : pattern.parts) {
        const auto* placeholder = std::get_if<Placeholder>(&part);
        path +=
            placeholder != nullptr ? text_of(*placeholder, fields) : std::get<std::string>(part);
    }
    if (fields.pages > 1 && !pattern.has(Placeholder::Page)) {
        path.insert(path.size() - dotted_extension(path).size(), fmt::format("-{}", fields.page));
    }
    return path;
}

std::string extension_of(std::string_view pattern) {
    const std::string dotted = dotted_extension(pattern);
    return dotted.empty() ? dotted : dotted.substr(1);
}

}  // namespace broadside
