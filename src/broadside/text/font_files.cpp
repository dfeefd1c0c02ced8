#include "broadside/text/font_files.hpp"

#include <cerrno>
#include <cstdio>
#include <new>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "broadside/base/handle.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/may_pass.hpp"
#include "broadside/text/shaper.hpp"

namespace broadside::text {

namespace {

using Stream = Handle<std::FILE, std::fclose>;

NamedFile unreadable(std::string why) { return {nullptr, std::move(why)}; }

NamedFile failed(int error) {
    const std::error_code why(error, std::generic_category());
    return {nullptr, why.message(), error == ENOENT || error == ENOTDIR, may_pass(why)};
}

/// A pipe would keep a reader waiting for whoever writes to it: hence no blocking.
Stream open_stream(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) return nullptr;
    Stream stream(::fdopen(descriptor, "rb"));
    if (stream) return stream;
    ::close(descriptor);
    throw std::bad_alloc();
}

bool is_unchanged(const struct stat& before, const struct stat& after) {
    return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
           before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

}  // namespace

NamedFile read_named_file(const std::string& path, std::size_t most) {
    const Stream stream = open_stream(path);
    if (!stream) return failed(errno);
    struct stat status {};
    if (::fstat(::fileno(stream.get()), &status) != 0) return failed(errno);
    if (S_ISDIR(status.st_mode)) return unreadable("it is a folder");
    if (!S_ISREG(status.st_mode)) return unreadable("it is a pipe or a device");
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size > most) return unreadable(fmt::format("it is larger than {} MiB", most >> 20));

    std::string bytes(size, '\0');
    const std::size_t count = std::fread(bytes.data(), 1, size, stream.get());
    if (std::ferror(stream.get()) != 0) return failed(errno);
    struct stat after {};
    if (count != size || ::fstat(::fileno(stream.get()), &after) != 0 ||
        !is_unchanged(status, after)) {
        return {nullptr, "it changed while it was read", false, true};
    }
    return {std::make_shared<const std::string>(std::move(bytes)), {}};
}

const NamedFile& FontFiles::read(const std::string& path) {
    const std::lock_guard lock(lock_);
    const auto known = files_.find(path);
    if (known != files_.end()) return known->second;
    return files_.emplace(path, read_named_file(path, limits::kMaxFontBytes)).first->second;
}

Diagnostic to_diagnostic(const UnreadableFile& file) {
    Hints hints;
    if (!file.package.empty())
        hints = {fmt::format("it is in the package {0}: apt-get install {0}", file.package)};
    return error("unreadable-font-file",
                 fmt::format("cannot use \"{}\", which the text needs: {}", file.file, file.why),
                 std::move(hints))
        .of(file.may_pass ? Diagnostic::Kind::Passing : Diagnostic::Kind::Input)
        .at(file.origin);
}

}  // namespace broadside::text
