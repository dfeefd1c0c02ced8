#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/diagnostic.hpp"
#include "broadside/job.hpp"
#include "cli/surroundings.hpp"

/// What the parsers of all verbs have in common.
namespace broadside::cli {

/// As --creation-timestamp does.
std::optional<Diagnostic> set_creation_time(Job& job, std::string_view seconds);

/// Set before the command line is read, so that its own date wins.
void add_source_date(const Surroundings& surroundings, Job& job, std::vector<Diagnostic>& errors);

/// Appended after the command line is read, so that its own folders are searched first.
void add_resources(const Surroundings& surroundings, Job& job);

}  // namespace broadside::cli
