#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "broadside/base/result.hpp"

namespace broadside {

/// Takes the value out of a result and leaves its diagnostics in `sink`.
template <typename T>
std::optional<T> take(Result<T> result, std::vector<Diagnostic>& sink) {
    result.drain_into(sink);
    if (!result) return std::nullopt;
    return std::move(result).value();
}

}  // namespace broadside
