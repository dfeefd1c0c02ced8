#pragma once

#include <string>

#include "cli/arguments.hpp"

namespace broadside::cli {

/// The help of a topic, made from the option tables, with a line feed at its end.
std::string help_text(HelpTopic topic);

}  // namespace broadside::cli
