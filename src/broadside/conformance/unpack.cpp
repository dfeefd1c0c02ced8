#include "broadside/conformance/unpack.hpp"

#include <algorithm>
#include <new>

#include <zlib.h>

namespace broadside::conformance {

std::optional<std::string> inflated(std::string_view packed, std::size_t most) {
    z_stream stream = {};
    if (inflateInit(&stream) != Z_OK) throw std::bad_alloc();
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string bytes;
    int state = Z_OK;
    while (state == Z_OK && bytes.size() <= most) {
        const std::size_t begin = bytes.size();
        bytes.resize(std::max<std::size_t>(std::min(2 * begin, most + 1), 4096));
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data() + begin);
        stream.avail_out = static_cast<uInt>(bytes.size() - begin);
        state = inflate(&stream, Z_NO_FLUSH);
        bytes.resize(bytes.size() - stream.avail_out);
    }
    const bool is_whole = state == Z_STREAM_END && stream.avail_in == 0;
    inflateEnd(&stream);
    if (!is_whole || bytes.size() > most) return std::nullopt;
    return bytes;
}

}  // namespace broadside::conformance
