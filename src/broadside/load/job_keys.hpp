#pragma once

#include "broadside/load/syntax/schema.hpp"

/// The keys of job files besides the options, which the facade names.
namespace broadside::load {

inline constexpr Key kJobFileKeyList[] = {{"$schema"}, {"format", kRequired}, {"jobs", kRequired}};
inline constexpr Key kJobKeyList[] = {{"dataset", kRequired}};

inline constexpr ObjectKeys kJobFileKeys{"", kJobFileKeyList};
inline constexpr ObjectKeys kJobKeys{"job", kJobKeyList};

}  // namespace broadside::load
