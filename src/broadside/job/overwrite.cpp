#include "broadside/job/overwrite.hpp"

#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "broadside/files/system.hpp"
#include "broadside/job/job_value.hpp"

namespace broadside {

namespace {

/// Enough for what may stand before the root of an SVG.
constexpr std::size_t kBeginning = std::size_t{64} << 10;

}  // namespace

Diagnostic would_overwrite(const NewFile& file, const Job& job) {
    std::string hint = fmt::format("name another file with {}", as_written(job, file.option));
    // A link to itself leads to nothing that could be overwritten.
    std::error_code circle;
    link_target(file.path, circle);
    if (!circle) hint += fmt::format(", or overwrite it with {}", as_written(job, "force"));
    return blame(job, {file.option},
                 error("job-overwrite",
                       fmt::format("\"{}\" is there and is not {}: it would be overwritten",
                                   file.path, file.kind),
                       {std::move(hint)}));
}

std::optional<Diagnostic> check_overwriting(const NewFile& file, const Job& job, FileStore& files) {
    if (job.rebuild == Rebuild::All || files.is_stream(file.path) || !files.is_file(file.path))
        return std::nullopt;
    std::string beginning;
    const auto errors = files.read_pieces(file.path, [&beginning](std::string_view piece) {
        beginning.append(piece);
        return beginning.size() < kBeginning ? More::Yes : More::No;
    });
    if (errors.empty() && (beginning.empty() || file.is_one(beginning))) return std::nullopt;
    Diagnostic error = would_overwrite(file, job);
    // Whether anything is there, nobody can tell.
    if (!errors.empty())
        error.message = fmt::format("\"{}\" {}", file.path, errors.front().message);
    return error;
}

}  // namespace broadside
