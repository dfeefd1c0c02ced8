#include "broadside/load/symbol/svg_tree.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "broadside/base/contains.hpp"
#include "broadside/base/limits.hpp"
#include "broadside/base/xml_events.hpp"
#include "broadside/load/symbol/svg_colour.hpp"

namespace broadside::load {

namespace {

constexpr std::string_view kNamespace = "http://www.w3.org/2000/svg";
constexpr std::string_view kXlink = "http://www.w3.org/1999/xlink";

/// Builds the tree from an SVG's elements.
class TreeReader : public XmlEvents {
public:
    explicit TreeReader(Report& report) : report_(report) {}

    std::optional<SvgElement> read(std::string_view text) {
        // Drawing programs declare short names for namespaces.
        const auto mistake = parse_xml(text, *this, {.may_have_entities = true});
        if (mistake)
            fail(mistake->offset,
                 {"syntax-error", fmt::format("expected well-formed XML: {}", mistake->message)});
        if (failed_) return std::nullopt;
        return std::move(root_);
    }

    void start(std::string_view qualified, const char** pairs, std::size_t offset) override {
        const auto [name_space, name] = split_xml_name(qualified);
        const bool is_svg = name_space == kNamespace || name_space.empty();
        if (open_.empty() && (!is_svg || name != "svg")) {
            if (name != "svg")
                return fail(offset, {"not-svg", fmt::format("expected <svg>, got <{}>", name)});
            return fail(offset,
                        {"not-svg", fmt::format("expected xmlns=\"{}\", got another", kNamespace)});
        }
        if (ignored_depth_ > 0 || !is_svg) {
            ++ignored_depth_;
            return;
        }
        if (open_.size() >= limits::kMaxSymbolDepth) {
            return fail(
                offset,
                {"too-deep", fmt::format("expected at most {} elements inside each other, got more",
                                         limits::kMaxSymbolDepth)});
        }
        if (++count_ > limits::kMaxSymbolElements) {
            return fail(offset, too_many_elements());
        }
        SvgElement element;
        element.name = name;
        element.offset = offset;
        for (; *pairs; pairs += 2) {
            const auto [its_space, key] = split_xml_name(pairs[0]);
            if (its_space.empty() || (its_space == kXlink && key == "href"))
                element.attributes.emplace(key, pairs[1]);
        }
        if (open_.empty()) {
            root_ = std::move(element);
            open_.push_back(&root_);
        } else {
            // What is above stays where it is until all its children are read.
            auto& siblings = open_.back()->children;
            siblings.push_back(std::move(element));
            open_.push_back(&siblings.back());
        }
    }

    void end(std::string_view) override {
        if (ignored_depth_ > 0) {
            --ignored_depth_;
        } else {
            open_.pop_back();
        }
    }

    void text(std::string_view characters) override {
        if (ignored_depth_ == 0 && open_.back()->name == "style") open_.back()->text += characters;
    }

    bool is_done() const override { return failed_; }

private:
    void fail(std::size_t offset, Problem problem) {
        failed_ = true;
        report_.error_in_text(offset, std::move(problem));
    }

    Report& report_;
    SvgElement root_;
    std::vector<SvgElement*> open_;
    std::size_t ignored_depth_ = 0;
    std::size_t count_ = 0;
    bool failed_ = false;
};

struct ElementHint {
    std::string_view element;
    std::string_view hint;
};

constexpr ElementHint kElementHints[] = {{"text", "convert the text to paths"},
                                         {"image", "symbols are vector drawings"},
                                         {"foreignObject", "write shapes of SVG"}};

/// Drawn by nobody where they stand: words about the drawing, what others refer to, and what moves.
constexpr std::string_view kNotDrawn[] = {
    "animate",        "animateColor", "animateMotion", "animateTransform",
    "clipPath",       "cursor",       "defs",          "desc",
    "filter",         "font",         "font-face",     "linearGradient",
    "marker",         "mask",         "metadata",      "pattern",
    "radialGradient", "script",       "set",           "style",
    "symbol",         "title",        "view"};

/// Properties that change the drawing, and what of them changes nothing.
struct Refused {
    std::string_view property, neutral;
};

constexpr Refused kRefused[] = {{"filter", "none"},       {"marker", "none"},
                                {"marker-start", "none"}, {"marker-mid", "none"},
                                {"marker-end", "none"},   {"mix-blend-mode", "normal"}};

}  // namespace

std::optional<SvgElement> read_svg_tree(std::string_view text, Report& report) {
    return TreeReader(report).read(text);
}

Problem too_many_elements() {
    return {"too-many",
            fmt::format("expected at most {} elements, got more", limits::kMaxSymbolElements)};
}

bool is_drawn(std::string_view element) { return !contains(kNotDrawn, element); }

std::vector<std::string> element_hints(std::string_view element) {
    for (const ElementHint& known : kElementHints) {
        if (known.element == element) return {std::string(known.hint)};
    }
    return {fmt::format("elements: svg, g, use, {}", fmt::join(kSvgShapes, ", "))};
}

std::string_view value_of(const SvgAttributes& attributes, std::string_view name) {
    const auto found = attributes.find(name);
    return found == attributes.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<std::string_view> refused_properties(const SvgAttributes& properties) {
    std::vector<std::string_view> refused;
    for (const auto& [name, neutral] : kRefused) {
        const std::string_view value = value_of(properties, name);
        if (!value.empty() && !is_css_keyword(value, neutral) && !is_css_keyword(value, "inherit"))
            refused.push_back(name);
    }
    return refused;
}

const SvgElement* find_target(const SvgIds& ids, std::string_view reference) {
    const auto target = reference.starts_with('#') ? ids.find(reference.substr(1)) : ids.end();
    return target == ids.end() ? nullptr : target->second;
}

std::string_view url_in(std::string_view value) {
    if (!value.starts_with("url(") || !value.ends_with(')')) return {};
    value = value.substr(4, value.size() - 5);
    const std::size_t first = value.find_first_not_of(" '\"");
    if (first == std::string_view::npos) return {};
    return value.substr(first, value.find_last_not_of(" '\"") - first + 1);
}

}  // namespace broadside::load
