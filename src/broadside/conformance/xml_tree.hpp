#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadside::conformance {

/// An element of XML. Names are "namespace name prefix", or the name alone where it has none.
struct XmlElement {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes = {};
    std::string text = {};  // without that of its children
    std::vector<XmlElement> children = {};

    /// Empty where there is none.
    std::string_view attribute(std::string_view wanted) const;
};

/// The root of well-formed XML. Refused, with the reason in `mistake`: document types, whose
/// entities grow without bounds, and what is nested as nobody does.
std::optional<XmlElement> read_xml(std::string_view bytes, std::string& mistake);

}  // namespace broadside::conformance
