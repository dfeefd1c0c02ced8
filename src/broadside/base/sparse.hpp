#pragma once

#include <memory>
#include <utility>

namespace broadside {

/// A member that most objects leave as it is by default, and that takes the room of a pointer until
/// then: a large dataset is mostly cells, and each has few of a cell's members.
template <typename T>
class Sparse {
public:
    Sparse() = default;
    Sparse(T value) : value_(std::make_unique<T>(std::move(value))) {}
    Sparse(const Sparse& other) : value_(other.value_ ? std::make_unique<T>(*other) : nullptr) {}
    Sparse(Sparse&&) noexcept = default;
    Sparse& operator=(Sparse other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    ~Sparse() = default;

    const T& operator*() const {
        static const T by_default;
        return value_ ? *value_ : by_default;
    }
    const T* operator->() const { return &**this; }

    /// Whether it has a value of its own.
    explicit operator bool() const { return value_ != nullptr; }

    T& edit() {
        if (!value_) value_ = std::make_unique<T>();
        return *value_;
    }

private:
    std::unique_ptr<T> value_;
};

}  // namespace broadside
