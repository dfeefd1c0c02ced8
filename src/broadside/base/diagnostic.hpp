#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/base/source_place.hpp"

namespace broadside {

enum class Severity { Error, Warning, Note };

std::string_view to_string(Severity severity);

/// A place of a text. Columns count bytes of UTF-8, as compilers do.
struct TextPosition {
    std::size_t line = 0;  // 1-based; 0: not known
    std::size_t column = 0;
    bool operator==(const TextPosition&) const = default;
};

/// A place of a file, as far as it is known.
struct FilePlace {
    std::string file;          // as the user named it; empty when no file is to blame
    std::string pointer = {};  // RFC 6901 JSON pointer, empty for the whole file
    TextPosition position = {};
};

using Hints = std::vector<std::string>;

/// What the program says about its input. A message is lower case, has no final stop and names what
/// was expected and what was found.
struct Diagnostic {
    /// What has to change. `Input`: the files, or what the machine has for them; `Job`: the command
    /// line; `JobFile`: a job in its file; `Fit`: what is too large for its pages; `Translation`:
    /// texts that are missing, stale or mismatched; `Passing`: nothing, for the machine may have
    /// what it lacks a while later.
    enum class Kind { Input, Job, JobFile, Fit, Translation, Passing };

    Severity severity = Severity::Error;
    std::string code;        // stable and kebab-case: "unknown-key"
    std::string file;        // as the user named it; empty when no file is to blame
    std::size_t line = 0;    // 1-based; 0: not known
    std::size_t column = 0;  // 1-based, in bytes of UTF-8, as compilers count
    std::string pointer;     // RFC 6901 JSON pointer, empty for the whole file
    std::string language;    // BCP 47, when only one language is to blame
    std::string message;
    Hints hints;
    std::string text_key = {};  // of a text for translation, as locales and PO files name it
    std::size_t count = 1;      // of the equal ones that it stands for, itself among them
    std::vector<TextPosition> more = {};  // where the next of these stand, at most kMostPlaces
    Kind kind = Kind::Input;
    SourcePlace place = {};  // until file, line, column and pointer are made of it

    /// The same, of that kind, at that place, or about that language and text.
    Diagnostic of(Kind new_kind) &&;
    Diagnostic at(FilePlace new_place) &&;
    Diagnostic at(SourcePlace new_place) &&;
    Diagnostic in(std::string new_language, std::string new_text_key = {}) &&;
};

using Diagnostics = std::vector<Diagnostic>;

/// Of the input and of no place, until something else is said.
Diagnostic error(std::string code, std::string message, Hints hints = {});
Diagnostic warning(std::string code, std::string message, Hints hints = {});
Diagnostic note(std::string code, std::string message, Hints hints = {});

/// An error of the command line.
Diagnostic wrong_use(std::string code, std::string message, Hints hints = {});

/// `file:line:col: error: /pointer: message`, then one `  hint: …` line a hint, the last of them
/// about equal ones. A text for translation is named by its key and not by a pointer. No newline at
/// the end. What a terminal would obey, or a reader take for another text, is `printable`.
std::string to_string(const Diagnostic& diagnostic);

/// The same on one line without hints, but with the number of equal ones.
std::string to_short_string(const Diagnostic& diagnostic);

/// More places of equal problems say no more about what is wrong.
inline constexpr std::size_t kMostPlaces = 5;

/// Equal for what is one problem, met twice.
std::string identity_of(const Diagnostic& diagnostic);

/// Every problem once. Those that differ in nothing but their place in the file become the first of
/// them, with their count and the places of the next; one that was met twice at the same place
/// counts once.
void count_equal(Diagnostics& diagnostics);

/// The note that stands for so many problems of a file that are not told.
Diagnostic more_problems(std::size_t count, std::string file);

/// Errors first, and no more than limits::kMaxDiagnostics; a note says how many there were.
void shorten(Diagnostics& diagnostics);

bool has_errors(const Diagnostics& diagnostics);

/// Adds `more` to the end of `all`.
void append(Diagnostics& all, Diagnostics more);

}  // namespace broadside
