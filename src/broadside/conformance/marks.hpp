#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// The marked-content sequences of a page (PDF 1.7, 14.6), as its content opens and closes them.
class Marks {
public:
    Marks(const PdfFile& file, const Page& page, Problems& problems)
        : check_{file, problems, page.name(), kContentCode} {}

    void begin(const Value& tag, const Value* properties, bool in_text);
    void end(bool in_text);

    /// Something is drawn, or text shown.
    void paint(std::string_view operator_word);
    void show(const std::string& text);

    /// At the page's end, by MCID.
    std::vector<MarkedContent> finish();

private:
    enum class Kind { Artifact, Content, Span };
    struct Mark {
        Kind kind;
        std::string name;
        bool in_text;
        std::size_t id = 0;          // of content
        bool is_pagination = false;  // of an artifact: pages say it again, or count themselves
        bool has_text = false, is_seen = false;
    };

    void begin_span(const Value& tag, const Value& properties, Mark& mark);
    void begin_content(const Value& tag, const Value& properties, Mark& mark);
    void begin_artifact(const Value* properties, Mark& mark);
    void take_words(const Value& properties, Mark& mark);
    bool is_inside(Kind kind) const;

    Check check_;
    std::vector<Mark> open_;
    std::map<std::size_t, MarkedContent> met_;
};

}  // namespace broadside::conformance
