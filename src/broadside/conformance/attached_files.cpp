#include "broadside/conformance/attached_files.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "broadside/conformance/key_rules.hpp"
#include "broadside/conformance/text_string.hpp"
#include "broadside/conformance/trees.hpp"

namespace broadside::conformance {

namespace {

void read_file(const PdfFile& file, const TreeEntry& entry, std::vector<AttachedFile>& files,
               Problems& problems) {
    const Value& specification = file.follow(*entry.value);
    const Object* stream = file.stream(file.raw(file.at(specification, "EF"), "F"));
    auto name = text_of(file.at(specification, "UF").bytes);
    if (stream == nullptr || !name) {
        problems.add(kArchiveCode, "attached file {}: expected its name and bytes",
                     shown(*entry.key));
        return;
    }
    auto bytes = file.unpacked(*stream, kArchiveCode, problems);
    if (bytes) files.push_back({*std::move(name), *std::move(bytes)});
}

bool is_media_type(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash != 0 && slash != std::string_view::npos && slash + 1 < text.size() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

void check_bytes(const PdfFile& file, const Object& bytes, Problems& problems) {
    const Check check{file, problems, fmt::format("object {} (attached file)", bytes.number),
                      kArchiveCode};
    check.keys(bytes.value, {{"Type", kMust, Holds::Name, "EmbeddedFile"},
                             {"Subtype", kMust, Holds::Name},
                             {"Params", kMust, Holds::Dictionary},
                             kLength,
                             kFilter});
    const Value& type = file.at(bytes.value, "Subtype");
    if (!is_media_type(type.bytes))
        check.fail("expected a media type as /Subtype, got {}", shown(type));
    const Value& params = file.at(bytes.value, "Params");
    check.keys(params, {{"Size", kMust, Holds::Integer},
                        {"CreationDate", kMay, Holds::String},
                        {"ModDate", kMay, Holds::String}});
    for (const char* key : {"CreationDate", "ModDate"}) {
        if (params.find(key) && iso_date(file.at(params, key).bytes).empty())
            check.fail("expected a date in UTC as /{}", key);
    }
    const auto unpacked = file.unpacked(bytes, kArchiveCode, problems);
    if (unpacked && file.at(params, "Size").number != static_cast<double>(unpacked->size()))
        check.fail("expected {} as /Size", unpacked->size());
}

/// PDF/A-3, 6.8: names, a relation to the document, and a file.
void check_specification(const PdfFile& file, const Object& specification, Problems& problems) {
    const Check check{file, problems,
                      fmt::format("object {} (attached file)", specification.number), kArchiveCode};
    const Value& value = specification.value;
    check.keys(value, {{"Type", kMust, Holds::Name, "Filespec"},
                       {"F", kMust, Holds::String},
                       {"UF", kMust, Holds::String},
                       {"Desc", kMust, Holds::String},
                       {"AFRelationship", kMust, Holds::Name,
                        "Source|Data|Alternative|Supplement|Unspecified"},
                       {"EF", kMust, Holds::Dictionary}});
    check.words(value, "F");
    check.words(value, "UF");
    check.words(value, "Desc");
    const Value& files = file.at(value, "EF");
    check.keys(files, {{"F", kMust, Holds::Stream}, {"UF", kMay, Holds::Stream}});
    const Object* bytes = file.stream(file.raw(files, "F"));
    if (files.find("UF") && file.stream(file.raw(files, "UF")) != bytes)
        check.fail("/F and /UF are two files");
    if (bytes) check_bytes(file, *bytes, problems);
}

}  // namespace

Result<std::vector<AttachedFile>> attached_files(std::string_view pdf) {
    Problems problems;
    std::vector<AttachedFile> files;
    if (const auto file = PdfFile::read(pdf, problems)) {
        const Value& names = file->at(file->catalogue(), "Names");
        if (names.find("EmbeddedFiles") != nullptr) {
            const Check check{*file, problems, "attached files", kArchiveCode};
            for (const TreeEntry& entry :
                 read_tree(check, file->at(names, "EmbeddedFiles"), "Names"))
                read_file(*file, entry, files, problems);
        }
    }
    if (problems.size() > 0) return problems.take();
    return files;
}

Attachments check_attachments(const PdfFile& file, Problems& problems) {
    const Value& catalogue = file.catalogue();
    const auto number_of = [&file](const Value& reference) {
        const Object* object = file.object(reference);
        return object ? object->number : 0;
    };
    std::set<int> associated, listed;
    for (const Value& item : file.at(catalogue, "AF").items) associated.insert(number_of(item));
    if (catalogue.find("Names")) {
        const Value& names = file.at(catalogue, "Names");
        const Check check{file, problems, "attached files", kArchiveCode};
        check.keys(names, {{"EmbeddedFiles", kMust, Holds::Dictionary}});
        for (const TreeEntry& entry : read_tree(check, file.at(names, "EmbeddedFiles"), "Names"))
            listed.insert(number_of(*entry.value));
    }
    if (associated != listed || associated.contains(0))
        problems.add(kArchiveCode, "catalogue: expected the same files in /AF and /EmbeddedFiles");
    for (const int number : associated) {
        if (number != 0) check_specification(file, file.objects().at(number), problems);
    }
    return associated.empty() && listed.empty() ? Attachments::None : Attachments::Some;
}

}  // namespace broadside::conformance
