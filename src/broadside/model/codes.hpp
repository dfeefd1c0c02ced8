#pragma once

#include "broadside/model/dataset.hpp"

namespace broadside::model {

/// Whether what cells say for the value is shorter than its label, and no dash.
bool has_short_text(const Value& value);

/// Whether nobody knows such texts without the legend: half of them are abbreviations, or have
/// three letters at most. As the language has it that the vocabulary was written in: a translation
/// changes nothing of that.
bool is_of_codes(const Vocabulary& vocabulary);

}  // namespace broadside::model
