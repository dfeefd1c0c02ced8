#include "broadside/job/remembered_streams.hpp"

namespace broadside {

Result<std::string> RememberedStreams::read(const std::string& path) {
    if (!files_.is_stream(path)) return files_.read(path);
    const std::lock_guard one_reader(lock_);
    auto stream = streams_.find(path);
    if (stream == streams_.end()) stream = streams_.emplace(path, files_.read(path)).first;
    return stream->second;
}

std::vector<Diagnostic> RememberedStreams::read_pieces(const std::string& path,
                                                       const TakePiece& take) {
    if (!files_.is_stream(path)) return files_.read_pieces(path, take);
    return FileStore::read_pieces(path, take);
}

}  // namespace broadside
