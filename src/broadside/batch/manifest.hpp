#pragma once

#include <atomic>
#include <compare>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/content_hash.hpp"
#include "broadside/base/diagnostic.hpp"
#include "broadside/base/result.hpp"
#include "broadside/base/sparse.hpp"
#include "broadside/build_report.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/file_store.hpp"
#include "broadside/job.hpp"
#include "broadside/model/build_manifest.hpp"

/// What a build says about the files it wrote, for the next one and for other programs.
namespace broadside::batch {

/// Of a build that is no share of one.
inline constexpr char kManifestName[] = "manifest.json";

/// Where a job's manifest lies: where the job says, else in the folder of its output before the
/// first placeholder. Empty: nowhere, for one literal file and for standard output.
std::string manifest_path(const Job& job);

/// The path of an output as its manifest names it: seen from the manifest's folder.
std::string path_in_manifest(const std::string& output, const std::string& manifest);

/// Where a file lies that a manifest names.
std::string path_of_entry(const model::ManifestEntry& entry, const std::string& manifest);

/// The manifest as its file holds it, of entries that lie elsewhere, sorted by path, as long as
/// they do; `load::load_build_manifest` reads it back.
FileBytes json_of(std::vector<const model::ManifestEntry*> entries);

/// Takes each entry that the journal of a manifest has, in their order; broken lines say nothing.
/// False where there is no journal.
bool read_journal(const std::string& manifest, FileStore& files,
                  const std::function<void(model::ManifestEntry)>& take);

/// Whether a file that cannot be loaded was one nevertheless, by how it begins.
bool begins_as_manifest(std::string_view bytes);

/// What a file holds, of any size; empty when there is none, or none that can be read: then it
/// cannot be written either.
std::string bytes_of(const std::string& path, FileStore& files);

/// Whether the file is there as the entry says, whatever its size.
Result<bool> is_intact(const model::ManifestEntry& entry, const std::string& path,
                       FileStore& files);

/// Which of an output's files a page is in.
struct PageNumber {
    std::size_t page = 0;
    std::size_t files = 0;
    auto operator<=>(const PageNumber&) const = default;
};

/// Entries that lie elsewhere, by path as the manifest has it.
using ManifestEntries = std::map<std::string_view, const model::ManifestEntry*>;

/// What entries say alike, once in memory: most of what is said of a page is said of thousands.
class SharedWords {
public:
    void share(model::ManifestEntry& entry) { entry.about = *known_.insert(entry.about).first; }

private:
    std::set<Sparse<model::OutputFacts>> known_;
};

/// What the manifest says of earlier builds, and whether it still holds. Threads may ask at once.
class PastBuild {
public:
    /// No past at all.
    PastBuild() = default;

    /// A manifest without bytes is no past; one that cannot be used is none either, and the reason
    /// is added to `diagnostics` as a warning. `files` outlive the past.
    static PastBuild read(const std::string& manifest, std::string bytes, FileStore& files,
                          Diagnostics& diagnostics);

    /// Adds what runs noted that were killed, or are at work, but for files of `made`; of several
    /// lines about a file the last counts. False where there is no journal.
    bool take_up_journal(const ManifestEntries& made = {});

    std::size_t size() const { return entries_.size(); }

    /// Every one that an entry has: few, however many entries there are.
    const std::set<PageNumber>& page_numbers() const { return page_numbers_; }

    /// The entry of an output, null when there is none, or none any more.
    const model::ManifestEntry* find(const std::string& output) const;

    /// Lets go of what is said of a file, by its path in the manifest. Threads may call at once,
    /// each for files that no other asks for.
    void drop(const std::string& path);

    /// The entries of these files, when each was made from what has this digest and is there as it
    /// was written; else none.
    std::vector<model::ManifestEntry> made_from(const Digest& inputs,
                                                const std::vector<std::string>& outputs) const;

    /// Whether the file was written with this hash, and is there as it was written.
    bool holds(const std::string& output, const Digest& hash) const;

    /// Whether the file of an entry, or what became of it, is still there.
    bool exists(const model::ManifestEntry& entry) const;

    /// Adds the entries of other files that exist: what other jobs wrote. They lie here.
    void add_others(ManifestEntries& made) const;

private:
    void add(model::ManifestEntry entry);
    bool is_as_written(const model::ManifestEntry& entry, const std::string& output) const;

    std::string manifest_;
    FileStore* files_ = nullptr;
    // By path as the manifest has it. Null: was dropped; the place stays, so that other threads may
    // look for theirs.
    std::map<std::string, std::unique_ptr<const model::ManifestEntry>> entries_;
    std::set<PageNumber> page_numbers_;
    SharedWords words_;
};

/// A file that is as it should be.
struct MadeFile {
    FileState state = FileState::Written;
    model::ManifestEntry entry;
};

/// What became of one edition.
struct EditionResult {
    EditionState state = EditionState::Stopped;
    std::vector<MadeFile> files;
    Diagnostics problems;
    std::size_t cards_left_out = 0;  // that could not be set
};

/// A manifest through one run, whose jobs may share it: read before the first of them is made,
/// written after the last.
class ManifestFile {
public:
    /// Warns of a manifest that cannot be used. `files` outlive the object.
    ManifestFile(std::string path, FileStore& files, Diagnostics& diagnostics);

    /// What it says of earlier runs.
    const PastBuild& past() const { return past_; }

    /// Whether something else lies in its place.
    bool is_foreign() const { return is_foreign_; }

    /// Tells the next run of an edition that is made, should this run be killed. Threads may call
    /// at once.
    void note(const EditionResult& result, ByteSink& sink);

    /// As of its past.
    void drop(const std::string& path) { past_.drop(path); }

    void add(std::vector<EditionResult> results);

    /// Says what was made and, of what others made before or meanwhile, what is still there. Left
    /// alone when it would say the same, so that its date tells when something changed.
    Diagnostics write(ByteSink& sink);

    /// Of what it says once it is written.
    const Digest& hash() const { return hash_; }

private:
    std::string path_;
    FileStore& files_;
    std::optional<Digest> content_;  // of what `past_` was read from; none: of a journal, too
    Digest hash_;
    PastBuild past_;
    bool is_foreign_ = false;
    std::atomic<bool> has_journal_ = false;
    std::vector<EditionResult> made_;
};

}  // namespace broadside::batch
