#pragma once

#include <vector>

#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// The smallest size of type on the pages, marks of notes, imprint and page numbers excepted; 0
/// when there is no text.
Pt smallest_type(const std::vector<placed::Page>& pages);

}  // namespace broadside::layout
