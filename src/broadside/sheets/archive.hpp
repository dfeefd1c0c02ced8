#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "broadside/base/diagnostic.hpp"

struct zip;

namespace broadside::sheets {

/// The files that are packed into one. The bytes outlive it.
class Archive {
public:
    /// Fails with an error in `diagnostics`.
    static std::optional<Archive> open(std::string_view bytes, Diagnostics& diagnostics);

    bool holds(const std::string& path) const;

    /// Nothing where there is no such file, or where it is damaged, protected or larger than
    /// limits::kMaxSheetPartBytes, which is told.
    std::optional<std::string> read(const std::string& path, Diagnostics& diagnostics) const;

private:
    struct Close {
        void operator()(zip* handle) const;
    };
    explicit Archive(zip* handle) : handle_(handle) {}

    std::unique_ptr<zip, Close> handle_;
};

}  // namespace broadside::sheets
