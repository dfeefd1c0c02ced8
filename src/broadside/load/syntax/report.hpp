#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "broadside/base/result.hpp"

namespace broadside::load {

/// A place of a JSON file.
struct Place {
    std::size_t offset = 0;
    std::string pointer;
};

struct Problem {
    std::string code;
    std::string message;
    std::vector<std::string> hints = {};
};

/// Collects the problems of one file, so that one run names them all, equal ones once with their
/// count. Past limits::kMaxDiagnostics different ones they are counted, not kept.
class Report {
public:
    /// `text` outlives the report; offsets of places count its bytes.
    Report(std::string file, std::string_view text) : file_(std::move(file)), text_(text) {}

    void error(const Place& place, Problem problem);

    /// Whether there are so many that no other one is kept: hints would cost time for nothing.
    bool is_full() const;

    std::size_t count() const { return count_; }

    /// The value, or every error in the order of the file.
    template <typename T>
    Result<T> result(T value) && {
        if (count_ == 0) return Result<T>(std::move(value));
        return Result<T>(std::move(*this).errors());
    }

    /// In the order of the file.
    std::vector<Diagnostic> errors() &&;

private:
    /// One problem, and where it was met: first in the file first, and no more than are told.
    struct Entry {
        Problem problem;
        std::vector<Place> places;
        std::size_t count = 0;
    };

    std::string file_;
    std::string_view text_;
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> known_;  // entries by what equal problems share
    std::size_t count_ = 0;
    std::size_t not_kept_ = 0;
};

}  // namespace broadside::load
