#include "broadside/batch/plan.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "broadside/batch/dependencies.hpp"
#include "broadside/batch/web_bundle.hpp"
#include "broadside/editions/editions.hpp"
#include "broadside/files/system.hpp"
#include "broadside/options/job_value.hpp"
#include "broadside/outputs/taken_names.hpp"

namespace broadside::batch {

namespace {

emit::Options emit_options(const Job& job) {
    emit::Options options{job.output_options};
    const PdfArchive usual = job.attach_source ? PdfArchive::A3a : PdfArchive::A2a;
    options.pdf_standards = job.pdf_standards.value_or(PdfStandards{true, usual});
    return options;
}

/// PDF/A-2 allows only files that are PDF/A themselves (ISO 19005-2, 6.8).
void check_attachments(const Job& job, Diagnostics& diagnostics) {
    if (!job.attach_source || !job.pdf_standards || job.pdf_standards->archive != PdfArchive::A2a)
        return;
    diagnostics.push_back(blame(
        job, {"pdf-standard"},
        wrong_use(
            "job-value", "PDF/A-2a allows no attached sources",
            {fmt::format("write a-3a in place of a-2a in {}, or leave {} out",
                         as_written(job, "pdf-standard"), as_written(job, "attach-source"))})));
}

/// The names that editions would have whose layouts or languages could not be read.
std::vector<std::string> unreadable_editions(const Sources& sources) {
    using Names = std::vector<std::string>;
    Names languages = sources.languages.failed, records, names;
    for (const model::Record* record : sources.pages())
        records.emplace_back(record == nullptr ? "" : sources.records->records.key_of(*record));
    const auto add = [&](const std::string& layout, const Names& of_records) {
        for (const std::string& language : languages) {
            for (const std::string& record : of_records)
                names.push_back(edition_name(language, layout, record));
        }
    };
    for (const LayoutSource& layout : sources.layouts)
        add(layout.input.layout.name, sources.has_cards(layout) ? Names{""} : records);
    for (const Language& language : sources.languages.languages) languages.push_back(language.tag);
    for (const std::string& layout : sources.failed_layouts) add(layout, records);
    return names;
}

Digest digest_of_edition(const Plan& plan, const std::string& name) {
    ContentHash hash;
    hash.add_text(plan.sources.dataset.dataset.id);
    hash.add_text(name);
    return hash.digest();
}

/// The editions of a job that are its shard's, as planned.
using Shares = std::map<const Plan*, std::vector<bool>>;

/// Of all jobs that name the same shard, its share; what no job can read is shared out, too.
Shares shares_of(const std::vector<std::unique_ptr<Plan>>& plans) {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<Plan*>> by_shard;
    for (const auto& plan : plans) {
        if (plan == nullptr || plan->job->shard.parts == 1) continue;
        by_shard[{plan->job->shard.part, plan->job->shard.parts}].push_back(plan.get());
    }
    Shares shares;
    for (const auto& [shard, jobs] : by_shard) {
        std::vector<Digest> works;
        std::vector<std::size_t> counts;  // of the jobs' editions
        for (const Plan* plan : jobs) {
            const std::size_t before = works.size();
            for_each_edition(plan->sources, [&, plan = plan](const PlannedEdition& edition) {
                works.push_back(digest_of_edition(*plan, name_of(plan->sources, edition)));
            });
            counts.push_back(works.size() - before);
            for (const std::string& name : plan->unreadable)
                works.push_back(digest_of_edition(*plan, name));
        }
        const std::vector<bool> share = share_of({shard.first, shard.second}, works);
        auto is_own = share.begin();
        for (std::size_t i = 0; i < jobs.size(); ++i) {
            const auto end = is_own + static_cast<std::ptrdiff_t>(counts[i]);
            shares[jobs[i]].assign(is_own, end);
            is_own = end;
            std::erase_if(jobs[i]->unreadable,
                          [&is_own](const std::string&) { return !*is_own++; });
        }
    }
    return shares;
}

/// A manifest is read and written again: a pipe would wait for somebody who does not come.
void check_manifest(const Plan& plan, FileStore& files, Diagnostics& diagnostics) {
    const std::string& path = plan.manifest;
    const bool is_folder = files.is_folder(path);
    if (path.empty() || (!is_folder && !files.is_stream(path))) return;
    diagnostics.push_back(
        blame(*plan.job, {"manifest"},
              error("job-manifest",
                    fmt::format("expected a file for the manifest, and \"{}\" is a {}", path,
                                is_folder ? "folder" : "pipe or a device"),
                    {fmt::format("name another with {}", as_written(*plan.job, "manifest"))})));
}

/// Manifests and files of dependencies, each of one job or of several.
class Sidecars {
public:
    Sidecars(FileStore& files, TakenNames& taken, Diagnostics& diagnostics)
        : files_(files), taken_(taken), diagnostics_(diagnostics) {}

    void add(Plan& plan) {
        const Job& job = *plan.job;
        const auto deps = job.deps_format == DependencyFormat::Json ? SidecarKind::JsonDependencies
                                                                    : SidecarKind::MakeDependencies;
        if (!plan.manifest.empty() && take(plan.manifest, SidecarKind::Manifest, job))
            open_manifest(plan);
        if (!job.deps.empty() && take(job.deps, deps, job) && seen_.insert(job.deps).second)
            check_dependencies(job);
    }

private:
    bool take(const std::string& path, SidecarKind kind, const Job& job) {
        const Diagnostics errors = taken_.take_sidecar(path, kind, job);
        append(diagnostics_, errors);
        return errors.empty();
    }

    void open_manifest(Plan& plan) {
        if (files_.is_folder(plan.manifest)) return;
        auto& manifest = manifests_[plan.manifest];
        if (manifest == nullptr) {
            auto& place = manifests_[place_on_disk(plan.manifest)];
            if (place == nullptr)
                place = std::make_shared<ManifestFile>(plan.manifest, files_, diagnostics_);
            manifest = place;
        }
        plan.manifest_file = manifest;
        if (manifest->is_foreign() && plan.job->rebuild == Rebuild::Changed)
            diagnostics_.push_back(would_overwrite(
                {"manifest", plan.manifest, "a manifest of this program", begins_as_manifest},
                *plan.job));
    }

    void check_dependencies(const Job& job) {
        auto error = check_overwriting(
            {"deps", job.deps, "a file of dependencies", begins_as_dependencies}, job, files_);
        if (error) diagnostics_.push_back(*std::move(error));
    }

    FileStore& files_;
    TakenNames& taken_;
    Diagnostics& diagnostics_;
    // By path and by place on the disk: jobs may write one path in several ways.
    std::map<std::string, std::shared_ptr<ManifestFile>> manifests_;
    std::set<std::string> seen_;
};

/// Whether it can be told without their values which records are this run's.
bool is_planned_by_names(const Job& job, const Sources& sources) {
    return job.shard.parts > 1 && sources.failed_layouts.empty() &&
           sources.languages.failed.empty();
}

/// The values of the records that a job's share has editions of.
void read_own_values(Plan& plan, const std::vector<bool>& share, Diagnostics& diagnostics) {
    if (plan.sources.records == nullptr) return;
    std::vector<bool> is_own(plan.sources.records->records.names.size());
    std::size_t index = 0;
    for_each_edition(plan.sources, [&](const PlannedEdition& edition) {
        if (!share[index++]) return;
        if (edition.record)
            is_own[*edition.record] = true;
        else
            is_own.assign(is_own.size(), true);
    });
    read_values(
        plan.sources.records, [&](std::size_t number) { return is_own[number]; }, diagnostics);
}

/// Opens the languages of a share's editions, and of all that these share a grid with. Where one
/// cannot be used, its editions are left out of the share, as all others of it are.
void open_own_languages(Plan& plan, std::vector<bool>& share, Diagnostics& diagnostics) {
    std::set<std::string> wanted;
    bool needs_all = false;
    std::size_t index = 0;
    for_each_edition(plan.sources, [&](const PlannedEdition& edition) {
        if (!share[index++]) return;
        wanted.insert(edition.language->tag);
        needs_all = needs_all || is_locked(*edition.layout);
    });
    open_languages(
        *plan.job,
        [&](const Language& language) { return needs_all || wanted.count(language.tag) > 0; },
        plan.sources, *plan.files, diagnostics);
    std::vector<bool> left;
    index = 0;
    for_each_edition(plan.sources, [&](const PlannedEdition& edition) {
        const bool is_own = share[index++];
        if (!edition.language->is_failed)
            left.push_back(is_own);
        else if (is_own)
            plan.unreadable.push_back(name_of(plan.sources, edition));
    });
    share = std::move(left);
    drop_failed(plan.sources.languages);
}

/// Takes the names of a job's inputs, whether or not they could be used; fonts are read later.
void add_inputs(const Job& job, const ReadLog& log, const Sources* sources, FileStore& files,
                TakenNames& taken) {
    if (!job.origin.file.empty()) taken.add_input(job.origin.file);
    for (const ReadFile& file : log.read_files()) {
        // Standard input and standard output have one name.
        if (file.path != kStandardStream) taken.add_input(file.path);
    }
    if (sources == nullptr) return;
    // Locales of other shards are not read.
    for (const Language& language : sources->languages.languages) {
        for (const std::string& tag : language.locale_tags)
            taken.add_input(locale_path(sources->dataset, tag, files));
    }
    const FontManifest& fonts = sources->fonts->manifest;
    for (const FontFamily& family : fonts.families) {
        for (const FontFile& font : family.files) taken.add_input(font.file);
    }
    for (const auto& [language, patterns] : fonts.hyphenation) taken.add_input(patterns.file);
}

/// Null when there are no sources to make anything from, or it is not known what of them.
std::unique_ptr<Plan> read(const Job& job, FileStore& files, TakenNames& taken,
                           FontManifests& font_manifests, Diagnostics& diagnostics) {
    append(diagnostics, check_values(job));
    auto request = take(read_output_request(job), diagnostics);
    if (job.dataset.empty()) return nullptr;
    ReadLog log(files);
    auto sources = read_sources(job, SourcesFor::Plan, log, font_manifests, diagnostics);
    if (sources && !is_planned_by_names(job, *sources))
        read_values(
            sources->records, [](std::size_t) { return true; }, diagnostics);
    add_inputs(job, log, sources ? &*sources : nullptr, files, taken);
    if (sources) check_without_layout(*sources, diagnostics);
    if (!sources || !request) return nullptr;

    auto plan = std::make_unique<Plan>();
    plan->job = &job;
    plan->sources = *std::move(sources);
    plan->request = *std::move(request);
    plan->options = emit_options(job);
    plan->files = &files;
    plan->manifest = manifest_path(job);
    check_manifest(*plan, files, diagnostics);
    check_attachments(job, diagnostics);
    return plan;
}

}  // namespace

Groups::Groups(const std::vector<PlannedEdition>& editions) {
    using Shared = std::pair<const LayoutSource*, std::optional<std::uint32_t>>;
    std::map<Shared, std::size_t> locked;
    std::vector<std::size_t> groups;  // of each edition
    for (const PlannedEdition& edition : editions) {
        std::size_t group = ends_.size();
        if (is_locked(*edition.layout))
            group = locked.emplace(Shared(edition.layout, edition.record), group).first->second;
        if (group == ends_.size()) ends_.push_back(0);
        ++ends_[group];
        groups.push_back(group);
    }
    std::exclusive_scan(ends_.begin(), ends_.end(), ends_.begin(), std::uint32_t{0});
    editions_.resize(editions.size());
    for (std::uint32_t i = 0; i < editions.size(); ++i) editions_[ends_[groups[i]]++] = i;
}

std::string Plan::path_of(const PlannedEdition& edition, const MadeFile& file) const {
    const model::OutputFacts& about = *file.entry.about;
    return broadside::path_of(request, sources, edition, *emit::find_format(about.format),
                              std::max<std::size_t>(file.entry.page, 1), about.files);
}

Digest Plan::digest_of_inputs(const PlannedEdition& edition, const emit::Format& format) const {
    if (!digests) return {};
    ContentHash hash;
    hash.add_digest(digests->of_output(edition, format));
    if (!format.has_pages()) {
        for (const auto& [language, href, is_source] : alternates_of(*this, edition, format)) {
            hash.add_text(language);
            hash.add_text(href);
            hash.add_number(is_source ? 1 : 0);
        }
    }
    return hash.digest();
}

std::vector<std::unique_ptr<Plan>> plan_jobs(std::span<const Job> jobs, FileStore& files,
                                             Diagnostics& diagnostics) {
    std::vector<std::unique_ptr<Plan>> plans;
    const auto taken = std::make_shared<TakenNames>();
    FontManifests font_manifests;
    for (const Job& job : jobs)
        plans.push_back(read(job, files, *taken, font_manifests, diagnostics));
    for (const auto& plan : plans) {
        if (plan == nullptr) continue;
        plan->taken = taken;
        plan->unreadable = unreadable_editions(plan->sources);
    }
    Shares shares = shares_of(plans);
    for (const auto& plan : plans) {
        if (plan == nullptr) continue;
        const auto share = shares.find(plan.get());
        std::vector<bool>* own = share == shares.end() ? nullptr : &share->second;
        if (own != nullptr) {
            open_own_languages(*plan, *own, diagnostics);
            read_own_values(*plan, *own, diagnostics);
        }
        auto outputs = take(plan_outputs(plan->request, plan->sources, *taken, own), diagnostics);
        if (!outputs) continue;
        plan->editions = std::move(outputs->editions);
        std::move(outputs->failed.begin(), outputs->failed.end(),
                  std::back_inserter(plan->unreadable));
    }
    // Of what other shards make, the disk need not be asked.
    for (const auto& plan : plans) {
        if (plan != nullptr)
            append(diagnostics, check_outputs(plan->request, plan->sources, plan->editions, files));
    }
    Sidecars sidecars(files, *taken, diagnostics);
    for (const auto& plan : plans) {
        if (plan != nullptr) sidecars.add(*plan);
    }
    if (!jobs.empty()) sort_by_place(diagnostics, jobs.front().origin.file);
    const bool must_be_mended = has_job_errors(diagnostics);
    FontDigests font_digests{&files, {}};
    for (auto& plan : plans) {
        if (must_be_mended) plan.reset();
        if (plan == nullptr) continue;
        plan->groups = Groups(plan->editions);
        if (!plan->manifest.empty())
            plan->digests.emplace(plan->sources, plan->options, plan->job->attach_source,
                                  font_digests);
    }
    return plans;
}

const PastBuild& Plan::past() const {
    static const PastBuild none;
    return manifest_file == nullptr ? none : manifest_file->past();
}

std::vector<bool> share_of(const Shard& shard, const std::vector<Digest>& works) {
    std::vector<std::size_t> order(works.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return works[a] < works[b]; });
    const auto cut = [&](std::size_t part) { return part * works.size() / shard.parts; };
    std::vector<bool> share(works.size());
    for (std::size_t i = cut(shard.part - 1); i < cut(shard.part); ++i) share[order[i]] = true;
    return share;
}

}  // namespace broadside::batch
