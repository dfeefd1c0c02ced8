#pragma once

#include "broadside/doc/document.hpp"
#include "broadside/model/project.hpp"

namespace broadside::resolve {

/// Publisher, source and licence at the start, date and remark at the end.
doc::ImprintBlock build_imprint(const model::Project& project);

}  // namespace broadside::resolve
