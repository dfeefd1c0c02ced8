#pragma once

#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/batch/plan.hpp"
#include "broadside/emit/emit.hpp"

namespace broadside::batch {

/// The files that an edition is made from, under names that find each other in any folder, and
/// `broadside.json`, the job that makes it of them: dataset, locales, layout, symbols and pictures;
/// no fonts. Fails where a file cannot be read again as it was, or a picture lies outside of the
/// dataset's folder.
Result<std::vector<emit::Attachment>> attachments_of(const Plan& plan,
                                                     const PlannedEdition& edition);

}  // namespace broadside::batch
