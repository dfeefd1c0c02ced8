#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/load/symbol/svg_shape.hpp"
#include "broadside/load/syntax/report.hpp"

namespace broadside::load {

/// An element of SVG. Those of other namespaces, and their attributes, are not in the tree:
/// drawing programs keep in them what only they need.
struct SvgElement {
    std::string name;
    SvgAttributes attributes;  // `xlink:href` is called `href`
    std::string text;          // of <style>
    std::vector<SvgElement> children;
    std::size_t offset = 0;  // in the file
};

/// Elements by their ids, the first of each.
using SvgIds = std::map<std::string_view, const SvgElement*>;

/// The root element, which is <svg>, or nothing where the report says why. No element is deeper
/// than limits::kMaxSymbolDepth, and there are at most limits::kMaxSymbolElements.
std::optional<SvgElement> read_svg_tree(std::string_view text, Report& report);

/// What is wrong with more elements than limits::kMaxSymbolElements.
Problem too_many_elements();

/// Whether an element shows where it stands.
bool is_drawn(std::string_view element);

/// What to write in place of one that cannot be drawn.
std::vector<std::string> element_hints(std::string_view element);

/// Of an attribute or property; empty where there is none.
std::string_view value_of(const SvgAttributes& attributes, std::string_view name);

/// Properties that change the drawing as no drawing here can have it.
std::vector<std::string_view> refused_properties(const SvgAttributes& properties);

/// The element that `#a` names; null: there is none, or it is no such reference.
const SvgElement* find_target(const SvgIds& ids, std::string_view reference);

/// `#a` of `url(#a)`; empty for another value.
std::string_view url_in(std::string_view value);

}  // namespace broadside::load
