#include "broadside/outputs/output_pattern.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "broadside/option.hpp"

namespace broadside {

namespace {

struct NamedPlaceholder {
    std::string_view name;
    Placeholder placeholder;
};

constexpr std::array<NamedPlaceholder, 6> kPlaceholders{{{"id", Placeholder::Id},
                                                         {"name", Placeholder::Name},
                                                         {"layout", Placeholder::Layout},
                                                         {"lang", Placeholder::Language},
                                                         {"ext", Placeholder::Extension},
                                                         {"page", Placeholder::Page}}};

Diagnostic unknown_placeholder(std::string_view name) {
    UnknownWord unknown{"placeholder", "", {}};
    const std::string word = fmt::format("{{{}}}", name);
    unknown.word = word;
    for (const NamedPlaceholder& known : kPlaceholders) {
        unknown.known.push_back(fmt::format("{{{}}}", known.name));
    }
    return unknown_word(unknown);
}

std::string text_of(Placeholder placeholder, const OutputFields& fields) {
    switch (placeholder) {
        case Placeholder::Id: return fields.id;
        case Placeholder::Name: return fields.name;
        case Placeholder::Layout: return fields.layout;
        case Placeholder::Language: return fields.language;
        case Placeholder::Extension: return fields.extension;
        case Placeholder::Page: return fmt::format("{}", fields.page);
    }
    return "";
}

/// Where the extension's dot stands, or the end: a dot that starts a file name starts no extension.
std::size_t extension_position(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos || dot <= name ? path.size() : dot;
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
    std::vector<Diagnostic> errors;
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
        const auto known = std::find_if(kPlaceholders.begin(), kPlaceholders.end(),
                                        [name](const auto& entry) { return entry.name == name; });
        if (known == kPlaceholders.end()) {
            errors.push_back(unknown_placeholder(name));
        } else {
            parsed.parts.emplace_back(known->placeholder);
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
        path.insert(extension_position(path), fmt::format("-{}", fields.page));
    }
    return path;
}

std::string_view extension_of(std::string_view pattern) {
    const std::size_t dot = extension_position(pattern);
    return dot == pattern.size() ? std::string_view() : pattern.substr(dot + 1);
}

}  // namespace broadside
