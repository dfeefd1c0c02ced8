#pragma once

#include <memory>

namespace broadside {

template <auto release>
struct Release {
    template <typename T>
    void operator()(T* owned) const {
        static_cast<void>(release(owned));
    }
};

/// Owns what a C library made and takes back by `release`.
template <typename T, auto release>
using Handle = std::unique_ptr<T, Release<release>>;

}  // namespace broadside
