#pragma once

#include "broadside/emit/font_cache.hpp"

namespace broadside::test {

/// The open fonts of the thread that asks.
inline emit::FontCache& fonts() {
    thread_local emit::FontCache cache;
    return cache;
}

}  // namespace broadside::test
