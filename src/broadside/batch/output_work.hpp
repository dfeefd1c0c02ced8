#pragma once

#include <atomic>
#include <memory>
#include <vector>

#include "broadside/batch/edition_pages.hpp"
#include "broadside/batch/manifest.hpp"
#include "broadside/batch/plan.hpp"
#include "broadside/byte_sink.hpp"
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

}  // namespace broadside::batch
