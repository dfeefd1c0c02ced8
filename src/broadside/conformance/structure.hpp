#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadside/conformance/key_rules.hpp"

namespace broadside::conformance {

/// The structure types that are known; each has a row in the grammar.
enum class Type {
    Document,
    Part,
    Sect,
    Div,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    P,
    Caption,
    Table,
    THead,
    TBody,
    TR,
    TH,
    TD,
    L,
    LI,
    Lbl,
    LBody,
    Note,
    Reference,
    Link,
    Figure,
    Span,
};

std::optional<Type> find_type(std::string_view name);
std::string_view name_of(Type type);

/// 1 to 6; 0: no heading.
int heading_level(Type type);

/// What an element holds, in reading order.
struct Kid {
    enum class Kind { Element, Mark, Link };
    Kind kind = Kind::Element;
    std::size_t index = 0;  // of the element; of a mark, its MCID
    std::size_t page = 0;   // of a mark or a link, from 0
    int annotation = 0;     // object of a link's
};

struct Element {
    int number = 0;  // of its object
    Type type = Type::Span;
    const Value* dictionary = nullptr;
    std::vector<Kid> kids = {};

    std::string name() const {
        return std::string(name_of(type)) + " (object " + std::to_string(number) + ")";
    }
};

/// The elements of the structure tree in reading order; none is there twice, and a parent comes
/// before its kids. Keys, parents and pages are checked.
using Structure = std::vector<Element>;

Structure read_structure(const PdfFile& file, const Pages& pages, Problems& problems);

}  // namespace broadside::conformance
