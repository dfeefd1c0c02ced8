#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadside {

/// What the name of an element or an attribute is made of: "namespace local prefix", or the local
/// name alone.
struct XmlName {
    std::string_view name_space, local;
};

XmlName split_xml_name(std::string_view name);

/// Takes what is in an XML document, in its order.
class XmlEvents {
public:
    virtual ~XmlEvents() = default;
    /// `attributes` are names and values by turns, and null behind the last; `offset` is that of
    /// the element in the document, in bytes.
    virtual void start(std::string_view name, const char** attributes, std::size_t offset) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view characters) = 0;
    /// Whether the rest may be left alone.
    virtual bool is_done() const { return false; }
};

struct XmlRules {
    bool is_utf8 = true;             // whatever the document says
    bool may_have_entities = false;  // of its own, and no bombs; else document types are refused
};

/// Why a document cannot be read to its end.
struct XmlMistake {
    std::string message;
    std::size_t line = 1, offset = 0;
};

/// None when all was read, or as much as is taken. Of less than 2 GiB. Throws what is thrown
/// meanwhile.
std::optional<XmlMistake> parse_xml(std::string_view xml, XmlEvents& events, XmlRules rules);

}  // namespace broadside
