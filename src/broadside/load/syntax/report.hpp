#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "broadside/base/result.hpp"
#include "broadside/load/syntax/schema.hpp"

namespace broadside::load {

/// What the offsets of places count: the bytes after a byte order mark.
std::string_view text_of(const SourceFile& file);

struct Problem {
    std::string code;
    std::string message;
    std::vector<std::string> hints = {};
    SourcePlace first_use = {};  // of what is used again, for a hint
};

/// As an error without a place.
inline Diagnostic to_error(Problem problem) {
    return error(std::move(problem.code), std::move(problem.message), std::move(problem.hints));
}

/// Of a file with more bytes than any is read of.
std::optional<Problem> too_large(std::string_view text);

/// Collects the problems of one file, so that one run names them all, equal ones once with their
/// count. Past limits::kMaxDiagnostics different ones they are counted, not kept.
class Report {
public:
    /// The file outlives the report. `format`, if any, tells where keys belong that stand
    /// elsewhere.
    explicit Report(const SourceFile& file, FileFormat (*format)() = nullptr)
        : file_(file), text_(text_of(file)), format_(format) {}

    /// The objects of the file that have such a key; see `places_of_key`.
    const std::vector<std::string>& places_of(std::string_view key);

    /// At a value of JSON, or at its key.
    void error(SourcePlace place, Problem problem);

    /// Of a text that is no JSON, or not as far as it is read: no pointer leads there.
    void error_in_text(std::size_t offset, Problem problem);

    const SourceFile& file() const { return file_; }
    std::string_view text() const { return text_; }
    SourcePlace place_at(std::size_t offset) const {
        return {&file_, static_cast<std::uint32_t>(offset)};
    }

    /// Whether there are so many that no other one is kept: hints would cost time for nothing.
    bool is_full() const;

    std::size_t count() const { return count_; }

    /// Whether texts of the file have gaps that records fill: what is read may be a part only.
    bool has_gaps() const { return has_gaps_; }
    void expect_gaps() { has_gaps_ = true; }

    /// The value, or every error in the order of the file.
    template <typename T>
    Result<T> result(T value) && {
        if (count_ == 0) return Result<T>(std::move(value));
        return Result<T>(std::move(*this).errors());
    }

    /// In the order of the file.
    Diagnostics errors() &&;

private:
    /// One problem, and where it was met: first in the file first, and no more than are told.
    struct Entry {
        Problem problem;
        bool has_pointer = true;
        std::vector<std::uint32_t> offsets = {};
        std::size_t count = 0;
    };

    void add(Entry entry, std::uint32_t offset);

    const SourceFile& file_;
    std::string_view text_;
    FileFormat (*format_)();
    std::map<std::string, std::vector<std::string>, std::less<>> places_;  // by keys asked for
    std::vector<Entry> entries_;
    std::unordered_map<std::string, std::size_t> known_;  // entries by what equal problems share
    std::size_t count_ = 0;
    std::size_t not_kept_ = 0;
    bool has_gaps_ = false;
};

/// Reports what no input text may be, whatever its syntax: too large, not UTF-8, with null bytes.
/// Parsers name these less clearly.
bool check_readable(Report& report);

}  // namespace broadside::load
