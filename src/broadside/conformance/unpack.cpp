#include "broadside/conformance/unpack.hpp"

#include <algorithm>
#include <memory>
#include <new>

#include <libdeflate.h>

namespace broadside::conformance {

namespace {

struct Free {
    void operator()(libdeflate_decompressor* decompressor) const {
        libdeflate_free_decompressor(decompressor);
    }
};

}  // namespace

std::optional<std::string> inflated(std::string_view packed, std::size_t most) {
    const std::unique_ptr<libdeflate_decompressor, Free> decompressor(
        libdeflate_alloc_decompressor());
    if (!decompressor) throw std::bad_alloc();
    // Deflate makes at most 1032 bytes of one: room that is tried in steps of four takes time as
    // what comes out.
    std::string bytes(std::min(most, 4 * packed.size() + 256), '\0');
    while (true) {
        std::size_t taken = 0, given = 0;
        const libdeflate_result result =
            libdeflate_zlib_decompress_ex(decompressor.get(), packed.data(), packed.size(),
                                          bytes.data(), bytes.size(), &taken, &given);
        if (result == LIBDEFLATE_INSUFFICIENT_SPACE && bytes.size() < most) {
            bytes.assign(std::min(most, 4 * bytes.size()), '\0');
            continue;
        }
        if (result != LIBDEFLATE_SUCCESS || taken != packed.size()) return std::nullopt;
        bytes.resize(given);
        return bytes;
    }
}

}  // namespace broadside::conformance
