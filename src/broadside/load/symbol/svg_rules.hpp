#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// The rules of a drawing's <style> elements, as exporters write them: selectors are `*`, an
/// element, a class or an id, each alone or in lists.
class SvgRules {
public:
    /// Adds a style sheet behind those before it; says what in it is not known, and left out.
    std::vector<Problem> add(std::string_view sheet);

    /// The properties of an element: of its attributes, those of rules, of its `style`, each over
    /// those before it (CSS Cascade 4, 6.1). Takes time by the element alone, not by the rules.
    SvgAttributes properties(std::string_view element, const SvgAttributes& attributes) const;

private:
    struct Value {
        std::string text;
        bool is_important = false;
        std::size_t order = 0;
    };
    using Values = std::map<std::string, Value, std::less<>>;

    static void declare(Values& values, std::string_view declarations, std::size_t order);
    static void merge(Values& values, const Values& later);
    void apply(std::string_view selector, Values& values) const;

    std::map<std::string, Values, std::less<>> rules_;  // by selector
    std::size_t order_ = 0;
};

}  // namespace broadside::load
