#include "broadside/conformance/check_file.hpp"

#include "broadside/conformance/attached_files.hpp"
#include "broadside/conformance/checks.hpp"

namespace broadside::conformance {

namespace {

void check_all_pages(const PdfFile& file, Pages& pages, Problems& problems) {
    SharedResources shared;
    for (Page& page : pages.all) {
        check_page(file, page, shared, problems);
        check_links(file, page, pages, problems);
    }
}

PdfPromises check_objects(const PdfFile& file, Problems& problems) {
    check_trailer(file, problems);
    if (!check_references(file, problems)) return {};
    Pages pages = read_pages(file, problems);
    check_catalogue(file, pages, problems);
    PdfPromises kept = check_metadata(file, problems);
    if (check_attachments(file, problems) == Attachments::Some && kept.archive_part == 2)
        problems.add(kArchiveCode, "files are attached, which PDF/A-2 does not allow");
    check_all_pages(file, pages, problems);
    const Structure structure = read_structure(file, pages, problems);
    check_grammar(file, pages, structure, problems);
    check_ids(file, structure, problems);
    check_parents(file, pages, structure, problems);
    kept.pages = pages.all.size();
    return kept;
}

}  // namespace

Result<PdfPromises> check_file(std::string_view bytes) {
    Problems problems;
    PdfPromises kept;
    if (const auto file = PdfFile::read(bytes, problems)) kept = check_objects(*file, problems);
    if (problems.size() > 0) return problems.take();
    return kept;
}

}  // namespace broadside::conformance
