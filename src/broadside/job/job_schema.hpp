#pragma once

#include <string>

namespace broadside {

/// JSON Schema of job files, made from the table of options.
std::string job_schema();

}  // namespace broadside
