#include "broadside/pdf_check.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "broadside/conformance/check_file.hpp"

namespace broadside {

bool is_pdf_file(const std::string& path, FileStore& files) {
    constexpr std::string_view kBeginning = "%PDF-";
    if (!files.is_file(path) || files.is_stream(path)) return false;
    std::string beginning;
    files.read_pieces(path, [&](std::string_view piece) {
        beginning.append(piece.substr(0, kBeginning.size()));
        return beginning.size() < kBeginning.size() ? More::Yes : More::No;
    });
    return std::equal(beginning.begin(), beginning.end(), kBeginning.begin(), kBeginning.end(),
                      [](char given, char wanted) {
                          const bool is_letter = wanted >= 'A' && wanted <= 'Z';
                          return given == wanted || (is_letter && given == wanted - 'A' + 'a');
                      });
}

Result<PdfPromises> check_pdf(const std::string& path, FileStore& files) {
    const auto bytes = files.read(path);
    if (!bytes) return bytes.diagnostics();
    const auto kept = conformance::check_file(*bytes);
    if (kept) return PdfPromises{kept->ua_1, kept->archive_part, kept->pages};
    Diagnostics problems;
    for (Diagnostic problem : kept.diagnostics())
        problems.push_back(std::move(problem).at(FilePlace{path}));
    shorten(problems);
    return problems;
}

}  // namespace broadside
