#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/conformance/checks.hpp"
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

struct Operator;

/// Reads a content stream (PDF 1.7, 7.8.2) and holds it to the order that operators must have.
class Content {
public:
    /// Without marks: a form, which only draws.
    Content(const Check& check, const Value& resources, Marks* marks, SharedResources& shared)
        : check_(check), resources_(resources), marks_(marks), shared_(shared) {}

    void check(std::string_view bytes);

    /// Whether a picture with a soft mask was drawn.
    bool has_mask() const { return has_mask_; }

private:
    void take(std::string_view word, std::vector<Value>& operands);
    bool has_operands(const Operator& known, const std::vector<Value>& operands);
    void carry_out(const Operator& known, const std::vector<Value>& operands);
    void change_path(const Operator& known);
    void change_state(const Operator& known, const std::vector<Value>& operands);
    void change_text(const Operator& known, const std::vector<Value>& operands);
    void set_font(const Value& name, double size);
    void show(const Value& operand);
    void show_string(const std::string& codes);
    void paint_object(const Value& name);
    void use_resource(const Operator& known, const Value& name);

    const Check& check_;
    const Value& resources_;
    Marks* marks_;
    SharedResources& shared_;
    std::vector<Font*> saved_;  // fonts of the states that q keeps
    Font* font_ = nullptr;
    std::map<std::string, Font*> fonts_;          // by name, of these resources
    std::map<std::string, const Object*> drawn_;  // by name, checked
    bool has_path_ = false;                       // that nothing has painted yet
    bool in_text_ = false;
    bool has_mask_ = false;
};

}  // namespace broadside::conformance
