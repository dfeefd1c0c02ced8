#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>

#include "broadside/broadside.hpp"

namespace broadside::cli {

/// `[=======>            ] 24/60  de flyer-a4`, at most `width` columns.
struct Progress {
    std::size_t done = 0;
    std::size_t planned = 0;
    std::size_t failed = 0;
    std::string current;
};
std::string bar_text(const Progress& progress, std::size_t width);

/// Shows a build as it goes on: what is wrong before it begins, and a line for each written file,
/// in planned order, or, for many files on a terminal, a bar in one place.
class BuildLog final : public BuildEvents {
public:
    enum class Kind { Silent, Lines, Bar };
    using Tell = std::function<void(const Diagnostics&)>;

    /// Lines go to `lines`, the bar to `bar`, problems to `tell`, of silent builds too.
    BuildLog(Kind kind, std::FILE* lines, std::FILE* bar, Tell tell)
        : kind_(kind), lines_(lines), bar_(bar), tell_(std::move(tell)) {}
    BuildLog(const BuildLog&) = delete;
    BuildLog& operator=(const BuildLog&) = delete;
    ~BuildLog() override;

    void found(const Diagnostics& problems) override;
    void planned(std::size_t outputs) override;
    void began(const std::string& edition) override;
    void finished(const EditionReport& edition) override;
    void reported(const EditionReport& edition) override;

    /// Problems of the report that were told already, from its first on.
    std::size_t told() const { return told_; }

private:
    bool shows_bar() const;
    void draw();
    void erase();

    Kind kind_;
    std::FILE* lines_;
    std::FILE* bar_;
    Tell tell_;
    std::size_t told_ = 0;
    Progress progress_;
};

/// `de flyer-a4 pdf  output/messengers.pdf  1 page, smallest type 7.0 pt`.
std::string line_of(const PageReport& file);

}  // namespace broadside::cli
