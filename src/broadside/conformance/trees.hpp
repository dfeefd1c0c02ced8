#pragma once

#include <vector>

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

struct TreeEntry {
    const Value* key;
    const Value* value;  // not followed
};

/// The entries of a name tree (`list` is "Names") or a number tree ("Nums"; PDF 1.7, 7.9.6 and
/// 7.9.7), whose keys must be in order. What is wrong is a problem of the subject.
std::vector<TreeEntry> read_tree(const Check& check, const Value& root, const char* list);

}  // namespace broadside::conformance
