#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/batch/edition_pages.hpp"
#include "broadside/batch/manifest.hpp"
#include "broadside/batch/plan.hpp"
#include "broadside/byte_sink.hpp"
#include "broadside/emit/emit.hpp"
#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// What the manifest says of each file of a dataset's edition, of which there is one; what differs
/// from file to file is left open.
model::ManifestEntry describe(const std::string& dataset, const DrawnEdition& drawn);

/// One format of an edition that is being made.
struct OutputWork {
    std::vector<MadeFile> files;  // with their entries
    Diagnostics problems;
};

/// An edition between layout and disk. Each format is one thread's at a time.
struct EditionWork {
    std::size_t edition = 0;             // index into the plan's
    DrawnEdition drawn;                  // with an edition
    model::ManifestEntry description;    // what its files have in common
    std::unique_ptr<Delivery> delivery;  // of its files; nobody sees one before all are ready
    std::vector<OutputWork> outputs;     // as planned
    std::atomic<std::size_t> left = 0;   // of these, the ones that are not ready
};

/// The output's files, when nothing that they are made from has changed since they were written.
std::vector<MadeFile> unchanged_files(const Plan& plan, const PlannedEdition& edition,
                                      const emit::Format& format);

/// Draws one format and gives those of its files to the delivery that do not lie there as they came
/// out. `cache` is the thread's own.
void draw(const Plan& plan, EditionWork& work, std::size_t output, emit::Cache& cache);

/// The files that an edition is made from, under names that find each other in any folder, and
/// `broadside.json`, the job that makes it of them: dataset, locales, layout, symbols and pictures;
/// no fonts. Fails where a file cannot be read again as it was, or a picture lies outside of the
/// dataset's folder.
Result<std::vector<emit::Attachment>> attachments_of(const Plan& plan,
                                                     const PlannedEdition& edition);

}  // namespace broadside::batch
