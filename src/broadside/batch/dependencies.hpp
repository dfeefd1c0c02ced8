#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "broadside/batch/plan.hpp"
#include "broadside/job.hpp"
#include "broadside/model/build_manifest.hpp"

namespace broadside::batch {

/// The files that each output is made from, by the output's path.
using Dependencies = std::map<std::string, std::set<std::string>>;

/// The files that one of an edition's files is made from: of the fonts, those that it shows text
/// in; of the hyphenation dictionaries, its languages'.
std::set<std::string> input_paths(const Job& job, const Plan& plan, const PlannedEdition& edition,
                                  const model::ManifestEntry& file);

/// As rules for make, which ninja's `depfile` reads too as far as ninja can be told of the names,
/// or as one JSON object. Fails where a file has a name that cannot be written so.
Result<std::string> to_text(const Dependencies& dependencies, DependencyFormat format);

/// Whether a file was written from such a text, in either format.
bool begins_as_dependencies(std::string_view beginning);

}  // namespace broadside::batch
