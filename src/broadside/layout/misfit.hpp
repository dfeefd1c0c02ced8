#pragma once

#include "broadside/layout/flow.hpp"

namespace broadside::layout {

/// Tells that `flowed`, at the typesetter's setting, needs more pages than `pages`, which languages
/// are too long, and which of their texts take most height. Where an overflow, which is reported
/// already, is the reason, tells the languages only.
void report_misfit(const Flowed& flowed, int pages, Typesetter& typesetter);

}  // namespace broadside::layout
