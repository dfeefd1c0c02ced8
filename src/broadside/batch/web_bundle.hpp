#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "broadside/batch/plan.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/files/question_log.hpp"

namespace broadside::batch {

/// Beside the manifest: what a web site begins with.
inline constexpr char kIndexName[] = "index.html";

/// Where they are a site: the pages of an edition's layout, of its record, in the job's languages,
/// also of other shards, as seen from its own.
std::vector<emit::Alternate> alternates_of(const Plan& plan, const PlannedEdition& edition,
                                           const emit::Format& format);

/// The jobs of a build, of which each with that format is two: the second makes the PNGs of twice
/// as many pixels, which have "@2x" before their extension.
class WebBundles {
public:
    WebBundles(const std::vector<Job>& jobs, Diagnostics& errors);

    const std::vector<Job>& jobs() const { return jobs_; }

    /// Remembers a job's editions that were made, for the index in the folder that outputs have in
    /// common; the build reports them from `reported` on. Of a shard none is made: it would list
    /// its own editions alone.
    void add(const Plan& plan, const std::vector<EditionResult>& results, std::size_t reported);

    /// Every index, in the place of older ones only; tells `log` of them, if there is one. Their
    /// files are those that the build reports.
    Diagnostics write(const BuildReport& report, FileStore& files, ByteSink& sink,
                      QuestionLog* log) const;

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    /// There are as many as records times languages: what reports have is looked up there.
    struct Edition {
        const std::string* language = nullptr;
        std::string title;
        std::size_t report = kNone, fine_report = kNone;  // among those of editions
    };
    /// Editions that differ in their language alone, in planned order.
    struct Entry {
        std::string record;  // its key; empty: there are none
        std::vector<Edition> editions = {};
    };
    struct Section {
        std::string layout;
        std::vector<Entry> entries = {};                                  // in planned order
        std::unordered_map<Digest, std::size_t, DigestHash> by_key = {};  // in `entries`
    };
    struct Index {
        const Job* job = nullptr;
        std::string language, title;
        std::vector<Section> sections;    // in planned order; not empty, nor is what they hold
        std::set<std::string> languages;  // of its editions
    };

    static Edition& edition_of(Index& index, const Plan& plan, const PlannedEdition& planned);

    std::vector<Job> jobs_;                 // never moved: others point at them
    std::map<const Job*, bool> of_web_;     // whether it is the one of fine pictures
    std::map<std::string, Index> indexes_;  // by path

    class IndexText;
};

}  // namespace broadside::batch
