#pragma once

#include <string>
#include <string_view>
#include <system_error>

#include "broadside/files/system.hpp"

/// The lines that wait beside a file for its next update (`ByteSink::note`), of all processes that
/// are at work on it. A lock keeps them from adding lines to a journal that is about to go.
namespace broadside {

/// Adds a line that holds no line feed, and makes the journal where there is none.
std::error_code append_to_journal(const std::string& path, std::string_view line);

/// The journal of a file, when it has one. As long as the object lives, nobody adds to it.
class Journal {
public:
    explicit Journal(const std::string& path);

    void remove();

private:
    std::string name_;
    Descriptor file_;
};

}  // namespace broadside
