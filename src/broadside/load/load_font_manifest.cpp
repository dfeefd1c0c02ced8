#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/excerpt.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/object_reader.hpp"
#include "broadside/load/syntax/text_rules.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::load {

namespace {

constexpr Key kFontManifestKeyList[] = {
    {"$schema"}, {"format", kRequired}, {"families", kRequired}, {"hyphenation"}};
constexpr Key kFamilyKeyList[] = {
    {"family", kRequired}, {"scripts", kRequired}, {"licence", kRequired}, {"package"}, {"scale"},
    {"line_height"},       {"files", kRequired}};
constexpr Key kFileKeyList[] = {{"weight"}, {"slant"}, {"file", kRequired}, {"index"}};
constexpr Key kHyphenationKeyList[] = {{"file", kRequired}, {"package"}};

constexpr ObjectKeys kFontManifestKeys{"", kFontManifestKeyList};
constexpr ObjectKeys kFamilyKeys{"family", kFamilyKeyList};
constexpr ObjectKeys kFileKeys{"file", kFileKeyList};
constexpr ObjectKeys kHyphenationKeys{"hyphenation_file", kHyphenationKeyList};

/// Faces of one collection file; the largest of Noto CJK hold ten.
constexpr std::size_t kMostFacesInFile = 255;

/// ISO 15924 codes are four letters, the first one large.
bool is_script_code(std::string_view text) {
    const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
    return text.size() == 4 && text[0] >= 'A' && text[0] <= 'Z' &&
           std::all_of(text.begin() + 1, text.end(), is_small);
}

std::vector<std::string> read_scripts(const Node& node, Report& report) {
    std::vector<std::string> scripts;
    for (const Node& item : nonempty_items_of(node, report, "script")) {
        if (!item.is(JsonType::String) || !is_script_code(item.text())) {
            report_mismatch(
                item, report,
                {"bad-script", "an ISO 15924 script code", {"examples: Latn, Arab, Hans"}});
        }
        scripts.emplace_back(item.text());
    }
    return scripts;
}

FontFile read_file(const Node& node, Report& report) {
    FontFile file;
    const ObjectReader object(node, kFileKeys, report);
    object.read("weight", file.weight, read_one_of<kWeights>);
    object.read("slant", file.slant, read_one_of<kSlants>);
    if (const auto name = object.find("file")) file.origin = name->place();
    object.read("file", file.file, read_nonempty_string);
    object.read("index", file.index, [](const Node& index, Report& index_report) {
        return static_cast<int>(read_count(index, index_report, {0, kMostFacesInFile}));
    });
    return file;
}

std::vector<FontFile> read_files(const Node& node, Report& report) {
    std::vector<FontFile> files;
    for (const Node& item : nonempty_items_of(node, report, "file")) {
        const FontFile file = read_file(item, report);
        const auto is_same_style = [&](const FontFile& other) {
            return other.weight == file.weight && other.slant == file.slant;
        };
        if (std::any_of(files.begin(), files.end(), is_same_style)) {
            report.error(
                item.place(),
                {"duplicate-style", "expected one file for each weight and slant, got another"});
        }
        files.push_back(file);
    }
    return files;
}

/// Beyond these a face does not look like the others' size, or lines fall apart.
constexpr double kSmallestFactor = 0.5, kLargestFactor = 2;

double read_factor(const Node& node, Report& report) {
    const auto factor = node.is(JsonType::Number) ? parse_number(node.text()) : std::nullopt;
    if (factor && *factor >= kSmallestFactor && *factor <= kLargestFactor) return *factor;
    report_mismatch(node, report,
                    {"bad-factor",
                     fmt::format("a number from {} to {}", kSmallestFactor, kLargestFactor),
                     {"1 is the size, or the distance of lines, that the style asks for"}});
    return 1;
}

FontFamily read_family(const Node& node, Report& report) {
    FontFamily family;
    const ObjectReader object(node, kFamilyKeys, report);
    object.read("family", family.family, read_nonempty_string);
    object.read("scripts", family.scripts, read_scripts);
    object.read("licence", family.licence, read_nonempty_string);
    object.read("package", family.package, read_nonempty_string);
    object.read("scale", family.scale, read_factor);
    object.read("line_height", family.line_height, read_factor);
    object.read("files", family.files, read_files);
    return family;
}

std::vector<FontFamily> read_families(const Node& node, Report& report) {
    std::vector<FontFamily> families;
    UniqueIds names;
    for (const Node& item : nonempty_items_of(node, report, "family")) {
        families.push_back(read_family(item, report));
        names.add(families.back().family, item.place(), report);
    }
    return families;
}

std::map<std::string, HyphenationFile> read_hyphenation(const Node& node, Report& report) {
    std::map<std::string, HyphenationFile> files;
    for (const NodeMember& member : members_of(node, report)) {
        if (!unicode::is_language_tag(member.key)) {
            report.error(
                member.key_place,
                {"bad-language",
                 fmt::format("expected a BCP 47 language tag, got \"{}\"", excerpt(member.key, 40)),
                 {"examples: fr, pt-BR, zh-Hant"}});
        }
        HyphenationFile& file = files[member.key];
        const ObjectReader object(member.node, kHyphenationKeys, report);
        if (const auto name = object.find("file")) file.origin = name->place();
        object.read("file", file.file, read_nonempty_string);
        object.read("package", file.package, read_nonempty_string);
    }
    return files;
}

FontManifest read_font_manifest(const Node& node, Report& report) {
    FontManifest manifest;
    const ObjectReader object(node, kFontManifestKeys, report);
    read_file_keys(object, report);
    object.read("families", manifest.families, read_families);
    object.read("hyphenation", manifest.hyphenation, read_hyphenation);
    return manifest;
}

}  // namespace

Result<FontManifest> load_font_manifest(const SourceFile& source) {
    return load_json(source, read_font_manifest);
}

}  // namespace broadside::load
