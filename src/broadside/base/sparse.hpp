#pragma once

#include <atomic>
#include <compare>
#include <concepts>
#include <cstdint>
#include <utility>

namespace broadside {

/// A member that takes the room of a pointer, and none besides while it is as by default: a large
/// dataset is mostly cells, and each has few of a cell's members. Copies share their value until
/// one of them is edited, so that a copy of a dataset costs no more than what is changed in it.
/// Each copy may be used by a thread of its own.
template <typename T>
class Sparse {
public:
    Sparse() = default;
    template <std::convertible_to<T> Value>
    Sparse(Value&& value) : held_(new Held{std::forward<Value>(value)}) {}
    Sparse(const Sparse& other) noexcept : held_(other.held_) {
        if (held_) held_->owners.fetch_add(1, std::memory_order_relaxed);
    }
    Sparse(Sparse&& other) noexcept : held_(std::exchange(other.held_, nullptr)) {}
    Sparse& operator=(Sparse other) noexcept {
        std::swap(held_, other.held_);
        return *this;
    }
    ~Sparse() {
        if (held_ && held_->owners.fetch_sub(1, std::memory_order_acq_rel) == 1) delete held_;
    }

    const T& operator*() const {
        static const T by_default;
        return held_ ? held_->value : by_default;
    }
    const T* operator->() const { return &**this; }

    /// Whether it has a value of its own.
    explicit operator bool() const { return held_ != nullptr; }

    /// The value, which no copy shares any more.
    T& edit() {
        if (!held_ || held_->owners.load(std::memory_order_acquire) > 1) *this = T(**this);
        return held_->value;
    }

    bool operator==(const Sparse& other) const { return held_ == other.held_ || **this == *other; }
    auto operator<=>(const Sparse& other) const { return **this <=> *other; }

private:
    struct Held {
        T value;
        std::atomic<std::uint32_t> owners = 1;
    };

    Held* held_ = nullptr;
};

}  // namespace broadside
