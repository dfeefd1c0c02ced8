#include "broadside/emit/deflate.hpp"

#include <new>

#include <zlib.h>

namespace broadside::emit {

std::string deflated(std::string_view bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    const int status =
        compress(reinterpret_cast<Bytef*>(out.data()), &size,
                 reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uLong>(bytes.size()));
    if (status != Z_OK) throw std::bad_alloc();  // the one thing that can go wrong
    out.resize(size);
    return out;
}

}  // namespace broadside::emit
