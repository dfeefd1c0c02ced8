#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

/// What Markdown writes in short, or elsewhere.
namespace broadside::sheets {

/// Addresses by their labels in folded form: those of lines like `[label]: https://…`.
class MarkdownReferences {
public:
    explicit MarkdownReferences(std::string_view text);

    /// Whether a line defines one, and is no note.
    bool is_definition(std::string_view line) const;

    /// Empty: there is none.
    const std::string& find(std::string_view label) const;

private:
    std::map<std::string, std::string> addresses_;
    std::set<std::string> used_;  // labels that words call
};

/// A cell or a paragraph with its links in full, pictures as the words beside them, and the
/// characters of `&lt;` and `:x:`. Code stays as it is.
std::string written_out(std::string_view text, const MarkdownReferences& references);

}  // namespace broadside::sheets
