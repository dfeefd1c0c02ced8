#include <algorithm>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/language_hints.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/unicode/language_tag.hpp"

namespace broadside::load {

namespace {

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

/// The name of a file, and where it stands.
template <typename File>
constexpr Field<File> file_field() {
    return {{"file", kRequired}, [](const Node& node, Report& report, File& file) {
                file.origin = node.place();
                file.file = read_nonempty_string(node, report);
            }};
}

constexpr ObjectType kFile{
    "file", "",
    std::array{optional<&FontFile::weight, kOneOf<kWeights>>("weight"),
               optional<&FontFile::slant, kOneOf<kSlants>>("slant"), file_field<FontFile>(),
               optional<&FontFile::index, kCount<int, 0, kMostFacesInFile>>("index")}};

std::vector<FontFile> read_files(const Node& node, Report& report) {
    std::vector<FontFile> files;
    for (const Node& item : nonempty_items_of(node, report, "file")) {
        const FontFile file = read_object<kFile>(item, report);
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
constexpr FactorRange kFactors{0.5, 2, "bad-factor",
                               "1 is the size, or the distance of lines, that the style asks for"};

double read_font_factor(const Node& node, Report& report) {
    return read_factor(node, report, kFactors);
}

constexpr ValueType<std::vector<std::string>> kScripts{read_scripts, {}};
constexpr ValueType<std::vector<FontFile>> kFiles{read_files, {}};
constexpr ValueType<double> kFactor{read_font_factor, {}};

constexpr ObjectType kFamily{"family", "",
                             std::array{required<&FontFamily::family, kNonemptyString>("family"),
                                        required<&FontFamily::scripts, kScripts>("scripts"),
                                        required<&FontFamily::licence, kNonemptyString>("licence"),
                                        optional<&FontFamily::package, kNonemptyString>("package"),
                                        optional<&FontFamily::scale, kFactor>("scale"),
                                        optional<&FontFamily::line_height, kFactor>("line_height"),
                                        required<&FontFamily::files, kFiles>("files")}};

std::vector<FontFamily> read_families(const Node& node, Report& report) {
    std::vector<FontFamily> families;
    UniqueIds names;
    for (const Node& item : nonempty_items_of(node, report, "family")) {
        families.push_back(read_object<kFamily>(item, report));
        names.add(families.back().family, item.place(), report);
    }
    return families;
}

constexpr ObjectType kHyphenationFile{
    "hyphenation_file", "",
    std::array{file_field<HyphenationFile>(),
               optional<&HyphenationFile::package, kNonemptyString>("package")}};

std::map<std::string, HyphenationFile> read_hyphenation(const Node& node, Report& report) {
    std::map<std::string, HyphenationFile> files;
    for (const NodeMember& member : members_of(node, report)) {
        if (!unicode::is_language_tag(member.key)) {
            report.error(
                member.key_place,
                {"bad-language",
                 fmt::format("expected a BCP 47 language tag, got \"{}\"", excerpt(member.key)),
                 language_hints(member.key)});
        }
        files[member.key] = read_object<kHyphenationFile>(member.node, report);
    }
    return files;
}

constexpr ValueType<std::vector<FontFamily>> kFamilies{read_families, {}};
constexpr ValueType<std::map<std::string, HyphenationFile>> kHyphenation{read_hyphenation, {}};

constexpr ObjectType kFontManifest{
    "", "",
    std::array{Field<FontManifest>{kSchemaKey}, Field<FontManifest>{kFormatKey},
               required<&FontManifest::families, kFamilies>("families"),
               optional<&FontManifest::hyphenation, kHyphenation>("hyphenation")}};

FontManifest read_font_manifest(const Node& node, Report& report) {
    FontManifest manifest;
    read_file_keys(read_fields<kFontManifest>(node, report, manifest), report);
    return manifest;
}

}  // namespace

Result<FontManifest> load_font_manifest(const SourceFile& source) {
    return load_json(source, read_font_manifest);
}

}  // namespace broadside::load
