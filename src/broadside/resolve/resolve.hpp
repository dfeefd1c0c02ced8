#pragma once

#include "broadside/base/result.hpp"
#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"

/// PASS model → doc: looks up every reference, resolves styles, grid, bands, notes and legend.
namespace broadside::resolve {

/// Fails with every unknown reference, overlap and unknown note. Warns of unused notes and values,
/// and of markup that is printed as it is written.
Result<doc::Document> resolve(const model::Project& project);

/// What of the dataset's references names nothing and of its texts' links leads nowhere, and no
/// warnings: of one with other errors, from which these do not follow.
Diagnostics unknown_references(const model::Project& project);

/// The same of the layout's references, where the layout, the dataset or both have other errors.
Diagnostics unknown_layout_references(const model::Project& project);

}  // namespace broadside::resolve
