#include "broadside/batch/leftovers.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace broadside::batch {

namespace {

bool is_of(const PlannedOutput& output, const model::ManifestEntry& entry) {
    const OutputFields& fields = output.fields;
    return entry.dataset == fields.id && entry.layout == fields.layout &&
           entry.language == fields.language && entry.format == output.format->name;
}

/// The name that the output would give to the page.
std::string page_name(const Batch& batch, const PlannedOutput& output, const PageNumber& number) {
    OutputFields fields = output.fields;
    fields.page = number.page;
    fields.pages = number.files;
    return expand(batch.request.pattern, fields);
}

std::size_t count_files(const EditionResult& result, const PlannedOutput& output) {
    return static_cast<std::size_t>(std::count_if(
        result.files.begin(), result.files.end(),
        [&output](const MadeFile& file) { return file.entry.format == output.format->name; }));
}

bool is_made(const std::string& path, const EditionResult& result) {
    return std::any_of(result.files.begin(), result.files.end(),
                       [&path](const MadeFile& file) { return file.path == path; });
}

std::string pages(std::size_t count) {
    return fmt::format("{} {}", count, count == 1 ? "page" : "pages");
}

/// Whichever of the numbers that pages have had are not those of the pages that were made now.
void add_leftovers_of(const Batch& batch, const PlannedOutput& output, const EditionResult& result,
                      std::vector<Leftover>& found) {
    const std::size_t pages_now = count_files(result, output);
    for (const PageNumber& number : batch.past().page_numbers()) {
        if (number.page == 0) continue;
        const std::string path = page_name(batch, output, number);
        const model::ManifestEntry* entry = batch.past().find(path);
        const bool is_page = entry != nullptr && entry->page == number.page &&
                             entry->files == number.files && is_of(output, *entry);
        if (!is_page || is_made(path, result) || !batch.past().exists(*entry)) continue;
        const bool is_of_another_job = path != output.path && batch.taken->is_taken(path);
        if (!is_of_another_job) found.push_back({path, entry->files, pages_now});
    }
}

}  // namespace

std::vector<Leftover> leftovers(const Batch& batch, const std::vector<EditionResult>& results) {
    std::vector<Leftover> found;
    for (std::size_t i = 0; i < results.size(); ++i) {
        if (results[i].state != EditionState::Made) continue;
        for (const PlannedOutput& output : batch.editions[i].outputs) {
            if (output.format->one_file_a_page) add_leftovers_of(batch, output, results[i], found);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Leftover& a, const Leftover& b) { return a.path < b.path; });
    return found;
}

Diagnostic describe(const Leftover& leftover) {
    return warning("left-over",
                   fmt::format("left over from an earlier build of {}; this one has {}",
                               pages(leftover.pages_then), pages(leftover.pages_now)),
                   {"remove it: nothing writes it any more"})
        .at({leftover.path});
}

}  // namespace broadside::batch
