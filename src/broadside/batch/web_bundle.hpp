#pragma once

#include <map>
#include <string>
#include <vector>

#include "broadside/batch/batch.hpp"
#include "broadside/batch/last_build.hpp"
#include "broadside/byte_sink.hpp"

namespace broadside::batch {

/// The word that stands for what a web site takes: HTML, SVG, and PNG in two densities, with an
/// index of all editions that shows each and has a figure of it to copy, or lists records.
inline constexpr std::string_view kWebFormat = "web";

/// Where they are a site: the pages of an edition's layout, of its record, in the job's languages,
/// also of other shards, as seen from its own.
std::vector<emit::Alternate> alternates_of(const Batch& batch, const PlannedEdition& edition);

/// The jobs of a build, of which each with that format is two: the second makes the PNGs of twice
/// as many pixels, which have "@2x" before their extension.
class WebBundles {
public:
    WebBundles(const std::vector<Job>& jobs, Diagnostics& errors);

    const std::vector<Job>& jobs() const { return jobs_; }

    /// Remembers the files of a job's editions that were made, for the index in the folder that
    /// outputs have in common. Of a shard none is made: it would list its own editions alone.
    void add(const Batch& batch, const std::vector<EditionResult>& results);

    /// Every index, in the place of older ones only; adds their hashes to `written`.
    Diagnostics write(FileStore& files, ByteSink& sink, WrittenFiles& written) const;

private:
    struct Edition {
        std::string language, title;
        /// Paths from the index.
        std::vector<std::string> pages = {}, svgs = {}, pngs = {}, fine_pngs = {}, pdfs = {};
    };
    /// Editions that differ in their language alone, in planned order.
    struct Entry {
        std::string record;  // its key; empty: there are none
        std::vector<Edition> editions = {};
    };
    struct Section {
        std::string layout;
        std::vector<Entry> entries = {};                    // in planned order
        std::map<std::string, std::size_t> by_record = {};  // in `entries`
    };
    struct Index {
        const Job* job = nullptr;
        std::string language, title;
        std::vector<Section> sections;  // in planned order; not empty, nor is what they hold
    };

    static Edition& edition_of(Index& index, const Batch& batch, const PlannedEdition& planned);
    static std::string text_of(const Index& index);
    static std::string links_of(const Edition& edition);
    static std::string item_of(const Edition& edition);
    static std::string record_item_of(const Entry& entry);
    static std::string figure_of(const Edition& edition, std::size_t page);

    std::vector<Job> jobs_;                 // never moved: others point at them
    std::map<const Job*, bool> of_web_;     // whether it is the one of fine pictures
    std::map<std::string, Index> indexes_;  // by path
};

}  // namespace broadside::batch
