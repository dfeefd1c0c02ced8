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
    /// `name`: of the file, in messages. Fails with an error in `diagnostics`.
    static std::optional<Archive> open(std::string name, std::string_view bytes,
                                       Diagnostics& diagnostics);

    bool holds(const std::string& path) const;

    /// Nothing where there is no such file, or where it is damaged, protected or larger than
    /// limits::kMaxSheetPartBytes, which is told.
    std::optional<std::string> read(const std::string& path, Diagnostics& diagnostics) const;

private:
    struct Close {
        void operator()(zip* handle) const;
    };
    Archive(std::string name, zip* handle) : name_(std::move(name)), handle_(handle) {}

    std::string name_;
    std::unique_ptr<zip, Close> handle_;
};

}  // namespace broadside::sheets
