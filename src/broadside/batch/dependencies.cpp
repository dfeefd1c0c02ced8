#include "broadside/batch/dependencies.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/json_text.hpp"

namespace broadside::batch {

namespace {

/// GNU make, "Rule syntax" and "Multiple targets": spaces, `#` and `:` take a backslash, which
/// itself counts only before them; `$` is doubled. ninja's depfiles follow gcc's, which do the
/// same.
std::string escaped(std::string_view path) {
    std::string out;
    std::size_t backslashes = 0;
    for (const char c : path) {
        if (c == ' ' || c == '#' || c == ':') out.append(backslashes + 1, '\\');
        if (c == '$') out += '$';
        out += c;
        backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return out;
}

std::string make_rules(const Dependencies& dependencies) {
    std::string text;
    for (const auto& [output, inputs] : dependencies) {
        text += escaped(output) + ":";
        for (const std::string& input : inputs) text += " \\\n  " + escaped(input);
        text += "\n";
    }
    return text;
}

std::string json(const Dependencies& dependencies) {
    std::vector<std::string> outputs;
    for (const auto& [output, inputs] : dependencies) {
        std::vector<std::string> names;
        for (const std::string& input : inputs) names.push_back(json_text(input));
        outputs.push_back(
            fmt::format("  {}: [\n    {}\n  ]", json_text(output), fmt::join(names, ",\n    ")));
    }
    return fmt::format("{{\n{}\n}}\n", fmt::join(outputs, ",\n"));
}

/// The one that the language's own tag has, else that of its nearest parent.
void add_hyphenation(const FontManifest& fonts, const std::string& language,
                     std::set<std::string>& inputs) {
    for (const std::string& tag : with_parents(language)) {
        const auto patterns = fonts.hyphenation.find(tag);
        if (patterns == fonts.hyphenation.end()) continue;
        inputs.insert(patterns->second.file);
        return;
    }
}

void add_fonts(const FontManifest& fonts, const std::vector<model::FaceUse>& faces,
               std::set<std::string>& inputs) {
    const auto is_used = [&faces](const FontFamily& family, const FontFile& font) {
        return std::any_of(faces.begin(), faces.end(), [&](const model::FaceUse& face) {
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

std::set<std::string> inputs_of(const Job& job, const Batch& batch, const PlannedEdition& edition,
                                const model::ManifestEntry& file) {
    const Sources& sources = batch.sources;
    std::set<std::string> inputs = {edition.layout->input.file.name, sources.font_manifest.path};
    if (!sources.dataset.is_stream) inputs.insert(sources.dataset.file.name);
    if (!job.origin.file.empty()) inputs.insert(job.origin.file);
    for (const LocaleInput* locale : edition.language->locales) inputs.insert(locale->file.name);
    for (const ReadFile& symbol : edition.layout->symbol_files) inputs.insert(symbol.path);
    add_fonts(sources.fonts, file.fonts, inputs);
    add_hyphenation(sources.fonts, edition.language->tag, inputs);
    return inputs;
}

std::string to_text(const Dependencies& dependencies, DependencyFormat format) {
    switch (format) {
        case DependencyFormat::Make: return make_rules(dependencies);
        case DependencyFormat::Json: return json(dependencies);
    }
    return "";
}

}  // namespace broadside::batch
