#include "broadside/batch/manifest.hpp"

#include <filesystem>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/files/paths.hpp"
#include "broadside/load/load.hpp"

namespace broadside::batch {

namespace {

std::string default_name(const Shard& shard) {
    if (shard.parts == 1) return kManifestName;
    return fmt::format("manifest-{}-of-{}.json", shard.part, shard.parts);
}

using Entries = std::vector<model::ManifestEntry>;

/// The hash of what `bytes_of` would give.
Digest hash_in(const std::string& path, FileStore& files) {
    ContentHash hash;
    if (files.is_file(path) && !files.is_stream(path))
        files.read_pieces(path, [&hash](std::string_view piece) {
            hash.add_bytes(piece);
            return More::Yes;
        });
    return hash.digest();
}

/// The first problem is enough: nobody mends a manifest by hand.
Diagnostic unusable(Diagnostic problem) {
    problem.severity = Severity::Warning;
    problem.code = "unusable-manifest";
    problem.hints = {"everything is made again, and the manifest with it"};
    return problem;
}

}  // namespace

std::string manifest_path(const Job& job) {
    if (!job.manifest.empty()) return job.manifest;
    const std::size_t placeholder = job.output.find('{');
    if (placeholder == std::string::npos) return "";
    const std::size_t slash = job.output.rfind('/', placeholder);
    const std::string folder = slash == std::string::npos ? "." : job.output.substr(0, slash + 1);
    return joined(folder, default_name(job.shard));
}

std::string path_in_manifest(const std::string& output, const std::string& manifest) {
    const auto absolute = [](const std::string& path) {
        return std::filesystem::absolute(path).lexically_normal();
    };
    return absolute(output).lexically_relative(absolute(folder_of(manifest))).string();
}

std::string path_of_entry(const model::ManifestEntry& entry, const std::string& manifest) {
    const std::string path = joined(folder_of(manifest), entry.path);
    return std::filesystem::path(path).lexically_normal().string();
}

std::string bytes_of(const std::string& path, FileStore& files) {
    std::string bytes;
    if (!files.is_file(path) || files.is_stream(path)) return bytes;
    files.facts(path);
    files.read_pieces(path, [&bytes](std::string_view piece) {
        bytes.append(piece);
        return More::Yes;
    });
    return bytes;
}

bool read_journal(const std::string& manifest, FileStore& files,
                  const std::function<void(model::ManifestEntry)>& take) {
    const std::string path = journal_of(manifest);
    if (!files.is_file(path) || files.is_stream(path)) return false;
    files.facts(path);
    std::string line;
    const auto take_line = [&] {
        auto noted = load::load_build_manifest({"", std::exchange(line, {})});
        if (!noted) return;
        for (model::ManifestEntry& entry : std::move(noted).value().entries) take(std::move(entry));
    };
    files.read_pieces(path, [&](std::string_view piece) {
        for (std::size_t end = piece.find('\n'); end != piece.npos; end = piece.find('\n')) {
            line.append(piece.substr(0, end));
            take_line();
            piece.remove_prefix(end + 1);
        }
        line.append(piece);
        return More::Yes;
    });
    take_line();
    return true;
}

Result<bool> is_intact(const model::ManifestEntry& entry, const std::string& path,
                       FileStore& files) {
    if (!files.is_file(path) || files.is_stream(path)) return false;
    ContentHash hash;
    std::size_t size = 0;
    Diagnostics errors = files.read_pieces(path, [&](std::string_view piece) {
        hash.add_bytes(piece);
        size += piece.size();
        return size > entry.bytes ? More::No : More::Yes;
    });
    if (!errors.empty()) return errors;
    return size == entry.bytes && hash.digest() == entry.hash;
}

PastBuild PastBuild::read(const std::string& manifest, std::string bytes, FileStore& files,
                          Diagnostics& diagnostics) {
    PastBuild past;
    past.manifest_ = manifest;
    past.files_ = &files;
    if (bytes.empty()) return past;
    const Diagnostics errors = load::load_build_manifest(
        {manifest, std::move(bytes)},
        [&past](model::ManifestEntry entry) { past.add(std::move(entry)); });
    if (errors.empty()) return past;
    diagnostics.push_back(unusable(errors.front()));
    return read(manifest, "", files, diagnostics);
}

void PastBuild::add(model::ManifestEntry entry) {
    page_numbers_.insert({entry.page, entry.about->files});
    words_.share(entry);
    std::string path = entry.path;
    entries_.insert_or_assign(std::move(path),
                              std::make_unique<const model::ManifestEntry>(std::move(entry)));
}

bool PastBuild::take_up_journal(const ManifestEntries& made) {
    return read_journal(manifest_, *files_, [&](model::ManifestEntry entry) {
        if (made.count(entry.path) == 0) add(std::move(entry));
    });
}

const model::ManifestEntry* PastBuild::find(const std::string& output) const {
    if (files_ == nullptr) return nullptr;
    const auto entry = entries_.find(path_in_manifest(output, manifest_));
    return entry == entries_.end() ? nullptr : entry->second.get();
}

void PastBuild::drop(const std::string& path) {
    const auto entry = entries_.find(path);
    if (entry != entries_.end()) entry->second.reset();
}

bool PastBuild::is_as_written(const model::ManifestEntry& entry, const std::string& output) const {
    files_->facts(output);
    const auto intact = is_intact(entry, output, *files_);
    return intact && *intact;
}

Entries PastBuild::made_from(const Digest& inputs, const std::vector<std::string>& outputs) const {
    Entries found;
    for (const std::string& output : outputs) {
        const model::ManifestEntry* entry = find(output);
        const bool is_same = entry != nullptr && entry->about->files == outputs.size() &&
                             entry->inputs == inputs && is_as_written(*entry, output);
        if (!is_same) return {};
        found.push_back(*entry);
    }
    return found;
}

bool PastBuild::holds(const std::string& output, const Digest& hash) const {
    const model::ManifestEntry* entry = find(output);
    return entry != nullptr && entry->hash == hash && is_as_written(*entry, output);
}

bool PastBuild::exists(const model::ManifestEntry& entry) const {
    return files_->is_file(path_of_entry(entry, manifest_));
}

void PastBuild::add_others(ManifestEntries& made) const {
    for (const auto& [path, entry] : entries_) {
        if (entry != nullptr && made.count(path) == 0 && exists(*entry))
            made.emplace(path, entry.get());
    }
}

ManifestFile::ManifestFile(std::string path, FileStore& files, Diagnostics& diagnostics)
    : path_(std::move(path)), files_(files) {
    std::string bytes = bytes_of(path_, files);
    content_ = digest_of(bytes);
    const bool begins_as_one = begins_as_manifest(bytes);
    Diagnostics problems;
    past_ = PastBuild::read(path_, std::move(bytes), files_, problems);
    has_journal_ = past_.take_up_journal();
    if (has_journal_) content_.reset();
    is_foreign_ = !problems.empty() && !begins_as_one;
    if (!is_foreign_) append(diagnostics, std::move(problems));
}

void ManifestFile::note(const EditionResult& result, ByteSink& sink) {
    std::vector<const model::ManifestEntry*> entries;
    for (const MadeFile& file : result.files) entries.push_back(&file.entry);
    // Line feeds inside of strings are escaped.
    sink.note(path_, one_line(json_of(std::move(entries)).all()));
    has_journal_ = true;
}

void ManifestFile::add(std::vector<EditionResult> results) {
    if (made_.empty()) return made_.swap(results);
    std::move(results.begin(), results.end(), std::back_inserter(made_));
}

Diagnostics ManifestFile::write(ByteSink& sink) {
    ManifestEntries made;
    for (const EditionResult& result : made_) {
        for (const MadeFile& file : result.files) {
            if (sink.holds(joined(folder_of(path_), file.entry.path)))
                made.emplace(file.entry.path, &file.entry);
        }
    }
    const auto json_of_all = [this](ManifestEntries entries) {
        past_.add_others(entries);
        std::vector<const model::ManifestEntry*> sorted;
        for (const auto& [path, entry] : entries) sorted.push_back(entry);
        FileBytes json = json_of(std::move(sorted));
        ContentHash hash;
        json.each([&hash](std::string_view piece) { hash.add_bytes(piece); });
        hash_ = hash.digest();
        return json;
    };
    if (!has_journal_) {
        json_of_all(made);
        if (hash_ == content_) return {};
    }
    return sink.update(path_, [&]() -> std::optional<FileBytes> {
        // Another run may have written since.
        const Digest hash_before = hash_in(path_, files_);
        if (hash_before != content_) {
            past_ = {};
            Diagnostics of_the_other;
            past_ = PastBuild::read(path_, bytes_of(path_, files_), files_, of_the_other);
        }
        past_.take_up_journal(made);
        FileBytes json = json_of_all(std::move(made));
        if (hash_ == hash_before) return std::nullopt;
        return json;
    });
}

}  // namespace broadside::batch
