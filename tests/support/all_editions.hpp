#pragma once

#include <utility>
#include <vector>

#include "broadside/editions/editions.hpp"

namespace broadside::testing {

/// For the few of one page each.
inline Result<std::vector<Edition>> all_editions(const Job& job, FileStore& files) {
    std::vector<Edition> editions;
    Diagnostics diagnostics = set_editions(
        job, files, [&editions](Edition edition) { editions.push_back(std::move(edition)); });
    if (has_errors(diagnostics)) return diagnostics;
    return {std::move(editions), std::move(diagnostics)};
}

}  // namespace broadside::testing
