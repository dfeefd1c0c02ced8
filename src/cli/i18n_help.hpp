#pragma once

#include <optional>
#include <string>

#include "cli/i18n_option.hpp"

namespace broadside::cli {

/// The help of one verb of `broadside i18n`, or of all, with a line feed at its end.
std::string i18n_help_text(std::optional<I18nVerb> verb);

}  // namespace broadside::cli
