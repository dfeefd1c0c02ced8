#include <charconv>
#include <limits>

#include "broadside/load/load.hpp"
#include "broadside/load/read_value.hpp"
#include "broadside/load/syntax/load_json.hpp"
#include "broadside/load/syntax/number.hpp"
#include "broadside/load/syntax/object_reader.hpp"

namespace broadside::load {

namespace {

using model::ManifestEntry;

constexpr Key kManifestKeyList[] = {
    {"format", kRequired}, {"program", kRequired}, {"outputs", kRequired}};
constexpr Key kEntryKeyList[] = {{"path", kRequired},
                                 {"path_url"},
                                 {"hash", kRequired},
                                 {"bytes", kRequired},
                                 {"dataset", kRequired},
                                 {"layout", kRequired},
                                 {"language", kRequired},
                                 {"format", kRequired},
                                 {"page"},
                                 {"files", kRequired},
                                 {"pages", kRequired},
                                 {"type", kRequired},
                                 {"fonts", kRequired},
                                 {"translation", kRequired},
                                 {"warnings", kRequired},
                                 {"inputs", kRequired},
                                 {"scene", kRequired}};
constexpr Key kTypeKeyList[] = {{"smallest", kRequired},
                                {"scale", kRequired},
                                {"padding_scale", kRequired},
                                {"hyphenated", kRequired},
                                {"set_by"}};
constexpr Key kFaceKeyList[] = {{"family", kRequired}, {"face", kRequired}, {"file", kRequired}};
constexpr Key kTranslationKeyList[] = {{"texts", kRequired},
                                       {"translated", kRequired},
                                       {"stale"},
                                       {"fallbacks", kRequired},
                                       {"review", kRequired}};

constexpr ObjectKeys kManifestKeys{"", kManifestKeyList};
constexpr ObjectKeys kEntryKeys{"output", kEntryKeyList};
constexpr ObjectKeys kTypeKeys{"type", kTypeKeyList};
constexpr ObjectKeys kFaceKeys{"face", kFaceKeyList};
constexpr ObjectKeys kTranslationKeys{"translation", kTranslationKeyList};

std::size_t read_number_of(const Node& node, Report& report) {
    // Numbers of JSON are exact up to 2^53 in most programs.
    return read_count(node, report, {0, std::size_t{1} << 53});
}

double read_real(const Node& node, Report& report) {
    const auto number = node.is(JsonType::Number) ? parse_number(node.text()) : std::nullopt;
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
            const char* const end = digits.data() + digits.size();
            const auto read = std::from_chars(digits.data(), end, byte, 16);
            if (digits.size() < 2 || read.ptr != end)
                report_mismatch(node, report, {"wrong-value", "a percent-encoded path"});
            i += digits.size();
        }
        path += static_cast<char>(byte);
    }
    return path;
}

std::vector<std::string> read_strings(const Node& node, Report& report) {
    std::vector<std::string> strings;
    for (const Node& item : items_of(node, report))
        strings.push_back(read_any_string(item, report));
    return strings;
}

model::UsedFace read_face(const Node& node, Report& report) {
    model::UsedFace face;
    const ObjectReader object(node, kFaceKeys, report);
    object.read("family", face.family, read_any_string);
    object.read("face", face.face, read_any_string);
    object.read("file", face.file, read_any_string);
    return face;
}

std::vector<model::UsedFace> read_faces(const Node& node, Report& report) {
    std::vector<model::UsedFace> faces;
    for (const Node& item : items_of(node, report)) faces.push_back(read_face(item, report));
    return faces;
}

TranslationCounts read_translation(const Node& node, Report& report) {
    TranslationCounts counts;
    model::Review review = model::Review::Draft;
    const ObjectReader object(node, kTranslationKeys, report);
    object.read("texts", counts.texts, read_number_of);
    object.read("translated", counts.translated, read_number_of);
    object.read("stale", counts.stale, read_number_of);
    object.read("review", review, read_one_of<kReviews>);
    counts.is_reviewed = review == model::Review::Reviewed;
    if (const auto fallbacks = object.find("fallbacks")) {
        for (const NodeMember& member : members_of(*fallbacks, report))
            counts.fallbacks[member.key] = read_number_of(member.node, report);
    }
    return counts;
}

void read_type(const Node& node, Report& report, ManifestEntry& entry) {
    const ObjectReader object(node, kTypeKeys, report);
    object.read("smallest", entry.smallest_type, read_real);
    object.read("scale", entry.type_scale, read_real);
    object.read("padding_scale", entry.padding_scale, read_real);
    object.read("hyphenated", entry.hyphenated, read_flag);
    object.read("set_by", entry.size_set_by, read_any_string);
}

ManifestEntry read_entry(const Node& node, Report& report) {
    ManifestEntry entry;
    const ObjectReader object(node, kEntryKeys, report);
    object.read("path", entry.path, read_any_string);
    object.read("path_url", entry.path, read_url);
    object.read("hash", entry.hash, read_any_string);
    object.read("bytes", entry.bytes, read_number_of);
    object.read("dataset", entry.dataset, read_any_string);
    object.read("layout", entry.layout, read_any_string);
    object.read("language", entry.language, read_any_string);
    object.read("format", entry.format, read_any_string);
    object.read("page", entry.page, read_number_of);
    object.read("files", entry.files, read_number_of);
    object.read("pages", entry.pages, read_number_of);
    if (const auto type = object.find("type")) read_type(*type, report, entry);
    object.read("fonts", entry.fonts, read_faces);
    object.read("translation", entry.translation, read_translation);
    object.read("warnings", entry.warnings, read_strings);
    object.read("inputs", entry.inputs, read_any_string);
    object.read("scene", entry.scene, read_any_string);
    return entry;
}

model::BuildManifest read_manifest(const Node& node, Report& report) {
    model::BuildManifest manifest;
    const ObjectReader object(node, kManifestKeys, report);
    read_file_keys(object, report);
    if (const auto program = object.find("program")) read_any_string(*program, report);
    if (const auto outputs = object.find("outputs")) {
        UniqueIds paths;
        for (const Node& item : items_of(*outputs, report)) {
            manifest.entries.push_back(read_entry(item, report));
            paths.add(manifest.entries.back().path, item.place(), report);
        }
    }
    return manifest;
}

}  // namespace

Result<model::BuildManifest> load_build_manifest(const SourceFile& source) {
    return load_json(source, read_manifest);
}

}  // namespace broadside::load
