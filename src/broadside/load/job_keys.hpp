#pragma once

#include "broadside/load/read_value.hpp"

/// The keys of job files besides the options, which the facade names.
namespace broadside::load {

inline constexpr Key kJobFileKeyList[] = {
    kSchemaKey,
    kFormatKey,
    {"jobs",
     kRequired,
     {.definition = "job", .shape = Schema::Shape::List, .least = 1},
     "Made one after the other."}};
inline constexpr Key kJobKeyList[] = {{"dataset",
                                       kRequired,
                                       {.members = kNonemptySchema},
                                       "A file, or a folder with a dataset.json or .yaml."}};

inline constexpr ObjectKeys kJobFileKeys{
    "", kJobFileKeyList,
    "What `broadside build --job FILE` makes. Keys of a job are the options of the command line; "
    "paths are seen from this file."};
inline constexpr ObjectKeys kJobKeys{"job", kJobKeyList};

}  // namespace broadside::load
