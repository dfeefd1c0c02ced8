#include "broadside/pdf_check.hpp"

#include <string_view>
#include <utility>

#include "broadside/conformance/check_file.hpp"
#include "broadside/unicode/ascii.hpp"

namespace broadside {

bool is_pdf_file(const std::string& path, FileStore& files) {
    constexpr std::string_view kBeginning = "%pdf-";  // whatever the case
    if (!files.is_file(path) || files.is_stream(path)) return false;
    std::string beginning;
    files.read_pieces(path, [&](std::string_view piece) {
        beginning.append(piece.substr(0, kBeginning.size()));
        return beginning.size() < kBeginning.size() ? More::Yes : More::No;
    });
    return unicode::in_small_ascii(beginning) == kBeginning;
}

Result<PdfPromises> check_pdf(const std::string& path, FileStore& files) {
    const auto bytes = files.read(path);
    if (!bytes) return bytes.diagnostics();
    auto kept = conformance::check_file(*bytes);
    if (kept) return kept;
    Diagnostics problems;
    for (Diagnostic problem : kept.diagnostics())
        problems.push_back(std::move(problem).at(FilePlace{path}));
    shorten(problems);
    return problems;
}

}  // namespace broadside
