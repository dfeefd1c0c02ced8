#pragma once

#include <optional>
#include <utility>

#include "broadside/base/diagnostic.hpp"

namespace broadside {

/// A value with the warnings met on the way, or every error that was found.
///
/// `ok()` is true exactly when there is a value; a failed result holds at least one error.
template <typename T>
class Result {
public:
    Result(T value, Diagnostics warnings = {})
        : value_(std::move(value)), diagnostics_(std::move(warnings)) {}
    Result(Diagnostics errors) : diagnostics_(std::move(errors)) {}
    Result(Diagnostic error) { diagnostics_.push_back(std::move(error)); }

    bool ok() const { return value_.has_value(); }
    explicit operator bool() const { return ok(); }

    const T& value() const& { return *value_; }
    T& value() & { return *value_; }
    T&& value() && { return *std::move(value_); }
    const T& operator*() const& { return *value_; }
    const T* operator->() const { return &*value_; }

    const Diagnostics& diagnostics() const { return diagnostics_; }

    /// Moves the diagnostics to the end of `sink`.
    void drain_into(Diagnostics& sink) { append(sink, std::exchange(diagnostics_, {})); }

private:
    std::optional<T> value_;
    Diagnostics diagnostics_;
};

/// Takes the value out of a result and leaves its diagnostics in `sink`.
template <typename T>
std::optional<T> take(Result<T> result, Diagnostics& sink) {
    result.drain_into(sink);
    if (!result) return std::nullopt;
    return std::move(result).value();
}

}  // namespace broadside
