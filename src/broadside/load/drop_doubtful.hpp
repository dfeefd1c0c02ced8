#pragma once

#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

/// Takes every reference out of a dataset with errors that may name something which could not be
/// read, or is no id at all: those that are left and name nothing are mistakes of their own.
void drop_doubtful_references(const JsonValue& root, model::Dataset& dataset);

}  // namespace broadside::load
