#include "broadside/batch/batch.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "broadside/batch/manifest_place.hpp"
#include "broadside/editions.hpp"
#include "broadside/take.hpp"

namespace broadside::batch {

namespace {

using Diagnostics = std::vector<Diagnostic>;

emit::Options emit_options(const Job& job) {
    const bool outline = job.svg_text == SvgText::Outline;
    return {job.ppi, outline ? emit::SvgText::Outline : emit::SvgText::System, job.creation_time};
}

/// The names that their editions would have, whichever of the two could not be read.
std::vector<std::string> unreadable_editions(const Sources& sources) {
    std::vector<std::string> languages = sources.languages.failed;
    std::vector<std::string> names;
    for (const LayoutSource& layout : sources.layouts) {
        for (const std::string& language : languages)
            names.push_back(fmt::format("{} {}", language, layout.input.layout.name));
    }
    for (const Language& language : sources.languages.languages) languages.push_back(language.tag);
    for (const std::string& layout : sources.failed_layouts) {
        for (const std::string& language : languages)
            names.push_back(fmt::format("{} {}", language, layout));
    }
    return names;
}

/// Errors of the job itself are mended before anything is written: a misspelt language is no reason
/// to make all the others.
bool is_wrong_use(const Diagnostics& diagnostics) {
    return outcome_of(diagnostics) == Outcome::WrongUse;
}

/// What else is wrong with the dataset, when a layout that would have told cannot be read. Symbols
/// are not looked for: they may lie beside that layout.
void check_without_layout(const Sources& sources, Diagnostics& diagnostics) {
    if (sources.failed_layouts.empty()) return;
    const Diagnostics found = check_references(sources, every_part(sources.dataset.dataset));
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
}

void keep_shard(Batch& batch, const Shard& shard) {
    const std::string& dataset = batch.sources.dataset.dataset.id;
    const auto is_elsewhere = [&](const std::string& edition) {
        return !is_in(shard, dataset, edition);
    };
    auto& editions = batch.editions;
    editions.erase(
        std::remove_if(editions.begin(), editions.end(),
                       [&](const PlannedEdition& edition) { return is_elsewhere(edition.name); }),
        editions.end());
    auto& names = batch.unreadable;
    names.erase(std::remove_if(names.begin(), names.end(), is_elsewhere), names.end());
}

/// The grid of all of them does not depend on the order in which they were asked for.
void sort_by_tag(std::vector<const Language*>& languages) {
    std::sort(languages.begin(), languages.end(),
              [](const Language* a, const Language* b) { return a->tag < b->tag; });
}

void add_groups(Batch& batch) {
    std::map<const LayoutSource*, std::size_t> locked;
    for (std::size_t i = 0; i < batch.editions.size(); ++i) {
        const PlannedEdition& edition = batch.editions[i];
        if (!is_locked(*edition.layout)) {
            batch.groups.push_back({{i}, {edition.language}});
            continue;
        }
        const auto [group, is_new] = locked.emplace(edition.layout, batch.groups.size());
        if (is_new) {
            batch.groups.emplace_back();
            for (const Language& language : batch.sources.languages.languages)
                batch.groups.back().languages.push_back(&language);
            sort_by_tag(batch.groups.back().languages);
        }
        batch.groups[group->second].editions.push_back(i);
    }
}

/// Two files of the job's own must not be one.
Diagnostics take_records(const Job& job, Batch& batch) {
    for (const std::string& path : {batch.manifest, job.deps}) {
        if (path.empty()) continue;
        if (auto errors = batch.taken.take(path); !errors.empty()) return errors;
    }
    return {};
}

}  // namespace

bool is_in(const Shard& shard, const std::string& dataset, const std::string& edition) {
    ContentHash hash;
    hash.add_text(dataset);
    hash.add_text(edition);
    return hash.digest().low % shard.parts == shard.part - 1;
}

std::optional<Batch> plan(const Job& job, FileStore& files, Diagnostics& diagnostics) {
    auto request = take(read_output_request(job), diagnostics);
    if (!request) return std::nullopt;
    auto sources = read_sources(job, Need::Pages, files, diagnostics);
    if (sources) check_without_layout(*sources, diagnostics);
    if (!sources || is_wrong_use(diagnostics)) return std::nullopt;

    // Made in its place: what is planned points into the sources.
    std::optional<Batch> batch(std::in_place);
    batch->sources = *std::move(sources);
    batch->request = *std::move(request);
    batch->options = emit_options(job);
    batch->rebuild = job.rebuild;
    batch->taken = names_of_inputs(job, batch->sources);
    auto editions = take(plan_outputs(batch->request, batch->sources, batch->taken), diagnostics);
    if (!editions) return std::nullopt;
    batch->editions = *std::move(editions);
    batch->unreadable = unreadable_editions(batch->sources);
    keep_shard(*batch, job.shard);
    add_groups(*batch);

    batch->manifest = manifest_path(job, batch->request.pattern);
    if (auto errors = take_records(job, *batch); !errors.empty()) {
        diagnostics.insert(diagnostics.end(), errors.begin(), errors.end());
        return std::nullopt;
    }
    if (batch->manifest.empty()) return batch;
    batch->digests.emplace(batch->sources, batch->options);
    batch->past = PastBuild::read(batch->manifest, files, diagnostics);
    return batch;
}

}  // namespace broadside::batch
