#include "broadside/load/symbol/svg_rules.hpp"

#include <set>

#include <fmt/format.h>

#include "broadside/base/phrases.hpp"
#include "broadside/load/symbol/svg_colour.hpp"
#include "broadside/load/symbol/svg_paint.hpp"
#include "broadside/load/symbol/svg_tree.hpp"
#include "broadside/unicode/ascii.hpp"
#include "broadside/unicode/characters.hpp"

namespace broadside::load {

namespace {

std::string_view trimmed_until(std::string_view& text, char mark) {
    return unicode::trimmed(unicode::take_until(text, mark));
}

/// Goes behind a block that is open, with those inside it.
void leave_block(std::string_view& text) {
    std::size_t end = 0, depth = 1;
    for (; end < text.size() && depth > 0; ++end) {
        if (text[end] == '{') ++depth;
        if (text[end] == '}') --depth;
    }
    text.remove_prefix(end);
}

std::string without_comments(std::string_view sheet) {
    std::string result;
    while (true) {
        const std::size_t start = sheet.find("/*");
        result += sheet.substr(0, start);
        const std::size_t end =
            start == std::string_view::npos ? start : sheet.find("*/", start + 2);
        if (end == std::string_view::npos) return result;
        result += ' ';
        sheet.remove_prefix(end + 2);
    }
}

/// Values are copied to every element: none in use is longer.
constexpr std::size_t kMostBytes = 1000;

/// One name, with nothing that would narrow it.
bool is_simple(std::string_view selector) {
    if (selector == "*") return true;
    if (selector.starts_with('.') || selector.starts_with('#')) selector.remove_prefix(1);
    return !selector.empty() &&
           selector.find_first_of(" \t\r\n\f.#>+~:[]*@\\\"'(){}") == std::string_view::npos;
}

}  // namespace

std::vector<Problem> SvgRules::add(std::string_view sheet) {
    std::vector<Problem> problems;
    const std::string text = without_comments(sheet);
    std::string_view rest = text;
    while (!unicode::trimmed(rest).empty()) {
        std::string_view selectors = trimmed_until(rest, '{');
        // A font is for text, and there is none.
        if (selectors.starts_with('@') && selectors != "@font-face") {
            problems.push_back(
                {"unsupported-style",
                 fmt::format("unsupported rule \"{}\" in <style>", excerpt(selectors)),
                 {"write presentation attributes: fill=\"…\""}});
            leave_block(rest);
            continue;
        }
        const std::string_view declarations = trimmed_until(rest, '}');
        Values declared;
        declare(declared, declarations, ++order_);
        while (!selectors.empty() && !selectors.starts_with('@')) {
            const std::string_view selector = trimmed_until(selectors, ',');
            if (is_simple(selector)) {
                merge(rules_[std::string(selector)], declared);
                continue;
            }
            problems.push_back(
                {"unsupported-style",
                 fmt::format("unsupported selector \"{}\" in <style>", excerpt(selector)),
                 {"selectors: an element, a class or an id: path, .a, #b"}});
        }
    }
    return problems;
}

void SvgRules::declare(Values& values, std::string_view declarations, std::size_t order) {
    while (!declarations.empty()) {
        std::string_view value = trimmed_until(declarations, ';');
        const std::string_view name = trimmed_until(value, ':');
        if (!is_svg_property(name)) continue;
        value = unicode::trimmed(value);
        const std::size_t mark = value.rfind('!');
        const bool is_important =
            mark != std::string_view::npos &&
            is_css_keyword(unicode::trimmed(value.substr(mark + 1)), "important");
        if (is_important) value = unicode::trimmed(value.substr(0, mark));
        Value& known = values[std::string(name)];
        if (known.is_important && !is_important) continue;
        known = {std::string(value.substr(0, kMostBytes)), is_important, order};
    }
}

void SvgRules::merge(Values& values, const Values& later) {
    for (const auto& [name, value] : later) {
        Value& known = values[name];
        if (!known.is_important || value.is_important) known = value;
    }
}

void SvgRules::apply(std::string_view selector, Values& values) const {
    const auto rule = rules_.find(selector);
    if (rule != rules_.end()) merge(values, rule->second);
}

SvgAttributes SvgRules::properties(std::string_view element,
                                   const SvgAttributes& attributes) const {
    Values values;
    for (const auto& [name, value] : attributes) {
        if (is_svg_property(name)) values[name] = {std::string(unicode::trimmed(value)), false, 0};
    }
    apply("*", values);
    apply(element, values);
    // Of several classes the rule that stands last counts, whatever the order of their names.
    Values of_classes;
    std::set<std::string> classes;
    std::string_view names = value_of(attributes, "class");
    while (!names.empty()) {
        const std::string_view name = unicode::take_until(names, " \t\r\n\f");
        if (!name.empty()) classes.insert("." + std::string(name));
    }
    for (const std::string& name : classes) {
        const auto rule = rules_.find(name);
        if (rule == rules_.end()) continue;
        for (const auto& [property, value] : rule->second) {
            Value& known = of_classes[property];
            if (std::pair(known.is_important, known.order) <=
                std::pair(value.is_important, value.order))
                known = value;
        }
    }
    merge(values, of_classes);
    apply("#" + std::string(value_of(attributes, "id")), values);
    declare(values, without_comments(value_of(attributes, "style")), order_ + 1);
    SvgAttributes result;
    for (auto& [name, value] : values) result.emplace(name, std::move(value.text));
    return result;
}

}  // namespace broadside::load
