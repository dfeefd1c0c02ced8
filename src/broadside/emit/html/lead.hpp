#pragma once

#include "broadside/base/units.hpp"
#include "broadside/doc/document.hpp"

namespace broadside::emit {

/// How far words stand behind the symbol or the picture that their text begins with: as far as all
/// its lines begin, and what else stands in its cell. Nothing: it begins with none, or is a figure,
/// which stands on the axis of its column.
Pt lead_of(const doc::Paragraph& text);

}  // namespace broadside::emit
