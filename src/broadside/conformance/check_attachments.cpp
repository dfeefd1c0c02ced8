#include <algorithm>
#include <set>
#include <string_view>

#include "broadside/conformance/check_archive.hpp"
#include "broadside/conformance/text_string.hpp"
#include "broadside/conformance/trees.hpp"

namespace broadside::conformance {

namespace {

bool is_media_type(std::string_view text) {
    const std::size_t slash = text.find('/');
    return slash != 0 && slash != std::string_view::npos && slash + 1 < text.size() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7F'; });
}

void check_bytes(const PdfFile& file, const Object& bytes, Problems& problems) {
    const Subject subject{fmt::format("object {} (attached file)", bytes.number), kArchiveCode};
    check_keys(file, bytes.value,
               {{"Type", kMust, Holds::Name, "EmbeddedFile"},
                {"Subtype", kMust, Holds::Name},
                {"Params", kMust, Holds::Dictionary},
                {"Length", kMust, Holds::Integer},
                {"Filter", kMay, Holds::Name, "FlateDecode"}},
               subject, problems);
    const Value& type = file.at(bytes.value, "Subtype");
    if (!is_media_type(type.bytes))
        problems.add(kArchiveCode, "{}: expected a media type as /Subtype, got {}", subject.name,
                     shown(type));
    const Value& params = file.at(bytes.value, "Params");
    check_keys(file, params,
               {{"Size", kMust, Holds::Integer},
                {"CreationDate", kMay, Holds::String},
                {"ModDate", kMay, Holds::String}},
               subject, problems);
    for (const char* key : {"CreationDate", "ModDate"}) {
        if (params.find(key) && iso_date(file.at(params, key).bytes).empty())
            problems.add(kArchiveCode, "{}: expected a date in UTC as /{}", subject.name, key);
    }
    const auto unpacked = file.unpacked(bytes, kArchiveCode, problems);
    if (unpacked && file.at(params, "Size").number != static_cast<double>(unpacked->size()))
        problems.add(kArchiveCode, "{}: expected {} as /Size", subject.name, unpacked->size());
}

/// PDF/A-3, 6.8: names, a relation to the document, and a file.
void check_specification(const PdfFile& file, const Object& specification, Problems& problems) {
    const Subject subject{fmt::format("object {} (attached file)", specification.number),
                          kArchiveCode};
    const Value& value = specification.value;
    check_keys(
        file, value,
        {{"Type", kMust, Holds::Name, "Filespec"},
         {"F", kMust, Holds::String},
         {"UF", kMust, Holds::String},
         {"Desc", kMust, Holds::String},
         {"AFRelationship", kMust, Holds::Name, "Source|Data|Alternative|Supplement|Unspecified"},
         {"EF", kMust, Holds::Dictionary}},
        subject, problems);
    checked_words(file, value, "F", subject, problems);
    checked_words(file, value, "UF", subject, problems);
    checked_words(file, value, "Desc", subject, problems);
    const Value& files = file.at(value, "EF");
    check_keys(file, files, {{"F", kMust, Holds::Stream}, {"UF", kMay, Holds::Stream}}, subject,
               problems);
    const Object* bytes = file.stream(file.raw(files, "F"));
    if (files.find("UF") && file.stream(file.raw(files, "UF")) != bytes)
        problems.add(kArchiveCode, "{}: /F and /UF are two files", subject.name);
    if (bytes) check_bytes(file, *bytes, problems);
}

}  // namespace

Attachments check_attachments(const PdfFile& file, Problems& problems) {
    const Value& catalogue = catalogue_of(file);
    const auto number_of = [&file](const Value& reference) {
        const Object* object = file.object(reference);
        return object ? object->number : 0;
    };
    std::set<int> associated, listed;
    for (const Value& item : file.at(catalogue, "AF").items) associated.insert(number_of(item));
    if (catalogue.find("Names")) {
        const Value& names = file.at(catalogue, "Names");
        const Subject subject{"attached files", kArchiveCode};
        check_keys(file, names, {{"EmbeddedFiles", kMust, Holds::Dictionary}}, subject, problems);
        for (const TreeEntry& entry :
             read_tree(file, file.at(names, "EmbeddedFiles"), "Names", subject, problems))
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
