#pragma once

#include <vector>

#include "broadside/placed/document.hpp"

namespace broadside::layout {

/// Sets the rules under header cells that stand over several columns, of a document that runs from
/// left to right: as wide as the content of their columns may be; where the first of these has more
/// white space before what it holds on any page than behind it, as one of figures may have, from
/// there on. Their titles stand over the rules as they stood over the columns.
void set_spanner_rules(std::vector<placed::Page>& pages);

}  // namespace broadside::layout
