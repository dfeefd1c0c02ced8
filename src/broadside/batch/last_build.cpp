#include "broadside/batch/last_build.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include "broadside/batch/digests.hpp"
#include "broadside/batch/manifest.hpp"
#include "broadside/files/paths.hpp"

namespace broadside::batch {

namespace {

void add_texts(const std::vector<std::string>& texts, ContentHash& hash) {
    hash.add_number(texts.size());
    for (const std::string& text : texts) hash.add_text(text);
}

template <typename Value>
void add_value(Value value, ContentHash& hash) {
    hash.add_number(static_cast<std::uint64_t>(value));
}

/// All of a job that decides about files or about what is told of them.
void add_job(const Job& job, ContentHash& hash) {
    // So that a new member is not forgotten.
    const auto& [dataset, layouts, languages, records, formats, output, output_options, is_site,
                 standards, attaches, font_manifest, resources, threads, shard, rebuild, manifest,
                 deps, deps_format, cache, stale, origin] = job;
    const auto& [ppi, palette, background, svg_text, svg_theme, html, time] = output_options;
    for (const std::string* text : {&dataset, &records, &output, &font_manifest, &manifest})
        hash.add_text(*text);
    for (const auto* texts : {&layouts, &languages, &formats, &resources}) add_texts(*texts, hash);
    hash.add_real(ppi);
    add_value(palette, hash);
    add_value(background, hash);
    add_value(svg_text, hash);
    add_value(svg_theme, hash);
    add_value(html, hash);
    add_value(time.has_value(), hash);
    add_value(time.value_or(0), hash);
    add_value(standards.has_value(), hash);
    add_value(standards.value_or(PdfStandards()).ua_1, hash);
    add_value(standards.value_or(PdfStandards()).archive, hash);
    add_value(attaches, hash);
    add_value(is_site, hash);
    add_value(shard.part, hash);
    add_value(shard.parts, hash);
    hash.add_text(origin.file);
}

/// A file of dependencies is written each time. One file alone, or one to standard output, is too.
bool can_be_remembered(const Job& job) {
    return !job.cache.empty() && job.deps.empty() && !manifest_path(job).empty() && !job.stale;
}

/// Whether all that the build knew is still so; `has_learned` where facts of files are new.
bool holds(LastBuild& build, FileStore& files, bool& has_learned) {
    for (const auto& [asked, told] : build.answers) {
        if (answer(asked.second, asked.first, files) != told) return false;
    }
    for (auto& [path, known] : build.files) {
        const bool had_facts = known.facts.has_value();
        const FileFacts before = known.facts.value_or(FileFacts());
        if (!is_unchanged(path, known, files)) return false;
        has_learned |= known.facts && (!had_facts || !known.facts->is_same(before));
    }
    return true;
}

}  // namespace

std::optional<Digest> task_of(const std::vector<Job>& jobs) {
    if (jobs.empty() || !std::all_of(jobs.begin(), jobs.end(), can_be_remembered))
        return std::nullopt;
    ContentHash hash;
    hash.add_digest(program_digest());
    std::error_code ignored;
    hash.add_text(std::filesystem::current_path(ignored).string());
    for (const Job& job : jobs) add_job(job, hash);
    return hash.digest();
}

std::string place_in(const std::string& cache, const Digest& task) {
    return joined(cache, fmt::format("build-{:02x}", task.high >> 56));
}

std::optional<BuildReport> recall(const std::string& place, const Digest& task, FileStore& files,
                                  ByteSink& sink) {
    auto build = read_last_build(bytes_of(place, files));
    bool has_learned = false;
    if (!build || build->task != task || !holds(*build, files, has_learned)) return std::nullopt;
    if (has_learned) sink.write({{place, to_bytes(*build)}});
    return std::move(build->report);
}

void remember(const std::string& place, LastBuild& build, QuestionLog& log, FileStore& files,
              ByteSink& sink) {
    const auto is_written = [&log](const std::string& path) { return log.has_written(path); };
    if (!log.can_be_asked_again || !std::all_of(log.pieces.begin(), log.pieces.end(), is_written))
        return;
    for (const auto& [asked, told] : log.answers) {
        // Before they were written, the answers were others.
        if (!is_written(asked.first)) build.answers.emplace(asked, told);
    }
    build.files = std::move(log.files);
    for (auto& [path, known] : build.files) keep_settled(path, known, files);
    sink.write({{place, to_bytes(build)}});
}

}  // namespace broadside::batch
