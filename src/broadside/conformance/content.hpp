#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "broadside/conformance/checks.hpp"
#include "broadside/conformance/marks.hpp"

namespace broadside::conformance {

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
