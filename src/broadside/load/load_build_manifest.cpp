#include "broadside/base/whole_text.hpp"
#include "broadside/load/fields.hpp"
#include "broadside/load/load.hpp"
#include "broadside/load/syntax/json_tree.hpp"

namespace broadside::load {

namespace {

using model::BuildManifest;
using model::ManifestEntry;
using model::OutputFacts;
using model::UsedFace;

// Numbers of JSON are exact up to 2^53 in most programs.
constexpr auto& kNumber = kCount<std::size_t, 0, std::size_t{1} << 53>;

double read_real(const Node& node, Report& report) {
    const auto number = number_in(node);
    if (!number) report_mismatch(node, report, {"wrong-type", "a number"});
    return number.value_or(0);
}

/// Whatever a path or a message holds, control characters too: it is not for setting.
std::string read_any_string(const Node& node, Report& report) {
    if (!node.is(JsonType::String)) report_mismatch(node, report, {"wrong-type", "a string"});
    return std::string(node.text());
}

/// The path that a relative URL names, byte by byte.
std::string read_url(const Node& node, Report& report) {
    const std::string url = read_any_string(node, report);
    std::string path;
    for (std::size_t i = 0; i < url.size(); ++i) {
        unsigned char byte = static_cast<unsigned char>(url[i]);
        if (byte == '%') {
            const std::string digits = url.substr(i + 1, 2);
            const auto read = whole_text_as<unsigned char>(digits, 16);
            if (digits.size() < 2 || !read)
                report_mismatch(node, report, {"wrong-value", "a percent-encoded path"});
            byte = read.value_or(byte);
            i += digits.size();
        }
        path += static_cast<char>(byte);
    }
    return path;
}

Digest read_hash(const Node& node, Report& report) {
    const auto digest = read_digest(read_any_string(node, report));
    if (!digest) report_mismatch(node, report, {"wrong-value", "32 hexadecimal digits"});
    return digest.value_or(Digest());
}

/// Where a file is not all that was asked for, nothing that it is made from is named.
Digest read_inputs(const Node& node, Report& report) {
    return node.is(JsonType::String) && node.text().empty() ? Digest() : read_hash(node, report);
}

std::vector<std::string> read_strings(const Node& node, Report& report) {
    std::vector<std::string> strings;
    for (const Node& item : items_of(node, report))
        strings.push_back(read_any_string(item, report));
    return strings;
}

std::map<std::string, std::size_t> read_fallbacks(const Node& node, Report& report) {
    std::map<std::string, std::size_t> fallbacks;
    for (const NodeMember& member : members_of(node, report))
        fallbacks[member.key] = kNumber.read(member.node, report);
    return fallbacks;
}

constexpr ValueType<std::string> kAny{read_any_string, {}};
constexpr ValueType<std::string> kUrl{read_url, {}};
constexpr ValueType<Digest> kDigest{read_hash, {}};
constexpr ValueType<Digest> kInputs{read_inputs, {}};
constexpr ValueType<double> kReal{read_real, {}};
constexpr ValueType<Pt> kPoints{
    [](const Node& node, Report& report) { return Pt(read_real(node, report)); }, {}};
constexpr ValueType<std::vector<std::string>> kStrings{read_strings, {}};
constexpr ValueType<std::map<std::string, std::size_t>> kFallbacks{read_fallbacks, {}};

constexpr ObjectType kFace{
    "face", "",
    std::array{required<&UsedFace::family, kAny>("family"), required<&UsedFace::face, kAny>("face"),
               required<&UsedFace::file, kAny>("file")}};

constexpr ObjectType kType{"type", "",
                           std::array{required<&Decisions::smallest_type, kPoints>("smallest"),
                                      required<&Decisions::type_scale, kReal>("scale"),
                                      required<&Decisions::padding_scale, kReal>("padding_scale"),
                                      required<&Decisions::hyphenated, kFlag>("hyphenated"),
                                      optional<&Decisions::limited_by, kAny>("set_by")}};

constexpr ObjectType kTranslation{
    "translation", "",
    std::array{required<&TranslationCounts::texts, kNumber>("texts"),
               required<&TranslationCounts::translated, kNumber>("translated"),
               optional<&TranslationCounts::stale, kNumber>("stale"),
               required<&TranslationCounts::fallbacks, kFallbacks>("fallbacks"),
               required<&TranslationCounts::is_reviewed, kOneOf<kReviews>>("review")}};

constexpr ValueType<std::vector<UsedFace>> kFaces{read_objects<kFace>, {}};

/// Manifests once had a hash of what was drawn.
constexpr Key kEarlierKey{"scene", Presence::Optional, {}};

template <auto member, const auto& type>
constexpr Field<ManifestEntry> about(std::string_view name) {
    return {{name, kRequired}, [](const Node& node, Report& report, ManifestEntry& entry) {
                entry.about.edit().*member = type.read(node, report);
            }};
}

constexpr ObjectType kEntry{
    "output", "",
    std::array{
        required<&ManifestEntry::path, kAny>("path"),
        optional<&ManifestEntry::path, kUrl>("path_url"),
        required<&ManifestEntry::hash, kDigest>("hash"),
        required<&ManifestEntry::bytes, kNumber>("bytes"),
        about<&OutputFacts::dataset, kAny>("dataset"), about<&OutputFacts::layout, kAny>("layout"),
        about<&OutputFacts::language, kAny>("language"),
        optional<&ManifestEntry::record, kAny>("record"),
        about<&OutputFacts::format, kAny>("format"),
        optional<&ManifestEntry::page, kNumber>("page"),
        about<&OutputFacts::files, kNumber>("files"), about<&OutputFacts::pages, kNumber>("pages"),
        about<&OutputFacts::type, kValueOf<kType>>("type"),
        about<&OutputFacts::fonts, kFaces>("fonts"),
        about<&OutputFacts::translation, kValueOf<kTranslation>>("translation"),
        about<&OutputFacts::warnings, kStrings>("warnings"),
        required<&ManifestEntry::inputs, kInputs>("inputs"), Field<ManifestEntry>{kEarlierKey}}};

constexpr ObjectType kManifest{
    "", "",
    std::array{Field<BuildManifest>{kFormatKey},
               Field<BuildManifest>{{"program", kRequired},
                                    [](const Node& node, Report& report, BuildManifest&) {
                                        read_any_string(node, report);
                                    }},
               Field<BuildManifest>{{"outputs", kRequired},
                                    [](const Node& node, Report& report, BuildManifest&) {
                                        items_of(node, report);
                                    }}}};

}  // namespace

Diagnostics load_build_manifest(const SourceFile& source,
                                const std::function<void(ManifestEntry)>& take) {
    Report report(source);
    BuildManifest manifest;
    UniqueIds paths;
    const PassedItems outputs{"outputs", [&](const JsonValue& value) {
                                  const Node item{&value, &source};
                                  auto entry = read_object<kEntry>(item, report);
                                  paths.add(entry.path, item.place(), report);
                                  take(std::move(entry));
                              }};
    if (const auto tree = parse_json(report, &outputs)) {
        const Node root{&tree->root, &source};
        read_file_keys(read_fields<kManifest>(root, report, manifest), report);
    }
    return std::move(report).errors();
}

Result<BuildManifest> load_build_manifest(const SourceFile& source) {
    BuildManifest manifest;
    Diagnostics errors = load_build_manifest(
        source, [&](ManifestEntry entry) { manifest.entries.push_back(std::move(entry)); });
    if (!errors.empty()) return errors;
    return manifest;
}

}  // namespace broadside::load
