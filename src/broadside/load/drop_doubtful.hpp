#pragma once

#include "broadside/load/syntax/json_tree.hpp"
#include "broadside/model/dataset.hpp"

namespace broadside::load {

/// Takes every reference out of a dataset with errors that may name something which could not be
/// read: those that are left and name nothing are mistakes of their own. Fills in `unread`, for the
/// references of layouts.
void drop_doubtful_references(const JsonValue& root, model::Dataset& dataset);

}  // namespace broadside::load
