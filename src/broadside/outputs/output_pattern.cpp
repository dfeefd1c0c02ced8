#include "broadside/outputs/output_pattern.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "broadside/option.hpp"

namespace broadside {

namespace {

constexpr std::pair<std::string_view, Placeholder> kPlaceholders[] = {
    {"id", Placeholder::Id},         {"name", Placeholder::Name},
    {"layout", Placeholder::Layout}, {"lang", Placeholder::Language},
    {"ext", Placeholder::Extension}, {"page", Placeholder::Page},
    {"record", Placeholder::Record}};

Diagnostic unknown_placeholder(std::string_view name) {
    const std::string word = fmt::format("{{{}}}", name);
    UnknownWord unknown{"placeholder", word, {}};
    for (const auto& [known, placeholder] : kPlaceholders)
        unknown.known.push_back(fmt::format("{{{}}}", known));
    return unknown_word(unknown);
}

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
        const std::string_view name = rest.substr(1, close - 1);
        const auto known = std::find_if(std::begin(kPlaceholders), std::end(kPlaceholders),
                                        [name](const auto& entry) { return entry.first == name; });
        if (known == std::end(kPlaceholders)) {
            errors.push_back(unknown_placeholder(name));
        } else {
            parsed.parts.emplace_back(known->second);
        }
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
