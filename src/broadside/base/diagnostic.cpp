#include "broadside/base/diagnostic.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/limits.hpp"
#include "broadside/base/printable.hpp"

namespace broadside {

namespace {

std::string hint_line(std::string_view hint) {
    return fmt::format("\n  hint: {}", printable(hint));
}

/// `and 1621 more like it: 41:20, 44:20, …`
std::string more_like_it(const Diagnostic& diagnostic) {
    std::vector<std::string> places;
    for (const TextPosition& place : diagnostic.more)
        places.push_back(fmt::format("{}:{}", place.line, place.column));
    if (!places.empty() && places.size() + 1 < diagnostic.count) places.emplace_back("…");
    return fmt::format("and {} more like it{}{}", diagnostic.count - 1, places.empty() ? "" : ": ",
                       fmt::join(places, ", "));
}

/// What equal problems have in common.
std::string common_part(const Diagnostic& diagnostic) {
    return fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}", static_cast<int>(diagnostic.severity),
                       static_cast<int>(diagnostic.kind), diagnostic.code, diagnostic.file,
                       diagnostic.language, diagnostic.text_key, diagnostic.message,
                       fmt::join(diagnostic.hints, "\n"));
}

void add_place(Diagnostic& first, TextPosition place) {
    if (place.line > 0 && first.more.size() < kMostPlaces) first.more.push_back(place);
}

void add_equal(Diagnostic& first, const Diagnostic& next) {
    first.count += next.count;
    add_place(first, {next.line, next.column});
    for (const TextPosition& place : next.more) add_place(first, place);
}

/// Without hints.
std::string line_of(const Diagnostic& diagnostic) {
    std::string text;
    if (!diagnostic.file.empty()) {
        text += diagnostic.file;
        if (diagnostic.line > 0) {
            text += fmt::format(":{}", diagnostic.line);
            if (diagnostic.column > 0) text += fmt::format(":{}", diagnostic.column);
        }
        text += ": ";
    }
    text += to_string(diagnostic.severity);
    text += ": ";
    if (!diagnostic.language.empty()) text += fmt::format("[{}] ", diagnostic.language);
    const bool has_key = !diagnostic.text_key.empty();
    const std::string& where = has_key ? diagnostic.text_key : diagnostic.pointer;
    if (!where.empty()) text += where + ": ";
    text += diagnostic.message;
    return text;
}

Diagnostic make(Severity severity, std::string code, std::string message, Hints hints) {
    Diagnostic diagnostic;
    diagnostic.severity = severity;
    diagnostic.code = std::move(code);
    diagnostic.message = std::move(message);
    diagnostic.hints = std::move(hints);
    return diagnostic;
}

}  // namespace

std::string_view to_string(Severity severity) {
    switch (severity) {
        case Severity::Error: return "error";
        case Severity::Warning: return "warning";
        case Severity::Note: return "note";
    }
    return "";
}

Diagnostic Diagnostic::of(Kind new_kind) && {
    kind = new_kind;
    return std::move(*this);
}

Diagnostic Diagnostic::at(FilePlace new_place) && {
    file = std::move(new_place.file);
    pointer = std::move(new_place.pointer);
    line = new_place.position.line;
    column = new_place.position.column;
    return std::move(*this);
}

Diagnostic Diagnostic::at(SourcePlace new_place) && {
    place = new_place;
    return std::move(*this);
}

Diagnostic Diagnostic::in(std::string new_language, std::string new_text_key) && {
    language = std::move(new_language);
    text_key = std::move(new_text_key);
    return std::move(*this);
}

Diagnostic error(std::string code, std::string message, Hints hints) {
    return make(Severity::Error, std::move(code), std::move(message), std::move(hints));
}

Diagnostic warning(std::string code, std::string message, Hints hints) {
    return make(Severity::Warning, std::move(code), std::move(message), std::move(hints));
}

Diagnostic note(std::string code, std::string message, Hints hints) {
    return make(Severity::Note, std::move(code), std::move(message), std::move(hints));
}

Diagnostic wrong_use(std::string code, std::string message, Hints hints) {
    return error(std::move(code), std::move(message), std::move(hints)).of(Diagnostic::Kind::Job);
}

std::string to_short_string(const Diagnostic& diagnostic) {
    std::string text = printable(line_of(diagnostic));
    if (diagnostic.count > 1) text += fmt::format(" (and {} more)", diagnostic.count - 1);
    return text;
}

std::string to_string(const Diagnostic& diagnostic) {
    std::string text = printable(line_of(diagnostic));
    for (const std::string& hint : diagnostic.hints) text += hint_line(hint);
    if (diagnostic.count > 1) text += hint_line(more_like_it(diagnostic));
    return text;
}

std::string identity_of(const Diagnostic& diagnostic) {
    return fmt::format("{}\n{}:{}\n{}", common_part(diagnostic), diagnostic.line, diagnostic.column,
                       diagnostic.pointer);
}

void count_equal(Diagnostics& diagnostics) {
    Diagnostics kept;
    std::unordered_map<std::string, std::size_t> firsts;  // places in `kept`
    std::unordered_set<std::string> met;
    for (Diagnostic& diagnostic : diagnostics) {
        const bool is_new_place = met.insert(identity_of(diagnostic)).second;
        const auto [first, is_new] = firsts.emplace(common_part(diagnostic), kept.size());
        if (is_new) {
            kept.push_back(std::move(diagnostic));
        } else if (is_new_place) {
            add_equal(kept[first->second], diagnostic);
        }
    }
    diagnostics = std::move(kept);
}

Diagnostic more_problems(std::size_t count, std::string file) {
    return note("more-problems", fmt::format("{} more problems are not shown", count))
        .at({std::move(file)});
}

void shorten(Diagnostics& diagnostics) {
    if (diagnostics.size() <= limits::kMaxDiagnostics) return;
    std::stable_partition(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
    std::string file = diagnostics.back().file;
    std::size_t count = 0;
    for (std::size_t i = limits::kMaxDiagnostics; i < diagnostics.size(); ++i)
        count += diagnostics[i].count;
    diagnostics.resize(limits::kMaxDiagnostics);
    diagnostics.push_back(more_problems(count, std::move(file)));
}

bool has_errors(const Diagnostics& diagnostics) {
    return std::any_of(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.severity == Severity::Error;
    });
}

void append(Diagnostics& all, Diagnostics more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

}  // namespace broadside
