#include "broadside/job/read_log.hpp"

namespace broadside {

Result<std::string> ReadLog::read(const std::string& path) {
    auto bytes = files_.read(path);
    if (bytes) read_files_.push_back({path, digest_of(*bytes)});
    return bytes;
}

}  // namespace broadside
