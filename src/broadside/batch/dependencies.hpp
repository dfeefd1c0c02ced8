#pragma once

#include <map>
#include <set>
#include <string>

#include "broadside/batch/batch.hpp"
#include "broadside/job.hpp"
#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// The files that each output is made from, by the output's path.
using Dependencies = std::map<std::string, std::set<std::string>>;

/// The files that one of an edition's files is made from: of the fonts, those that it shows text
/// in; of the hyphenation dictionaries, its language's.
std::set<std::string> inputs_of(const Job& job, const Batch& batch, const PlannedEdition& edition,
                                const model::ManifestEntry& file);

/// As rules for make, which ninja's `depfile` reads too, or as one JSON object.
std::string to_text(const Dependencies& dependencies, DependencyFormat format);

}  // namespace broadside::batch
