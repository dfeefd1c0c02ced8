#include "cli/build_log.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <sys/ioctl.h>

#include "broadside/base/printable.hpp"
#include "broadside/unicode/utf8.hpp"
#include "cli/print.hpp"

namespace broadside::cli {

namespace {

/// So few are listed one by one on a terminal too.
constexpr std::size_t kFewOutputs = 12;
constexpr std::size_t kBarWidth = 24;
constexpr std::size_t kUsualWidth = 80;

// ECMA-48: to the start of the line, and erase to its end.
constexpr char kErase[] = "\r\x1b[K";

std::size_t width_of(std::FILE* terminal) {
    struct winsize size {};
    const bool is_known = ::ioctl(::fileno(terminal), TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
    return is_known ? size.ws_col : kUsualWidth;
}

}  // namespace

std::string bar_text(const Progress& progress, std::size_t width) {
    const std::size_t filled =
        progress.planned == 0 ? 0 : kBarWidth * progress.done / progress.planned;
    std::string bar(filled, '=');
    if (filled < kBarWidth) bar += '>';
    bar.resize(kBarWidth, ' ');
    std::string text = fmt::format("[{}] {}/{}", bar, progress.done, progress.planned);
    if (progress.failed > 0) text += fmt::format(", {} failed", progress.failed);
    if (!progress.current.empty()) text += "  " + printable(progress.current);
    // A line that reaches the last column may wrap.
    std::size_t end = std::min(text.size(), width - std::min<std::size_t>(width, 1));
    while (end > 0 && end < text.size() && unicode::is_continuation(text[end])) --end;
    text.resize(end);
    return text;
}

std::string line_of(const PageReport& file) {
    return fmt::format("{} {} {}  {}  {}", file.facts->language, file.facts->layout,
                       file.facts->format, file.name, summary(file));
}

BuildLog::~BuildLog() { erase(); }

bool BuildLog::shows_bar() const { return kind_ == Kind::Bar && progress_.planned > kFewOutputs; }

void BuildLog::draw() {
    if (!shows_bar()) return;
    const std::string text = bar_text(progress_, width_of(bar_));
    fmt::print(bar_, "{}{}", kErase, text);
    std::fflush(bar_);
}

void BuildLog::erase() {
    if (!shows_bar()) return;
    std::fputs(kErase, bar_);
    std::fflush(bar_);
}

void BuildLog::found(const Diagnostics& problems) {
    tell_(problems);
    told_ = problems.size();
}

void BuildLog::planned(std::size_t outputs) {
    erase();
    progress_ = {0, outputs, 0, progress_.current};
    draw();
}

void BuildLog::began(const std::string& edition) {
    progress_.current = edition;
    draw();
}

void BuildLog::finished(const EditionReport& edition) {
    progress_.done += edition.outputs;
    if (edition.state == EditionState::Failed) progress_.failed += edition.outputs;
    draw();
}

void BuildLog::reported(const EditionReport& edition) {
    if (kind_ == Kind::Silent || shows_bar()) return;
    for (const PageReport& file : edition.files) {
        if (file.state == FileState::Written) print_line(lines_, line_of(file));
    }
    std::fflush(lines_);
}

}  // namespace broadside::cli
