#pragma once

#include <string>
#include <string_view>

#include "broadside/base/diagnostic.hpp"

namespace broadside::sheets {

/// The attributes of an element.
class XmlAttributes {
public:
    explicit XmlAttributes(const char** pairs) : pairs_(pairs) {}

    /// Empty where there is none.
    std::string_view get(std::string_view name) const;

private:
    const char** pairs_;
};

/// Takes the elements of a document in its order. Names are those of SpreadsheetML as they are;
/// those of other namespaces have a prefix: "r:id", "office:value", "table:name", "xlink:href".
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void start(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view) {}
    virtual void text(std::string_view) {}
    /// Whether the rest may be left alone.
    virtual bool is_done() const { return false; }
};

/// Whether nothing is wrong with a document; what is, is an error of that part of the file. A
/// document type is refused, and with it everything that entities could do.
bool read_part(std::string_view part, std::string_view xml, XmlHandler& handler,
               Diagnostics& diagnostics);

}  // namespace broadside::sheets
