#include "broadside/conformance/attached_files.hpp"

#include <utility>

#include "broadside/conformance/check_archive.hpp"
#include "broadside/conformance/pdf_file.hpp"
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

}  // namespace

Result<std::vector<AttachedFile>> attached_files(std::string_view pdf) {
    Problems problems;
    std::vector<AttachedFile> files;
    if (const auto file = PdfFile::read(pdf, problems)) {
        const Value& names = file->at(catalogue_of(*file), "Names");
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

}  // namespace broadside::conformance
