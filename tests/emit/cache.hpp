#pragma once

#include "broadside/emit/cache.hpp"

namespace broadside::test {

/// Of the thread that asks.
inline emit::Cache& cache() {
    thread_local emit::Cache cache;
    return cache;
}

}  // namespace broadside::test
