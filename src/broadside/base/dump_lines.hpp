#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace broadside {

/// The text of a dump: a line for each fact, and what belongs to it two spaces further in.
class DumpLines {
public:
    template <typename... Arguments>
    void line(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        text_.append(2 * depth_, ' ');
        text_ += fmt::format(format, std::forward<Arguments>(arguments)...);
        text_ += '\n';
    }

    /// Everything that `body` writes belongs to the line before it.
    template <typename Body>
    void indented(Body body) {
        indent();
        body();
        outdent();
    }

    void indent() { ++depth_; }
    void outdent() { --depth_; }

    std::string take() { return std::move(text_); }

private:
    std::string text_;
    std::size_t depth_ = 0;
};

}  // namespace broadside
