#include "broadside/batch/dependencies.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/printable.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/text/hyphenate.hpp"

namespace broadside::batch {

namespace {

/// What a name stands for in a rule. In the place after the colon, `x=y` would set a variable.
enum class RulePart { Target, FirstPrerequisite, Prerequisite };

/// Whether make can be told of a file. Lines and variables end at their characters whatever stands
/// before them, `~` is a home, `x(y)` a member of an archive.
bool has_make_name(std::string_view path, RulePart part) {
    const bool is_member = path.ends_with(')') && path.find('(') != std::string_view::npos;
    const bool has_wrong_blank =
        path.find_first_of(part == RulePart::Target ? "\n\r\v\f\t" : "\n\r\v\f") != path.npos;
    const bool has_wrong_backslash =
        path.ends_with('\\') || path.find("\\=") != path.npos || path.find("\\;") != path.npos;
    return !is_member && !has_wrong_blank && !has_wrong_backslash && !path.starts_with('~');
}

/// GNU make, "Rule syntax" and "Multiple targets": these take a backslash, which itself counts only
/// before them.
bool takes_backslash(char c, RulePart part) {
    const std::string_view special = part == RulePart::Target ? " #:%*?" : " \t#:|*?";
    return special.find(c) != std::string_view::npos;
}

/// What no backslash hides is the value of a function. ninja's depfiles follow gcc's, which know no
/// functions, and of backslashes those before a space, `#` and `:`; `$` is doubled in both.
std::string make_name(std::string_view path, RulePart part) {
    std::string out;
    std::size_t backslashes = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const char c = path[i];
        const bool is_last = i + 1 == path.size();
        if (c == ';') {
            out += "$(or \\;)";
        } else if (c == '=' && part != RulePart::Prerequisite) {
            out += "$(or =)";
        } else if (c == '&' && is_last && part == RulePart::Target) {
            out += "$(or &)";
        } else {
            if (takes_backslash(c, part)) out.append(backslashes + 1, '\\');
            if (c == '$') out += '$';
            out += c;
        }
        backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return out;
}

Diagnostic no_name(const std::string& path, std::string message, std::string hint) {
    return error("dependency-name", fmt::format("{} {}", json_text(path), message),
                 {std::move(hint)});
}

Diagnostic no_make_name(const std::string& path) {
    return no_name(path, "has a name that cannot be written for make",
                   "--deps-format json names every file");
}

/// In the order in which make takes them for what they are: the first without an equals sign.
std::vector<std::string> prerequisites(const std::set<std::string>& inputs) {
    std::vector<std::string> paths(inputs.begin(), inputs.end());
    const auto first = std::find_if(paths.begin(), paths.end(), [](const std::string& path) {
        return path.find('=') == std::string::npos;
    });
    if (first != paths.end()) std::rotate(paths.begin(), first, first + 1);
    return paths;
}

Result<std::string> make_rules(const Dependencies& dependencies) {
    std::string text;
    for (const auto& [output, inputs] : dependencies) {
        if (!has_make_name(output, RulePart::Target)) return no_make_name(output);
        text += make_name(output, RulePart::Target) + ":";
        RulePart part = RulePart::FirstPrerequisite;
        for (const std::string& input : prerequisites(inputs)) {
            if (!has_make_name(input, part)) return no_make_name(input);
            text += " \\\n  " + make_name(input, part);
            part = RulePart::Prerequisite;
        }
        text += "\n";
    }
    return text;
}

Result<std::string> json(const Dependencies& dependencies) {
    const auto is_utf8 = [](const std::string& path) { return !load::find_invalid_utf8(path); };
    const auto not_utf8 = [](const std::string& path) {
        return no_name(path, "has a name that is not UTF-8, as names in JSON are",
                       "--deps-format make names it");
    };
    std::vector<std::string> outputs;
    for (const auto& [output, inputs] : dependencies) {
        if (!is_utf8(output)) return not_utf8(output);
        std::vector<std::string> names;
        for (const std::string& input : inputs) {
            if (!is_utf8(input)) return not_utf8(input);
            names.push_back(json_text(input));
        }
        outputs.push_back(
            fmt::format("  {}: [\n    {}\n  ]", json_text(output), fmt::join(names, ",\n    ")));
    }
    return fmt::format("{{\n{}\n}}\n", fmt::join(outputs, ",\n"));
}

bool is_line_of_json(std::string_view line) {
    return line.empty() || line == "{" || line == "}" || line.starts_with("    \"") ||
           (line.starts_with("  \"") && line.ends_with("\": [")) || line == "  ]" || line == "  ],";
}

bool is_line_of_rules(std::string_view line) {
    return line.starts_with("  ") || (!line.starts_with('\t') && line.ends_with(": \\"));
}

void add_fonts(const FontManifest& fonts, const std::vector<model::UsedFace>& faces,
               std::set<std::string>& inputs) {
    const auto is_used = [&faces](const FontFamily& family, const FontFile& font) {
        return std::any_of(faces.begin(), faces.end(), [&](const model::UsedFace& face) {
            return face.family == family.family &&
                   face.file == font.file.substr(font.file.rfind('/') + 1);
        });
    };
    for (const FontFamily& family : fonts.families) {
        for (const FontFile& font : family.files) {
            if (is_used(family, font)) inputs.insert(font.file);
        }
    }
}

}  // namespace

std::set<std::string> input_paths(const Job& job, const Plan& plan, const PlannedEdition& edition,
                                  const model::ManifestEntry& file) {
    const Sources& sources = plan.sources;
    std::set<std::string> inputs = {edition.layout->input.file->name, sources.fonts->file->name};
    if (!sources.dataset.is_stream) inputs.insert(sources.dataset.file->name);
    if (!job.records.empty()) inputs.insert(job.records);
    if (!job.origin.file.empty()) inputs.insert(job.origin.file);
    for (const Language* language : languages_of(sources, edition)) {
        for (const LocaleInput* locale : language->locales) inputs.insert(locale->file->name);
        if (const auto* patterns = text::find_patterns(sources.fonts->manifest, language->tag))
            inputs.insert(patterns->file);
    }
    for (const ReadFile& symbol : edition.layout->symbols.files) inputs.insert(symbol.path);
    for (const ReadFile& picture : sources.pictures.files) inputs.insert(picture.path);
    add_fonts(sources.fonts->manifest, file.about->fonts, inputs);
    return inputs;
}

Result<std::string> to_text(const Dependencies& dependencies, DependencyFormat format) {
    switch (format) {
        case DependencyFormat::Make: return make_rules(dependencies);
        case DependencyFormat::Json: return json(dependencies);
    }
    return std::string();
}

bool begins_as_dependencies(std::string_view beginning) {
    const auto is_line = beginning.starts_with("{\n") ? is_line_of_json : is_line_of_rules;
    if (!beginning.starts_with("{\n") && beginning.starts_with(' ')) return false;
    // The last line may be cut.
    for (std::size_t end; (end = beginning.find('\n')) != std::string_view::npos;) {
        if (!is_line(beginning.substr(0, end))) return false;
        beginning.remove_prefix(end + 1);
    }
    return true;
}

}  // namespace broadside::batch
