#include "broadside/files/remembering_stores.hpp"

namespace broadside {

Result<std::string> ReadLog::read(const std::string& path) {
    auto bytes = ForwardingStore::read(path);
    if (bytes) read_files_.push_back({path, digest_of(*bytes)});
    return bytes;
}

Result<std::string> RememberedStreams::read(const std::string& path) {
    if (!is_stream(path)) return ForwardingStore::read(path);
    const std::lock_guard one_reader(lock_);
    auto stream = streams_.find(path);
    if (stream == streams_.end())
        stream = streams_.emplace(path, ForwardingStore::read(path)).first;
    return stream->second;
}

std::vector<Diagnostic> RememberedStreams::read_pieces(const std::string& path,
                                                       const TakePiece& take) {
    if (!is_stream(path)) return ForwardingStore::read_pieces(path, take);
    return FileStore::read_pieces(path, take);
}

}  // namespace broadside
