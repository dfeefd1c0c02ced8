#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// The marked-content sequences of a page (PDF 1.7, 14.6), as its content opens and closes them.
class Marks {
public:
    Marks(const PdfFile& file, const Page& page, Problems& problems)
        : file_(file), subject_{page.name(), kContentCode}, problems_(problems) {}

    void begin(const Value& tag, const Value* properties, bool in_text);
    void end(bool in_text);

    /// Something is drawn, or text shown.
    void paint(std::string_view operator_word);
    void show(const std::string& text);

    /// At the page's end: how often each MCID was met.
    std::vector<std::size_t> finish();

private:
    enum class Kind { Artifact, Content, Span };
    struct Mark {
        Kind kind;
        std::string name;
        bool in_text;
        bool has_words = false;    // text, or what /ActualText says
        bool has_drawing = false;  // what is no text
    };

    Kind begin_span(const Value& tag, const Value& properties, bool& has_words);
    Kind begin_content(const Value& tag, const Value& properties);
    Kind begin_artifact(const Value* properties);
    bool is_inside(Kind kind) const;
    template <typename... Args>
    void fail(fmt::format_string<Args...> form, Args&&... args) {
        problems_.add(subject_.code, "{}: {}", subject_.name,
                      fmt::format(form, std::forward<Args>(args)...));
    }

    const PdfFile& file_;
    Subject subject_;
    Problems& problems_;
    std::vector<Mark> open_;
    std::vector<std::size_t> met_;
};

}  // namespace broadside::conformance
