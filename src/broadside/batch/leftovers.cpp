#include "broadside/batch/leftovers.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "broadside/batch/manifest_place.hpp"

namespace broadside::batch {

namespace {

using Entries = std::vector<model::ManifestEntry>;

/// Files of the manifest that show one page and that this build did not make.
Entries pages_of_others(const Batch& batch, const std::vector<EditionResult>& results) {
    Entries made;
    for (const EditionResult& result : results) {
        for (const MadeFile& file : result.files) made.push_back(file.entry);
    }
    Entries others = batch.past.others(made);
    std::erase_if(others, [](const model::ManifestEntry& entry) { return entry.page == 0; });
    return others;
}

/// The name that the output would have given to the page; empty for an output of another edition or
/// format.
std::string page_name(const Batch& batch, const PlannedOutput& output,
                      const model::ManifestEntry& entry) {
    OutputFields fields = output.fields;
    const bool is_same = entry.dataset == fields.id && entry.layout == fields.layout &&
                         entry.language == fields.language && entry.format == output.format->name;
    if (!is_same) return "";
    fields.page = entry.page;
    fields.pages = entry.files;
    return expand(batch.request.pattern, fields);
}

std::size_t count_files(const EditionResult& result, const PlannedOutput& output) {
    return static_cast<std::size_t>(std::count_if(
        result.files.begin(), result.files.end(),
        [&output](const MadeFile& file) { return file.entry.format == output.format->name; }));
}

std::string pages(std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "page" : "pages");
}

}  // namespace

std::vector<Leftover> leftovers(const Batch& batch, const std::vector<EditionResult>& results) {
    std::vector<Leftover> found;
    const Entries entries = pages_of_others(batch, results);
    for (std::size_t i = 0; i < results.size() && !entries.empty(); ++i) {
        if (results[i].state != EditionState::Made) continue;
        for (const PlannedOutput& output : batch.editions[i].outputs) {
            for (const model::ManifestEntry& entry : entries) {
                const std::string path = page_name(batch, output, entry);
                if (path.empty()) continue;
                const bool is_of_another_job = path != output.path && batch.taken->is_taken(path);
                if (is_of_another_job) continue;
                if (path_in_manifest(path, batch.manifest) != entry.path) continue;
                found.push_back({path, entry.files, count_files(results[i], output)});
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Leftover& a, const Leftover& b) { return a.path < b.path; });
    return found;
}

Diagnostic describe(const Leftover& leftover) {
    Diagnostic diagnostic;
    diagnostic.severity = Severity::Warning;
    diagnostic.code = "left-over";
    diagnostic.file = leftover.path;
    diagnostic.message = fmt::format("left over from an earlier build of {}; this one has {}",
                                     pages(leftover.pages_then), pages(leftover.pages_now));
    diagnostic.hints = {"remove it: nothing writes it any more"};
    return diagnostic;
}

}  // namespace broadside::batch
