#include "broadside/outputs/taken_names.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "broadside/files/paths.hpp"
#include "broadside/files/system.hpp"
#include "broadside/options/job_value.hpp"

namespace broadside {

namespace {

/// Enough for what may stand before the root of an SVG.
constexpr std::size_t kBeginning = std::size_t{64} << 10;

Diagnostic output_of_two_jobs(const std::string& path, const Job& job) {
    return blame(job, {"output"},
                 error("job-same-output", fmt::format("another job writes to \"{}\" too", path),
                       {fmt::format("give each job an {} of its own", as_written(job, "output"))}));
}

std::string_view option_of(SidecarKind kind) {
    return kind == SidecarKind::Manifest ? "manifest" : "deps";
}

}  // namespace

Diagnostic is_input(const std::string& path, const Job& job, std::string_view option) {
    return blame(job, {option},
                 error("job-output-is-input",
                       fmt::format("\"{}\" is an input and would be overwritten", path)));
}

Diagnostic same_output(const std::string& path, const Job& job) {
    const std::string option = as_written(job, "output");
    if (path == kStandardStream) {
        return blame(
            job, {"output"},
            error("job-same-output", "standard output takes one file, and there are several",
                  {fmt::format("write to files, with {}", option)}));
    }
    return blame(
        job, {"output"},
        error("job-same-output", fmt::format("several files would be written to \"{}\"", path),
              {fmt::format("tell them apart with {{layout}}, {{lang}}, {{ext}}{} or {{page}} in {}",
                           job.records.empty() ? "" : ", {record}", option)}));
}

/// The same as `place_on_disk`; links of the last name are followed each time, those of its folder
/// once.
std::string TakenNames::place_of(const std::string& path, Writer writer) const {
    std::error_code ignored;
    const std::filesystem::path name = std::filesystem::path(path).filename();
    const bool is_plain =
        path != kStandardStream && !name.empty() && name != "." && name != ".." &&
        (writer == Writer::OtherShard || !std::filesystem::is_symlink(path, ignored));
    if (!is_plain) return place_on_disk(path);
    const std::string folder = folder_of(path);
    const std::lock_guard lock(lock_);
    auto known = folders_.find(folder);
    if (known == folders_.end()) known = folders_.emplace(folder, place_on_disk(folder)).first;
    return (std::filesystem::path(known->second) / name).string();
}

void TakenNames::add_input(const std::string& path) {
    if (seen_inputs_.insert(path).second) inputs_.insert(place_of(path));
}

bool TakenNames::is_taken(const std::string& path) const {
    const std::string name = place_of(path);
    return inputs_.count(name) + outputs_.count(digest_of(name)) + sidecars_.count(name) > 0;
}

Diagnostics TakenNames::take(const std::string& path, const Job& job, Writer writer) {
    const std::string name = place_of(path, writer);
    if (inputs_.count(name) > 0) return {is_input(path, job, "output")};
    if (sidecars_.count(name) > 0) return {same_output(path, job)};
    const auto [output, is_new] = outputs_.emplace(digest_of(name), &job);
    if (is_new) return {};
    const bool is_own = output->second == &job || path == kStandardStream;
    return {is_own ? same_output(path, job) : output_of_two_jobs(path, job)};
}

Diagnostics TakenNames::take_sidecar(const std::string& path, SidecarKind kind, const Job& job) {
    const std::string name = place_of(path);
    if (inputs_.count(name) > 0) return {is_input(path, job, option_of(kind))};
    const bool is_output = outputs_.count(digest_of(name)) > 0;
    if (!is_output && sidecars_.emplace(name, kind).first->second == kind) return {};
    return {blame(
        job, {option_of(kind)},
        error("job-same-output", fmt::format("several files would be written to \"{}\"", path),
              {fmt::format("give it another {}", as_written(job, option_of(kind)))}))};
}

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
